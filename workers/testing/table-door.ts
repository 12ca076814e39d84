import pg from 'pg';
import type { WorkerDoor } from '../door';

/** Two tables that stand for alarms and effects, so that a worker can be tried apart from the desk. */
export const TABLES = `
  CREATE TABLE try_alarm (
    id text PRIMARY KEY, at timestamptz NOT NULL,
    rung int NOT NULL DEFAULT 0, done_at timestamptz, done int NOT NULL DEFAULT 0);
  CREATE TABLE try_effect (
    id text PRIMARY KEY, next_at timestamptz NOT NULL, attempt int NOT NULL DEFAULT 0,
    begun int NOT NULL DEFAULT 0, done int NOT NULL DEFAULT 0);
  CREATE TABLE try_beat (beats int NOT NULL DEFAULT 0);
  INSERT INTO try_beat DEFAULT VALUES;`;

export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 2_000 });
  pool.on('error', () => undefined);
  return pool;
}

/** `hold` is waited for in the middle of everything that is done: begun, and not yet done. */
export function tableDoor(pool: pg.Pool, hold: () => Promise<void>): WorkerDoor {
  return {
    async now() {
      const { rows } = await pool.query('SELECT now()');
      return rows[0].now.toISOString();
    },
    async ringAlarm({ id }) {
      await pool.query('UPDATE try_alarm SET rung = rung + 1 WHERE id = $1', [id]);
      await hold();
      await pool.query(
        `UPDATE try_alarm SET done = done + 1, done_at = clock_timestamp()
          WHERE id = $1 AND at <= now() AND done = 0`,
        [id],
      );
    },
    async performEffect(id) {
      await pool.query('UPDATE try_effect SET begun = begun + 1 WHERE id = $1', [id]);
      await hold();
      await pool.query('UPDATE try_effect SET done = done + 1 WHERE id = $1 AND done = 0', [id]);
    },
    async dueAlarms(within, limit) {
      const { rows } = await pool.query(
        `SELECT id, at FROM try_alarm
          WHERE done = 0 AND at <= now() + make_interval(secs => $1) ORDER BY at LIMIT $2`,
        [within / 1000, limit],
      );
      return rows.map(({ id, at }) => ({
        subject: 'case',
        id,
        organisationId: 'try',
        at: at.toISOString(),
      }));
    },
    async unfinishedEffects(limit) {
      const { rows } = await pool.query(
        `SELECT id, attempt, next_at FROM try_effect
          WHERE done = 0 AND next_at <= now() ORDER BY next_at LIMIT $1`,
        [limit],
      );
      return rows.map(({ id, attempt, next_at }) => ({
        effectId: id,
        attempt,
        at: next_at.toISOString(),
      }));
    },
    async forgetDrafts() {},
    async forgetSignIns() {},
    async forgetRequests() {},
    async forgetAttempts() {},
    async forgetSettings() {},
    async beat() {
      await pool.query('UPDATE try_beat SET beats = beats + 1');
    },
  };
}
