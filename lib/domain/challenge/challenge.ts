import type { AccountGuard } from '../account/guard';
import { FAILURES_TO_CONFIRM_ANEW } from '../policy/compile';
import { type Duration, hours, type Instant, plus, seconds } from '../time';

/** R12, NIST SP 800-63B-4 §3.2.2: from the third failure in a row on a wait that doubles, 30 s to 24 h. */
export const waitAfter = (failuresInARow: number): Duration =>
  failuresInARow < 3 ? 0 : Math.min(seconds(30) * 2 ** (failuresInARow - 3), hours(24));

export type Throttle = { retryAt: Instant } | 'confirm-anew' | undefined;

/** Whether an entry over this contact point or factor may be judged now. Counts over all cases of the account. */
export const throttleOf = (guard: AccountGuard, id: string, now: Instant): Throttle => {
  const failures = guard.failures[id];
  if (!failures) return undefined;
  if (failures.inARow >= FAILURES_TO_CONFIRM_ANEW) return 'confirm-anew';
  const retryAt = plus(failures.lastAt, waitAfter(failures.inARow));
  return retryAt > now ? { retryAt } : undefined;
};
