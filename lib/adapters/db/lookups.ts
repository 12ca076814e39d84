import type pg from 'pg';
import { refOf } from '../../domain/access/roles';
import type { FactorSecret, Found, Store } from '../../ports/store';
import { insertOwnEffects } from './own-effects';
import { inScope, isUuid, NOBODY } from './scope';

const FIND_LINK = `SELECT case_id AS "caseId", organisation_id AS "organisationId",
  contact_point_id AS "contactPointId" FROM unnest($1::text[]) AS h(hash), lookup_link(h.hash) LIMIT 1`;

/** One row per key; a key whose time has passed begins again. */
const TAKE_TRY = `INSERT INTO throttle AS t (key, count, since) VALUES ($1, 1, desk_now())
  ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN t.since < desk_now() - $2 * interval '1 millisecond' THEN 1 ELSE t.count + 1 END,
    since = CASE WHEN t.since < desk_now() - $2 * interval '1 millisecond' THEN desk_now() ELSE t.since END
  RETURNING count`;

export const lookupsOf = (
  pool: pg.Pool,
  newId: () => string,
): Pick<
  Store,
  'findHandle' | 'findLink' | 'caseSetting' | 'factorSecret' | 'takeTry' | 'tries' | 'recordSignIn'
> => ({
  async findHandle(handle) {
    const { rows } = await inScope(pool, NOBODY, (client) =>
      client.query<Found>(
        'SELECT case_id AS "caseId", organisation_id AS "organisationId" FROM lookup_handle($1)',
        [handle],
      ),
    );
    return rows[0];
  },

  async findLink(hashes) {
    const { rows } = await inScope(pool, NOBODY, (client) =>
      client.query<Found & { contactPointId: string }>(FIND_LINK, [hashes]),
    );
    return rows[0];
  },

  async caseSetting(scope, id) {
    if (!isUuid(id)) return undefined;
    const { rows } = await inScope(pool, scope, (client) =>
      client.query<{ value: string }>(
        `SELECT value FROM case_setting WHERE id = $1 AND kind <> 'password'`,
        [id],
      ),
    );
    return rows[0]?.value;
  },

  async factorSecret(scope, factorId) {
    if (!isUuid(factorId)) return undefined;
    const { rows } = await inScope(pool, scope, (client) =>
      client.query<FactorSecret>(
        `SELECT organisation_id AS "organisationId", account_id AS "accountId", kind, sealed, credential,
           last_step AS "lastStep" FROM factor WHERE id = $1 AND removed_at IS NULL AND disabled_at IS NULL`,
        [factorId],
      ),
    );
    return rows[0];
  },

  async takeTry(key, most, per) {
    const { rows } = await inScope(pool, NOBODY, (client) =>
      client.query<{ count: number }>(TAKE_TRY, [key, per]),
    );
    return (rows[0]?.count ?? most + 1) <= most;
  },

  async tries(key, per) {
    const { rows } = await inScope(pool, NOBODY, (client) =>
      client.query<{ count: number }>(
        `SELECT count FROM throttle WHERE key = $1 AND since >= (SELECT desk_now()) - $2 * interval '1 millisecond'`,
        [key, per],
      ),
    );
    return rows[0]?.count ?? 0;
  },

  async recordSignIn(scope, signIn) {
    const { id, organisationId, accountId, factorId, step, country, device } = signIn;
    return inScope(pool, scope, async (client) => {
      const { rows } = await client.query<{ caseId: string | null }>(
        `SELECT guard->>'accessCaseId' AS "caseId" FROM account WHERE id = $1 FOR UPDATE`,
        [accountId],
      );
      const used = await client.query(
        'UPDATE factor SET last_step = $2 WHERE id = $1 AND coalesce(last_step, -1) < $2',
        [factorId, step],
      );
      if (used.rowCount === 0) return false;
      await client.query(
        `INSERT INTO sign_in (id, organisation_id, account_id, at, address, country, device, outcome, factor_id)
         VALUES ($1, $2, $3, desk_now(), $4, $5, $6, 'ok', $7)`,
        [id, organisationId, accountId, scope.origin.address, country, device, factorId],
      );
      await client.query(
        `INSERT INTO event (id, organisation_id, at, type, result, account_id, actor_kind, origin_address,
           origin_agent, actor, data)
         VALUES ($1, $2, desk_now(), 'holder-signed-in', 'done', $3, $4, $5, $6, $7, $8)`,
        [
          newId(),
          organisationId,
          accountId,
          scope.actor.kind,
          scope.origin.address,
          scope.origin.userAgent.slice(0, 300),
          JSON.stringify(refOf(scope.actor)),
          JSON.stringify({ signInId: id, factorId, outcome: 'ok' }),
        ],
      );
      const caseId = rows[0]?.caseId;
      if (!caseId) return {};
      const { rows: times } = await client.query<{ at: string }>('SELECT iso(desk_now()) AS at');
      const at = times[0]?.at ?? '';
      const note = {
        kind: 'note-sign-in',
        id: newId(),
        caseId,
        signInId: id,
        factorId,
        at,
      } as const;
      await insertOwnEffects(client, { accountId, organisationId }, [note], at);
      return { note };
    });
  },
});
