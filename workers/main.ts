import { createQueue } from '../lib/adapters/queue/queue';
import { EnvironmentProblem, env } from '../lib/env';
import { wiring } from '../lib/wiring';
import { checkStart } from '../lib/wiring-health';
import { surviveFaults, untilStopped } from './lifetime';
import { openLog } from './log';
import { startWorker } from './worker';

/** The worker's process: `node --import tsx workers/main.ts`. As many as wanted may run; each does everything in registry.ts. */

const log = openLog();
surviveFaults(log);

try {
  const settings = env();
  await checkStart();
  const door = wiring();
  const queue = createQueue(settings.queue, {
    deskNow: () => door.now(),
    report: ({ fault, error, ...ids }) => log.fault(fault, ids, error),
  });
  const worker = await startWorker({ door, queue, log });
  log.said('worker-started', { queue: settings.queue.kind });
  untilStopped(worker, queue, log);
} catch (error) {
  if (error instanceof EnvironmentProblem) console.error(error.message);
  else log.fault('not-started', {}, error);
  process.exit(1);
}
