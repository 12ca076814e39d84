import type pg from 'pg';
import type { AccountChange } from '../../domain/account/own/account-change';
import { isOwnRefusal, type OwnDecision, refuseOwn } from '../../domain/account/own/command';
import type { HolderStore, Owner, OwnLoaded, OwnTarget } from '../../ports/holders';
import type { FactorSecret } from '../../ports/store';
import type { Origin, Scope } from '../../ports/world';
import { denialsOf } from './denials';
import { insertEvents } from './events';
import { loadOwn } from './load-own';
import { insertOwnEffects } from './own-effects';
import { writeOwnRow } from './own-rows';
import { countMailbox } from './recovery-contacts';
import { inScope, isUuid, NOBODY } from './scope';

const OWNER = 'account_id AS "accountId", organisation_id AS "organisationId"';

const write = async (
  client: pg.ClientBase,
  scope: Scope,
  target: OwnTarget,
  { account, now }: OwnLoaded,
  { events, rows, effects, guard }: OwnDecision,
): Promise<void> => {
  const { id: accountId, organisationId } = account;
  for (const row of rows)
    await writeOwnRow(client, row, { ...target, organisationId, now, origin: scope.origin });
  if (guard) await client.query('UPDATE account SET guard = $2 WHERE id = $1', [accountId, guard]);
  await insertOwnEffects(client, { accountId, organisationId }, effects, now);
  await insertEvents(
    client,
    scope,
    now,
    events.map((event) => ({ organisationId, accountId, event })),
  );
};

/** PostgreSQL behind the port `HolderStore`. */
export const createHolderStore = (pool: pg.Pool, newId: () => string): HolderStore => {
  const lookUp = async <T extends pg.QueryResultRow>(sql: string, key: string): Promise<T[]> =>
    (await inScope(pool, NOBODY, (client) => client.query<T>(sql, [key]))).rows;
  const byTheDesk = (organisationId: string, origin: Origin): Scope => ({
    organisations: [organisationId],
    actor: { kind: 'nobody' },
    origin,
  });
  const tell = (scope: Scope, { accountId, organisationId }: Owner, event: Event) =>
    inScope(pool, scope, (client) =>
      insertEvents(client, scope, undefined, [{ organisationId, accountId, event }]),
    );
  return {
    findHolders: (signIn) =>
      lookUp<Owner & { passwordHash: string }>(
        `SELECT ${OWNER}, password_hash AS "passwordHash" FROM lookup_holder($1)`,
        signIn,
      ),
    findTicket: async (hash) =>
      (await lookUp<Owner>(`SELECT ${OWNER} FROM lookup_account_ticket($1)`, hash))[0],
    findSession: async (hash) =>
      (await lookUp<Owner>(`SELECT ${OWNER} FROM lookup_account_session($1)`, hash))[0],
    findDevice: async (hash) =>
      (
        await lookUp<Owner & { deviceId: string }>(
          `SELECT ${OWNER}, device_id AS "deviceId" FROM lookup_trusted_device($1)`,
          hash,
        )
      )[0],

    async recordWrongPassword(owner, origin) {
      if (owner)
        return tell(byTheDesk(owner.organisationId, origin), owner, {
          type: 'holder-password-refused',
        });
      await denialsOf(
        pool,
        newId,
      )({
        actor: { kind: 'nobody' },
        origin,
        action: 'holder-sign-in',
        code: 'sign-in-wrong',
      });
    },

    openTicket: (scope, accountId, { hash, life, sessionId }) =>
      inScope(pool, scope, async (client) => {
        const [organisationId] = scope.organisations;
        await client.query(
          `INSERT INTO account_ticket (hash, organisation_id, account_id, session_id, created_at, expires_at)
           SELECT $1, $2, $3, $4, t.now, t.now + $5 * interval '1 millisecond' FROM (SELECT desk_now() AS now) t`,
          [hash, organisationId, accountId, sessionId ?? null, life],
        );
        await insertEvents(client, scope, undefined, [
          {
            organisationId: organisationId ?? null,
            accountId,
            event: { type: 'holder-password-accepted' },
          },
        ]);
      }),

    async read(scope, target) {
      if (!isUuid(target.accountId)) return undefined;
      return inScope(pool, scope, (client) => loadOwn(client, target));
    },

    async secrets(scope, accountId) {
      const { rows } = await inScope(pool, scope, (client) =>
        client.query<FactorSecret & { id: string }>(
          `SELECT id, ${OWNER}, kind, sealed, credential, last_step AS "lastStep" FROM factor
           WHERE account_id = $1 AND removed_at IS NULL AND disabled_at IS NULL AND added_at IS NOT NULL
           ORDER BY added_at, id`,
          [accountId],
        ),
      );
      return rows;
    },

    commit: (scope, target, judge) =>
      inScope(pool, scope, async (client) => {
        await client.query('SELECT id FROM account WHERE id = $1 FOR UPDATE', [target.accountId]);
        const found = await loadOwn(client, target);
        if (!found) return refuseOwn('not-found');
        const loaded = target.mailbox
          ? {
              ...found,
              accountsOfMailbox: await countMailbox(client, target.mailbox, found.account),
            }
          : found;
        const outcome = judge(loaded);
        if (!isOwnRefusal(outcome)) await write(client, scope, target, loaded, outcome);
        return outcome;
      }),

    async waitingChange(scope, changeId) {
      if (!isUuid(changeId)) return undefined;
      const { rows } = await inScope(pool, scope, (client) =>
        client.query<{ accountId: string; change: AccountChange }>(
          'SELECT account_id AS "accountId", change FROM waiting_change WHERE id = $1 AND ended_at IS NULL',
          [changeId],
        ),
      );
      return rows[0];
    },

    async markSeen(scope, sessionId) {
      await inScope(pool, scope, (client) =>
        client.query(
          'UPDATE account_session SET last_seen_at = desk_now() WHERE id = $1 AND ended_at IS NULL',
          [sessionId],
        ),
      );
    },

    endSession: (scope, accountId, sessionId, reason) =>
      inScope(pool, scope, async (client) => {
        const { rowCount } = await client.query(
          'UPDATE account_session SET ended_at = desk_now() WHERE id = $1 AND account_id = $2 AND ended_at IS NULL',
          [sessionId, accountId],
        );
        if (rowCount === 0) return;
        const [organisationId] = scope.organisations;
        await insertEvents(client, scope, undefined, [
          {
            organisationId: organisationId ?? null,
            accountId,
            objectId: sessionId,
            event: { type: 'holder-session-ended', reason },
          },
        ]);
      }),
  };
};

type Event = Parameters<typeof insertEvents>[3][number]['event'];
