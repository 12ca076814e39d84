import pg from 'pg';
import type { TestDesk } from './desk';

const WAITING = `SELECT count(*)::int AS n FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock'`;

const untilWaiting = async (client: pg.Client, wanted: number): Promise<void> => {
  for (let i = 0; i < 1_000; i++) {
    const { rows } = await client.query<{ n: number }>(WAITING);
    if ((rows[0]?.n ?? 0) >= wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`no ${wanted} transactions wait for the account`);
};

/**
 * Two acts that are both under way and meet at the account's lock, the first before the second. A race whose order is
 * left to chance would show one of the two orders only.
 */
export const inThisOrder = async <A, B>(
  { superuserUrl }: TestDesk,
  accountId: string,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> => {
  const [holder, watcher] = [superuserUrl, superuserUrl].map(
    (connectionString) => new pg.Client({ connectionString }),
  ) as [pg.Client, pg.Client];
  await Promise.all([holder.connect(), watcher.connect()]);
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [accountId]);
    const one = first();
    await untilWaiting(watcher, 1);
    const two = second();
    await untilWaiting(watcher, 2);
    await holder.query('COMMIT');
    return await Promise.all([one, two]);
  } finally {
    await Promise.all([holder.end(), watcher.end()]);
  }
};

/** What came of two acts, in the order in which they were named, whichever of them went first. */
export const inOrder = async <A, B>(
  d: TestDesk,
  accountId: string,
  order: 'first' | 'second',
  a: () => Promise<A>,
  b: () => Promise<B>,
): Promise<[A, B]> => {
  if (order === 'first') return inThisOrder(d, accountId, a, b);
  const [second, first] = await inThisOrder(d, accountId, b, a);
  return [first, second];
};
