import { setTimeout as wait } from 'node:timers/promises';
import type { Pace } from '../../ports/pace';

/**
 * What is done within one step is answered at its end, whatever was done; what takes longer, at the end of a later one.
 * A failure is not quicker either.
 */
export const createPace = (): Pace => ({
  async inSteps(step, work) {
    let over = false;
    const worked = work().finally(() => {
      over = true;
    });
    // Whoever waits for it below hears of it.
    worked.catch(() => undefined);
    do await wait(step);
    while (!over);
    return worked;
  },
});
