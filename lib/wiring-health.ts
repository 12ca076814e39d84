import { databaseHealth } from './adapters/db/health';
import { pool } from './adapters/db/pool';
import { queueHealth } from './adapters/queue/health';
import { env } from './env';

/** Null is well, else the reason in a few words. */
export interface DeskHealth {
  database: string | null;
  migrations: string | null;
  queue: string | null;
  worker: string | null;
}

export async function deskHealth(): Promise<DeskHealth> {
  const [database, queue] = await Promise.all([databaseHealth(pool()), queueHealth(env().queue)]);
  return { ...database, queue };
}

/**
 * What must hold before the first request, or the first job: a whole environment, and a database of the same kind
 * (R48). A database that is away does not stop the start: every new connection is judged again, and
 * the health page says what is missing.
 */
export async function checkStart(): Promise<void> {
  env();
  const client = await pool()
    .connect()
    .catch((error: unknown) => {
      if (error instanceof Error && error.name === 'DatabaseRefused') throw error;
      return null;
    });
  client?.release();
}
