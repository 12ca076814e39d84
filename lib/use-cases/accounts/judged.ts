import { isFresh, may } from '../../domain/access/can';
import { NEEDS_FRESH_SIGN_IN, type Permission } from '../../domain/access/permissions';
import { rolesIn, type StaffActor } from '../../domain/access/roles';
import { type Refusal, type RefusalCode, refuse } from '../../domain/case/command';
import type { Instant } from '../../domain/time';
import type { Caller, Ports } from '../gate';

/** A staff member who may do this to what was found. */
export type Allowed<T> = { found: T; actor: StaffActor };

type Denial = {
  action: string;
  code: RefusalCode;
  objectId: string;
  /** Of what was found; a denial stands there only if it is one of the caller's own. */
  organisationId?: string | undefined;
};

/** Records the denial and answers with it; an answer without its line in the log does not exist (R39, R47). */
export const denied = async (
  { store }: Pick<Ports, 'store'>,
  caller: Caller,
  { organisationId, ...denial }: Denial,
): Promise<Refusal> => {
  const own = caller.organisations.find((id) => id === organisationId) ?? caller.organisations[0];
  await store.deny({
    actor: caller.actor,
    origin: caller.origin,
    ...denial,
    ...(own ? { organisationId: own } : {}),
  });
  return refuse(denial.code);
};

type Wish = {
  permission: Permission;
  action: string;
  objectId: string;
  /** False where only looking back needs no fresh sign-in. */
  fresh?: boolean;
};

const reasonAgainst = (
  { actor }: Caller,
  { permission, fresh = NEEDS_FRESH_SIGN_IN.includes(permission) }: Wish,
  organisationId: string | undefined,
  now: Instant,
): RefusalCode | undefined => {
  if (actor.kind !== 'staff' || organisationId === undefined) return 'not-found';
  if (rolesIn(actor, organisationId).length === 0) return 'not-found';
  if (!may(actor, permission, organisationId)) return 'not-allowed';
  return fresh && !isFresh(actor, now) ? 'reauthenticate' : undefined;
};

/**
 * Whether the caller may do this to what was found, under a sign-in as fresh as it asks. Undefined is what is not
 * there or another organisation's: both get one answer, and a line in the caller's own log.
 */
export const judged = async <T extends { organisationId: string }>(
  ports: Pick<Ports, 'store'>,
  caller: Caller,
  wish: Wish,
  found: T | undefined,
): Promise<Allowed<T> | Refusal> => {
  const { actor } = caller;
  const code = reasonAgainst(caller, wish, found?.organisationId, await ports.store.now());
  if (!code && found && actor.kind === 'staff') return { found, actor };
  const { action, objectId } = wish;
  const { organisationId } = found ?? {};
  return denied(ports, caller, { action, objectId, organisationId, code: code ?? 'not-found' });
};
