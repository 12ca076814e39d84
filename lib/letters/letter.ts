import type { Account, ContactPointKind } from '../domain/account/account';
import type { FactorKind } from '../domain/account/factor';
import type { OwnLetter } from '../domain/account/own/command';
import type { ContactMail, ContactNews } from '../domain/account/recovery-contact';
import type { NoticeKind } from '../domain/case/case';
import type { StaffLetter as StaffLetterKind } from '../domain/case/command';
import type { SetUpKind } from '../domain/case/measure';
import type { NamedMeasure } from '../domain/case/named-measure';
import type { Symptom } from '../domain/runbook/symptom';
import type { Instant } from '../domain/time';

/*
 * What the desk writes to people. No letter has a place for a handle (R15): it is read out, or shown
 * to who asked, and so a stolen mailbox does not open the holder's page.
 */

/** The way to say "this was not me", in every notice. */
export type Veto = {
  /** With its token in the fragment; a letter with a token anywhere else is refused (R18). */
  url: string;
  /** The page where the code is typed, by who has no JavaScript or reads an SMS. */
  page: string;
  code: string;
};

/**
 * The way to say "I did not ask for this", in every letter with a code (R43). A call cannot carry one: it says where to
 * turn.
 */
export type NotAsked = Veto | 'by-helpdesk';

/** What every letter with a code is made of. */
type WithCode = { code: string; minutes: number; notAsked: NotAsked };

type Everywhere = {
  language: Account['locale'];
  organisation: string;
  timeZone: string;
  /** The desk's time; it only decides whether a year is said. */
  now: Instant;
};

type ToHolder = Everywhere & { measures: readonly NamedMeasure[] };

export type CodeLetter = ToHolder &
  WithCode & {
    kind: 'code';
    /** The policy allows that this code is read out to the helpdesk (R9). */
    readingOutAllowed: boolean;
  };

/** `locked`: a veto that came after the measures (R26). */
export type EndOutcome = 'solved' | 'cancelled' | 'declined' | 'vetoed' | 'locked' | 'expired';

type NoticeDetails = {
  /** Not before this: the clock starts only when a notice was accepted (R25). */
  'wait-started': { endsAt: Instant };
  'wait-half-time': { endsAt: Instant };
  'wait-daily': { endsAt: Instant };
  'loss-reported': { lost: readonly (ContactPointKind | FactorKind)[] };
  'enrolment-ready': { enrol: SetUpKind; closesAt: Instant };
  'enrolment-ends-soon': { enrol: SetUpKind; closesAt: Instant };
  'measures-done': { vetoUntil: Instant };
  'case-ended': { outcome: EndOutcome };
  'pause-asked': { until: Instant };
};

export type NoticeOf<K extends NoticeKind> = ToHolder & { kind: K; veto: Veto } & NoticeDetails[K];
export type NoticeLetter = { [K in NoticeKind]: NoticeOf<K> }[NoticeKind];

/** To staff of the organisation. It says where to look; what is there, the desk shows to who may see it. */
export type StaffLetter = Everywhere & { kind: StaffLetterKind; deskUrl: string };

/** A code to sign in with; nobody's case. */
export type SignInCodeLetter = Everywhere & WithCode & { kind: 'sign-in-code' };

/** The code of a request for recovery that somebody made without calling (R42). */
export type RequestCodeLetter = Everywhere & WithCode & { kind: 'request-code'; symptom: Symptom };

/** What changed in the holder's own account, told at every contact point on file. */
export type OwnNoticeLetter = Everywhere & {
  kind: 'own-notice';
  what: OwnLetter;
  /** Where the holder looks after the own account. */
  accountUrl: string;
  /** Of a change that waits: stops it, and what the case gave, without signing in. */
  veto?: Veto;
};

/** A code to what is to be added to an account: a number, a mailbox, a factor over one of them. `anew`: R12. */
export type ConfirmingCodeLetter = Everywhere &
  WithCode & { kind: 'confirming-code'; adds: 'factor' | 'contact-point' | 'anew' };

/** A set of backup codes by SMS, where the policy allows it. No mail: a mailbox keeps what it gets. */
export type BackupCodesLetter = Everywhere & {
  kind: 'backup-codes';
  codes: readonly string[];
  notAsked: NotAsked;
};

/** To a recovery contact: all that they ever receive (R40). `link` leads to their own page, where the no is as well. */
export type ContactLetter = Everywhere & {
  kind: 'to-contact';
  mail: ContactMail;
  contact: string;
  holder: string;
  link?: Veto;
  /** Until when the invitation can be accepted. */
  expiresAt: Instant;
};

/** To the account holder, of a recovery contact; `stop` says no without a sign-in. */
export type ContactNewsLetter = Everywhere & {
  kind: 'contact-news';
  news: ContactNews;
  contact: string;
  countsFrom?: Instant;
  accountUrl: string;
  stop?: Veto;
};

export type Letter =
  | CodeLetter
  | NoticeLetter
  | StaffLetter
  | SignInCodeLetter
  | RequestCodeLetter
  | ConfirmingCodeLetter
  | BackupCodesLetter
  | OwnNoticeLetter
  | ContactLetter
  | ContactNewsLetter;
export type LetterKind = Letter['kind'];
