import { minutes } from '../../lib/domain/time';
import type { RecurringJob } from '../job';

/** A file that was uploaded and never confirmed holds addresses of people who are on file nowhere: it goes in time. */
export const forgetDrafts: RecurringJob = {
  every: minutes(1),
  run: ({ door }) => door.forgetDrafts(),
};
