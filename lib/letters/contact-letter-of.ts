import type { Account } from '../domain/account/account';
import type { OwnEffect } from '../domain/account/own/command';
import type { ContactLetter, ContactNewsLetter, Veto } from './letter';

type ContactEffect = Extract<OwnEffect, { kind: 'tell-contact' | 'tell-of-contact' }>;
type Base = Pick<ContactLetter, 'language' | 'organisation' | 'timeZone' | 'now'>;

/** One message to or about a recovery contact, as the contact stands when it is sent. */
export const contactLetterOf = (
  effect: ContactEffect,
  {
    base,
    account,
    publicUrl,
    linkOf,
  }: {
    base: Base;
    account: Account;
    publicUrl: string;
    linkOf(purpose: 'contact' | 'contact-stop' | 'contact-question', id: string): Veto;
  },
): ContactLetter | ContactNewsLetter => {
  const contact = account.recoveryContacts.find(({ id }) => id === effect.contactId);
  if (!contact)
    throw new Error('a message about a recovery contact that the account does not know');
  const open = contact.endedAt === undefined;
  if (effect.kind === 'tell-contact')
    return {
      ...base,
      kind: 'to-contact',
      mail: effect.mail,
      contact: contact.name,
      holder: account.displayName,
      expiresAt: contact.expiresAt,
      ...(open
        ? {
            link: effect.asked
              ? linkOf('contact-question', effect.asked.proofId)
              : linkOf('contact', contact.id),
          }
        : {}),
    };
  return {
    ...base,
    kind: 'contact-news',
    news: effect.news,
    contact: contact.name,
    accountUrl: `${publicUrl}/account/contacts`,
    ...(contact.countsFrom ? { countsFrom: contact.countsFrom } : {}),
    ...(open ? { stop: linkOf('contact-stop', contact.id) } : {}),
  };
};
