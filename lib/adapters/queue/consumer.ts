import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from 'bullmq';
import { PREFIX, type QueueConfig, Worker } from './backend';
import type { DeskClock } from './desk-clock';
import { type Report, saidOnce } from './faults';
import { JOB_NAMES, type JobData, type JobName, momentOf } from './jobs';
import { within } from './within';

/** One for every kind of job: a kind without a handler does not compile. */
export type Handlers = { [N in JobName]: (data: JobData[N]) => Promise<void> };

export type Concurrency = { [N in JobName]: number };

export interface Running {
  /** Resolves when jobs of every kind are being taken for the first time. */
  ready(): Promise<void>;
  /** Takes nothing more and waits for what runs; false when that took too long. */
  stop(withinMilliseconds: number): Promise<boolean>;
}

/** Short, so that the job of a killed worker is taken over within seconds, not after a minute. */
const LOCK_LASTS = 10_000;
const LOOK_FOR_STALLED_EVERY = 5_000;
const LONGEST_PAUSE = 5_000;
/** Two machines' clocks may differ by this much; a job that came early waits for its moment. */
const EARLY_AT_MOST = 1_000;

type Taking = Pick<Worker, 'close' | 'run' | 'waitUntilReady'>;

export function consume(
  config: QueueConfig,
  handlers: Handlers,
  concurrency: Concurrency,
  clock: DeskClock,
  report: Report,
): Running {
  const stopping = new AbortController();
  const unreachable = saidOnce(report);
  const current = new Set<Taking>();

  async function untilMoment(jobId: string | undefined): Promise<void> {
    const moment = momentOf(jobId);
    if (moment === undefined) return;
    // Without a clock there is no database either: the handler finds that out.
    const left = moment - (await clock().catch(() => moment));
    if (left > 0) await sleep(Math.min(Math.ceil(left), EARLY_AT_MOST));
  }

  /** Never throws: BullMQ would keep the words of the error in its own tables (R45). */
  const process =
    <N extends JobName>(name: N) =>
    async (job: Job<JobData[N]>): Promise<void> => {
      try {
        await untilMoment(job.id);
        await handlers[name](job.data);
      } catch (error) {
        report({ fault: 'job-failed', ...(job.id ? { jobId: job.id } : {}), error });
      }
    };

  function make<N extends JobName>(name: N): Taking {
    const worker = new Worker(name, process(name), {
      connection: config,
      prefix: PREFIX,
      concurrency: concurrency[name],
      autorun: false,
      lockDuration: LOCK_LASTS,
      stalledInterval: LOOK_FOR_STALLED_EVERY,
      runRetryDelay: 1_000,
    });
    worker.on('error', unreachable);
    return worker;
  }

  /** Keeps one worker going: BullMQ keeps a failed first connection for ever, so it is made anew. */
  async function keep(name: JobName, firstReady: () => void): Promise<void> {
    let pause = 250;
    while (!stopping.signal.aborted) {
      const worker = make(name);
      current.add(worker);
      try {
        await untilReadyOrStopped(worker);
        if (stopping.signal.aborted) return;
        firstReady();
        pause = 250;
        await worker.run();
      } catch (error) {
        unreachable(error);
      }
      if (stopping.signal.aborted) return;
      current.delete(worker);
      void within(LONGEST_PAUSE, worker.close(true)).catch(() => undefined);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }

  async function untilReadyOrStopped(worker: Taking): Promise<void> {
    const stopped = new Promise<void>((resolve) => {
      stopping.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await Promise.race([worker.waitUntilReady(), stopped]);
  }

  const ready = Promise.all(
    JOB_NAMES.map((name) => new Promise<void>((firstReady) => void keep(name, firstReady))),
  );

  return {
    ready: async () => void (await ready),
    async stop(withinMilliseconds) {
      stopping.abort();
      const closing = Promise.all([...current].map((worker) => worker.close()));
      try {
        await within(withinMilliseconds, closing);
        return true;
      } catch {
        return false;
      }
    },
  };
}
