import pg from 'pg';
import { type Env, env } from '../../env';

/**
 * One pool for the process, opened at the first use. Every new connection is judged before its
 * first statement: a marked database and a production process never meet (R48), and a role that
 * stands above row-level security, or owns the tables, is refused (R46, R47), because the walls would
 * then be painted on, and events could be changed.
 */

const BIGINT = 20;
const TIMESTAMPTZ = 1184;

let shared: pg.Pool | undefined;

export function pool(): pg.Pool {
  if (!shared) {
    const { databaseUrl, mode } = env();
    shared = openPool({ url: databaseUrl, mode });
  }
  return shared;
}

interface PoolOptions {
  url: string;
  mode: Env['mode'];
  max?: number;
}

export function openPool({ url, mode, max = 10 }: PoolOptions): pg.Pool {
  const config: pg.PoolConfig = {
    connectionString: url,
    max,
    // A database that is away must be told as 503 by the health page, not as a page that hangs.
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: 'regain',
    // Statements that do not wait for each other's answers travel together: a commit waits twice, not five times.
    pipeline: true,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
    onConnect: (client) => judgeConnection(client, mode, 'application'),
  };
  const opened = new pg.Pool(config);
  // An idle connection that breaks (a restarted server) is replaced at the next use; without a
  // listener it would end the process.
  opened.on('error', () => undefined);
  // Nor one that breaks between two statements of a transaction: its next statement says so.
  opened.on('connect', (client) => client.on('error', () => undefined));
  return opened;
}

/** Counts come back as numbers and instants as ISO strings, as the stored cases hold them. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  if (format !== 'binary') {
    if (oid === BIGINT) return readBigint;
    if (oid === TIMESTAMPTZ) return readInstant;
  }
  return pg.types.getTypeParser(oid, format as 'text');
}

function readBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`bigint out of range: ${text}`);
  return value;
}

/** `2026-11-22 10:00:00.123456+00` → `2026-11-22T10:00:00.123Z`, whatever the session's time zone. */
function readInstant(text: string): string {
  return new Date(text).toISOString();
}

export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
}

/** The set-up of an empty database is the only one who comes as the owner. */
export async function judgeConnection(
  client: pg.ClientBase,
  mode: Env['mode'],
  comesAs: 'application' | 'owner',
): Promise<void> {
  const found = await readMark(client);
  if (!found || found.above) {
    throw new DatabaseRefused(
      `The database role "${found?.role}" stands above row-level security. Connect as regain_web or regain_worker.`,
    );
  }
  if (found.owns && comesAs === 'application') {
    throw new DatabaseRefused(
      `The database role "${found.role}" owns the tables. Connect as regain_web or regain_worker.`,
    );
  }
  if (found.local === null) {
    throw new DatabaseRefused('The database has no desk yet. Run "npm run migrate" first.');
  }
  if (found.local && mode === 'production') {
    throw new DatabaseRefused(
      'The database is marked as local: its clock can be moved and its people are invented. Production does not run on it.',
    );
  }
  if (!found.local && mode === 'local') {
    throw new DatabaseRefused(
      'The database is not marked as local. A local desk, with local keys, does not run on a real database.',
    );
  }
}

async function readMark(client: pg.ClientBase) {
  try {
    const { rows } = await client.query<{
      local: boolean | null;
      above: boolean;
      owns: boolean;
      role: string;
    }>(
      `SELECT (SELECT local FROM desk) AS local, rolname AS role, rolsuper OR rolbypassrls AS above,
              (SELECT pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = 'desk'::regclass) AS owns
         FROM pg_roles WHERE rolname = current_user`,
    );
    return rows[0];
  } catch (error) {
    const UNDEFINED_TABLE = '42P01';
    if (error instanceof pg.DatabaseError && error.code === UNDEFINED_TABLE) {
      throw new DatabaseRefused('The database has no tables yet. Run "npm run migrate" first.');
    }
    throw error;
  }
}
