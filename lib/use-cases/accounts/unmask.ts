import { isSamePerson } from '../../domain/access/can';
import { isRefusal, type Refusal, type RefusalCode, refuse } from '../../domain/case/command';
import { reason as reasonText } from '../../inputs/forms';
import type { Caller, Ports } from '../gate';
import { denied, judged } from './judged';

/** One contact point by its id, or the sign-in. */
export type Unmasked = { accountId: string; what: string; reason: string };

/**
 * Shows one contact point, or the sign-in, in full. Needs a reason, which is kept as a note with its hash in the
 * event (R38). Refused on the own account: nobody works on it (R21).
 */
export const unmask = async (
  ports: Ports,
  caller: Caller,
  { accountId, what, reason }: Unmasked,
): Promise<{ text: string } | Refusal> => {
  const { store, secrets, accounts } = ports;
  const action = 'unmask-account';
  const read = await store.read(caller, { accountId });
  const wish = { permission: 'account.unmask', action, objectId: accountId } as const;
  const allowed = await judged(ports, caller, wish, read?.account);
  if (isRefusal(allowed)) return allowed;
  const { found: account, actor } = allowed;
  const { organisationId } = account;
  const refused = (code: RefusalCode) =>
    denied(ports, caller, { action, code, objectId: accountId, organisationId });
  if (isSamePerson(actor, account)) return refused('own-account');
  const text =
    what === 'sign-in'
      ? account.signIn
      : account.contactPoints.find((point) => point.id === what)?.address;
  if (text === undefined) return refused('contact-point-unknown');
  const given = reasonText.safeParse(reason);
  if (!given.success) return refuse('invalid-input');

  await accounts.recordUnmasking(caller, {
    account,
    objectId: what,
    note: { id: secrets.newId(), text: given.data, hash: secrets.hash(given.data) },
  });
  return { text };
};
