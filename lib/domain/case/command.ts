import type { FactorKind } from '../account/factor';
import type { NewPoint } from '../account/own/account-change';
import type { NewDevice } from '../account/own/own';
import type { ContactRefusalCode } from '../account/recovery-contact';
import type { Vouching } from '../account/vouch';
import type { RequestVerdict } from '../asking/request';
import type { CaseEvent } from '../audit/event';
import type { CodeAbout } from '../challenge/code-about';
import type { Instant } from '../time';
import type { NoticeKind, Step } from './case';
import type { Measure, SetUpKind } from './measure';
import type { ChallengeKind, IdentityCheck, Question } from './proof';

/** Free text stands beside the events, erasable; its hash stands in the event. */
export type Reason = { noteId: string; text: string; hash: string };

/** What `Secrets` says of something that was shown; `decide` judges whether it is the newest, in time and unused. */
export type CodeVerdict = {
  proofId: string;
  challengeId: string;
  number: number;
  matches: boolean;
};
/** `number` is that of a backup code. */
export type FactorVerdict = { factorId: string; matches: boolean; step?: number; number?: number };

export type CaseCommand =
  | {
      type: 'open-case';
      caseId: string;
      handle: string;
      /** Of a request that is answered, the symptom stands in the request. */
      symptom: string;
      /** The code of a request that the account holder made without calling, and the screen of both (R42). */
      asked?: { verdict: RequestVerdict; screenId: string };
    }
  | { type: 'take-case' }
  | { type: 'finish-runbook'; helped: boolean }
  | { type: 'choose-measures'; measures: Measure[] }
  | { type: 'send-challenge'; kind: ChallengeKind; contactPointId: string }
  | { type: 'enter-code'; verdict: CodeVerdict; screenId: string }
  | { type: 'prove-with-factor'; verdict: FactorVerdict; screenId: string }
  | { type: 'ask-contact'; contactId: string }
  | { type: 'show-contact-code'; proofId: string; screenId: string }
  | {
      type: 'vouch';
      vouching: Vouching;
      /** Sign-in addresses and numbers of the staff who acted in this case, lower-cased (R40). */
      acted: string[];
    }
  | { type: 'offer-screen'; screenId: string }
  | { type: 'show-secret'; screenId: string }
  | { type: 'report-loss'; ids: string[] }
  | { type: 'name-identity-checker'; staffId: string }
  | {
      type: 'record-identity-check';
      check: Omit<IdentityCheck, 'recordedBy'>;
      result: 'matches' | 'differs';
      /** The screen whose number the recorder typed; none when no screen of the case has that number. */
      screenId?: string;
    }
  | { type: 'ask-approval' }
  | { type: 'approve'; planHash: string }
  | { type: 'decline'; reason: Reason }
  | { type: 'cancel'; reason: Reason }
  | { type: 'start-clock' }
  | { type: 'veto' }
  /** `at`: when the factor was shown. It may be told of late, and more than once. */
  | { type: 'note-sign-in'; signInId: string; factorId: string; at: Instant }
  | { type: 'answer-pause'; answer: 'go-on' | 'not-me' }
  /** "I did not ask for this": over the contact point that got the code, if that is on file. */
  | { type: 'note-not-asked'; about: CodeAbout; contactPointId?: string }
  | { type: 'resume-case' }
  | {
      type: 'start-enrolment';
      kind: SetUpKind;
      factorId: string;
      sealed: string;
      label: string;
      /** Where codes go: a contact point on file, or a new one. */
      to?: { contactPointId: string } | { point: NewPoint; byVoice?: boolean };
      /** Of a push: this browser, trusted only once everything is confirmed. */
      device?: NewDevice;
    }
  | { type: 'send-enrolment-code'; byVoice: boolean }
  | {
      type: 'confirm-enrolment';
      verdict: FactorVerdict & { code?: { id: string; number: number } };
      credential?: string;
      synced?: boolean;
      /** argon2id of the password that the holder chose. */
      passwordHash?: string;
    }
  | { type: 'renew-enrolment'; planHash: string }
  | { type: 'wake' }
  | { type: 'perform-step'; stepId: string }
  | { type: 'claim-step'; stepId: string }
  | { type: 'report-step'; stepId: string; outcome: 'done' | 'refused' | 'unknown' }
  | { type: 'report-read-back'; stepId: string; left: string[] }
  | {
      type: 'report-message';
      about: { notice: string } | { proofId: string; challengeId: string; number: number };
      outcome: 'accepted' | 'refused';
      route?: string;
      reason?: string;
    }
  | { type: 'end-stuck'; choice: 'try-again' | 'end' | 'was-done' }
  | { type: 'decide-after-veto'; choice: 'kept' | 'removed' };

export type CommandOf<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** What the outside world must do. Carries ids only: codes and links are made when the message is sent (R13, R45). */
export type Effect =
  | {
      kind: 'send-code';
      id: string;
      proofId: string;
      challengeId: string;
      number: number;
      contactPointId: string;
    }
  | {
      kind: 'send-notice';
      id: string;
      noticeId: string;
      letter: NoticeKind;
      contactPointId: string;
    }
  /** The question to a recovery contact, with the link to the page that takes the code. */
  | { kind: 'ask-contact'; id: string; proofId: string; contactId: string }
  /** The code that confirms a number or mailbox; where it goes stands in the rows of the case. */
  | {
      kind: 'send-enrolment-code';
      id: string;
      codeId: string;
      number: number;
      contactPointId: string;
    }
  | { kind: 'tell-staff'; id: string; letter: StaffLetter }
  | { kind: 'step'; id: string; stepId: string };

export type StaffLetter =
  | 'case-vetoed'
  | 'case-paused'
  | 'code-not-asked'
  | 'case-stuck'
  | 'approval-asked'
  | 'clock-held';

/** Rows that change in the same transaction as the events. */
export type RowChange =
  | { kind: 'directory'; change: Step['change'] }
  | {
      kind: 'pending-factor';
      factorId: string;
      factorKind: FactorKind;
      label: string;
      sealed: string;
      contactPointId?: string;
      device?: NewDevice;
    }
  /** A number or mailbox that stands on file only once it is confirmed and everything else is too. */
  | { kind: 'pending-point'; point: NewPoint }
  | { kind: 'pending-password'; settingId: string; hash: string }
  | { kind: 'factor-credential'; factorId: string; credential: string; synced: boolean }
  | { kind: 'factor-step'; factorId: string; step: number }
  | { kind: 'backup-code-used'; factorId: string; number: number }
  | { kind: 'contact-point-refused'; contactPointId: string; refused: boolean }
  /** A request became a case: its code works no more (R11). */
  | { kind: 'request-answered'; requestId: string }
  | { kind: 'note'; noteId: string; text: string };

/** What the screen that asked may show once. */
export type Answer = {
  secretGeneration?: number;
  screenId?: string;
  matched?: boolean;
  /** The code that this screen shows for the recovery contact. */
  question?: Question;
  retryAt?: Instant;
  entriesLeft?: number;
};

export type Decision = {
  events: CaseEvent[];
  effects: Effect[];
  rows: RowChange[];
  /** Effects of this case that were not carried out are dropped (R26). */
  dropEffects?: boolean;
  answer: Answer;
};

export type RefusalCode =
  | ContactRefusalCode
  | 'not-found'
  | 'not-allowed'
  | 'own-account'
  | 'wrong-status'
  | 'account-disabled'
  | 'account-privileged'
  | 'another-case-open'
  | 'account-suspended'
  | 'unknown-factor'
  | 'no-measures'
  | 'one-factor-at-a-time'
  | 'would-leave-no-factor'
  | 'email-codes-not-allowed'
  | 'address-on-file'
  | 'contact-point-unknown'
  | 'proof-does-not-count'
  | 'too-many-codes'
  | 'proof-closed'
  | 'already-proven'
  | 'code-expired'
  | 'code-wrong'
  | 'code-used-up'
  | 'no-code-sent'
  | 'wait-before-retry'
  | 'confirm-anew'
  | 'secret-needed'
  | 'reading-out-not-allowed'
  | 'screen-unknown'
  | 'not-enough-proof'
  | 'plan-changed'
  | 'not-the-opener'
  | 'approver-opened-case'
  | 'approver-acted'
  | 'approver-is-holder'
  | 'enrolment-closed'
  | 'enrolment-used'
  | 'enrolment-renewed-before'
  | 'clock-not-held'
  | 'clock-hold-too-young'
  | 'nothing-to-decide'
  | 'pause-other-sign-in'
  | 'same-person-named'
  | 'in-person-needs-administrator'
  | 'contested'
  | 'nothing-to-do'
  | 'veto-too-late'
  | 'veto-repeated'
  | 'reauthenticate'
  | 'invalid-input'
  | 'signed-out'
  | 'too-fast'
  | 'unavailable';

export type Refusal = { refused: RefusalCode; retryAt?: Instant; status?: string };

export const isRefusal = (outcome: object): outcome is Refusal => 'refused' in outcome;

export const refuse = (refused: RefusalCode, more: Omit<Refusal, 'refused'> = {}): Refusal => ({
  refused,
  ...more,
});

/** A decision with everything empty but what is given. */
export const decided = (
  events: CaseEvent[],
  more: Partial<Omit<Decision, 'events'>> = {},
): Decision => ({
  events,
  effects: [],
  rows: [],
  answer: {},
  ...more,
});
