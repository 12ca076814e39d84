import type { Actor, StaffActor } from '../access/roles';
import type { Account } from '../account/account';
import type { RecoveryRequest } from '../asking/request';
import type { Policy } from '../policy/policy';
import type { Instant } from '../time';

/** Everything that a decision may look at, handed in: no clock, no database, no random, no secret. */
export type Facts = {
  now: Instant;
  actor: Actor;
  account: Account;
  /** The stricter of the policy at the opening and the one now. */
  policy: Policy;
  /** Whether whoever approved may still do so (R20). */
  approver: 'valid' | 'membership-ended' | 'credentials-reset' | undefined;
  /** The request whose code was entered (R42). */
  request?: RecoveryRequest;
  newId: () => string;
  /** SHA-256 over canonical JSON: what an approval is bound to. */
  hash: (text: string) => string;
};

/** The staff member who acts; commands of staff reach `decide` with no other actor. */
export const staffOf = (facts: Facts): StaffActor => {
  if (facts.actor.kind !== 'staff') throw new Error('this command is for staff');
  return facts.actor;
};
