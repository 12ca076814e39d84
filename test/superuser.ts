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

/** Rows of one statement, past every wall. */
export const look = async <Row extends pg.QueryResultRow>(
  d: Pick<TestDesk, 'superuserUrl'>,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> => asSuperuser(d, async (client) => (await client.query<Row>(sql, values)).rows);
