import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { refOf } from '../../domain/access/roles';
import { resultOf } from '../../domain/audit/result';
import { isRefusal, type Refusal, refuse } from '../../domain/case/command';
import { alarmOf } from '../../domain/case/deadlines';
import { summary } from '../../domain/case/summary';
import type { CaseTarget, CaseWrite, Loaded, Store } from '../../ports/store';
import type { Scope } from '../../ports/world';
import { loadForCommit, THE_ACCOUNT } from './load';
import { loadRequest } from './recovery-requests';
import { writeRows } from './row-changes';
import { inScope, isUuid, sendTogether } from './scope';

/** The account's lock covers its cases: every commit takes it first (R44). Waiting for it beats retrying a conflict. */
const LOCK = `SELECT id FROM account WHERE id = ${THE_ACCOUNT} FOR UPDATE`;

const EVENTS = `INSERT INTO event (id, organisation_id, at, type, result, case_id, number, account_id, actor_kind,
    actor_id, origin_address, origin_agent, actor, data)
  SELECT e.id, $2, e.at, e.type, e.result, $1, e.number, $3, $4, $5, $6, $7, $8, e.data
  FROM jsonb_to_recordset($9::jsonb) AS e(id uuid, at timestamptz, type text, result text, number int, data jsonb)`;

const NEW_ROW = `INSERT INTO recovery_case (number, state, status, status_group, next_action, due_at, assignee_id,
    ended_at, id, organisation_id, account_id, handle, opened_by, opened_at)
  VALUES ($10, $11, $12, $13, $14, $15, $16, $17, $1, $2, $3, $18, $19, $20)`;

const ROW = `UPDATE recovery_case SET number = $10, state = $11, status = $12, status_group = $13, next_action = $14,
    due_at = $15, assignee_id = $16, ended_at = $17
  WHERE id = $1`;

/** Where the holder asked for the case, the first of the staff who acts becomes its opener (R20). */
const ROW_AND_OPENER = ROW.replace('ended_at = $17', 'ended_at = $17, opened_by = $18');

type Value = string | number | null;

const becomesOpener = (loaded: Loaded, { case: c }: CaseWrite): boolean =>
  loaded.case !== undefined && !loaded.case.openedBy && c.openedBy !== undefined;

/**
 * One statement writes everything, and only of what changed: a table that is named costs its share, also when nothing
 * in it is touched. Its parts see the tables as they were before it, so new effects are not among those that it drops;
 * the floor's trigger is deferred and sees the events (R19). Each set of parts is a prepared statement of its own name.
 */
const writeStatement = (
  loaded: Loaded,
  write: CaseWrite,
  base: readonly Value[],
  finishes: string | undefined,
): { name: string; text: string; values: Value[] } => {
  const values = [...base];
  const parts = [`events AS (${EVENTS})`];
  const opener = becomesOpener(loaded, write);
  const names = [loaded.case ? (opener ? 'write-opener' : 'write-case') : 'open-case'];
  const bind = (value: Value): string => `$${values.push(value)}`;
  const part = (name: string, sql: string): void => {
    names.push(name);
    parts.push(`${name} AS (${sql})`);
  };
  const { account, alarm, effects } = write;
  if (!isDeepStrictEqual(account.guard, loaded.account.guard))
    part(
      'guard',
      `UPDATE account SET guard = ${bind(JSON.stringify(account.guard))} WHERE id = $3`,
    );
  if (alarm !== (loaded.case && alarmOf(loaded.case)))
    part(
      alarm ? 'alarm' : 'no_alarm',
      alarm
        ? `INSERT INTO alarm (subject, subject_id, organisation_id, at) VALUES ('case', $1, $2, ${bind(alarm)})
           ON CONFLICT (subject, subject_id) DO UPDATE SET at = excluded.at`
        : "DELETE FROM alarm WHERE subject = 'case' AND subject_id = $1",
    );
  if (write.dropEffects)
    part(
      'dropped',
      `UPDATE effect SET status = 'dropped' WHERE case_id = $1 AND status IN ('pending','claimed')
         AND id IS DISTINCT FROM ${bind(finishes ?? null)}::uuid`,
    );
  if (finishes)
    part(
      'finished',
      `UPDATE effect SET status = 'done', done_at = ${bind(loaded.now)}, last_error = NULL
         WHERE id = ${bind(finishes)} AND status IN ('pending','claimed')`,
    );
  if (effects.length > 0)
    part(
      'effects',
      `INSERT INTO effect (id, organisation_id, case_id, account_id, kind, payload, status, next_at, created_at)
       SELECT (p->>'id')::uuid, $2, $1, $3, p->>'kind', p, 'pending', t.now, t.now
       FROM jsonb_array_elements(${bind(JSON.stringify(effects))}::jsonb) AS p, (SELECT ${bind(loaded.now)}::timestamptz) AS t(now)`,
    );
  return {
    name: names.join(' '),
    text: `WITH ${parts.join(', ')} ${loaded.case ? (opener ? ROW_AND_OPENER : ROW) : NEW_ROW}`,
    values,
  };
};

const writeCase = async (
  client: pg.ClientBase,
  scope: Scope,
  loaded: Loaded,
  write: CaseWrite,
  finishes: string | undefined,
): Promise<void> => {
  const { case: c, events } = write;
  const { status, statusGroup, nextAction, dueAt } = summary(c);
  const first = c.number - events.length + 1;
  const lines = events.map(({ id, at, actor: _, type, ...data }, i) => ({
    id,
    at,
    type,
    result: resultOf(type),
    number: first + i,
    data,
  }));
  const actor = refOf(scope.actor);
  const base = [
    c.id,
    c.organisationId,
    c.accountId,
    actor.kind,
    actor.kind === 'staff' ? actor.id : null,
    scope.origin.address,
    scope.origin.userAgent.slice(0, 300),
    JSON.stringify(actor),
    JSON.stringify(lines),
    c.number,
    JSON.stringify(c),
    status,
    statusGroup,
    nextAction,
    dueAt,
    c.assigneeId ?? null,
    c.endedAt ?? null,
    ...(loaded.case
      ? becomesOpener(loaded, write)
        ? [c.openedBy?.staffId ?? null]
        : []
      : [c.handle, c.openedBy?.staffId ?? null, c.openedAt]),
  ];
  await client.query(writeStatement(loaded, write, base, finishes));
};

/**
 * Lock, load, judge, write. It waits for PostgreSQL twice: opening, lock and load travel together (each a statement of
 * its own, so that the load sees what the lock waited for), and so do the write and the commit. Rows that change
 * beside the events are each waited for before the commit.
 */
export const commitCase = async (
  pool: pg.Pool,
  request: Parameters<Store['commitCase']>[0],
): Promise<{ write: CaseWrite } | Refusal> => {
  const { scope, target, judge, finishes } = request;
  const { accountId, caseId } = idsOf(target);
  if (![accountId, caseId].every((id) => id === null || isUuid(id))) return refuse('not-found');
  const outcome = await inScope(pool, scope, async (client) => {
    const [, account] = await Promise.all([
      client.query({ name: 'lock-account', text: LOCK, values: [accountId, caseId] }),
      loadForCommit(client, accountId, caseId),
    ]);
    if (!account) return refuse('not-found');
    const loaded = await withRequest(client, account, target);
    const write = judge(loaded);
    if (isRefusal(write)) return write;
    sendTogether(client);
    const writes = write.events.length > 0 || finishes !== undefined;
    const written = writes ? writeCase(client, scope, loaded, write, finishes) : undefined;
    // Whoever waits for it below hears of it; a commit that failed as well is heard first.
    written?.catch(() => undefined);
    if (write.rows.length > 0) {
      await written;
      await writeRows(client, write, loaded.now);
    }
    return { write, written };
  });
  if (isRefusal(outcome)) return outcome;
  // A write that was refused has made the commit behind it a rollback.
  await outcome.written;
  return { write: outcome.write };
};

/** The request that is answered: under the account's lock, which whatever changes a request takes first. */
const withRequest = async (
  client: pg.ClientBase,
  loaded: Loaded,
  target: CaseTarget,
): Promise<Loaded> => {
  if (!('requestId' in target)) return loaded;
  const request = await loadRequest(client, loaded.account.id, target.requestId);
  return request ? { ...loaded, request } : loaded;
};

const idsOf = (target: CaseTarget) => ({
  accountId: 'accountId' in target ? target.accountId : null,
  caseId: 'caseId' in target ? target.caseId : null,
});
