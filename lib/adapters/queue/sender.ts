import { setTimeout as sleep } from 'node:timers/promises';
import { minutes } from '../../domain/time';
import { PREFIX, Queue, type QueueConfig } from './backend';
import type { DeskClock } from './desk-clock';
import { type Report, saidOnce } from './faults';
import type { Entry, JobName } from './jobs';
import { within } from './within';

/** Later alarms get their job from the sweep, when they are near: the queue stays short (design §2). */
export const NEAR = minutes(15);

const ANSWER_WITHIN = 3_000;
const AT_ONCE = 100;
/** More than this in memory means that the queue is away; the rows have it all. */
const HELD_AT_MOST = 20_000;
const REMEMBERED_FOR = 60_000;

export type Sender = ReturnType<typeof sender>;

/** Puts jobs into the queue without anybody waiting for it. What fails is dropped: the sweep finds it in the rows. */
export function sender(config: QueueConfig, clock: DeskClock, report: Report) {
  const unreachable = saidOnce(report);
  const queues: { [N in JobName]?: Promise<Queue> } = {};
  const waiting = new Map<string, Entry>();
  /** Job id → until when it need not be added again, and the moment of an alarm. */
  const remembered = new Map<string, { until: number; at: number | undefined }>();
  let sending: Promise<void> | undefined;
  let closed = false;

  /** BullMQ keeps a failed first connection for ever: a queue that did not come up is made anew. */
  function queue(name: JobName): Promise<Queue> {
    const existing = queues[name];
    if (existing) return existing;
    const made = open(name);
    queues[name] = made;
    made.catch(() => {
      delete queues[name];
    });
    return made;
  }

  async function open(name: JobName): Promise<Queue> {
    const opening = new Queue(name, {
      connection: config,
      prefix: PREFIX,
      // Nobody reads BullMQ's own story of what it did: the events of the desk are in its rows.
      streams: { events: { maxLen: 100 } },
      // Taken away at its end, so that its id is free; never tried again, because the row says when.
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
    });
    opening.on('error', unreachable);
    try {
      await within(ANSWER_WITHIN, opening.waitUntilReady());
      return opening;
    } catch (error) {
      opening.close().catch(() => undefined);
      throw error;
    }
  }

  async function add(entry: Entry, deskNow: number): Promise<void> {
    const delay = entry.at === undefined ? 0 : Math.max(0, Math.ceil(entry.at - deskNow));
    const to = await queue(entry.name);
    await within(ANSWER_WITHIN, to.add(entry.name, entry.data, { jobId: entry.jobId, delay }));
    remembered.set(entry.jobId, { until: performance.now() + REMEMBERED_FOR, at: entry.at });
  }

  async function sendAll(): Promise<void> {
    while (waiting.size > 0 && !closed) {
      const batch = [...waiting.values()].slice(0, AT_ONCE);
      for (const { jobId } of batch) waiting.delete(jobId);
      try {
        const deskNow = await clock();
        const near = batch.filter(({ at }) => at === undefined || at - deskNow <= NEAR);
        await Promise.all(
          near.map((entry) =>
            // Once more for what passes: a deadlock, a connection that the server closed while idle.
            add(entry, deskNow).catch(async () => {
              await sleep(100);
              await add(entry, deskNow);
            }),
          ),
        );
      } catch (error) {
        waiting.clear();
        unreachable(error);
      }
    }
  }

  function forgetOld(): void {
    for (const [jobId, { until }] of remembered) {
      if (until > performance.now()) return;
      remembered.delete(jobId);
    }
  }

  return {
    /** Accepts and returns at once. The same id twice within a minute is sent once. */
    send(entries: readonly Entry[]): void {
      forgetOld();
      for (const entry of entries) {
        if (waiting.size >= HELD_AT_MOST) break;
        if (!remembered.has(entry.jobId)) waiting.set(entry.jobId, entry);
      }
      if (waiting.size === 0 || closed) return;
      sending ??= sendAll().finally(() => {
        sending = undefined;
      });
    },

    /**
     * A queue that was flushed has lost what this process believes to be in it: seen from one job
     * that cannot have run yet, and then everything is sent again.
     */
    async forgetIfFlushed(): Promise<void> {
      const deskNow = await clock();
      let last: { jobId: string; at: number } | undefined;
      for (const [jobId, { at }] of remembered) {
        if (at !== undefined && at > Math.max(last?.at ?? 0, deskNow + 2_000)) last = { jobId, at };
      }
      if (!last) return;
      const alarms = await queue('alarm');
      if (!(await within(ANSWER_WITHIN, alarms.getJob(last.jobId)))) remembered.clear();
    },

    /** Everything that was accepted is in the queue, or given up. */
    async settled(): Promise<void> {
      while (sending) await sending;
    },

    async close(): Promise<void> {
      if (sending) await within(ANSWER_WITHIN, sending).catch(() => undefined);
      closed = true;
      const open = Object.values(queues);
      await Promise.all(
        open.map(async (made) =>
          within(
            ANSWER_WITHIN,
            made.then((it) => it.close()),
          ).catch(() => undefined),
        ),
      );
    },
  };
}
