import type { AccountGuard } from '../account/guard';
import { FAILURES_TO_CONFIRM_ANEW } from '../policy/compile';
import { type Duration, hours, type Instant, plus, seconds } from '../time';

/** R12, NIST SP 800-63B-4 §3.2.2: from the third failure in a row on a wait that doubles, 30 s to 24 h. */
export const waitAfter = (failuresInARow: number): Duration =>
  failuresInARow < 3 ? 0 : Math.min(seconds(30) * 2 ** (failuresInARow - 3), hours(24));

export type Throttle = { retryAt: Instant } | 'confirm-anew' | undefined;

/** Until when nothing more is judged that counts here, however often it was wrong before. */
export const retryAtOf = (guard: AccountGuard, id: string, now: Instant): Instant | undefined => {
  const failures = guard.failures[id];
  const retryAt = failures && plus(failures.lastAt, waitAfter(failures.inARow));
  return retryAt && retryAt > now ? retryAt : undefined;
};

/** Whether an entry over this contact point or factor may be judged now. Counts over all cases of the account. */
export const throttleOf = (guard: AccountGuard, id: string, now: Instant): Throttle => {
  const failures = guard.failures[id];
  if (!failures) return undefined;
  if (failures.inARow >= FAILURES_TO_CONFIRM_ANEW) return 'confirm-anew';
  const retryAt = retryAtOf(guard, id, now);
  return retryAt ? { retryAt } : undefined;
};
