import type { Instant } from '../../domain/time';
import type { Alarm, Bell } from '../../ports/bell';
import type { QueueConfig } from './backend';
import { type Concurrency, consume, type Handlers, type Running } from './consumer';
import { deskClock } from './desk-clock';
import type { Report } from './faults';
import { alarmEntry, type EffectDue, effectEntry } from './jobs';
import { sender } from './sender';

export interface DeskQueue {
  /** Fire and forget: never rejects and never makes a commit wait. */
  bell: Bell;
  /** For the sweep: puts back what the rows hold and the queue may have lost. */
  restore(alarms: readonly Alarm[], effects: readonly EffectDue[]): Promise<void>;
  /** Begins to take jobs, and keeps trying when the queue is not there. */
  work(handlers: Handlers, concurrency: Concurrency): Promise<Running>;
  /** Everything that was rung is in the queue, or given up. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * BullMQ on PostgreSQL or on Redis. It makes the desk punctual and is never the truth: alarms and
 * effects stand in their rows, a job holds ids only, and the whole queue may be flushed at any
 * moment. A job is never moved or removed; one that came too late or twice finds nothing due.
 */
export function createQueue(
  config: QueueConfig,
  { deskNow, report }: { deskNow: () => Promise<Instant>; report: Report },
): DeskQueue {
  const clock = deskClock(deskNow);
  const out = sender(config, clock, report);
  return {
    bell: {
      async ring(alarms, effectIds) {
        out.send([
          ...alarms.map(alarmEntry),
          ...effectIds.map((effectId) => effectEntry({ effectId, attempt: 0 })),
        ]);
      },
    },
    async restore(alarms, effects) {
      await out.forgetIfFlushed();
      out.send([...alarms.map(alarmEntry), ...effects.map(effectEntry)]);
    },
    work: async (handlers, concurrency) => consume(config, handlers, concurrency, clock, report),
    settled: out.settled,
    close: out.close,
  };
}
