import type { SentKind } from '../account/factor';
import type { Duration, Instant } from '../time';
import type { Measure, SetUpKind } from './measure';
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
  reason: 'sign-in' | 'weak-veto' | 'not-asked';
  since: Instant;
  until: Instant;
  returnTo: 'collecting' | 'awaiting-approval' | 'waiting';
  /** What was left of the wait (it goes on with at least 24 h). */
  remaining?: Duration;
  /** The sign-in that may say "go on" (R28), and the factor that it was made with. */
  signInId?: string;
  factorId?: string;
  /** When that factor was shown. */
  signedInAt?: Instant;
  /** The removed or reported contact point that said no (R27), or the one that got a code nobody asked for (R43). */
  contactPointId?: string;
};

export type NotAsked = {
  /** The codes that were reported, newest last: a second report of one says nothing new. */
  codes: string[];
  /** When the last pause for it ended: from here on the case has a day to itself. */
  endedAt?: Instant;
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
    /** One that was set up in this case; its row holds the address. */
    | { kind: 'add-contact-point'; contactPointId: string }
    | { kind: 'remove-contact-point'; contactPointId: string }
    /** One that this case took off file, and that should never have gone (R26). */
    | { kind: 'restore-contact-point'; contactPointId: string }
    /** The password that was chosen in this case, and back to the one before it. */
    | { kind: 'set-password'; settingId: string }
    | { kind: 'unset-password'; settingId: string }
    /** One who was invited by means of what the case gave (R26). */
    | { kind: 'end-recovery-contact'; contactId: string }
    | { kind: 'read-back' };
  status: 'pending' | 'claimed' | 'done' | 'unknown' | 'dropped';
  doneAt?: Instant;
};

/** A code that was sent to what is being set up. `number` goes into its derivation (R11, R13). */
export type EnrolmentCode = {
  id: string;
  number: number;
  via: SentKind;
  /** What failures and sends count on: a contact point on file, or all new addresses together (R12). */
  restsOn: string;
  /** The contact point that it goes to: on file, or new with this case. */
  contactPointId: string;
  expiresAt: Instant;
  wrongEntries: number;
  digits: number;
};

/** What the holder has set up and confirmed; it takes effect when everything is. */
export type SetUp = {
  kind: SetUpKind;
  id: string;
  /** The new number or mailbox that a factor rests on. */
  newPointId?: string;
  /** New factors that take the place of those on a contact point that goes. */
  movedFactorIds?: string[];
};

/** What the holder sets up now. `done`: what was set up before it in this case. */
export type Enrolment = {
  kind: SetUpKind;
  opensAt: Instant;
  closesAt: Instant;
  /** The factor, contact point or password that is being set up; a new start replaces it. */
  factorId?: string;
  newPointId?: string;
  movedFactorIds?: string[];
  code?: EnrolmentCode;
  done?: SetUp[];
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
  /** Of a case that its holder asked for: the first staff member who acted in it; none before (R20). */
  openedBy?: { staffId: string; personId: string };
  /** The account holder asked for it, without calling (R42). */
  asked?: true;
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
  /** What was said of codes that nobody asked for (R43). */
  notAsked?: NotAsked;
  /** When the holder last said "go on", per factor of the sign-in that had paused it (R28). */
  wentOn?: Record<string, Instant>;
  /** The newest sign-in that it was paused for (R28): of this one, and of those before it, nothing is asked again. */
  askedAbout?: { signInId: string; at: Instant };
  /** The suspension that a late veto set ends here, by alarm (R26). */
  suspendedUntil?: Instant;
};

export const isOpen = (status: CaseStatus): boolean =>
  ['collecting', 'awaiting-approval', 'waiting', 'paused', 'executing', 'stuck'].includes(status);

/** Whether this person opened the case, or counts as who did (R20), under whatever sign-in. */
export const isOpener = (c: Case, staff: { staffId: string; personId: string }): boolean =>
  c.openedBy?.staffId === staff.staffId || c.openedBy?.personId === staff.personId;

export const proofsGiven = (c: Case): Proof[] =>
  c.proofs.filter((proof) => proof.status === 'given');
