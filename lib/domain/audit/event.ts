import type { ActorRef, Role } from '../access/roles';
import type { ContactPointKind, ContactPointSource } from '../account/account';
import type { FactorKind } from '../account/factor';
import type { Means } from '../account/means';
import type { ChangeInWords } from '../account/own/account-change';
import type { ReadinessQuestion } from '../account/own/own';
import type { ContactEnd } from '../account/recovery-contact';
import type { EnrolmentCode, Notice, NoticeKind, Pause, Step, WaitRule } from '../case/case';
import type { Measure, SetUpKind, Weight } from '../case/measure';
import type { Plan } from '../case/plan';
import type { Challenge, IdentityCheck, ProofKind, Question } from '../case/proof';
import type { CodeAbout, CodeKind } from '../challenge/code-about';
import type { Duration, Instant } from '../time';

/** `contested`: a late veto on an earlier case came while this one was changing things (R26). */
export type StuckReason = 'unknown-outcome' | 'still-there' | 'refused' | 'contested';

/** What happened to a case, in the past tense. Only these fold. They only ever gain optional fields. */
export type CaseEvent =
  | {
      type: 'case-opened';
      caseId: string;
      handle: string;
      organisationId: string;
      accountId: string;
      symptom: string;
      /** None where the account holder asked for it (R42); the actor of the event says so too. */
      openedBy?: { staffId: string; personId: string };
      policyVersion: number;
    }
  | { type: 'case-assigned'; staffId: string }
  | { type: 'runbook-finished'; helped: boolean }
  | { type: 'measures-chosen'; measures: Measure[]; plan: Plan; voided: string[] }
  | { type: 'loss-reported'; ids: string[]; voided: string[]; plan?: Plan }
  | {
      type: 'challenge-sent';
      proofId: string;
      kind: ProofKind;
      means: Means;
      challenge: Challenge;
      asked: 'staff' | 'holder';
    }
  | {
      type: 'challenge-delivered';
      proofId: string;
      challengeId: string;
      number: number;
      route?: string;
    }
  | {
      type: 'challenge-not-delivered';
      proofId: string;
      challengeId: string;
      number: number;
      reason: string;
      contactPointId: string;
    }
  | {
      type: 'code-refused';
      proofId: string;
      restsOn: string;
      reason: 'wrong' | 'expired' | 'used-up';
    }
  | { type: 'proof-opened'; proofId: string; kind: ProofKind; restsOn?: string; means: Means }
  | {
      type: 'proof-given';
      proofId: string;
      kind: ProofKind;
      restsOn?: string;
      means: Means;
      weight: Weight;
      throughStaff?: boolean;
      identityCheck?: IdentityCheck;
      /** Step of the authenticator's clock or counter of the key, so that it is never taken twice. */
      step?: number;
    }
  | { type: 'proof-closed'; proofId: string; reason: 'too-many-entries' }
  | { type: 'proofs-voided'; proofIds: string[]; reason: 'lapsed' | 'heavier-plan' | 'withdrawn' }
  | { type: 'contact-asked'; proofId: string; contactId: string }
  | { type: 'contact-code-shown'; proofId: string; question: Question }
  /** The contact was called by whoever asked, and did not call: that proves nothing (R40). */
  | { type: 'vouching-not-counted'; proofId: string; contactId: string }
  | { type: 'screen-offered'; screenId: string }
  | { type: 'case-secret-given'; screenId: string; generation: number; shown: boolean }
  | { type: 'case-secret-shown'; generation: number }
  | { type: 'identity-checker-named'; staffId: string }
  | { type: 'identity-check-failed'; identityCheck: IdentityCheck }
  | { type: 'approval-asked'; plan: Plan; planHash: string }
  | { type: 'approval-given'; planHash: string; renewal?: boolean }
  | { type: 'approval-lapsed'; reason: 'membership-ended' | 'credentials-reset' }
  | { type: 'case-declined'; reasonHash: string }
  | { type: 'notice-queued'; notice: Notice }
  | { type: 'notice-accepted'; noticeId: string; contactPointId: string; route?: string }
  | { type: 'notice-refused'; noticeId: string; contactPointId: string; reason: string }
  | { type: 'wait-planned'; rule: WaitRule; length: Duration }
  | { type: 'wait-started'; rule: WaitRule; endsAt: Instant; by?: 'staff' }
  | { type: 'wait-held'; remaining: Duration }
  | { type: 'half-time-told' }
  | { type: 'daily-told' }
  | { type: 'wait-over' }
  | { type: 'plan-grew-heavier'; plan: Plan; voided: string[] }
  | { type: 'case-paused'; pause: Pause }
  /** Of a code of this case, or of another code of its account (R43). */
  | { type: 'code-not-asked'; about: CodeAbout; contactPointId?: string }
  | { type: 'case-resumed'; endsAt?: Instant; by: 'holder' | 'staff' | 'time' }
  | {
      type: 'enrolment-opened';
      kind: SetUpKind;
      opensAt: Instant;
      closesAt: Instant;
      renewed: boolean;
    }
  | { type: 'enrolment-started'; kind: SetUpKind; factorId: string; newPointId?: string }
  | { type: 'enrolment-code-sent'; code: EnrolmentCode }
  /** `restsOn`: of a wrong code, what the failure counts on (R12). */
  | { type: 'enrolment-refused'; factorId: string; restsOn?: string }
  | {
      type: 'enrolment-confirmed';
      factorId: string;
      kind: SetUpKind;
      restsOn?: string;
      movedFactorIds?: string[];
    }
  | { type: 'enrolment-end-told' }
  | { type: 'steps-planned'; steps: Step[] }
  | { type: 'step-claimed'; stepId: string }
  | { type: 'step-done'; stepId: string; change: Step['change'] }
  | { type: 'steps-dropped'; stepIds: string[] }
  | { type: 'read-back-failed'; stepId: string; left: string[] }
  | { type: 'case-stuck'; stepId: string; reason: StuckReason }
  | { type: 'stuck-ended'; stepId: string; choice: 'try-again' | 'end' | 'was-done' }
  | { type: 'case-completed' }
  | { type: 'case-solved' }
  | { type: 'case-cancelled'; by: 'staff' | 'time'; reasonHash?: string }
  | {
      type: 'case-vetoed';
      contactPointId?: string;
      withProof: boolean;
      afterCompletion: boolean;
      contestedUntil?: Instant;
      suspendedUntil?: Instant;
    }
  | { type: 'after-veto-decided'; choice: 'kept' | 'removed' }
  | { type: 'case-expired'; from: 'collecting' | 'awaiting-approval' | 'enrolment' }
  | { type: 'suspension-ended' };

/** What happened to anything that does not fold: rows change beside these in the same transaction. */
export type RowEvent =
  | { type: 'organisation-created'; name: string }
  | { type: 'staff-created'; staffId: string }
  | { type: 'membership-given'; staffId: string; role: Role }
  | { type: 'membership-ended'; staffId: string; role: Role }
  | { type: 'policy-set'; version: number }
  | { type: 'accounts-imported'; accepted: number; refused: number; format: string }
  | {
      type: 'account-imported';
      source: ContactPointSource;
      contactPoints: number;
      factors: FactorKind[];
    }
  | { type: 'import-report-exported'; lines: number }
  | { type: 'account-read' }
  | { type: 'account-unmasked'; reasonHash: string }
  | { type: 'accounts-searched'; words: number; found: number }
  | { type: 'audit-searched'; filters: string[] }
  | { type: 'holder-signed-in'; signInId: string; factorId?: string; outcome: 'ok' | 'refused' }
  | { type: 'holder-password-accepted' }
  | { type: 'holder-password-refused' }
  | { type: 'sign-in-code-sent'; factorId?: string; contactPointId: string; number: number }
  | { type: 'not-asked-reported'; over: CodeKind; contactPointId?: string }
  | { type: 'holder-session-started'; factorId?: string; deviceId?: string }
  | { type: 'holder-session-ended'; reason: 'signed-out' | 'revoked' | 'idle' | 'absolute' }
  | { type: 'holder-authenticated-again'; factorId?: string }
  | { type: 'device-trusted'; deviceId: string }
  | { type: 'device-revoked'; deviceId: string; reason: 'holder' | 'other-browser' }
  | { type: 'push-asked'; factorId: string }
  | { type: 'push-answered'; factorId: string; answer: 'yes' | 'no' | 'wrong-number' }
  | { type: 'backup-code-used'; factorId: string; left: number }
  | { type: 'holder-factor-added' | 'holder-factor-removed'; factorId: string; factor: FactorKind }
  | { type: 'holder-factor-renamed' | 'factor-preferred'; factorId: string }
  | { type: 'backup-codes-renewed'; factorId: string }
  | { type: 'backup-codes-sent'; factorId: string; contactPointId: string }
  | { type: 'holder-password-changed'; sessionsEnded: number }
  | {
      type: 'contact-point-added' | 'contact-point-removed';
      contactPointId: string;
      kind: ContactPointKind;
    }
  | { type: 'confirming-code-sent'; restsOn: string; via: FactorKind; number: number }
  | { type: 'confirming-code-refused'; restsOn: string }
  | { type: 'confirmed-anew' | 'confirm-anew-refused'; restsOn: string }
  | { type: 'holder-signed-out-everywhere'; sessions: number; devices: number }
  | ({ type: 'change-waits'; changeId: string; until: Instant } & ChangeInWords)
  | ({ type: 'change-made'; changeId: string } & ChangeInWords)
  | ({
      type: 'change-dropped';
      changeId: string;
      reason: 'holder' | 'not-me' | 'impossible';
    } & ChangeInWords)
  | { type: 'readiness-confirmed'; what: ReadinessQuestion }
  | { type: 'contact-invited'; contactId: string; by: 'holder' | 'staff' }
  | { type: 'contact-accepted'; contactId: string; countsFrom: Instant }
  | { type: 'contact-reminded'; contactId: string; of: 'end-of-wait' | 'year' }
  | { type: 'contact-active'; contactId: string }
  | { type: 'contact-unreachable'; contactId: string }
  | { type: 'contact-ended'; contactId: string; end: ContactEnd }
  | { type: 'suspension-set'; until: Instant }
  | { type: 'suspension-lifted' }
  | { type: 'password-accepted' }
  | { type: 'password-refused' }
  | { type: 'second-factor-accepted'; factor: 'authenticator-app' | 'security-key' }
  | { type: 'second-factor-refused'; factor: 'authenticator-app' | 'security-key' }
  | { type: 'session-started' }
  | { type: 'session-ended'; reason: 'signed-out' | 'revoked' | 'idle' | 'absolute' }
  | { type: 'reauthenticated' }
  | { type: 'staff-factor-added'; factor: 'authenticator-app' | 'security-key' }
  | { type: 'staff-factor-removed'; factor: 'authenticator-app' | 'security-key' }
  | { type: 'message-sent'; letter: NoticeKind | 'code' | 'to-staff'; route: string }
  | { type: 'job-failed'; job: string; error: string }
  | { type: 'denied'; action: string; code: string; count?: number };

export type AuditEvent = CaseEvent | RowEvent;
export type AuditEventType = AuditEvent['type'];

/**
 * An event as it stands: BIO2 8.15.01 asks action (`type`), object, result, origin, actor and time of every line.
 * Never a code, token, seed or full address (R45).
 */
export type Recorded<E extends AuditEvent = AuditEvent> = E & {
  id: string;
  at: Instant;
  actor: ActorRef;
};
