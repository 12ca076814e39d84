import pg from 'pg';
import { days, type Instant, plus } from '../../lib/domain/time';
import { accountOf, historyOf } from './history';
import { ACCOUNT, BEGINNING, CASE, id, OPENER, ORGANISATION, OTHER_CASE } from './ids';
import type { Situation } from './situation';

const rowsOf = (s: Situation, now: Instant): string => {
  const account = accountOf(s, now);
  const events = historyOf(s, account, now).map(({ id: eventId, at, actor, type, ...data }, n) => ({
    id: eventId,
    at,
    type,
    number: n + 1,
    actor,
    actor_id: actor.kind === 'staff' ? actor.id : null,
    data,
  }));
  const factors = s.factors.map((f, n) => ({
    id: id(100 + n),
    kind: f.kind,
    started_at: plus(now, -days(500)),
    added_at: f.pending ? null : plus(now, -days(500)),
    given_by_case: f.by === 'this case' ? CASE : f.by === 'another case' ? OTHER_CASE : null,
    removed_at: f.removedDaysAgo === undefined ? null : plus(now, -days(f.removedDaysAgo)),
    disabled_at: f.disabled ? now : null,
  }));
  const literal = (value: unknown) => pg.escapeLiteral(JSON.stringify(value));
  return `
    INSERT INTO account (id, organisation_id, person_id, sign_in, display_name, imported_at, guard, created_at)
    VALUES ('${ACCOUNT}', '${ORGANISATION}', '${account.personId}', '${account.signIn}', 'Someone',
      ${s.imported ? 'desk_now()' : 'NULL'}, ${literal(account.guard)}, desk_now());
    INSERT INTO factor (id, organisation_id, account_id, kind, label, started_at, added_at, given_by_case, removed_at, disabled_at)
    SELECT f.id, '${ORGANISATION}', '${ACCOUNT}', f.kind, '', f.started_at, f.added_at, f.given_by_case, f.removed_at, f.disabled_at
    FROM jsonb_to_recordset(${literal(factors)}) AS f(id uuid, kind text, started_at timestamptz, added_at timestamptz,
      given_by_case uuid, removed_at timestamptz, disabled_at timestamptz);
    INSERT INTO recovery_case (id, organisation_id, account_id, handle, number, state, status, status_group, next_action,
      due_at, opened_by, opened_at)
    VALUES ('${CASE}', '${ORGANISATION}', '${ACCOUNT}', '7K3M9Q2XTB-${BEGINNING}', ${events.length}, '{}', '${s.from}', 'todo', 'wait',
      desk_now(), '${OPENER.staffId}', desk_now());
    INSERT INTO event (id, organisation_id, at, type, result, case_id, number, account_id, actor_kind, actor_id,
      origin_address, origin_agent, actor, data)
    SELECT e.id, '${ORGANISATION}', e.at, e.type, 'done', '${CASE}', e.number, '${ACCOUNT}', 'staff', e.actor_id, '', '', e.actor, e.data
    FROM jsonb_to_recordset(${literal(events)}) AS e(id uuid, at timestamptz, type text, number int, actor jsonb,
      actor_id text, data jsonb);
    UPDATE recovery_case SET status = '${s.to}' WHERE id = '${CASE}';
    SET CONSTRAINTS ALL IMMEDIATE;`;
};

const CHECK_VIOLATION = '23514';

let tries = 0;

/** Whether the trigger lets it through; nothing of it stays. */
export const letsThrough = async (
  client: pg.ClientBase,
  s: Situation,
  now: Instant,
): Promise<boolean> => {
  // Rows that were undone still lie in the indexes: under ids of its own no case has to look past the others.
  const own = (Number.parseInt(BEGINNING, 16) + ++tries).toString(16).padStart(8, '0');
  await client.query('SAVEPOINT before');
  try {
    await client.query(rowsOf(s, now).replaceAll(BEGINNING, own));
    return true;
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    if (code !== CHECK_VIOLATION || !message?.startsWith('floor:')) throw error;
    return false;
  } finally {
    await client.query('ROLLBACK TO SAVEPOINT before; SET CONSTRAINTS ALL DEFERRED');
  }
};
