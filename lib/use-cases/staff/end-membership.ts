import { isFresh, may } from '../../domain/access/can';
import type { Ports } from '../gate';
import { denied, type SignInRefusal } from './refusal';
import type { StaffCaller } from './session';

/**
 * Ends a membership at once: the next call of whoever held it finds it gone (R36). Another organisation's looks like
 * one that is not there. The last functional administrator stays, or nobody could end or approve anything.
 */
export const endMembership = async (
  ports: Ports,
  caller: StaffCaller,
  { membershipId }: { membershipId: string },
): Promise<Record<string, never> | SignInRefusal> => {
  const deny = (refused: SignInRefusal['refused']) =>
    denied(ports, caller, 'end-membership', { refused }, membershipId);
  const found = await ports.staff.membership(caller, membershipId);
  if (!found) return deny('not-found');
  if (!may(caller.actor, 'membership.manage', found.organisationId)) return deny('not-allowed');
  if (!isFresh(caller.actor, await ports.store.now())) return deny('reauthenticate');
  const outcome = await ports.staff.endMembership(caller, membershipId);
  if (outcome === 'ended') return {};
  return deny(outcome === 'last' ? 'last-administrator' : 'not-found');
};
