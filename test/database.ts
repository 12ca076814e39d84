import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import type { DatabaseUrls } from '../local/database';
import { databaseFrom } from '../local/test-server';
import { PLANTED } from './planted';

/**
 * A migrated, empty database that only the caller knows, marked local so that its clock can be moved.
 * It goes with the server when the run ends.
 */
export function freshDatabase(): Promise<DatabaseUrls> {
  return databaseFrom(inject('server'), `t_${randomBytes(6).toString('hex')}`);
}

/** As `freshDatabase`, with the invented people. */
export async function peopledDatabase() {
  const urls = await databaseFrom(inject('server'), `t_${randomBytes(6).toString('hex')}`, PLANTED);
  // Tests add people of their own to the list.
  return { urls, planted: structuredClone(inject('planted')) };
}

/** Reads and writes past every wall: only to look at, or to break, what the application cannot. */
export function superuserUrl(database: DatabaseUrls): string {
  return inject('server').superuserUrl.replace(/\/[^/]*$/, `/${database.name}`);
}
