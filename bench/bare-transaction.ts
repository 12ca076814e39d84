import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DatabaseUrls } from '../local/database';
import type { Ground } from './ground';

/** About as much as an event of the desk holds. */
const DATA = JSON.stringify({ staffId: randomUUID(), note: 'x'.repeat(150) });

/**
 * The yardstick of the commands: one transaction with one insert and one update, over `pg`, with prepared statements,
 * the same number of connections and the same PostgreSQL. Nothing is locked, loaded, judged or kept apart.
 */
export const bareTransactions = async (
  ground: Ground,
  database: DatabaseUrls,
  { rows, connections }: { rows: number; connections: number },
) => {
  await ground.asSuperuser(database.name, async (client) => {
    await client.query('CREATE SCHEMA bare; GRANT USAGE ON SCHEMA bare TO regain_web');
    await client.query(
      'CREATE TABLE bare.event (id uuid PRIMARY KEY, thing int NOT NULL, at timestamptz NOT NULL, data jsonb NOT NULL)',
    );
    await client.query(
      'CREATE TABLE bare.thing (id int PRIMARY KEY, number int NOT NULL, data jsonb)',
    );
    await client.query(
      'INSERT INTO bare.thing SELECT i, 0, $1::jsonb FROM generate_series(1, $2) AS i',
      [DATA, rows],
    );
    await client.query('GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA bare TO regain_web');
  });
  const pool = new pg.Pool({ connectionString: database.webUrl, max: connections });
  pool.on('error', () => undefined);
  let turn = 0;
  return {
    close: () => pool.end(),
    run: async (): Promise<void> => {
      const client = await pool.connect();
      try {
        const thing = (turn++ % rows) + 1;
        await client.query('BEGIN');
        await client.query({
          name: 'insert',
          text: 'INSERT INTO bare.event (id, thing, at, data) VALUES ($1, $2, clock_timestamp(), $3)',
          values: [randomUUID(), thing, DATA],
        });
        await client.query({
          name: 'update',
          text: 'UPDATE bare.thing SET number = number + 1, data = $2 WHERE id = $1',
          values: [thing, DATA],
        });
        await client.query('COMMIT');
      } finally {
        client.release();
      }
    },
  };
};
