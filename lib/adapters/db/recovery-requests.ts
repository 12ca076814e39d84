import type pg from 'pg';
import type { RequestDecision } from '../../domain/asking/decide-request';
import type { RecoveryRequest } from '../../domain/asking/request';
import type { Owner } from '../../ports/holders';
import type { FoundRequest, RequestStore, RequestTarget } from '../../ports/requests';
import { loadAccount } from './load';
import { insertOwnEffects } from './own-effects';
import { inScope, isUuid, NOBODY } from './scope';

const OWNER = 'account_id AS "accountId", organisation_id AS "organisationId"';

const LOAD = `SELECT json_strip_nulls(json_build_object('id', id, 'symptom', symptom, 'over', over,
    'contactPointId', contact_point_id, 'number', number, 'digits', digits, 'sentAt', iso(sent_at),
    'expiresAt', iso(expires_at), 'wrongEntries', wrong_entries, 'createdAt', iso(created_at),
    'answeredAt', iso(answered_at), 'endedAt', iso(ended_at))) AS request
  FROM recovery_request WHERE id = $1 AND account_id = $2`;

/** Under the lock of its account, if anything is to come of it. */
export const loadRequest = async (
  client: pg.ClientBase,
  accountId: string,
  requestId: string,
): Promise<RecoveryRequest | undefined> => {
  if (!isUuid(requestId)) return undefined;
  const { rows } = await client.query<{ request: RecoveryRequest }>(LOAD, [requestId, accountId]);
  return rows[0]?.request;
};

/** Its account does not change, nor whose screen it is. */
const WRITE = `INSERT INTO recovery_request AS r (id, organisation_id, account_id, token_hash, symptom, over,
    contact_point_id, number, digits, sent_at, expires_at, wrong_entries, created_at, ended_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  ON CONFLICT (id) DO UPDATE SET contact_point_id = excluded.contact_point_id, number = excluded.number,
    digits = excluded.digits, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
    wrong_entries = excluded.wrong_entries, ended_at = excluded.ended_at`;

const write = async (
  client: pg.ClientBase,
  { tokenHash }: RequestTarget,
  { id: accountId, organisationId }: { id: string; organisationId: string },
  { request, guard, effects }: RequestDecision,
  now: string,
): Promise<void> => {
  if (request)
    await client.query(WRITE, [
      request.id,
      organisationId,
      accountId,
      // Only a row that begins needs it; one that is there keeps its own.
      tokenHash ?? '',
      request.symptom,
      request.over,
      request.contactPointId,
      request.number,
      request.digits,
      request.sentAt,
      request.expiresAt,
      request.wrongEntries,
      request.createdAt,
      request.endedAt ?? null,
    ]);
  if (guard) await client.query('UPDATE account SET guard = $2 WHERE id = $1', [accountId, guard]);
  await insertOwnEffects(client, { accountId, organisationId }, effects, now);
};

/** PostgreSQL behind the port `RequestStore`. */
export const createRequestStore = (pool: pg.Pool): RequestStore => {
  const lookUp = async <T extends pg.QueryResultRow>(sql: string, key: string): Promise<T[]> =>
    (await inScope(pool, NOBODY, (client) => client.query<T>(sql, [key]))).rows;
  return {
    findNamed: (signIn) => lookUp<Owner>(`SELECT ${OWNER} FROM lookup_account_named($1)`, signIn),

    find: (tokenHash) =>
      lookUp<FoundRequest>(
        `SELECT request_id AS "requestId", ${OWNER} FROM lookup_recovery_request($1)`,
        tokenHash,
      ),

    async read(scope, { accountId, requestId }) {
      if (!isUuid(accountId)) return undefined;
      return inScope(pool, scope, async (client) => {
        const read = await loadAccount(client, accountId);
        if (!read) return undefined;
        const request = await loadRequest(client, accountId, requestId);
        return { ...read, ...(request ? { request } : {}) };
      });
    },

    commit: (scope, target, judge) =>
      inScope(pool, scope, async (client) => {
        const { accountId, requestId } = target;
        await client.query('SELECT id FROM account WHERE id = $1 FOR UPDATE', [accountId]);
        const read = await loadAccount(client, accountId);
        if (!read) return undefined;
        const { organisation: _, ...loaded } = read;
        const request = await loadRequest(client, accountId, requestId);
        const decision = judge({ ...loaded, ...(request ? { request } : {}) });
        await write(client, target, loaded.account, decision, loaded.now);
        return decision;
      }),
  };
};

/** What is past its hour, answered or not: the wall says which that is, and the worker sees none of it. */
export const forgetRequests = (pool: pg.Pool): Promise<void> =>
  inScope(pool, NOBODY, async (client) => {
    await client.query('DELETE FROM recovery_request');
  });
