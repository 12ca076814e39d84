import { deepStrictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { newHandle } from '../lib/adapters/crypto/identifiers';
import type { Case } from '../lib/domain/case/case';
import { alarmOf } from '../lib/domain/case/deadlines';
import { fold } from '../lib/domain/case/evolve';

/** Everything of one account and its case, parents before children. */
const TABLES = {
  person: 'SELECT p.* FROM person p JOIN account a ON a.person_id = p.id WHERE a.id = $2',
  account: 'SELECT * FROM account WHERE id = $2',
  contact_point: 'SELECT * FROM contact_point WHERE account_id = $2',
  factor: 'SELECT * FROM factor WHERE account_id = $2',
  trusted_device: 'SELECT * FROM trusted_device WHERE account_id = $2',
  account_session: 'SELECT * FROM account_session WHERE account_id = $2',
  event: 'SELECT * FROM event WHERE case_id = $1 ORDER BY number',
  recovery_case: 'SELECT * FROM recovery_case WHERE id = $1',
  alarm: 'SELECT * FROM alarm WHERE subject_id = $1',
} as const;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const ENDS = '@ends@';
const AT_ONCE = 250;

export type Cloned = {
  caseId: string;
  accountId: string;
  handle: string;
  /** The clone's id of a thing of the mould. */
  idOf(old: string): string;
};

/** One case as it was made by the use cases, from which others like it are printed. */
export type Mould = {
  parts: { table: string; text: string }[];
  of: Omit<Cloned, 'idOf'> & { key: string; phone: string };
  /** Ids of organisations and staff, which the clones have in common. */
  shared: ReadonlySet<string>;
};

/**
 * Reads a case with all its rows. When its wait has an end, each clone gets an end of its own, in its row, its events
 * and its alarm, so that a clone still equals the fold of its events.
 */
export const mouldOf = async (
  client: pg.Client,
  of: Mould['of'],
  shared: ReadonlySet<string>,
): Promise<Mould> => {
  const { rows } = await client.query<{ state: Case }>(
    'SELECT state FROM recovery_case WHERE id = $1',
    [of.caseId],
  );
  const endsAt = rows[0]?.state.wait?.endsAt;
  const parts: Mould['parts'] = [];
  for (const [table, sql] of Object.entries(TABLES)) {
    const found = await client.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM (${sql}) AS t WHERE $1::uuid IS NOT NULL AND $2::uuid IS NOT NULL`,
      [of.caseId, of.accountId],
    );
    const lines = found.rows.map(({ row }) =>
      JSON.stringify({
        ...row,
        ...(endsAt && table === 'recovery_case' ? { due_at: ENDS } : {}),
        ...(endsAt && table === 'alarm' ? { at: ENDS } : {}),
      }),
    );
    const text = lines.join(',');
    parts.push({ table, text: endsAt ? text.replaceAll(endsAt, ENDS) : text });
  }
  return { parts, of, shared };
};

let printed = 0;

/** The same rows with fresh ids, addresses and handle: an account shared by nobody. */
const print = ({ parts, of, shared }: Mould, endsAt: string) => {
  const fresh = new Map<string, string>([[of.handle, newHandle()]]);
  const id = (old: string): string => {
    if (shared.has(old)) return old;
    const known = fresh.get(old) ?? randomUUID();
    fresh.set(old, known);
    return known;
  };
  const number = ++printed;
  const texts = parts.map(({ text }) =>
    text
      .replace(UUID, id)
      .replaceAll(of.handle, fresh.get(of.handle) ?? '')
      .replaceAll(of.key, `${of.key}n${number}`)
      .replaceAll(of.phone, `+316${10_000_000 + number}`)
      .replaceAll(ENDS, endsAt),
  );
  const clone = {
    caseId: id(of.caseId),
    accountId: id(of.accountId),
    handle: id(of.handle),
    idOf: id,
  };
  return { texts, clone };
};

/** Prints so many clones, the n-th with the end that `endsAt` says. The floor's trigger judges each of them. */
export const cloneCases = async (
  client: pg.Client,
  mould: Mould,
  count: number,
  endsAt: (n: number) => string,
): Promise<Cloned[]> => {
  const clones: Cloned[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) =>
      print(mould, endsAt(from + i)),
    );
    await client.query('BEGIN');
    for (const [i, { table }] of mould.parts.entries())
      await client.query(
        `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
        [
          `[${batch
            .map(({ texts }) => texts[i])
            .filter(Boolean)
            .join(',')}]`,
        ],
      );
    await client.query('COMMIT');
    clones.push(...batch.map(({ clone }) => clone));
  }
  await demandWhole(client, clones.at(-1));
  return clones;
};

/** A clone that is not the fold of its events, or whose alarm is another, would measure something else. */
const demandWhole = async (client: pg.Client, clone: Cloned | undefined): Promise<void> => {
  const { rows } = await client.query(
    `SELECT c.state, c.handle, iso(c.due_at) AS due, (SELECT iso(at) FROM alarm WHERE subject_id = c.id) AS alarm,
       (SELECT jsonb_agg(e.data || jsonb_build_object('type', e.type, 'id', e.id, 'at', iso(e.at), 'actor', e.actor)
         ORDER BY e.number) FROM event e WHERE e.case_id = c.id) AS events
     FROM recovery_case c WHERE c.id = $1`,
    [clone?.caseId],
  );
  const [row] = rows;
  deepStrictEqual(row.state, fold(row.events));
  deepStrictEqual(
    [row.alarm, row.due, row.handle],
    [alarmOf(row.state), alarmOf(row.state), clone?.handle],
  );
};
