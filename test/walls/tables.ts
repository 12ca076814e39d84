import type pg from 'pg';
import { ORGANISATIONS } from '../../prisma/seed/people';

/** Tables that hold nothing of an organisation, and why. Every other table stands under row-level security. */
export const NOT_TENANT: Record<string, string> = {
  _prisma_migrations: 'which migrations ran',
  anonymous_denial: 'counts per minute and address of those whom nobody can place: no ids',
  desk: 'one row: whether the database is local, and its clock',
  floor: 'numbers of the floor, the same for everybody',
  heartbeat: 'when each process was last alive',
  person: 'ids only: what is known of a person stands with accounts and staff',
  throttle: 'counters by key: no ids of accounts or cases',
};

/** What the application's roles may do with those, beside reading. */
export const MAY_WRITE: Record<string, Record<string, string[]>> = {
  anonymous_denial: { regain_web: ['INSERT', 'UPDATE'] },
  // Deletes only what has been silent for a day: a wall of its own holds it to those.
  heartbeat: { regain_worker: ['INSERT', 'UPDATE', 'DELETE'] },
  person: { regain_web: ['INSERT'] },
  // The worker's only for counters that are a day old: a wall of its own holds it to those.
  throttle: {
    regain_web: ['INSERT', 'UPDATE', 'DELETE'],
    regain_worker: ['UPDATE', 'DELETE'],
  },
};

/** What the look-up role may see of all organisations, before a scope is known; it writes nowhere. */
export const LOOKED_UP = [
  'account',
  'account_session',
  'account_ticket',
  'alarm',
  'code_link',
  'contact_link',
  'effect',
  'link',
  'membership',
  'message_attempt',
  'organisation',
  'recovery_case',
  'recovery_contact',
  'recovery_request',
  'sign_in_ticket',
  'staff_factor',
  'staff_member',
  'staff_session',
  'trusted_device',
];

export const APPLICATION = ['regain_web', 'regain_worker', 'regain_queue'] as const;
export const ROLES = [...APPLICATION, 'regain_lookup'] as const;
export const WRITES = ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'] as const;

export const OWN = ORGANISATIONS.zorgpunt.id;
export const FOREIGN = ORGANISATIONS.gemeente.id;

export type Table = {
  name: string;
  walled: boolean;
  columns: string[];
  key: { name: string; type: string }[];
};

export const readTables = async (superuser: pg.Client): Promise<Table[]> => {
  const { rows } = await superuser.query<Table>(
    `SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS walled,
         array(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
           AND NOT a.attisdropped) AS columns,
         (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null)))
           FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
           WHERE i.indrelid = c.oid AND i.indisprimary) AS key
       FROM pg_class c WHERE c.relkind IN ('r','p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  return rows;
};

/** Rows that belong to this organisation or to this member of it. */
export const belongsTo = (
  { columns, name }: Table,
  organisation: string,
  staff: string,
): string => {
  if (columns.includes('organisation_id'))
    return `organisation_id = '${organisation}'${columns.includes('staff_id') ? ` AND staff_id = '${staff}'` : ''}`;
  if (name === 'organisation') return `id = '${organisation}'`;
  if (columns.includes('staff_id')) return `staff_id = '${staff}'`;
  if (name === 'staff_member') return `id = '${staff}'`;
  throw new Error(`${name}: whose are its rows? Say so here.`);
};
