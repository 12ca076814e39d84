import { minutes, seconds } from '../../lib/domain/time';
import type { RecurringJob } from '../job';

/**
 * Tells the health page that this worker lives. A worker whose sweep has not gone through for a
 * minute is silent: a desk on which nothing happens any more must not look well.
 */
export const heartbeat: RecurringJob = {
  every: seconds(5),
  async run({ door, sinceDone }) {
    if (sinceDone('sweep-alarms') < minutes(1)) await door.beat();
  },
};
