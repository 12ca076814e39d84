import { hours } from '../../lib/domain/time';
import type { RecurringJob } from '../job';

/** The record of messages would grow for ever, and every worker that was ever started would stand in the database. */
export const forgetAttempts: RecurringJob = {
  every: hours(1),
  run: ({ door }) => door.forgetAttempts(),
};
