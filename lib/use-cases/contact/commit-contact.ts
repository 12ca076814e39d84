import type { Account } from '../../domain/account/account';
import type { ContactFacts } from '../../domain/account/contact-life';
import {
  isOwnRefusal,
  type OwnDecision,
  type OwnRefusal,
  refuseOwn,
} from '../../domain/account/own/command';
import type { RecoveryContact } from '../../domain/account/recovery-contact';
import type { Caller, Ports } from '../gate';

type Judge<F> = (facts: F) => OwnDecision | OwnRefusal;

/** What is asked of a contact, by whom; `action` names it in the log of denials. */
type Asked = { accountId: string; contactId: string; action: string };

/** A refusal about a recovery contact stands in the log as the gate's own do (R39). */
export const denyContact = async (
  { store }: Pick<Ports, 'store'>,
  { actor, origin, organisations }: Caller,
  { action, objectId }: { action: string; objectId: string },
  refusal: OwnRefusal,
): Promise<OwnRefusal> => {
  const [organisationId] = organisations;
  await store.deny({
    actor,
    origin,
    action,
    code: refusal.refused,
    objectId,
    ...(organisationId ? { organisationId } : {}),
  });
  return refusal;
};

const ring = async ({ bell }: Ports, { effects }: OwnDecision): Promise<void> =>
  bell.ring(
    [],
    effects.map(({ id }) => id),
  );

/**
 * The one way for anybody but the signed-in account holder to change a recovery contact: lock the account → load →
 * judge → write, in one transaction, then ring. A refusal changes nothing and is recorded.
 */
export const commitContact = async (
  ports: Ports,
  caller: Caller,
  { accountId, contactId, action }: Asked,
  judge: (contact: RecoveryContact, facts: ContactFacts) => OwnDecision | OwnRefusal,
): Promise<OwnDecision | OwnRefusal> => {
  const outcome = await ports.holders.commit(caller, { accountId }, (loaded) => {
    const contact = loaded.account.recoveryContacts.find(({ id }) => id === contactId);
    return contact
      ? judge(contact, { ...loaded, newId: ports.secrets.newId })
      : refuseOwn('not-found');
  });
  if (isOwnRefusal(outcome))
    return denyContact(ports, caller, { action, objectId: contactId }, outcome);
  await ring(ports, outcome);
  return outcome;
};

/** The same for somebody who is not one yet; the mailbox is counted under a lock of its own. */
export const commitInvitation = async (
  ports: Ports,
  caller: Caller,
  target: { accountId: string; mailbox: string; action: string },
  judge: Judge<ContactFacts & { account: Account; accountsOfMailbox: number }>,
): Promise<OwnDecision | OwnRefusal> => {
  const { accountId, mailbox, action } = target;
  const outcome = await ports.holders.commit(caller, { accountId, mailbox }, (loaded) =>
    judge({
      ...loaded,
      accountsOfMailbox: loaded.accountsOfMailbox ?? Number.POSITIVE_INFINITY,
      newId: ports.secrets.newId,
    }),
  );
  if (isOwnRefusal(outcome))
    return denyContact(ports, caller, { action, objectId: accountId }, outcome);
  await ring(ports, outcome);
  return outcome;
};
