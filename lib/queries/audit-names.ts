import type pg from 'pg';
import { pool } from '../adapters/db/pool';
import { inScope, isUuid } from '../adapters/db/scope';
import type { FactorKind } from '../domain/account/factor';
import { maskedContactPoint } from '../domain/account/masked';
import type { AuditLine, AuditThing } from '../domain/audit/audit-view';
import type { Reader } from './reader';

/** Every id that stands anywhere in these events. */
const idsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return isUuid(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(idsIn);
};

/** The names that a page of the log needs, of staff whom the reader may see and of the accounts on it. */
export const namesIn = async (
  client: pg.ClientBase,
  lines: readonly AuditLine[],
): Promise<{ staff: Record<string, string>; things: Record<string, AuditThing> }> => {
  const ids = [...new Set(lines.flatMap(({ event, objectId }) => idsIn([event, objectId])))];
  const { rows: staff } = await client.query<{ id: string; name: string }>(
    'SELECT id, display_name AS name FROM staff_member WHERE id = ANY ($1::uuid[])',
    [ids],
  );
  const { rows: points } = await client.query<{
    id: string;
    kind: 'email' | 'phone';
    address: string;
  }>('SELECT id, kind, address FROM contact_point WHERE id = ANY ($1::uuid[])', [ids]);
  const { rows: factors } = await client.query<{ id: string; kind: FactorKind }>(
    'SELECT id, kind FROM factor WHERE id = ANY ($1::uuid[])',
    [ids],
  );
  return {
    staff: Object.fromEntries(staff.map(({ id, name }) => [id, name])),
    things: Object.fromEntries<AuditThing>([
      ...points.map((point) => [point.id, { masked: maskedContactPoint(point) }] as const),
      ...factors.map(({ id, kind }) => [id, { factor: kind }] as const),
    ]),
  };
};

/** Staff members, present and past, of these organisations: by whom the log can be filtered. */
export const staffOf = (
  reader: Reader,
  organisations: readonly string[],
  db = pool(),
): Promise<{ id: string; name: string }[]> =>
  inScope(db, reader, async (client) => {
    const { rows } = await client.query<{ id: string; name: string }>(
      `SELECT DISTINCT s.id, s.display_name AS name FROM staff_member s
       JOIN membership m ON m.staff_id = s.id WHERE m.organisation_id = ANY ($1::uuid[]) ORDER BY 2, 1`,
      [organisations],
    );
    return rows;
  });
