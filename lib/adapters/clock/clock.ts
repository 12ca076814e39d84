import type { ClientBase, Pool } from 'pg';

type Db = Pick<ClientBase | Pool, 'query'>;

/**
 * The desk's time, as an ISO string. After waiting for a lock ask again, in a statement of its own:
 * a time that was read before the lock is old (R44).
 */
export async function deskNow(db: Db): Promise<string> {
  const { rows } = await db.query<{ now: Date | string }>('SELECT desk_now() AS now');
  return asIso(rows[0]?.now);
}

/**
 * Moves the desk's clock forward by whole seconds and gives the new time. Refused by the database
 * unless it is marked local.
 */
export async function moveClock(db: Db, seconds: number): Promise<string> {
  const { rows } = await db.query('SELECT move_clock(make_interval(secs => $1)) AS now', [seconds]);
  return asIso(rows[0]?.now);
}

function asIso(now: Date | string | undefined): string {
  if (now === undefined) throw new Error('the database gave no time');
  return typeof now === 'string' ? now : now.toISOString();
}
