import type { JobName } from '../lib/adapters/queue/jobs';
import type { QueueJob, RecurringJob, RecurringName } from './job';
import { forgetAttempts } from './jobs/forget-attempts';
import { forgetDrafts } from './jobs/forget-drafts';
import { forgetRequests } from './jobs/forget-requests';
import { forgetSettings } from './jobs/forget-settings';
import { forgetSignIns } from './jobs/forget-sign-ins';
import { heartbeat } from './jobs/heartbeat';
import { performEffects } from './jobs/perform-effects';
import { ringAlarms } from './jobs/ring-alarms';
import { sweepAlarms, sweepEffects } from './jobs/sweep';

/** Every kind of job in the queue and what takes it. A kind that is missing here does not compile. */
export const queueJobs: { [N in JobName]: QueueJob<N> } = {
  alarm: ringAlarms,
  effect: performEffects,
};

/** Everything that a worker does by itself. A name that is missing here does not compile. */
export const recurringJobs: { [N in RecurringName]: RecurringJob } = {
  'sweep-alarms': sweepAlarms,
  'sweep-effects': sweepEffects,
  heartbeat,
  'forget-drafts': forgetDrafts,
  'forget-sign-ins': forgetSignIns,
  'forget-requests': forgetRequests,
  'forget-attempts': forgetAttempts,
  'forget-settings': forgetSettings,
};
