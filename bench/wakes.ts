import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { QueueConfig } from '../lib/adapters/queue/backend';
import { hours, plus } from '../lib/domain/time';
import { ORGANISATIONS } from '../prisma/seed/people';
import { accountOf, waiting } from '../test/case-stages';
import { openDesk, type TestDesk } from '../test/desk';
import { newHolder } from '../test/new-holder';
import { cloneCases, type Mould, mouldOf } from './clone';
import { ranks } from './figures';
import { type Ground, until } from './ground';
import { startWorker } from './worker';

const WARM_UP = 250;

export type Wakes = {
  /** Milliseconds between the end of a waiting period and the moment at which its end was decided. */
  late: number[];
  /** Wakes a second, from the first end to the last wake. */
  rate: number;
  /** What else the worker carried out in that time. */
  messages: number;
};

/** A case that needs nothing any more but the end of its wait: everybody was told, also at half-time. */
export const waitingCase = async (d: TestDesk, client: pg.Client): Promise<Mould> => {
  const key = await newHolder(d);
  const c = await waiting(d, { key });
  await d.moveClock(hours(24));
  await d.settle();
  const phone =
    (await accountOf(d, c)).contactPoints.find((p) => p.kind === 'phone')?.address ?? '';
  const { caseId, accountId, handle } = c;
  return mouldOf(client, { caseId, accountId, handle, key, phone }, sharedIds(d));
};

export const sharedIds = ({ planted }: TestDesk): ReadonlySet<string> =>
  new Set([
    ...Object.values(ORGANISATIONS).map(({ id }) => id),
    ...planted.staff.flatMap(({ id, personId }) => [id, personId]),
  ]);

const LATENESS = `SELECT extract(epoch FROM e.at - (w.data->>'endsAt')::timestamptz) * 1000 AS late
  FROM event e JOIN event w ON w.case_id = e.case_id AND w.type = 'wait-started'
  WHERE e.type = 'wait-over' AND e.case_id = ANY ($1::uuid[])`;

/**
 * So many cases whose waiting periods end evenly within `over` milliseconds (0: at the same instant), on a database, a
 * worker process and an inbox of their own.
 */
export const measureWakes = async (
  ground: Ground,
  name: string,
  queueOf: (queueUrl: string) => QueueConfig,
  { count, over }: { count: number; over: number },
): Promise<Wakes> => {
  const database = await ground.database(name);
  const d = await openDesk(database);
  return ground.asSuperuser(name, async (client) => {
    const mould = await waitingCase(d, client);
    const worker = await startWorker(ground, client, database, queueOf(database.queueUrl));
    const now = () => d.ports.store.now();
    const woken = async (ids: string[]) => {
      const { rows } = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM event WHERE type = 'wait-over' AND case_id = ANY ($1::uuid[])`,
        [ids],
      );
      return rows[0]?.n ?? 0;
    };
    const sent = async () => {
      const { rows } = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM effect WHERE status = 'done'`,
      );
      return rows[0]?.n ?? 0;
    };
    const cases = async (n: number, from: string, spread: number) => {
      const clones = await cloneCases(client, mould, n, (i) =>
        plus(from, Math.floor((i * spread) / n)),
      );
      return clones.map(({ caseId }) => caseId);
    };
    const first = await cases(WARM_UP, plus(await now(), 5_000), 3_000);
    await until('the warm-up', 60_000, async () => (await woken(first)) === WARM_UP);
    await until('the post of the warm-up', 120_000, async () => {
      const { rowCount } = await client.query(
        `SELECT FROM effect WHERE status IN ('pending','claimed') LIMIT 1`,
      );
      return rowCount === 0;
    });
    // Long enough for the rows to be written and for the sweep to put every alarm into the queue.
    const lead = 15_000 + count * 4;
    const start = plus(await now(), lead);
    const ids = await cases(count, start, over);
    await client.query('VACUUM ANALYZE');
    await sleep(Math.max(0, Date.parse(start) - Date.parse(await now())));
    const before = await sent();
    const begun = performance.now();
    await until('the wakes', over + 180_000, async () => {
      await sleep(750);
      return (await woken(ids)) === count;
    });
    const after = await sent();
    const { rows } = await client.query<{ late: string }>(LATENESS, [ids]);
    const late = rows.map((row) => Number(row.late));
    await worker.stop();
    await d.close();
    const took = over === 0 ? ranks(late).max : performance.now() - begun;
    return { late, rate: (count / took) * 1000, messages: after - before };
  });
};
