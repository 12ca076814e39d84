import type { Handlers } from '../lib/adapters/queue/consumer';
import type { JobName } from '../lib/adapters/queue/jobs';
import type { DeskQueue } from '../lib/adapters/queue/queue';
import type { Duration } from '../lib/domain/time';
import type { Attempts } from './attempts';
import type { WorkerDoor } from './door';
import type { Log } from './log';

export interface Tools {
  door: WorkerDoor;
  queue: Pick<DeskQueue, 'restore'>;
  attempts: Attempts;
  log: Log;
  /** How long ago this recurring job last went through, in milliseconds. */
  sinceDone(name: RecurringName): Duration;
}

/** Takes jobs of one kind from the queue. */
export type QueueJob<N extends JobName> = (tools: Tools) => Handlers[N];

/** What every worker does again and again by itself; a name here without a job in the registry does not compile. */
export type RecurringName =
  | 'sweep-alarms'
  | 'sweep-effects'
  | 'heartbeat'
  | 'forget-drafts'
  | 'forget-sign-ins'
  | 'forget-requests'
  | 'forget-attempts'
  | 'forget-settings';

export interface RecurringJob {
  every: Duration;
  run(tools: Tools, signal: AbortSignal): Promise<void>;
}
