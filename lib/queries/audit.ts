import type pg from 'pg';
import { insertEvents } from '../adapters/db/events';
import { pool } from '../adapters/db/pool';
import { inScope, isUuid } from '../adapters/db/scope';
import { may } from '../domain/access/can';
import { wordsToFind } from '../domain/account/search-words';
import type { AuditFilter, AuditLine, AuditPage } from '../domain/audit/audit-view';
import type { AuditEvent, Recorded } from '../domain/audit/event';
import { readHandle } from '../domain/case/handle';
import type { Instant } from '../domain/time';
import { namesIn } from './audit-names';
import { recordDenied } from './case-page';
import type { Reader } from './reader';

export type AuditCursor = { after?: string | undefined; before?: string | undefined };

const PAGE = 50;
const MOST_ACCOUNTS = 20;

/** A moment that exists: the database refuses 30 February with a fault, and an address is typed by anyone. */
const isMoment = (text: string): boolean => {
  const at = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/;
type Edge = { at: Instant; id: string };
const readCursor = (text: string | undefined): Edge | undefined => {
  const [, at, id] = CURSOR.exec(text ?? '') ?? [];
  return at && id && isUuid(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : undefined;
};
const cursorOf = (line: AuditLine | undefined): string | undefined =>
  line && `${line.event.at}_${line.event.id}`;

/** A filter with its words looked up. */
export type AuditWhere = Omit<AuditFilter, 'account' | 'handle' | 'organisationId'> & {
  accountIds?: readonly string[];
  caseId?: string;
};

const ROW = `e.id, e.at, e.type, e.result, e.actor, e.data, e.account_id AS "accountId", e.case_id AS "caseId",
  e.object_id AS "objectId", e.origin_address AS address, e.origin_agent AS agent`;

/**
 * One page of the log. It walks each organisation, and each kind, account or side of a case within it, along an index
 * that gives the order; each walk gives at most a page, and the pages are merged. What comes first stays first however
 * long the log is.
 */
export const auditSql = (
  organisations: readonly string[],
  { from, until, actorId, types, accountIds, caseId }: AuditWhere,
  timeZone: string,
  edge: Edge | undefined,
  backwards: boolean,
): { text: string; values: unknown[] } => {
  const values: unknown[] = [organisations];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const walks = ['unnest($1::uuid[]) AS of(id)'];
  const where = ['e.organisation_id = of.id'];
  if (types) {
    walks.push(`unnest(${bind(types)}::text[]) AS kind(type)`);
    where.push('e.type = kind.type');
  }
  if (accountIds) {
    walks.push(`unnest(${bind(accountIds)}::uuid[]) AS whose(id)`);
    where.push('e.account_id = whose.id');
  }
  if (actorId) where.push(`e.actor_id = ${bind(actorId)}`);
  const moment = (text: string) =>
    `(${bind(text)}::timestamp AT TIME ZONE ${bind(timeZone)})::timestamptz`;
  if (from) where.push(`e.at >= ${moment(from)}`);
  if (until) where.push(`e.at < ${moment(until)} + interval '1 minute'`);
  if (edge)
    where.push(
      `(e.at, e.id) ${backwards ? '>' : '<'} (${bind(edge.at)}::timestamptz, ${bind(edge.id)}::uuid)`,
    );
  const order = backwards ? 'ASC' : 'DESC';
  const limit = `LIMIT ${PAGE + 1}`;
  const walk = (more: readonly string[]) =>
    `(SELECT e.* FROM event e WHERE ${[...where, ...more].join(' AND ')} ORDER BY e.at ${order}, e.id ${order} ${limit})`;
  // What was done in a case is its own; who read it or was denied it only points to it.
  const id = caseId && bind(caseId);
  const each = id
    ? `${walk([`e.case_id = ${id}::uuid`])} UNION ALL ${walk([`e.object_id = ${id}::text`, 'e.case_id IS NULL'])}`
    : walk([]);
  return {
    text: `WITH page AS MATERIALIZED (
        SELECT w.* FROM ${walks.join(' CROSS JOIN ')} CROSS JOIN LATERAL (${each}) AS w
        ORDER BY w.at ${order}, w.id ${order} ${limit})
      SELECT ${ROW}, o.name AS organisation, o.time_zone AS "timeZone", a.display_name AS "accountName", c.handle
      FROM page e JOIN organisation o ON o.id = e.organisation_id
      LEFT JOIN account a ON a.id = e.account_id LEFT JOIN recovery_case c ON c.id = e.case_id
      ORDER BY e.at ${order}, e.id ${order}`,
    values,
  };
};

type Row = {
  id: string;
  at: Instant;
  type: string;
  result: AuditLine['result'];
  actor: object;
  data: object;
  accountId: string | null;
  caseId: string | null;
  objectId: string | null;
  address: string;
  agent: string;
  organisation: string;
  timeZone: string;
  accountName: string | null;
  handle: string | null;
};

const lineOf = (row: Row): AuditLine => {
  const { id, at, type, actor, data, accountId, accountName, caseId, handle, objectId } = row;
  return {
    event: { ...data, id, at, type, actor } as unknown as Recorded<AuditEvent>,
    organisation: row.organisation,
    timeZone: row.timeZone,
    result: row.result,
    origin: { address: row.address, agent: row.agent },
    ...(accountId && accountName ? { account: { id: accountId, name: accountName } } : {}),
    ...(caseId && handle ? { case: { id: caseId, handle } } : {}),
    ...(objectId ? { objectId } : {}),
  };
};

/** The accounts that a filter means: one by its id, or all that have these words. */
const accountsMeant = async (
  client: pg.ClientBase,
  organisations: readonly string[],
  text: string,
): Promise<{ id: string; name: string }[]> => {
  const words = wordsToFind(text);
  if (!isUuid(text) && words.length === 0) return [];
  const hits = words.map(
    (_, i) =>
      `SELECT account_id FROM account_word WHERE organisation_id = ANY ($1::uuid[]) AND word ^@ $${i + 2}`,
  );
  const ids = isUuid(text)
    ? '$2::uuid'
    : `(SELECT account_id FROM (${hits.join(' INTERSECT ')}) AS h ORDER BY 1 LIMIT ${MOST_ACCOUNTS + 1})`;
  const { rows } = await client.query<{ id: string; name: string }>(
    `SELECT id, display_name AS name FROM account WHERE organisation_id = ANY ($1::uuid[]) AND id IN (${ids}) ORDER BY 2, 1`,
    [organisations, ...(isUuid(text) ? [text] : words)],
  );
  return rows;
};

const caseMeant = async (
  client: pg.ClientBase,
  organisations: readonly string[],
  typed: string,
): Promise<string | undefined> => {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM recovery_case WHERE handle = $1 AND organisation_id = ANY ($2::uuid[])',
    [readHandle(typed), organisations],
  );
  return rows[0]?.id;
};

/** Organisations whose log this reader may read. */
export const auditable = ({ actor, organisations }: Reader): string[] =>
  actor.kind === 'staff' ? organisations.filter((id) => may(actor, 'audit.read', id)) : [];

/**
 * One page of the log over the organisations that the reader audits, newest first. The search is itself a line in the
 * log of each of them, in the same transaction: it says by what was searched, never for what. Undefined, and a
 * denial, for whoever audits none.
 */
export const searchAudit = async (
  reader: Reader,
  filter: AuditFilter,
  timeZone: string,
  cursor: AuditCursor = {},
  db = pool(),
): Promise<AuditPage | undefined> => {
  const { organisationId, account, handle, actorId, from, until, ...rest } = filter;
  const organisations = auditable(reader).filter((id) => !organisationId || id === organisationId);
  const before = readCursor(cursor.before);
  const after = readCursor(cursor.after);
  return inScope(db, reader, async (client) => {
    if (organisations.length === 0) {
      await recordDenied(client, reader, 'search-audit', organisationId ?? '');
      return undefined;
    }
    const accounts = account ? await accountsMeant(client, organisations, account) : undefined;
    const caseId = handle ? await caseMeant(client, organisations, handle) : undefined;
    const where: AuditWhere = {
      ...rest,
      ...(from && isMoment(from) ? { from } : {}),
      ...(until && isMoment(until) ? { until } : {}),
      ...(actorId && isUuid(actorId) ? { actorId } : {}),
      ...(accounts ? { accountIds: accounts.slice(0, MOST_ACCOUNTS).map(({ id }) => id) } : {}),
      ...(caseId ? { caseId } : {}),
    };
    const nothing = handle !== undefined && caseId === undefined;
    const found = nothing
      ? []
      : (
          await client.query<Row>(
            auditSql(organisations, where, timeZone, before ?? after, before !== undefined),
          )
        ).rows;
    const { rows: clock } = await client.query<{ now: Instant }>('SELECT desk_now() AS now');
    const filters = Object.entries(filter).flatMap(([name, value]) => (value ? [name] : []));
    await insertEvents(
      client,
      reader,
      undefined,
      organisations.map((id) => ({
        organisationId: id,
        event: { type: 'audit-searched', filters },
      })),
    );
    const page = found.slice(0, PAGE).map(lineOf);
    const lines = before ? page.reverse() : page;
    const more = found.length > PAGE;
    const next = (before || more) && cursorOf(lines.at(-1));
    const previous = (before ? more : after !== undefined) && cursorOf(lines[0]);
    return {
      now: clock[0]?.now ?? '',
      lines,
      ...(await namesIn(client, lines)),
      ...(next ? { next } : {}),
      ...(previous ? { previous } : {}),
      ...(accounts ? { accounts: accounts.slice(0, MOST_ACCOUNTS) } : {}),
      ...(accounts && accounts.length > MOST_ACCOUNTS ? { tooManyAccounts: true } : {}),
      ...(nothing ? { noSuchCase: true } : {}),
    };
  });
};
