import type { DeskQueue } from '../lib/adapters/queue/queue';
import type { Log } from './log';
import type { StartedWorker } from './worker';

const FINISH_WITHIN = 10_000;

/** At SIGTERM or Ctrl-C: take nothing more, finish what runs, and go. What is left stands in its rows. */
export function untilStopped(worker: StartedWorker, queue: DeskQueue, log: Log): void {
  let stopping = false;
  const stop = async () => {
    // Ctrl-C reaches the whole group, and then the starter asks again.
    if (stopping) return;
    stopping = true;
    log.said('worker-stopping');
    const finished = await worker.stop(FINISH_WITHIN);
    if (finished) await queue.close();
    log.said(finished ? 'worker-stopped' : 'worker-stopped-unfinished');
    process.exit(finished ? 0 : 1);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/**
 * A rejection that nobody waited for must not end all the others. After any other fault that nobody
 * caught only a new process is trusted, and whoever started this one starts it again.
 */
export function surviveFaults(log: Log): void {
  process.on('unhandledRejection', (error) => log.fault('unhandled', {}, error));
  process.on('uncaughtException', (error) => {
    log.fault('uncaught', {}, error);
    process.exit(1);
  });
}
