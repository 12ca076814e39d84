import { isSamePerson, may } from '../../domain/access/can';
import { rolesIn, type StaffActor } from '../../domain/access/roles';
import type { Account } from '../../domain/account/account';
import { inviteContact } from '../../domain/account/contact-life';
import {
  isOwnRefusal,
  type OwnRefusal,
  type OwnRefusalCode,
  refuseOwn,
} from '../../domain/account/own/command';
import { contactMailbox } from '../../domain/account/recovery-contact';
import { contactInvitation } from '../../inputs/recovery-contact';
import type { Caller, Ports } from '../gate';
import { commitInvitation } from './commit-contact';

const closed = (actor: StaffActor, account: Account): OwnRefusalCode | undefined => {
  if (rolesIn(actor, account.organisationId).length === 0) return 'not-found';
  if (!may(actor, 'account.invite-contact', account.organisationId)) return 'not-allowed';
  if (isSamePerson(actor, account)) return 'own-account';
  return account.disabled ? 'account-disabled' : undefined;
};

/**
 * A functional administrator starts an invitation on behalf of the account holder, who hears of it at once at every
 * contact point. Everything after it is the same: the contact's own yes, the wait, either side's no (R41).
 */
export const inviteContactFor = async (
  ports: Ports,
  caller: Caller,
  input: { accountId: string; name: string; address: string },
): Promise<{ contactId: string } | OwnRefusal> => {
  const { actor } = caller;
  const typed = contactInvitation.safeParse(input);
  if (!typed.success) return refuseOwn('invalid-input');
  const { name, address } = typed.data;
  const mailbox = contactMailbox(address);
  const contactId = ports.secrets.newId();
  const target = { accountId: input.accountId, mailbox, action: 'invite-contact-for' };
  const done = await commitInvitation(ports, caller, target, (facts) => {
    if (actor.kind !== 'staff') return refuseOwn('not-found');
    const refused = closed(actor, facts.account);
    if (refused) return refuseOwn(refused);
    // Who works at the desk and vouches as well would be both voices of one recovery.
    if (actor.addresses.some((own) => contactMailbox(own) === mailbox))
      return refuseOwn('contact-own-staff');
    return inviteContact({ contactId, name, address }, 'staff', facts.accountsOfMailbox, facts);
  });
  return isOwnRefusal(done) ? done : { contactId };
};
