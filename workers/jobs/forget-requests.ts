import { minutes } from '../../lib/domain/time';
import type { RecurringJob } from '../job';

/** Anybody may ask for recovery in anybody's name: what was not answered in its hour leaves nothing behind (R42). */
export const forgetRequests: RecurringJob = {
  every: minutes(1),
  run: ({ door }) => door.forgetRequests(),
};
