import type { FactorKind } from '../account/factor';
import type { NotAskedReport } from '../account/guard';
import type { AuditEvent, Recorded } from '../audit/event';
import type { Duration, Instant } from '../time';
import type { Case, CaseStatus, WaitRule } from './case';
import type { Refusal, RefusalCode } from './command';
import type { Measure } from './measure';
import type { Plan } from './plan';
import type { Proof } from './proof';
import type { NextAction } from './summary';

/**
 * What the desk's screens are drawn from: plain data, addresses masked (R38). It stands here because the reads that
 * make it and the components that draw it may not know each other.
 */

/** What the buttons of a case do. */
export const ACTS = [
  'take-case',
  'finish-runbook',
  'choose-measures',
  'ask-approval',
  'approve',
  'decline',
  'cancel',
  'start-clock',
  'resume-case',
  'end-stuck',
  'decide-after-veto',
  'renew-enrolment',
  'name-identity-checker',
  'check-in-person',
  'check-remote',
] as const;
export type Act = (typeof ACTS)[number];

/** Per act why it would be refused now; absent where it may be done. */
export type Allowed = {
  acts: Partial<Record<Act, Refusal>>;
  /** Why no code may be sent to this contact point now, beside what the plan says of it. */
  sends: Record<string, Refusal>;
};

/** A contact point as the desk may see it (R38). */
export type PointView = {
  id: string;
  kind: 'email' | 'phone';
  masked: string;
  addedAt: Instant;
  reported: boolean;
  refused: boolean;
  onFile: boolean;
  /** It carried no proof in this case: a notice there starts the clock (R25). */
  independent: boolean;
};

export type FactorView = {
  id: string;
  kind: FactorKind;
  label?: string;
  /** Where its codes go, masked. */
  to?: string;
  addedAt: Instant;
  usable: boolean;
  reported: boolean;
};

export type AccountView = {
  id: string;
  displayName: string;
  signInMasked: string;
  disabled: boolean;
  privileged: boolean;
  ofStaff: boolean;
  points: PointView[];
  /** Recovery contacts, as the account holder calls them. */
  contacts: { id: string; name: string }[];
  factors: FactorView[];
  trustedDevices: number;
  openSessions: number;
  contestedUntil?: Instant;
  /** Codes that nobody asked for, newest first, for as long as it is a signal (R43). */
  notAsked?: NotAskedReport[];
  suspendedUntil?: Instant;
  lastSignIn?: { at: Instant; country: string };
  /** Another case that may give access holds the account (R44). */
  otherAccessCase: boolean;
};

export type CasePage = {
  now: Instant;
  timeZone: string;
  organisation: { id: string; name: string };
  case: Case;
  nextAction: NextAction;
  dueAt: Instant;
  account: AccountView;
  /** What is asked as things stand: the stored plan, with its offers judged anew. */
  plan?: Plan;
  enoughProof: boolean;
  /** How many different means gave a proof (R1); what they are stays behind, for it would be an address. */
  meansGiven: number;
  /** The wait that these proofs and channels lead to. */
  wait?: { rule: WaitRule; length: Duration };
  holdEnds?: Instant;
  allowed: Allowed;
  /** The policy lets codes by e-mail be a second factor. */
  emailCodesAllowed: boolean;
  /** Names of the staff that the case speaks of. */
  people: Record<string, string>;
  /** Newest first. */
  events: Recorded<AuditEvent>[];
  eventCount: number;
  /** Reasons that were written down, by the moment at which they were. */
  notes: Record<Instant, string>;
  me: string;
};

/** One row of the queue: one decision. */
export type QueueRow = {
  id: string;
  handle: string;
  holder: string;
  organisationId: string;
  organisation: string;
  status: CaseStatus;
  nextAction: NextAction;
  dueAt: Instant;
  openedAt: Instant;
  symptom: string;
  measures: Measure[];
  /** What the factors that the measures name are. */
  factorKinds: Record<string, FactorKind>;
  /** The account holder asked for it, without calling. */
  asked?: true;
  assigneeId?: string;
  /** Absent when nobody handles it. */
  assignee?: string;
};

export type ApprovalRow = QueueRow & {
  opener?: string;
  proofs: Pick<Proof, 'kind'>[];
  /** Why this reader is not the second person of this case (R20, R21). */
  refused?: RefusalCode;
};

export type OpeningPage = {
  now: Instant;
  timeZone: string;
  organisation: string;
  account: AccountView;
  /** Why no case can be opened here, if so. */
  refused?: RefusalCode;
  openCases: { id: string; handle: string; status: CaseStatus; openedAt: Instant }[];
};
