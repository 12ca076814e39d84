import {
  acceptInvitation,
  endContact,
  leaveAsContact,
  wakeContact,
} from '../../domain/account/contact-life';
import { isOwnRefusal, type OwnRefusal } from '../../domain/account/own/command';
import type { Alarm } from '../../ports/bell';
import { type Ports, systemOf } from '../gate';
import { commitContact } from './commit-contact';
import { type ContactDoor, enterContact } from './links';

type Answered = { holder: string; organisation: string } | OwnRefusal;

const answering =
  (
    action: string,
    purpose: 'contact' | 'contact-stop',
    judge: Parameters<typeof commitContact>[3],
  ) =>
  async (ports: Ports, door: ContactDoor): Promise<Answered> => {
    const entered = await enterContact(ports, door, [purpose]);
    if (isOwnRefusal(entered)) return entered;
    const { link, caller, account, organisation } = entered;
    const { accountId, contactId } = link;
    const done = await commitContact(ports, caller, { accountId, contactId, action }, judge);
    return isOwnRefusal(done)
      ? done
      : { holder: account.displayName, organisation: organisation.name };
  };

/** The yes of whoever was invited: the waiting period begins. */
export const acceptAsContact = answering('accept-contact', 'contact', acceptInvitation);

/** The no of the contact: of the invitation, in the waiting period, or ever after. */
export const leaveContact = answering('leave-contact', 'contact', leaveAsContact);

/** The no of the account holder, over the link in a message. Needs no sign-in: a thief may hold the sign-in. */
export const stopContact = answering('stop-contact', 'contact-stop', (contact, facts) =>
  endContact(contact, 'stopped', facts),
);

/** More things than this are never due at once; a bound keeps a fault from running for ever. */
const MOST_AT_ONCE = 8;

/** Lets the domain look what time did to a contact. Too early, twice or late changes nothing. */
export const wakeRecoveryContact = async (
  ports: Ports,
  { id, organisationId }: Pick<Alarm, 'id' | 'organisationId'>,
): Promise<void> => {
  const caller = systemOf(organisationId);
  const accountId = await ports.contacts.contactOf(caller, id);
  if (!accountId) return;
  const asked = { accountId, contactId: id, action: 'wake' };
  for (let i = 0; i < MOST_AT_ONCE; i++) {
    const done = await commitContact(ports, caller, asked, wakeContact);
    if (isOwnRefusal(done) || done.events.length === 0) return;
  }
};
