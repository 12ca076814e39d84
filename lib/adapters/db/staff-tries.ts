import type pg from 'pg';
import { oneMore, retryAt, type Tries } from '../../domain/access/sign-in';
import type { StaffStore } from '../../ports/staff';
import { deskNow } from '../clock/clock';
import { inScope, NOBODY } from './scope';

/**
 * Wrong entries in a row, per name, browser and address. They stand in a table without an owner, so that a name that is
 * nobody's is counted, and made to wait, exactly as one that is somebody's (R14).
 */
export const triesOf = (pool: pg.Pool): Pick<StaffStore, 'countTry' | 'forgetTries'> => ({
  /** A try counts before it is judged: of many at once only the first few are judged at all. */
  countTry: (counters) =>
    inScope(pool, NOBODY, async (client) => {
      const keys = counters.map(({ key }) => key);
      // Made and locked at once: between the two an old counter could be forgotten, and this try with it.
      const { rows } = await client.query<Tries & { key: string }>(
        `INSERT INTO throttle (key, count, since) SELECT k, 0, desk_now() FROM unnest($1::text[]) AS k ORDER BY k
         ON CONFLICT (key) DO UPDATE SET count = throttle.count RETURNING key, count, since`,
        [keys],
      );
      const now = await deskNow(client);
      const counted = counters.flatMap(({ key, counter }) =>
        rows.filter((row) => row.key === key).map((row) => ({ row, counter })),
      );
      const waits = counted
        .map(({ row, counter }) => retryAt(row, counter, now))
        .filter((at) => at !== undefined);
      // Who waits is not counted: a flood would otherwise push the end of the wait away for good.
      if (waits.length > 0) return waits.sort().at(-1);
      for (const { row } of counted) {
        const { count, since } = oneMore(row, now);
        await client.query('UPDATE throttle SET count = $2, since = $3 WHERE key = $1', [
          row.key,
          count,
          since,
        ]);
      }
      return undefined;
    }),

  async forgetTries({ anew, oneLess }) {
    await pool.query('UPDATE throttle SET count = greatest(count - 1, 0) WHERE key = ANY ($1)', [
      oneLess,
    ]);
    await pool.query('DELETE FROM throttle WHERE key = ANY ($1)', [anew]);
  },
});
