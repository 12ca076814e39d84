import pg from 'pg';
import type { TestDesk } from './desk';

/** One connection past every wall: to look at, to hold, or to break what the application cannot. */
export const asSuperuser = async <T>(
  { superuserUrl }: Pick<TestDesk, 'superuserUrl'>,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Signing in costs more than most statements: those that only look share what is open, and it closes by itself. */
const open = new Map<string, pg.Pool>();
const poolOf = (connectionString: string): pg.Pool => {
  const found = open.get(connectionString);
  if (found) return found;
  const pool = new pg.Pool({ connectionString, max: 2, allowExitOnIdle: true });
  // Tests end connections, and the server ends before what looks at it.
  pool.on('error', () => undefined);
  open.set(connectionString, pool);
  return pool;
};

/** Rows of one statement, past every wall. */
export const look = async <Row extends pg.QueryResultRow>(
  { superuserUrl }: Pick<TestDesk, 'superuserUrl'>,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> => (await poolOf(superuserUrl).query<Row>(sql, values)).rows;
