import { onFile } from '../../domain/account/account';
import { noteContactMail } from '../../domain/account/contact-life';
import type { OwnEffect } from '../../domain/account/own/command';
import type { RecoveryContact } from '../../domain/account/recovery-contact';
import type { OwnRead } from '../../ports/holders';
import type { LinkOf } from '../../ports/secrets';
import type { OwnEffectJob } from '../../ports/store';
import { type Ports, systemOf } from '../gate';
import { retryAfter } from '../retry-after';
import { commitContact } from './commit-contact';

export type ContactEffect = Extract<OwnEffect, { kind: 'tell-contact' | 'tell-of-contact' }>;

/** A contact that ended hears that, and nothing more (R40); an invitation that ran out is not sent any more. */
const isWorthSending = (
  effect: Extract<ContactEffect, { kind: 'tell-contact' }>,
  contact: RecoveryContact,
  now: string,
): boolean => {
  if (effect.mail === 'ended') return true;
  if (contact.endedAt) return false;
  return effect.mail !== 'invitation' || contact.expiresAt > now;
};

const addressOf = (effect: ContactEffect, contact: RecoveryContact, { account, now }: OwnRead) => {
  if (effect.kind === 'tell-contact')
    return isWorthSending(effect, contact, now)
      ? ({ channel: 'mail', address: contact.address } as const)
      : undefined;
  const point = onFile(account).find(({ id }) => id === effect.contactPointId);
  return (
    point && {
      channel: point.kind === 'email' ? ('mail' as const) : ('sms' as const),
      address: point.address,
    }
  );
};

/** The way to the contact's own page, or the account holder's to say no; none where it is over. */
const linkOf = (effect: ContactEffect, contact: RecoveryContact): LinkOf | undefined => {
  if (contact.endedAt) return undefined;
  if (effect.kind === 'tell-contact' && effect.asked)
    return { purpose: 'contact-question', id: effect.asked.proofId, number: 0 };
  const purpose = effect.kind === 'tell-contact' ? 'contact' : 'contact-stop';
  return { purpose, id: contact.id, number: 0 };
};

/** Sends one message to a recovery contact, or about one: at least once, with the same id. */
export const tellAboutContact = async (
  ports: Ports,
  { effect, ...job }: Omit<OwnEffectJob, 'effect'> & { effect: ContactEffect },
): Promise<void> => {
  const { store, holders, contacts, courier, secrets } = ports;
  const { organisationId, accountId, attempts } = job;
  const caller = systemOf(organisationId);
  const read = await holders.read(caller, { accountId });
  const contact = read?.account.recoveryContacts.find(({ id }) => id === effect.contactId);
  const to = read && contact && addressOf(effect, contact, read);
  if (!read || !contact || !to) return store.finishEffect(effect.id, organisationId);
  const link = linkOf(effect, contact);
  if (link)
    await contacts.addLinks(
      caller,
      [secrets.linkToken(link), secrets.linkCode(link).replaceAll('-', '')].map(secrets.hash),
      {
        contactId: contact.id,
        accountId,
        organisationId,
        ...(effect.kind === 'tell-contact' && effect.asked
          ? { purpose: 'contact-question', asked: effect.asked }
          : { purpose: effect.kind === 'tell-contact' ? 'contact' : 'contact-stop' }),
      },
    );
  const delivery = await courier.deliverOwn({
    id: effect.id,
    effect,
    now: read.now,
    account: read.account,
    organisation: read.organisation,
    digits: read.policy.codeDigits,
    to,
  });
  if (delivery.outcome === 'failed')
    return store.postponeEffect(effect.id, organisationId, retryAfter(attempts), delivery.reason);
  if (effect.kind === 'tell-contact' && effect.mail !== 'ended') {
    const asked = { accountId, contactId: contact.id, action: 'note-contact-mail' };
    const taken = delivery.outcome === 'accepted';
    await commitContact(ports, caller, asked, (one, facts) => noteContactMail(one, taken, facts));
  }
  return store.finishEffect(effect.id, organisationId);
};

/** A message that a route took came back from the contact's mailbox later. */
export const noteContactMailReturned = async (
  ports: Ports,
  organisationId: string,
  contactId: string,
): Promise<void> => {
  const caller = systemOf(organisationId);
  const accountId = await ports.contacts.contactOf(caller, contactId);
  if (!accountId) return;
  const asked = { accountId, contactId, action: 'note-contact-mail' };
  await commitContact(ports, caller, asked, (one, facts) => noteContactMail(one, false, facts));
};
