import type pg from 'pg';
import type { OwnEffect } from '../../domain/account/own/command';
import type { Effect } from '../../domain/case/command';
import type { EffectJob, LinkRow, OwnEffectJob, Store } from '../../ports/store';
import { inScope, NOBODY } from './scope';

const system = (organisationId: string) =>
  ({ organisations: [organisationId], actor: { kind: 'system' } }) as const;

type Claimed = {
  payload: Effect | OwnEffect;
  organisation_id: string;
  case_id: string | null;
  account_id: string;
  attempts: number;
};

const SCOPE_OF_EFFECT = `SELECT set_config('regain.organisations', organisation_id::text, true)
  FROM lookup_effect($1)`;

const CLAIM = `UPDATE effect SET status = 'claimed', attempts = attempts + 1,
    next_at = desk_now() + $2 * interval '1 millisecond'
  WHERE id = $1 AND status IN ('pending','claimed') AND next_at <= (SELECT desk_now())
  RETURNING payload, organisation_id, case_id, account_id, attempts`;

/** The outbox: what the world must still do. The row decides who does it; a job only carries the id. */
export const effectsOf = (
  pool: pg.Pool,
): Pick<Store, 'claimEffect' | 'finishEffect' | 'postponeEffect' | 'addLinks' | 'staffToTell'> => ({
  async claimEffect(effectId, lease): Promise<EffectJob | OwnEffectJob | undefined> {
    // Under its organisation's scope from the second statement on; all of them travel together.
    const [, { rows }] = await inScope(pool, NOBODY, (client) =>
      Promise.all([
        client.query({ name: 'scope-of-effect', text: SCOPE_OF_EFFECT, values: [effectId] }),
        client.query<Claimed>({ name: 'claim-effect', text: CLAIM, values: [effectId, lease] }),
      ]),
    );
    const row = rows[0];
    if (!row) return undefined;
    const { organisation_id: organisationId, account_id: accountId, attempts } = row;
    const owner = { organisationId, accountId, attempts };
    return row.case_id === null
      ? { ...owner, effect: row.payload as OwnEffect }
      : { ...owner, effect: row.payload as Effect, caseId: row.case_id };
  },

  async finishEffect(effectId, organisationId) {
    await inScope(pool, system(organisationId), (client) =>
      client.query(
        `UPDATE effect SET status = 'done', done_at = desk_now(), last_error = NULL
         WHERE id = $1 AND status IN ('pending','claimed')`,
        [effectId],
      ),
    );
  },

  async postponeEffect(effectId, organisationId, wait, reason) {
    await inScope(pool, system(organisationId), (client) =>
      client.query(
        `UPDATE effect SET status = 'pending', last_error = $3, next_at = desk_now() + $2 * interval '1 millisecond'
         WHERE id = $1 AND status IN ('pending','claimed')`,
        [effectId, wait, reason.slice(0, 200)],
      ),
    );
  },

  async addLinks(links: readonly LinkRow[]) {
    const organisationId = links[0]?.organisationId;
    if (!organisationId) return;
    await inScope(pool, system(organisationId), async (client) => {
      for (const link of links)
        await client.query(
          `INSERT INTO link (hash, organisation_id, case_id, contact_point_id, notice_id, purpose, created_at)
           VALUES ($1, $2, $3, $4, $5, $6, desk_now()) ON CONFLICT (hash) DO NOTHING`,
          [
            link.hash,
            link.organisationId,
            link.caseId,
            link.contactPointId,
            link.noticeId,
            link.purpose,
          ],
        );
    });
  },

  async staffToTell(organisationId) {
    const { rows } = await inScope(pool, system(organisationId), (client) =>
      client.query<{ staffId: string; address: string; locale: 'nl' | 'en' }>(
        `SELECT DISTINCT s.id AS "staffId", s.sign_in AS address, s.locale FROM staff_member s
         JOIN membership m ON m.staff_id = s.id
         WHERE m.organisation_id = $1 AND m.ended_at IS NULL AND s.disabled_at IS NULL
           AND m.role IN ('functional-administrator','stand-in')`,
        [organisationId],
      ),
    );
    return rows;
  },
});
