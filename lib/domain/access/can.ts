import type { Account } from '../account/account';
import type { CaseCommand, RefusalCode } from '../case/command';
import { SHARED_BY_TOO_MANY } from '../policy/compile';
import { between, type Instant, minutes } from '../time';
import { DOORS, NEEDS_FRESH_SIGN_IN, PERMISSIONS, type Permission } from './permissions';
import { type Actor, type Role, rolesIn, type StaffActor } from './roles';

/** design.md §4. */
const FRESH = minutes(5);

/** Whether a staff member holds this permission in this organisation. Screens draw their buttons by it. */
export const may = (actor: StaffActor, permission: Permission, organisationId: string): boolean => {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return rolesIn(actor, organisationId).some((role) => allowed.includes(role));
};

/** R21: equal person, or an equal sign-in address or number; an address on many accounts makes nobody the same (R1). */
export const isSamePerson = (actor: StaffActor, account: Account): boolean =>
  actor.personId === account.personId ||
  actor.addresses.includes(account.signIn) ||
  account.contactPoints.some(
    (point) => point.accountsWithIt < SHARED_BY_TOO_MANY && actor.addresses.includes(point.address),
  );

export const isFresh = (actor: StaffActor, now: Instant): boolean =>
  actor.reauthenticatedAt !== undefined && between(actor.reauthenticatedAt, now) <= FRESH;

/**
 * Whether this actor may issue this command on a case of this account; the reason if not.
 * A stranger to the organisation gets `not-found`, as for a case that does not exist.
 */
export const can = (
  actor: Actor,
  command: CaseCommand['type'],
  account: Account,
  now: Instant,
): RefusalCode | undefined => {
  const door = DOORS[command];
  switch (actor.kind) {
    case 'system':
      return door.system ? undefined : 'not-allowed';
    case 'holder':
      return door.holder?.includes(actor.via) ? undefined : 'not-allowed';
    case 'contact':
      return door.contact ? undefined : 'not-found';
    // On the own pages a case is followed and stopped through the doors of its holder's page.
    case 'account-holder':
    case 'nobody':
      return 'not-found';
    case 'staff': {
      if (rolesIn(actor, account.organisationId).length === 0) return 'not-found';
      if (!door.staff || !may(actor, door.staff, account.organisationId)) return 'not-allowed';
      if (isSamePerson(actor, account)) return 'own-account';
      const needsFresh = door.fresh || NEEDS_FRESH_SIGN_IN.includes(door.staff);
      return needsFresh && !isFresh(actor, now) ? 'reauthenticate' : undefined;
    }
  }
};
