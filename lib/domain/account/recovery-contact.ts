import { days, type Instant, minutes } from '../time';

/** design.md §4. */
export const INVITATION_LIFE = days(7);
/** The code that the account holder tells a recovery contact. */
export const QUESTION_LIFE = minutes(15);
export const ACCOUNTS_PER_CONTACT = 25;
/** After a no, so that nobody is pestered into a yes. */
export const NOT_ASKED_AGAIN = days(4);
export const REMINDED_EVERY = days(365);

/** How it ended. `stopped`: by the account holder, over the link in a message, without a sign-in. */
export const CONTACT_ENDS = [
  'withdrawn',
  'declined',
  'expired',
  'holder',
  'stopped',
  'contact',
  'own-address',
] as const;
export type ContactEnd = (typeof CONTACT_ENDS)[number];

/** A trusted person who may vouch for the account holder; never gets access. */
export type RecoveryContact = {
  id: string;
  /** As the account holder calls them. */
  name: string;
  /** Lower-cased; the only way in which a recovery contact is ever reached. */
  address: string;
  invitedBy: 'holder' | 'staff';
  /** Invited by means of what this case gave: a late no about it ends them too (R26). */
  givenByCase?: string;
  invitedAt: Instant;
  /** Until when the invitation can be accepted. */
  expiresAt: Instant;
  acceptedAt?: Instant;
  /** End of the waiting period; fixed at the acceptance, and nobody can bring it forward (R41). */
  countsFrom?: Instant;
  /** When the account holder was told that the waiting period is about to end. */
  toldSoonAt?: Instant;
  activeAt?: Instant;
  /** When both sides were last reminded that it stands. */
  remindedAt?: Instant;
  /** The last message to the contact was refused or came back. */
  refusedAt?: Instant;
  endedAt?: Instant;
  end?: ContactEnd;
};

export type ContactStatus = 'invited' | 'waiting' | 'active' | 'ended';

export const contactStatus = (contact: RecoveryContact): ContactStatus => {
  if (contact.endedAt) return 'ended';
  if (contact.activeAt) return 'active';
  return contact.acceptedAt ? 'waiting' : 'invited';
};

/** `anna+club@…` is delivered to the mailbox of `anna@…`, and is the same person. */
export const contactMailbox = (address: string): string => {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0)).split('+', 1)[0] ?? '';
  return `${local}${address.slice(Math.max(at, 0))}`.toLowerCase();
};

/** What the account holder is told of a recovery contact, at every contact point on file. */
export type ContactNews =
  | 'invited'
  | 'accepted'
  | 'counts-soon'
  | 'counts'
  | 'declined'
  | 'ended'
  | 'year';

/** All that a recovery contact ever receives (R40), beside the question in a case. */
export type ContactMail = 'invitation' | 'reminder' | 'question' | 'ended';

/** Refusals that only recovery contacts know. */
export const CONTACT_REFUSALS = [
  'contact-own-address',
  'contact-own-staff',
  'contact-known',
  'contact-refused-lately',
  'contact-limit',
  'contact-full',
  'contact-too-many-invitations',
  'contact-over',
] as const;
export type ContactRefusalCode = (typeof CONTACT_REFUSALS)[number];
