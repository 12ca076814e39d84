import type { ContactNoCount } from '../account/contact-counting';
import type { Means } from '../account/means';
import type { Duration } from '../time';
import type { Measure, Weight } from './measure';
import type { ProofKind } from './proof';

/** Why a proof over this contact point or factor does not count. */
export type NoCount =
  | 'reported'
  | 'being-replaced'
  | 'too-young'
  | 'given-by-case'
  | 'on-many-accounts'
  | 'opens-with-account'
  | 'refused-last-message'
  | 'no-sms'
  | 'confirm-anew'
  | 'not-a-remaining-factor'
  | 'policy-refuses'
  | 'contested'
  | ContactNoCount;

/** A proof that the account offers, whether it counts, and if not, why. */
export type Offer = { kind: ProofKind; restsOn?: string; means: Means; refused?: NoCount };

/** Why an item of the plan is there, in codes that the screens put into words. */
export type PlanReason =
  | 'two-means-second-factor'
  | 'two-means-imported'
  | 'one-means-never-two-factor'
  | 'in-person-contested'
  | 'in-person-password-and-factor'
  | 'heavy-wait'
  | 'goes-with-factor';

export type Plan = {
  measures: Measure[];
  weight: Weight;
  meansNeeded: number;
  inPersonOnly: boolean;
  offers: Offer[];
  /** What must be gone when the case completes (R31). */
  going: {
    factorIds: string[];
    contactPointIds?: string[];
    backupCodes: boolean;
    devices: true;
    sessions: true;
  };
  approvers: number;
  waits: { independent: Duration; inPerson: Duration; daily: Duration; dailyTwoPoints: Duration };
  reasons: PlanReason[];
  policyVersion: number;
};
