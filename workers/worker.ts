import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from '../lib/adapters/queue/consumer';
import type { DeskQueue } from '../lib/adapters/queue/queue';
import { within } from '../lib/adapters/queue/within';
import { seconds } from '../lib/domain/time';
import { attempts } from './attempts';
import type { WorkerDoor } from './door';
import type { RecurringJob, RecurringName, Tools } from './job';
import type { Log } from './log';
import { queueJobs, recurringJobs } from './registry';

const CONCURRENCY = { alarm: 8, effect: 8 };
const ONE_RUN_AT_MOST = seconds(30);

export interface StartedWorker {
  /** Takes nothing more and waits for what runs; false when that took longer. */
  stop(withinMilliseconds: number): Promise<boolean>;
}

/** Starts everything in the registry. What is away (database, queue) is waited for, never died of. */
export async function startWorker(given: {
  door: WorkerDoor;
  queue: DeskQueue;
  log: Log;
}): Promise<StartedWorker> {
  const { queue, log } = given;
  const stopping = new AbortController();
  const started = performance.now();
  const done = new Map<RecurringName, number>();
  const tools: Tools = {
    ...given,
    attempts: attempts(log),
    sinceDone: (name) => performance.now() - (done.get(name) ?? started),
  };

  async function keep(name: RecurringName, job: RecurringJob): Promise<void> {
    while (!stopping.signal.aborted) {
      const stuck = new AbortController();
      const signal = AbortSignal.any([stopping.signal, stuck.signal]);
      try {
        await within(ONE_RUN_AT_MOST, job.run(tools, signal));
        done.set(name, performance.now());
      } catch (error) {
        stuck.abort();
        log.fault(`${name}-failed`, {}, error);
      }
      // Several workers must not all come at the same moment.
      const pause = job.every * (0.8 + 0.2 * Math.random());
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const running: Running = await queue.work(
    { alarm: queueJobs.alarm(tools), effect: queueJobs.effect(tools) },
    CONCURRENCY,
  );
  const kept = Promise.all(
    Object.entries(recurringJobs).map(([name, job]) => keep(name as RecurringName, job)),
  );

  return {
    async stop(withinMilliseconds) {
      stopping.abort();
      const swept = within(withinMilliseconds, kept).then(
        () => true,
        () => false,
      );
      return (await Promise.all([running.stop(withinMilliseconds), swept])).every(Boolean);
    },
  };
}
