import { minutes } from '../../lib/domain/time';
import type { RecurringJob } from '../job';

/** Whoever tries made-up names leaves a counter for each, and every sign-in a ticket: neither may stay for good. */
export const forgetSignIns: RecurringJob = {
  every: minutes(1),
  run: ({ door }) => door.forgetSignIns(),
};
