import { hours } from '../../lib/domain/time';
import type { RecurringJob } from '../job';

/** Addresses, hashes of browsers and of passwords stand beside an ended case only as long as a no may undo it (R26). */
export const forgetSettings: RecurringJob = {
  every: hours(1),
  run: ({ door }) => door.forgetSettings(),
};
