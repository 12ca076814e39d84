import type { Policy } from '../policy/policy';
import { days, type Instant, plus } from '../time';
import { type Account, onFile } from './account';
import { contactsAllowed, contactWait, isOwnAddress, liveContacts } from './contact-counting';
import {
  type OwnDecision,
  type OwnEffect,
  type OwnRefusal,
  ownDecided,
  refuseOwn,
} from './own/command';
import {
  ACCOUNTS_PER_CONTACT,
  type ContactEnd,
  type ContactMail,
  type ContactNews,
  contactMailbox,
  contactStatus,
  INVITATION_LIFE,
  NOT_ASKED_AGAIN,
  REMINDED_EVERY,
  type RecoveryContact,
} from './recovery-contact';

export type ContactFacts = {
  now: Instant;
  account: Account;
  policy: Policy;
  newId(): string;
};

type Outcome = OwnDecision | OwnRefusal;

/** Of one account in a day: a stolen sign-in must not become a machine that writes to strangers. */
const INVITATIONS_A_DAY = 10;

const tellHolder = (contactId: string, news: ContactNews, facts: ContactFacts): OwnEffect[] =>
  onFile(facts.account)
    .filter((point) => point.kind === 'email' || point.smsCapable)
    .map((point) => ({
      kind: 'tell-of-contact' as const,
      id: facts.newId(),
      contactId,
      news,
      contactPointId: point.id,
    }));

const tellContact = (contactId: string, mail: ContactMail, facts: ContactFacts): OwnEffect => ({
  kind: 'tell-contact',
  id: facts.newId(),
  contactId,
  mail,
});

const saved = (contact: RecoveryContact) => [{ kind: 'recovery-contact' as const, contact }];

/** When the account holder is told that the waiting period is about to end: the day before. */
const soonAt = ({ countsFrom }: RecoveryContact): Instant | undefined =>
  countsFrom && plus(countsFrom, -days(1));

/** The next moment at which time does something to this contact: its alarm. */
export const contactAlarm = (contact: RecoveryContact): Instant | undefined => {
  switch (contactStatus(contact)) {
    case 'ended':
      return undefined;
    case 'invited':
      return contact.expiresAt;
    case 'waiting':
      return contact.toldSoonAt ? contact.countsFrom : soonAt(contact);
    case 'active':
      return plus(contact.remindedAt ?? contact.activeAt ?? contact.invitedAt, REMINDED_EVERY);
  }
};

/** A no of either side before it counted, or of the contact at any time. Taking back a mistyped address is none. */
const wasRefused = ({ end, activeAt, acceptedAt, invitedBy }: RecoveryContact): boolean => {
  if (end === 'declined' || end === 'contact') return true;
  if (activeAt) return false;
  if (end === 'withdrawn') return invitedBy === 'staff';
  return end === 'stopped' || (end === 'holder' && acceptedAt !== undefined);
};

/** Until when this mailbox may not be asked again for this account. */
const refusedUntil = (
  { recoveryContacts }: Account,
  mailbox: string,
  now: Instant,
): Instant | undefined =>
  recoveryContacts
    .filter((one) => contactMailbox(one.address) === mailbox && wasRefused(one) && one.endedAt)
    .map(({ endedAt }) => plus(endedAt ?? now, NOT_ASKED_AGAIN))
    .filter((until) => until > now)
    .sort()
    .at(-1);

export type Invitation = { contactId: string; name: string; address: string };

/**
 * Asks somebody to become a recovery contact. `accounts`: on how many other accounts this mailbox already is one or is
 * asked. The desk asks under the very same rules and the same wait (R41), and the account holder hears of it at once.
 */
export const inviteContact = (
  { contactId, name, address }: Invitation,
  by: RecoveryContact['invitedBy'],
  accounts: number,
  facts: ContactFacts,
): Outcome => {
  const { account, policy, now } = facts;
  if (account.guard.suspension) return refuseOwn('account-suspended');
  if (isOwnAddress(account, address)) return refuseOwn('contact-own-address');
  const mailbox = contactMailbox(address);
  const live = liveContacts(account);
  if (live.some((one) => contactMailbox(one.address) === mailbox))
    return refuseOwn('contact-known');
  const until = refusedUntil(account, mailbox, now);
  if (until) return refuseOwn('contact-refused-lately', until);
  if (live.length >= contactsAllowed(policy)) return refuseOwn('contact-limit');
  const lately = account.recoveryContacts
    .map(({ invitedAt }) => invitedAt)
    .filter((at) => plus(at, days(1)) > now)
    .sort();
  const oldest = lately.at(-INVITATIONS_A_DAY);
  if (oldest) return refuseOwn('contact-too-many-invitations', plus(oldest, days(1)));
  if (accounts >= ACCOUNTS_PER_CONTACT) return refuseOwn('contact-full');
  const contact: RecoveryContact = {
    id: contactId,
    name,
    address,
    invitedBy: by,
    invitedAt: now,
    expiresAt: plus(now, INVITATION_LIFE),
  };
  return ownDecided([{ type: 'contact-invited', contactId, by }], {
    rows: saved(contact),
    effects: [
      tellContact(contactId, 'invitation', facts),
      ...(by === 'staff' ? tellHolder(contactId, 'invited', facts) : []),
    ],
  });
};

const ended = (contact: RecoveryContact, end: ContactEnd, facts: ContactFacts): OwnDecision => {
  const { now } = facts;
  const news: ContactNews = end === 'declined' ? 'declined' : 'ended';
  const silent = end === 'expired';
  return ownDecided([{ type: 'contact-ended', contactId: contact.id, end }], {
    rows: saved({ ...contact, endedAt: now, end }),
    effects: [
      ...(silent ? [] : tellHolder(contact.id, news, facts)),
      // Whoever said no themselves saw it happen; an invitation that ran out said so beforehand.
      ...(silent || end === 'declined' ? [] : [tellContact(contact.id, 'ended', facts)]),
    ],
  });
};

/** The yes of the contact: the waiting period begins now, and the account holder hears of it everywhere. */
export const acceptInvitation = (contact: RecoveryContact, facts: ContactFacts): Outcome => {
  const { account, now, policy } = facts;
  if (contactStatus(contact) !== 'invited' || contact.expiresAt <= now || account.disabled)
    return refuseOwn('contact-over');
  if (isOwnAddress(account, contact.address)) return refuseOwn('contact-own-address');
  const standing = liveContacts(account).filter((one) => one.acceptedAt);
  if (standing.length >= contactsAllowed(policy)) return refuseOwn('contact-limit');
  const wait = contactWait(policy);
  const accepted: RecoveryContact = {
    ...contact,
    acceptedAt: now,
    countsFrom: plus(now, wait),
    // Where the wait is a day, its beginning is the day before its end.
    ...(wait <= days(1) ? { toldSoonAt: now } : {}),
  };
  return ownDecided(
    [{ type: 'contact-accepted', contactId: contact.id, countsFrom: plus(now, wait) }],
    { rows: saved(accepted), effects: tellHolder(contact.id, 'accepted', facts) },
  );
};

/** The contact's own no, at any time: before accepting, in the waiting period, and ever after. */
export const leaveAsContact = (contact: RecoveryContact, facts: ContactFacts): Outcome => {
  if (contact.endedAt) return refuseOwn('contact-over');
  const invited = contactStatus(contact) === 'invited';
  if (invited && contact.expiresAt <= facts.now) return refuseOwn('contact-over');
  return ended(contact, invited ? 'declined' : 'contact', facts);
};

/** The account holder's no: signed in, or over the link in a message, which needs no sign-in (R26). */
export const endContact = (
  contact: RecoveryContact,
  by: 'holder' | 'stopped',
  facts: ContactFacts,
): Outcome => {
  if (contact.endedAt) return refuseOwn('contact-over');
  const invited = contactStatus(contact) === 'invited';
  return ended(contact, invited && by === 'holder' ? 'withdrawn' : by, facts);
};

/** What time does: an invitation runs out, the day before the end is told, the wait is over, a year has passed. */
export const wakeContact = (contact: RecoveryContact, facts: ContactFacts): OwnDecision => {
  const { account, now } = facts;
  const due = contactAlarm(contact);
  if (!due || due > now) return ownDecided([]);
  const { id: contactId } = contact;
  const status = contactStatus(contact);
  if (status === 'invited') return ended(contact, 'expired', facts);
  if (isOwnAddress(account, contact.address)) return ended(contact, 'own-address', facts);
  if (status === 'active')
    return ownDecided([{ type: 'contact-reminded', contactId, of: 'year' }], {
      rows: saved({ ...contact, remindedAt: now }),
      effects: [...tellHolder(contactId, 'year', facts), tellContact(contactId, 'reminder', facts)],
    });
  if (contact.countsFrom && contact.countsFrom <= now)
    return ownDecided([{ type: 'contact-active', contactId }], {
      rows: saved({ ...contact, activeAt: now, toldSoonAt: contact.toldSoonAt ?? now }),
      effects: tellHolder(contactId, 'counts', facts),
    });
  return ownDecided([{ type: 'contact-reminded', contactId, of: 'end-of-wait' }], {
    rows: saved({ ...contact, toldSoonAt: now }),
    effects: tellHolder(contactId, 'counts-soon', facts),
  });
};

/** A message to the contact was refused for good: shown to the account holder, who alone can mend it. */
export const noteContactMail = (
  contact: RecoveryContact,
  taken: boolean,
  { now }: ContactFacts,
): OwnDecision => {
  const { refusedAt, ...rest } = contact;
  if (contact.endedAt || taken === (refusedAt === undefined)) return ownDecided([]);
  return ownDecided(taken ? [] : [{ type: 'contact-unreachable', contactId: contact.id }], {
    rows: saved(taken ? rest : { ...rest, refusedAt: now }),
  });
};
