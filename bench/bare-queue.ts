import { setTimeout as sleep } from 'node:timers/promises';
import { PREFIX, Queue, type QueueConfig, Worker } from '../lib/adapters/queue/backend';
import { ranks } from './figures';
import { until } from './ground';

const AT_ONCE = 50;

/** The yardstick for wakes: so many delayed jobs of BullMQ's own that do nothing, on the same backend. */
export const measureBareQueue = async (
  connection: QueueConfig,
  { count, over }: { count: number; over: number },
): Promise<{ late: number[]; rate: number }> => {
  const more = connection.kind === 'redis' ? { prefix: PREFIX } : {};
  const name = `bare-${over}`;
  const queue = new Queue(name, { connection, ...more });
  const late: number[] = [];
  const worker = new Worker(
    name,
    async (job) => {
      late.push(Date.now() - Number(job.data.at));
    },
    { connection, ...more, concurrency: 20 },
  );
  // What a fetch reports while it gives way to another is part of the figure, not a failure of the run.
  worker.on('error', () => undefined);
  const start = Date.now() + 10_000 + count * 2;
  for (let from = 0; from < count; from += AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => {
        const at = start + Math.floor(((from + i) * over) / count);
        const jobId = `b-${from + i}`;
        return queue.add(
          'nothing',
          { at },
          { jobId, delay: at - Date.now(), removeOnComplete: true, removeOnFail: true },
        );
      }),
    );
  await sleep(Math.max(0, start - Date.now()));
  const begun = performance.now();
  await until('the bare jobs', over + 180_000, async () => {
    await sleep(250);
    return late.length >= count;
  });
  const took = over === 0 ? ranks(late).max : performance.now() - begun;
  await worker.close();
  await queue.close();
  return { late, rate: (count / took) * 1000 };
};
