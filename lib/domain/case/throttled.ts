import { throttleOf } from '../challenge/challenge';
import { type Refusal, refuse } from './command';
import type { Facts } from './facts';

/** Whether an entry over this contact point or factor may not be judged now (R12). */
export const throttled = (restsOn: string, { account, now }: Facts): Refusal | undefined => {
  const throttle = throttleOf(account.guard, restsOn, now);
  if (throttle === 'confirm-anew') return refuse('confirm-anew');
  return throttle && refuse('wait-before-retry', { retryAt: throttle.retryAt });
};
