import type { EnrollableKind } from '../account/factor';
import type { Duration, Instant } from '../time';
import type { Measure } from './measure';
import type { Plan } from './plan';
import type { Proof } from './proof';

export const CASE_STATUSES = [
  'collecting',
  'awaiting-approval',
  'waiting',
  'paused',
  'executing',
  'completed',
  'solved',
  'cancelled',
  'declined',
  'vetoed',
  'expired',
  'stuck',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export type Approval = { staffId: string; personId: string; planHash: string; at: Instant };

export type NoticeKind =
  | 'wait-started'
  | 'wait-half-time'
  | 'wait-daily'
  | 'loss-reported'
  | 'enrolment-ready'
  | 'enrolment-ends-soon'
  | 'measures-done'
  | 'case-ended'
  | 'pause-asked';

export type Notice = {
  id: string;
  kind: NoticeKind;
  contactPointId: string;
  /** It carried no proof in this case, is live and on file: it may start the clock (R25). */
  independent: boolean;
  status: 'queued' | 'accepted' | 'refused';
  at: Instant;
};

export type WaitRule = 'independent' | 'in-person' | 'daily';

export type Wait = {
  rule: WaitRule;
  length: Duration;
  /** Until a notice was accepted the clock does not run (R25). */
  heldSince?: Instant;
  startedAt?: Instant;
  endsAt?: Instant;
  halfTimeTold?: boolean;
  lastDailyAt?: Instant;
};

export type Pause = {
  reason: 'sign-in' | 'weak-veto';
  since: Instant;
  until: Instant;
  returnTo: 'collecting' | 'awaiting-approval' | 'waiting';
  /** What was left of the wait (it goes on with at least 24 h). */
  remaining?: Duration;
  /** The sign-in that may say "go on" (R28). */
  signInId?: string;
  /** The removed or reported contact point that said no (R27). */
  contactPointId?: string;
};

/** One change to the directory, in the order in which they run. */
export type Step = {
  id: string;
  change:
    | { kind: 'disable-factor'; factorId: string }
    | { kind: 'confirm-factor'; factorId: string }
    | { kind: 'remove-factor'; factorId: string }
    | { kind: 'remove-backup-codes' }
    | { kind: 'revoke-devices' }
    | { kind: 'end-sessions' }
    | { kind: 'enable-factor'; factorId: string }
    | { kind: 'read-back' };
  status: 'pending' | 'claimed' | 'done' | 'unknown' | 'dropped';
  doneAt?: Instant;
};

export type Enrolment = {
  kind: EnrollableKind;
  opensAt: Instant;
  closesAt: Instant;
  /** The factor that is being set up; a new start replaces it. */
  factorId?: string;
  confirmedAt?: Instant;
  toldOfEnd?: boolean;
  renewed: boolean;
};

/** What the desk knows of one recovery. Plain JSON; the fold of its events. */
export type Case = {
  id: string;
  handle: string;
  organisationId: string;
  accountId: string;
  /** How many events it has; the number of the newest. */
  number: number;
  status: CaseStatus;
  openedAt: Instant;
  openedBy: { staffId: string; personId: string };
  assigneeId?: string;
  symptom: string;
  policyVersion: number;
  runbookHelped?: boolean;
  measures: Measure[];
  plan?: Plan;
  planHash?: string;
  proofs: Proof[];
  /** Which screen holds the case secret, and of which generation it is (R15). */
  secret?: { generation: number; screenId: string; shown: boolean };
  /** Screens that offered themselves for an identity check (R6). */
  screens: string[];
  /** Staff who two functional administrators named for an identity check in this case: staff → persons who named them. */
  checkersNamed: Record<string, string[]>;
  /** Contact points and factors that the holder reported in this case (R3). */
  reported: string[];
  /** Staff who issued a command in this case (R20). */
  staffActed: string[];
  personsActed: string[];
  approval?: Approval;
  notices: Notice[];
  wait?: Wait;
  pause?: Pause;
  steps: Step[];
  enrolment?: Enrolment;
  progressAt: Instant;
  completedAt?: Instant;
  endedAt?: Instant;
  /** After a veto on a completed case: what a functional administrator still has to decide (R26). */
  afterVeto?: 'to-decide' | 'kept' | 'removed';
  stuckStepId?: string;
  /** The suspension that a late veto set ends here, by alarm (R26). */
  suspendedUntil?: Instant;
};

export const isOpen = (status: CaseStatus): boolean =>
  ['collecting', 'awaiting-approval', 'waiting', 'paused', 'executing', 'stuck'].includes(status);

/** Whether this person opened the case, under whatever sign-in. */
export const isOpener = (c: Case, staff: { staffId: string; personId: string }): boolean =>
  c.openedBy.staffId === staff.staffId || c.openedBy.personId === staff.personId;

export const proofsGiven = (c: Case): Proof[] =>
  c.proofs.filter((proof) => proof.status === 'given');
