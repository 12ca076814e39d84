import type { SignInRefusalCode } from '../../domain/access/sign-in';
import type { RefusalCode } from '../../domain/case/command';
import type { Instant } from '../../domain/time';
import type { MemberScope } from '../../ports/staff';
import type { Scope } from '../../ports/world';
import type { Ports } from '../gate';

/** A refusal around signing in and one's own security. */
export type SignInRefusal = { refused: SignInRefusalCode | RefusalCode; retryAt?: Instant };

export const isSignInRefusal = (outcome: object): outcome is SignInRefusal => 'refused' in outcome;

/** Records the denial and gives the refusal; without a record there is no answer (R47). */
export const denied = async (
  { store }: Ports,
  scope: Pick<Scope | MemberScope, 'actor' | 'origin' | 'organisations'>,
  action: string,
  refusal: SignInRefusal,
  objectId?: string,
): Promise<SignInRefusal> => {
  await store.deny({
    actor: scope.actor,
    origin: scope.origin,
    action,
    code: refusal.refused,
    ...(objectId ? { objectId } : {}),
    ...(scope.organisations[0] ? { organisationId: scope.organisations[0] } : {}),
  });
  return refusal;
};
