import type pg from 'pg';
import type { Scope } from '../../ports/world';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => UUID.test(text);

/** `staffId`: whose own rows are seen while nobody is signed in yet. */
type ScopeOfRows = Pick<Scope, 'organisations' | 'actor'> & { staffId?: string };

/**
 * What opens a transaction and sets whose rows it may see, in one round trip. The ids stand in the text of the
 * statement, so anything that is not a UUID is refused here rather than quoted.
 */
const beginSql = ({ organisations, actor, staffId }: ScopeOfRows): string => {
  const staff = staffId ?? (actor.kind === 'staff' ? actor.staffId : '');
  if (![...organisations, ...(staff ? [staff] : [])].every(isUuid))
    throw new Error('a scope holds ids only');
  return `BEGIN; SELECT set_config('regain.organisations', '${organisations.join(',')}', true), set_config('regain.staff', '${staff}', true)`;
};

/** What is sent until the event loop turns leaves at once: one system call, and one awakening of the server. */
export const sendTogether = ({ connection }: pg.Client): void => {
  connection.stream.cork();
  process.nextTick(() => connection.stream.uncork());
};

/**
 * Runs in a transaction with this scope: committed when it returns, undone when it throws. The opening is sent without
 * waiting for its answer, so that the first statement travels with it; were it ever refused, what follows would see
 * and write nothing, because without a scope there is nothing behind the wall.
 */
export const inScope = async <T>(
  pool: pg.Pool,
  scope: ScopeOfRows,
  run: (client: pg.PoolClient) => Promise<T>,
): Promise<T> => {
  const opening = beginSql(scope);
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    sendTogether(client);
    const opened = client.query(opening);
    opened.catch(() => undefined);
    const result = await run(client);
    await opened;
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    client.release(broken);
  }
};

export const NOBODY = { organisations: [], actor: { kind: 'nobody' } } as const;
