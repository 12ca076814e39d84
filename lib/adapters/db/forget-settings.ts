import type pg from 'pg';
import { inScope, NOBODY } from './scope';

/**
 * Deletes what was set up in cases that have been over for 60 days. Which those are, the walls say: nothing of another
 * case can be deleted, whatever is asked here.
 */
export const forgetSettings = (pool: pg.Pool): Promise<void> =>
  inScope(pool, NOBODY, async (client) => {
    await client.query('DELETE FROM case_setting');
  });
