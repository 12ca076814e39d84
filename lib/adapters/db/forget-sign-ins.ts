import type pg from 'pg';
import { FORGOTTEN_AFTER } from '../../domain/access/sign-in';
import { inScope, NOBODY } from './scope';

/** A flood leaves more; the rest goes in the next minutes, and no run holds many rows for long. */
const AT_ONCE = 10_000;

/**
 * Deletes tickets that are over, links of codes that nobody will report any more (R43), and counters by which nothing
 * is decided any more; which those are, the walls say as well. A counter that a sign-in holds at this moment is passed
 * over: waiting for one another both could wait for ever.
 */
export const forgetSignIns = (pool: pg.Pool): Promise<void> =>
  inScope(pool, NOBODY, async (client) => {
    await client.query('DELETE FROM sign_in_ticket');
    await client.query('DELETE FROM code_link');
    await client.query(
      `DELETE FROM throttle WHERE key IN (SELECT key FROM throttle
         WHERE since <= (SELECT desk_now()) - $1 * interval '1 millisecond' LIMIT $2 FOR UPDATE SKIP LOCKED)`,
      [FORGOTTEN_AFTER, AT_ONCE],
    );
  });
