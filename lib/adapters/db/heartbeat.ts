import type { Pool } from 'pg';

/** A worker that has not written for this long counts as dead; it writes every 5 seconds. */
export const HEARTBEAT_DEAD_AFTER_SECONDS = 30;

/**
 * Says that this process is alive. In real time, never desk_now(): moving the clock at the inbox
 * must not make a living worker look dead.
 */
export async function beat(db: Pick<Pool, 'query'>, process: string): Promise<void> {
  await db.query({
    name: 'beat',
    text: `INSERT INTO heartbeat (process, at) VALUES ($1, clock_timestamp())
           ON CONFLICT (process) DO UPDATE SET at = excluded.at`,
    values: [process],
  });
}

/** Seconds since any process whose name begins with `prefix` was last heard; null when never. */
export async function silence(db: Pick<Pool, 'query'>, prefix: string): Promise<number | null> {
  const { rows } = await db.query<{ seconds: number | null }>(
    `SELECT extract(epoch FROM clock_timestamp() - max(at))::float8 AS seconds
       FROM heartbeat WHERE process ^@ $1`,
    [prefix],
  );
  return rows[0]?.seconds ?? null;
}
