import type pg from 'pg';
import type { Duration, Instant } from '../../domain/time';
import type { Alarm } from '../../ports/bell';
import { inScope, NOBODY } from './scope';

/** Alarms that are due or will be within this time, the earliest first: ids only (R46). */
export const dueAlarms = async (
  pool: pg.Pool,
  within: Duration,
  limit: number,
): Promise<Alarm[]> => {
  const { rows } = await inScope(pool, NOBODY, (client) =>
    client.query<Alarm>(
      `SELECT subject, id, organisation_id AS "organisationId", at
       FROM lookup_due_alarms($1 * interval '1 millisecond', $2)`,
      [within, limit],
    ),
  );
  return rows;
};

type Unfinished = { effectId: string; attempt: number; at: Instant };

/** Effects whose next try has come, the earliest first: ids only (R46). */
export const unfinishedEffects = async (pool: pg.Pool, limit: number): Promise<Unfinished[]> => {
  const { rows } = await inScope(pool, NOBODY, (client) =>
    client.query<Unfinished>(
      `SELECT id AS "effectId", attempts AS attempt, next_at AS at FROM lookup_unfinished_effects($1)`,
      [limit],
    ),
  );
  return rows;
};

/** When the next thing must be looked at; for the clock of a local desk. */
export const nextAlarm = async (pool: pg.Pool): Promise<Instant | undefined> => {
  const { rows } = await inScope(pool, NOBODY, (client) =>
    client.query<{ at: Instant | null }>('SELECT lookup_next_alarm() AS at'),
  );
  return rows[0]?.at ?? undefined;
};
