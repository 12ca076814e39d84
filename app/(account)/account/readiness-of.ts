import { countingContacts } from '../../../lib/domain/account/contact-counting';
import { type Readiness, readiness } from '../../../lib/domain/account/own/readiness';
import type { HolderSession } from './session';

/** How well this account is prepared, as its own pages show it. */
export function readinessOf({ read }: HolderSession): Readiness {
  const { account, own, policy, now } = read;
  const counting = countingContacts({ account, policy, now, openedAt: now, acted: [] });
  return readiness({ account, own, policy, recoveryContacts: counting.length, now });
}
