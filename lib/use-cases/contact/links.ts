import type { ContactActor } from '../../domain/access/roles';
import type { Account } from '../../domain/account/account';
import { contactWait } from '../../domain/account/contact-counting';
import { isOwnRefusal, type OwnRefusal, refuseOwn } from '../../domain/account/own/command';
import {
  type ContactStatus,
  contactStatus,
  type RecoveryContact,
} from '../../domain/account/recovery-contact';
import type { Policy } from '../../domain/policy/policy';
import { type Duration, type Instant, minutes } from '../../domain/time';
import type { ContactLinkPurpose, FoundContact } from '../../ports/contacts';
import type { Secrets } from '../../ports/secrets';
import type { Organisation, Origin } from '../../ports/world';
import type { Caller, Ports } from '../gate';

/** Every form in which what was presented may be on record: a token comes whole, a typed code with spaces and dashes. */
export const linkHashes = ({ hash }: Pick<Secrets, 'hash'>, presented: string): string[] => {
  const whole = presented.trim();
  const typed = whole.replace(/[\s-]/g, '').toUpperCase().replaceAll('O', '0');
  return [whole, typed].map(hash);
};

/** What a browser brings from the link, or the typed code, of a message. */
export type ContactDoor = { presented: string; origin: Origin };

export type EnteredContact = {
  link: FoundContact;
  contact: RecoveryContact;
  account: Account;
  organisation: Organisation;
  policy: Policy;
  now: Instant;
  caller: Caller;
};

const callerOf = (
  { contactId, accountId, organisationId, purpose }: FoundContact,
  origin: Origin,
): Caller => ({
  actor:
    purpose === 'contact-stop'
      ? { kind: 'account-holder', accountId, via: 'link' }
      : ({ kind: 'contact', contactId } satisfies ContactActor),
  origin,
  organisations: [organisationId],
});

const TRIES = { most: 30, per: minutes(10) };

/**
 * Finds whom a link is about. A right one is never refused for what others tried from this address; an unknown one, and
 * one of a contact that ended, look alike: once removed, there is nothing to see (R14, R40).
 */
export const enterContact = async (
  ports: Ports,
  { presented, origin }: ContactDoor,
  wanted: readonly ContactLinkPurpose[],
): Promise<EnteredContact | OwnRefusal> => {
  const { contacts, holders, store, secrets } = ports;
  const link = presented ? await contacts.findLink(linkHashes(secrets, presented)) : undefined;
  const caller = link && callerOf(link, origin);
  const read =
    link && caller && wanted.includes(link.purpose)
      ? await holders.read(caller, { accountId: link.accountId })
      : undefined;
  const contact = read?.account.recoveryContacts.find(({ id }) => id === link?.contactId);
  if (link && caller && read && contact && !contact.endedAt)
    return {
      link,
      contact,
      caller,
      account: read.account,
      organisation: read.organisation,
      policy: read.policy,
      now: read.now,
    };
  const allowed =
    link !== undefined ||
    (await store.takeTry(`contact-link ${origin.address}`, TRIES.most, TRIES.per));
  const code = allowed ? 'not-found' : 'too-fast';
  await store.deny({ actor: { kind: 'nobody' }, origin, action: 'open-contact-link', code });
  return refuseOwn('not-found');
};

/** What the pages behind a link show: who asks, and how it stands. Nothing about a recovery (R40). */
export type ContactPage = {
  purpose: ContactLinkPurpose;
  status: ContactStatus;
  /** As the account holder calls the contact. */
  name: string;
  holder: string;
  organisation: string;
  timeZone: string;
  now: Instant;
  /** Until when the invitation can be accepted. */
  expiresAt: Instant;
  /** How long the waiting period would be, and when it ends once it runs. */
  wait: Duration;
  countsFrom?: Instant;
  invitedBy: RecoveryContact['invitedBy'];
};

/** A question that was answered, or whose case went on without it, is asked no more; which of the two nobody learns. */
const isStillAsked = async (
  { store }: Ports,
  { link, caller }: EnteredContact,
): Promise<boolean> => {
  const read = link.caseId ? await store.read(caller, { caseId: link.caseId }) : undefined;
  const proof = read?.case?.proofs.find(({ id }) => id === link.proofId);
  return read?.case?.status === 'collecting' && proof?.status === 'open';
};

export const readContactPage = async (
  ports: Ports,
  door: ContactDoor,
): Promise<ContactPage | OwnRefusal> => {
  const entered = await enterContact(ports, door, ['contact', 'contact-stop', 'contact-question']);
  if (isOwnRefusal(entered)) return entered;
  const { link, contact, account, organisation, policy, now } = entered;
  const status = contactStatus(contact);
  if (link.purpose === 'contact-question' && !(await isStillAsked(ports, entered)))
    return refuseOwn('not-found');
  if (status === 'invited' && contact.expiresAt <= now) return refuseOwn('not-found');
  return {
    purpose: link.purpose,
    status,
    name: contact.name,
    holder: account.displayName,
    organisation: organisation.name,
    timeZone: organisation.timeZone,
    now,
    expiresAt: contact.expiresAt,
    wait: contactWait(policy),
    invitedBy: contact.invitedBy,
    ...(contact.countsFrom ? { countsFrom: contact.countsFrom } : {}),
  };
};
