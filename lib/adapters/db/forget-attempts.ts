import type pg from 'pg';
import { inScope, NOBODY } from './scope';

/**
 * Deletes tries of messages after 90 days, and heartbeats of processes that are dead for a day. Which those are, the
 * walls say: no younger one can be deleted, whatever is asked here.
 */
export const forgetAttempts = (pool: pg.Pool): Promise<void> =>
  inScope(pool, NOBODY, async (client) => {
    await client.query('DELETE FROM message_attempt');
    await client.query('DELETE FROM heartbeat');
  });
