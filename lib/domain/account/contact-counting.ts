import { BOUNDS, type Policy } from '../policy/policy';
import type { Duration, Instant } from '../time';
import type { Account } from './account';
import type { Means } from './means';
import { contactMailbox, type RecoveryContact } from './recovery-contact';

/** Invited, waiting or active. */
export const liveContacts = ({ recoveryContacts }: Account): RecoveryContact[] =>
  recoveryContacts.filter((contact) => !contact.endedAt);

/** R40: the sign-in, or any contact point that is or ever was on file. It would be the account holder's own word. */
export const isOwnAddress = (account: Account, address: string): boolean => {
  const mailbox = contactMailbox(address);
  return [account.signIn, ...account.contactPoints.map((point) => point.address)].some(
    (own) => contactMailbox(own) === mailbox,
  );
};

const within = (key: 'recoveryContactWait' | 'recoveryContactsPerAccount', policy: Policy) =>
  Math.min(Math.max(policy[key], BOUNDS[key].min), BOUNDS[key].max);

/** Between one day and seven, whatever a policy says (R41). */
export const contactWait = (policy: Policy): Duration => within('recoveryContactWait', policy);

export const contactsAllowed = (policy: Policy): number =>
  within('recoveryContactsPerAccount', policy);

/**
 * R1: one vouching person. Named by the first contact that ever had this mailbox, not by the address: means stand in
 * events. Who was taken off and asked again is still the same person.
 */
export const meansOfContact = (
  contact: RecoveryContact,
  { recoveryContacts }: Pick<Account, 'recoveryContacts'>,
): Means => {
  const mailbox = contactMailbox(contact.address);
  const first = recoveryContacts.find((one) => contactMailbox(one.address) === mailbox);
  return `contact:${(first ?? contact).id}`;
};

/** What decides whether a contact counts in a case. */
export type Counting = {
  account: Account;
  policy: Policy;
  now: Instant;
  /** When the case was opened; without a case yet, now. */
  openedAt: Instant;
  /** Sign-in addresses and numbers of the staff members who did something in this case, lower-cased. */
  acted: readonly string[];
};

export type ContactNoCount =
  | 'contact-ended'
  | 'contact-not-yet'
  | 'contact-younger-than-case'
  | 'contact-own-address'
  | 'contact-acted'
  | 'contact-over-limit';

const isActive = (contact: RecoveryContact, now: Instant): boolean =>
  !contact.endedAt &&
  contact.activeAt !== undefined &&
  contact.activeAt <= now &&
  contact.countsFrom !== undefined &&
  contact.countsFrom <= now;

/** Why this contact proves nothing in a case; undefined where its word counts (R40). */
export const contactNoCount = (
  contact: RecoveryContact,
  { account, policy, now, openedAt, acted }: Counting,
): ContactNoCount | undefined => {
  if (contact.endedAt) return 'contact-ended';
  if (!contact.activeAt || !isActive(contact, now)) return 'contact-not-yet';
  if (openedAt <= contact.activeAt) return 'contact-younger-than-case';
  if (isOwnAddress(account, contact.address)) return 'contact-own-address';
  const mailbox = contactMailbox(contact.address);
  if (acted.some((address) => contactMailbox(address) === mailbox)) return 'contact-acted';
  // A policy may have been made stricter since: those that stood longest stay.
  const standing = account.recoveryContacts
    .filter((one) => isActive(one, now))
    .sort((a, b) => order(a).localeCompare(order(b)));
  const place = standing.findIndex(({ id }) => id === contact.id);
  if (place < 0) return 'contact-ended';
  return place < contactsAllowed(policy) ? undefined : 'contact-over-limit';
};

const order = ({ activeAt = '', id }: RecoveryContact): string => `${activeAt} ${id}`;

/** The contacts of this account whose word would count in this case. */
export const countingContacts = (counting: Counting): RecoveryContact[] =>
  counting.account.recoveryContacts.filter((contact) => !contactNoCount(contact, counting));
