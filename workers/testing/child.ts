import type { QueueConfig } from '../../lib/adapters/queue/backend';
import { createQueue } from '../../lib/adapters/queue/queue';
import { surviveFaults, untilStopped } from '../lifetime';
import { openLog } from '../log';
import { startWorker } from '../worker';
import { openPool, tableDoor } from './table-door';

/** A worker's process over the tables of table-door.ts: `child.ts <database> <queue as JSON> <hold ms>`. */

const [url = '', queueConfig = '', hold = '0'] = process.argv.slice(2);
const config: QueueConfig = JSON.parse(queueConfig);

const log = openLog();
surviveFaults(log);
const door = tableDoor(
  openPool(url),
  () => new Promise((resolve) => setTimeout(resolve, Number(hold))),
);
const queue = createQueue(config, {
  deskNow: () => door.now(),
  report: ({ fault, error, ...ids }) => log.fault(fault, ids, error),
});
const worker = await startWorker({ door, queue, log });
untilStopped(worker, queue, log);
log.said('worker-started');
