import { endContact, inviteContact } from '../contact-life';
import {
  type OwnCommandOf,
  type OwnDecision,
  type OwnFacts,
  type OwnRefusal,
  refuseOwn,
} from './command';

type Outcome = OwnDecision | OwnRefusal;

/** The account holder asks somebody. Under a sign-in just now: a session left open must not choose who vouches. */
export const inviteOwnContact = (
  { contactId, name, address }: OwnCommandOf<'invite-contact'>,
  facts: OwnFacts,
): Outcome =>
  inviteContact(
    { contactId, name, address },
    'holder',
    // The store counts them under a lock on this very mailbox; without the count nobody is asked.
    facts.accountsOfMailbox ?? Number.POSITIVE_INFINITY,
    facts,
  );

/** Takes back an invitation, says no in the waiting period, or ends one that counts. */
export const endOwnContact = (
  { contactId }: OwnCommandOf<'end-contact'>,
  facts: OwnFacts,
): Outcome => {
  const contact = facts.account.recoveryContacts.find(({ id }) => id === contactId);
  return contact ? endContact(contact, 'holder', facts) : refuseOwn('not-found');
};
