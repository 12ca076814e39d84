import type pg from 'pg';
import { refOf } from '../../domain/access/roles';
import { resultOf } from '../../domain/audit/result';
import { isRefusal, type Refusal, refuse } from '../../domain/case/command';
import { summary } from '../../domain/case/summary';
import type { CaseTarget, CaseWrite, Scope, Store } from '../../ports';
import { loadForCommit } from './load';
import { writeRows } from './row-changes';
import { inScope, isUuid } from './scope';

/** The account's lock covers its cases: every commit takes it first (R44). Waiting for it beats retrying a conflict. */
const LOCK = `SELECT id FROM account
  WHERE id = coalesce($1::uuid, (SELECT account_id FROM recovery_case WHERE id = $2::uuid)) FOR UPDATE`;

/**
 * One statement writes everything. Its parts see the tables as they were before it, so new effects are not among
 * those that it drops; the floor's trigger is deferred and sees the events (R19).
 */
const WRITE = `WITH new_events AS (
    INSERT INTO event (id, organisation_id, at, type, result, case_id, number, account_id, actor_kind, actor_id,
      origin_address, origin_agent, actor, data)
    SELECT e.id, $2, e.at, e.type, e.result, $1, e.number, $3, $4, $5, $6, $7, $8, e.data
    FROM jsonb_to_recordset($9::jsonb) AS e(id uuid, at timestamptz, type text, result text, number int, data jsonb)),
  row AS (
    INSERT INTO recovery_case (id, organisation_id, account_id, handle, number, state, status, status_group,
      next_action, due_at, assignee_id, opened_by, opened_at, ended_at)
    VALUES ($1, $2, $3, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
    ON CONFLICT (id) DO UPDATE SET number = excluded.number, state = excluded.state, status = excluded.status,
      status_group = excluded.status_group, next_action = excluded.next_action, due_at = excluded.due_at,
      assignee_id = excluded.assignee_id, ended_at = excluded.ended_at),
  guard AS (UPDATE account SET guard = $21 WHERE id = $3 AND guard <> $21::jsonb),
  alarm_gone AS (DELETE FROM alarm WHERE subject = 'case' AND subject_id = $1 AND $22::timestamptz IS NULL),
  alarm_set AS (
    INSERT INTO alarm (subject, subject_id, organisation_id, at)
    SELECT 'case', $1, $2, $22::timestamptz WHERE $22::timestamptz IS NOT NULL
    ON CONFLICT (subject, subject_id) DO UPDATE SET at = excluded.at WHERE alarm.at <> excluded.at),
  dropped AS (UPDATE effect SET status = 'dropped' WHERE $23 AND case_id = $1 AND status IN ('pending','claimed')
    AND id IS DISTINCT FROM $24::uuid),
  finished AS (UPDATE effect SET status = 'done', done_at = $25, last_error = NULL
    WHERE id = $24::uuid AND status IN ('pending','claimed'))
  INSERT INTO effect (id, organisation_id, case_id, account_id, kind, payload, status, next_at, created_at)
  SELECT (p->>'id')::uuid, $2, $1, $3, p->>'kind', p, 'pending', $25, $25 FROM jsonb_array_elements($26::jsonb) AS p`;

const writeCase = async (
  client: pg.ClientBase,
  scope: Scope,
  write: CaseWrite,
  now: string,
  finishes: string | undefined,
): Promise<void> => {
  const { case: c, account, events, effects } = write;
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
  await client.query({
    name: 'write-case',
    text: WRITE,
    values: [
      c.id,
      c.organisationId,
      c.accountId,
      actor.kind,
      actor.kind === 'staff' ? actor.id : null,
      scope.origin.address,
      scope.origin.userAgent.slice(0, 300),
      JSON.stringify(actor),
      JSON.stringify(lines),
      c.handle,
      c.number,
      JSON.stringify(c),
      status,
      statusGroup,
      nextAction,
      dueAt,
      c.assigneeId ?? null,
      c.openedBy.staffId,
      c.openedAt,
      c.endedAt ?? null,
      JSON.stringify(account.guard),
      write.alarm ?? null,
      write.dropEffects,
      finishes ?? null,
      now,
      JSON.stringify(effects),
    ],
  });
};

/**
 * Lock, load, judge, write: at most five round trips (begin with scope, lock, load, write, commit), plus one for each
 * row that changes beside the events.
 */
export const commitCase = async (
  pool: pg.Pool,
  request: Parameters<Store['commitCase']>[0],
): Promise<{ write: CaseWrite } | Refusal> => {
  const { scope, target, judge, finishes } = request;
  const { accountId, caseId } = idsOf(target);
  if (![accountId, caseId].every((id) => id === null || isUuid(id))) return refuse('not-found');
  return inScope(pool, scope, async (client) => {
    const locked = await client.query<{ id: string }>({
      name: 'lock-account',
      text: LOCK,
      values: [accountId, caseId],
    });
    const id = locked.rows[0]?.id;
    if (!id) return refuse('not-found');
    const loaded = await loadForCommit(client, id, caseId);
    const write = judge(loaded);
    if (isRefusal(write)) return write;
    if (write.events.length > 0 || finishes)
      await writeCase(client, scope, write, loaded.now, finishes);
    await writeRows(client, write, loaded.now);
    return { write };
  });
};

const idsOf = (target: CaseTarget) => ({
  accountId: 'accountId' in target ? target.accountId : null,
  caseId: 'caseId' in target ? target.caseId : null,
});
