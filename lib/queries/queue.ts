import { pool } from '../adapters/db/pool';
import { inScope, isUuid } from '../adapters/db/scope';
import { may } from '../domain/access/can';
import type { QueueRow } from '../domain/case/case-view';
import type { NextAction, StatusGroup } from '../domain/case/summary';
import type { Instant } from '../domain/time';
import type { Reader } from './reader';

export type QueueFilter = {
  group: StatusGroup;
  mine: boolean;
  organisationId?: string | undefined;
  nextAction?: NextAction | undefined;
};

export type QueuePage = {
  now: Instant;
  rows: QueueRow[];
  /** Cursors for `after` and `before`. */
  next?: string;
  previous?: string;
};

/** Where a page begins or ends: the last or first row that was seen. */
export type Cursor = { after?: string | undefined; before?: string | undefined };

const PAGE = 50;
/** No count goes further: whoever has a thousand to do needs no exact figure, and the database no long walk. */
export const MOST_COUNTED = 999;

const ROW = `c.id, c.handle, a.display_name AS holder, c.organisation_id AS "organisationId", o.name AS organisation,
  c.status, c.next_action AS "nextAction", c.due_at AS "dueAt", c.opened_at AS "openedAt", c.state->>'symptom' AS symptom,
  c.state->'measures' AS measures, c.state->'asked' AS asked, c.assignee_id AS "assigneeId", s.display_name AS assignee,
  coalesce((SELECT jsonb_object_agg(f.id, f.kind) FROM factor f WHERE f.account_id = c.account_id), '{}') AS "factorKinds"`;
const JOINS = `JOIN account a ON a.id = c.account_id JOIN organisation o ON o.id = c.organisation_id
  LEFT JOIN staff_member s ON s.id = c.assignee_id`;

type Stored = { [K in keyof QueueRow]: QueueRow[K] | null };
const rowOf = ({ assigneeId, assignee, asked, ...rest }: Stored): QueueRow => ({
  ...(rest as Omit<QueueRow, 'assignee' | 'assigneeId' | 'asked'>),
  ...(asked ? { asked } : {}),
  ...(assigneeId ? { assigneeId } : {}),
  ...(assignee ? { assignee } : {}),
});

/** Organisations of which this reader may see cases. */
const readable = ({ actor, organisations }: Reader): string[] =>
  actor.kind === 'staff' ? organisations.filter((id) => may(actor, 'case.read', id)) : [];

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/;
const readCursor = (text: string | undefined): { dueAt: Instant; id: string } | undefined => {
  const [, dueAt, id] = CURSOR.exec(text ?? '') ?? [];
  return dueAt && id && isUuid(id) && !Number.isNaN(Date.parse(dueAt)) ? { dueAt, id } : undefined;
};
const cursorOf = (row: QueueRow | undefined): string | undefined => row && `${row.dueAt}_${row.id}`;

/**
 * One page of one tab. Organisations are walked one by one, because an index on (organisation, …, due) gives its order
 * only within one of them; each gives at most a page, and the pages are merged.
 */
export const queueSql = (
  organisations: readonly string[],
  { group, mine, nextAction }: QueueFilter,
  staffId: string,
  edge: { dueAt: Instant; id: string } | undefined,
  backwards: boolean,
): { text: string; values: unknown[] } => {
  const values: unknown[] = [organisations];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  // What is done is looked at from its newest end; what is to be done, from the most urgent.
  const descending = (group === 'done') !== backwards;
  const order = descending ? 'DESC' : 'ASC';
  const where = ['c.organisation_id = of.id'];
  if (mine) where.push(`c.assignee_id = ${bind(staffId)}::uuid`);
  if (mine || !nextAction) where.push(`c.status_group = ${bind(group)}`);
  if (nextAction) where.push(`c.next_action = ${bind(nextAction)}`);
  if (edge)
    where.push(
      `(c.due_at, c.id) ${descending ? '<' : '>'} (${bind(edge.dueAt)}::timestamptz, ${bind(edge.id)}::uuid)`,
    );
  const sorted = `ORDER BY c.due_at ${order}, c.id ${order}`;
  return {
    text: `WITH page AS MATERIALIZED (
        SELECT c.* FROM unnest($1::uuid[]) AS of(id) CROSS JOIN LATERAL (
          SELECT c.* FROM recovery_case c WHERE ${where.join(' AND ')} ${sorted} LIMIT ${PAGE + 1}) AS c
        ${sorted} LIMIT ${PAGE + 1})
      SELECT ${ROW} FROM page c ${JOINS} ${sorted}`,
    values,
  };
};

/** The cases of one tab, most urgent first. Whoever may see none gets an empty page. */
export const queuePage = async (
  reader: Reader,
  filter: QueueFilter,
  cursor: Cursor = {},
  db = pool(),
): Promise<QueuePage> => {
  const organisations = readable(reader).filter(
    (id) => !filter.organisationId || id === filter.organisationId,
  );
  const staffId = reader.actor.kind === 'staff' ? reader.actor.staffId : '';
  const before = readCursor(cursor.before);
  const after = readCursor(cursor.after);
  const backwards = before !== undefined;
  return inScope(db, reader, async (client) => {
    const { rows: clock } = await client.query<{ now: Instant }>('SELECT desk_now() AS now');
    const now = clock[0]?.now ?? '';
    if (organisations.length === 0) return { now, rows: [] };
    const { rows: found } = await client.query<Stored>(
      queueSql(organisations, filter, staffId, before ?? after, backwards),
    );
    const page = found.slice(0, PAGE).map(rowOf);
    const more = found.length > PAGE;
    const rows = backwards ? page.reverse() : page;
    const next = (backwards || more) && cursorOf(rows.at(-1));
    const previous = (backwards ? more : after !== undefined) && cursorOf(rows[0]);
    return { now, rows, ...(next ? { next } : {}), ...(previous ? { previous } : {}) };
  });
};

/** The order is the index's, so that a count ends where it has counted enough instead of reading the table. */
export const countSql = (where: string): string =>
  `SELECT count(*)::int AS count FROM unnest($1::uuid[]) AS of(id) CROSS JOIN LATERAL (
     SELECT FROM recovery_case c WHERE c.organisation_id = of.id AND ${where}
     ORDER BY c.due_at, c.id LIMIT ${MOST_COUNTED + 1}) AS found`;

export type QueueCounts = { todo: number; waiting: number };

/** How many there are behind the tabs, under the filters that hold for all of them. */
export const queueCounts = async (
  reader: Reader,
  { mine, organisationId }: Pick<QueueFilter, 'mine' | 'organisationId'>,
  db = pool(),
): Promise<QueueCounts> => {
  const organisations = readable(reader).filter((id) => !organisationId || id === organisationId);
  const staffId = reader.actor.kind === 'staff' ? reader.actor.staffId : '';
  if (organisations.length === 0) return { todo: 0, waiting: 0 };
  return inScope(db, reader, async (client) => {
    const count = async (group: StatusGroup) => {
      const { rows } = await client.query<{ count: number }>(
        countSql(`c.status_group = $2${mine ? ' AND c.assignee_id = $3::uuid' : ''}`),
        [organisations, group, ...(mine ? [staffId] : [])],
      );
      return rows[0]?.count ?? 0;
    };
    return { todo: await count('todo'), waiting: await count('waiting') };
  });
};

/** The figures beside the menu: what waits to be done, and what waits for this very person's yes. */
export const deskCounts = async (
  reader: Reader,
  db = pool(),
): Promise<{ queue: number; approvals: number }> => {
  const { actor } = reader;
  if (actor.kind !== 'staff') return { queue: 0, approvals: 0 };
  const { todo } = await queueCounts(reader, { mine: false }, db);
  const approving = reader.organisations.filter((id) => may(actor, 'case.approve', id));
  if (approving.length === 0) return { queue: todo, approvals: 0 };
  const approvals = await inScope(db, reader, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      // What waits for a yes was asked for by staff: there is an opener, also where the holder asked for the case.
      countSql("c.next_action = 'approve' AND c.opened_by <> $2::uuid"),
      [approving, actor.staffId],
    );
    return rows[0]?.count ?? 0;
  });
  return { queue: todo, approvals };
};

export { JOINS as CASE_JOINS, ROW as CASE_ROW, readable, rowOf, type Stored as StoredRow };
