import type { SignInRefusalCode } from '../../access/sign-in';
import type { RowEvent } from '../../audit/event';
import type { RefusalCode } from '../../case/command';
import type { CodeAbout } from '../../challenge/code-about';
import type { Policy } from '../../policy/policy';
import type { Duration, Instant } from '../../time';
import type { Account, ContactPointKind } from '../account';
import type { FactorKind } from '../factor';
import type { AccountGuard } from '../guard';
import type { ContactMail, ContactNews, RecoveryContact } from '../recovery-contact';
import type {
  AccountChange,
  ChangeInWords,
  NewFactor,
  NewPoint,
  WaitingChange,
} from './account-change';
import type {
  AccountTicket,
  AskedQuestion,
  Confirming,
  NewDevice,
  OwnAccount,
  OwnSession,
  PushQuestion,
  ReadinessQuestion,
  SentCode,
} from './own';

/** What `Secrets` says of a second factor that was shown; `number` is that of a backup code. */
export type OwnVerdict = {
  factorId: string;
  matches: boolean;
  step?: number;
  number?: number;
  /** Of a code that was sent: which one it was compared with. */
  code?: { id: string; number: number };
  /** The key with its new counter. */
  credential?: string;
};

/** A session to begin, or the new token of the one that is renewed. Tokens are born in the use case, kept as hashes. */
export type NewSession = {
  id: string;
  signInId: string;
  tokenHash: string;
  device: string;
  address: string;
};

/** The codes that belong to no case. */
export type OwnCodeAbout = Extract<
  CodeAbout,
  { kind: 'sign-in' | 'confirming' | 'request' | 'backup-codes' }
>;

/** Everything that an account holder can ask of the own account. Each needs a door in `doors.ts`, or does not compile. */
export type OwnCommand =
  | { type: 'change-account'; change: AccountChange }
  | { type: 'send-confirming-code'; change: AccountChange; via: Confirming['via'] }
  | {
      type: 'enter-confirming-code';
      verdict: { id: string; number: number; matches: boolean };
    }
  | { type: 'send-anew-code'; contactPointId: string; via: Confirming['via'] }
  | {
      type: 'confirm-anew';
      /** `id`: of the contact point or factor that shows to be the holder's still. */
      verdict: Omit<OwnVerdict, 'factorId' | 'number'> & { id: string };
    }
  | { type: 'send-backup-codes'; factorId: string; contactPointId: string }
  | { type: 'cancel-waiting-change'; changeId: string }
  | { type: 'end-own-session'; sessionId: string }
  | { type: 'sign-out-everywhere' }
  | { type: 'revoke-own-device'; deviceId: string }
  | { type: 'prefer-factor'; factorId: string }
  | { type: 'confirm-readiness'; what: ReadinessQuestion }
  | { type: 'invite-contact'; contactId: string; name: string; address: string }
  | { type: 'end-contact'; contactId: string }
  | { type: 'send-sign-in-code'; factorId: string; from?: SentCode['from'] }
  /** Over the link in a message: whoever holds the address of it, and no one else, says so. */
  | { type: 'report-not-asked'; about: OwnCodeAbout; contactPointId?: string }
  | {
      type: 'enter-second-factor';
      verdict: OwnVerdict;
      session: NewSession;
      /** This browser is to be trusted from now on. */
      trust?: NewDevice;
    }
  | {
      type: 'skip-second-factor';
      device: { id: string; agentHash: string; newTokenHash: string };
      session: NewSession;
    }
  | {
      type: 'ask-push';
      factorId: string;
      question: Pick<PushQuestion, 'id' | 'number' | 'address' | 'device'>;
      /** The trusted device that this very browser is, if it is one: it is not asked about itself. */
      browserDeviceId?: string;
    }
  | {
      type: 'answer-push';
      questionId: string;
      device: { id: string; agentHash: string };
      answer: 'no' | { number: number };
    };

export type OwnCommandOf<T extends OwnCommand['type']> = Extract<OwnCommand, { type: T }>;

/** Everything that a rule may look at. */
export type OwnFacts = {
  now: Instant;
  account: Account;
  own: OwnAccount;
  policy: Policy;
  /** The ticket of a sign-in under way. */
  ticket?: AccountTicket;
  /** The session that asks. */
  session?: OwnSession;
  /** Of a recovery contact who is to be asked: on how many other accounts this mailbox stands. */
  accountsOfMailbox?: number;
  newId(): string;
};

/** Rows of the account that change in the transaction of the events. */
export type OwnRow =
  /** As it stands from now on, with its alarm. */
  | { kind: 'recovery-contact'; contact: RecoveryContact }
  | { kind: 'ticket-code'; code: SentCode }
  | { kind: 'ticket-wrong' }
  | { kind: 'ticket-used' }
  | { kind: 'ticket-push'; push: PushQuestion }
  /** By another browser than the one that holds the ticket. A no ends the ticket, a wrong number counts on it. */
  | { kind: 'push-answered'; question: AskedQuestion }
  | {
      kind: 'session-begun';
      session: NewSession;
      factorId?: string;
      /** What stood in for a second factor: somebody showed something, though not a factor (decision 0012). */
      contactPointId?: string;
      givenByCase?: string;
      trustedDeviceId?: string;
    }
  | {
      kind: 'session-renewed';
      sessionId: string;
      tokenHash: string;
      /** None where a contact point stood in for one. */
      factorId?: string;
      /** What it rests on from now on: another case than before, or none (R32). */
      givenByCase?: string;
    }
  | { kind: 'sessions-ended'; ids: string[] }
  | { kind: 'device-trusted'; device: NewDevice; life: Duration }
  | { kind: 'device-used'; deviceId: string; tokenHash: string }
  | { kind: 'devices-revoked'; ids: string[] }
  | { kind: 'factor-step'; factorId: string; step: number }
  | { kind: 'factor-credential'; factorId: string; credential: string }
  | { kind: 'factor-removed'; factorId: string }
  /** `givenByCase`: what was wished in a sign-in that rested on a case is that case's gift too (R32). */
  | { kind: 'factor-added'; factor: NewFactor; givenByCase?: string }
  | { kind: 'factor-renamed'; factorId: string; label: string }
  | { kind: 'factor-preferred'; factorId: string }
  | { kind: 'backup-codes-added'; factorId: string; givenByCase?: string }
  | { kind: 'backup-codes-sent'; factorId: string }
  | { kind: 'password-changed'; hash: string }
  /** The one in force is put aside for a late no about this case (R26); it is changed next. */
  | { kind: 'password-kept'; settingId: string; caseId: string }
  /** Sign-ins under way: their password was right before. */
  | { kind: 'tickets-ended' }
  | { kind: 'contact-point-added'; point: NewPoint; givenByCase?: string }
  | { kind: 'contact-point-removed'; contactPointId: string }
  | { kind: 'confirming'; sessionId: string; confirming?: Confirming }
  | { kind: 'change-waits'; waiting: WaitingChange }
  | { kind: 'change-ended'; changeId: string; outcome: 'made' | 'dropped' }
  | { kind: 'readiness-confirmed'; what: ReadinessQuestion }
  | { kind: 'backup-code-used'; factorId: string; number: number }
  | {
      kind: 'sign-in';
      id: string;
      device: string;
      outcome: 'ok' | 'wrong-factor' | 'reported';
      factorId?: string;
      /** What stood in for a factor. */
      contactPointId?: string;
      /** Where the sign-in came from, if another browser tells of it. */
      address?: string;
    };

/** What the world must do for it. Carries ids only: codes are made when the message is sent (R13, R45). */
export type OwnEffect =
  | {
      kind: 'tell-contact';
      id: string;
      contactId: string;
      mail: ContactMail;
      /** Of a question: the proof in a case that it is about. */
      asked?: { caseId: string; proofId: string };
    }
  | {
      kind: 'tell-of-contact';
      id: string;
      contactId: string;
      news: ContactNews;
      contactPointId: string;
    }
  | {
      kind: 'send-sign-in-code';
      id: string;
      ticketHash: string;
      codeId: string;
      number: number;
      contactPointId: string;
      via: 'sms' | 'voice' | 'email-code';
    }
  | {
      /** Where it goes stands in the session: the address may not be on file yet. */
      kind: 'send-confirming-code';
      id: string;
      sessionId: string;
      codeId: string;
      number: number;
      /** Where it is on file already. */
      contactPointId?: string;
      /** That is confirmed anew, and nothing added. */
      anew?: true;
    }
  /** The code of a request for recovery that somebody made without calling (R42). */
  | {
      kind: 'send-request-code';
      id: string;
      requestId: string;
      number: number;
      contactPointId: string;
      via: 'sms' | 'email-code';
    }
  | { kind: 'send-backup-codes'; id: string; factorId: string; contactPointId: string }
  | { kind: 'tell-account'; id: string; letter: OwnLetter; contactPointId: string }
  /** To the one open case that may give access: a second factor was shown at this moment (R28). No message. */
  | {
      kind: 'note-sign-in';
      id: string;
      caseId: string;
      /** Of the session, however often it is renewed: from there it is answered. */
      signInId: string;
      factorId: string;
      at: Instant;
    };

export type NoteSignIn = Extract<OwnEffect, { kind: 'note-sign-in' }>;
/** What goes to somebody. */
export type OwnMessage = Exclude<OwnEffect, NoteSignIn>;

/** What the holder is told about the own account, at every contact point on file. */
export type OwnLetter =
  | {
      about:
        | 'password-changed'
        | 'sessions-ended'
        | 'backup-codes-renewed'
        | 'backup-codes-sent'
        | 'backup-codes-disowned';
    }
  | { about: 'contact-point-added' | 'contact-point-removed'; point: ContactPointKind }
  | ({ about: 'change-made' | 'change-dropped' } & ChangeInWords)
  /** With the way to say "this was not me" to the case that the wish rests on. */
  | ({ about: 'change-waits'; until: Instant; caseId: string } & ChangeInWords)
  | { about: 'factor-added' | 'factor-removed'; factor: FactorKind };

export type OwnAnswer = {
  matched?: boolean;
  entriesLeft?: number;
  sent?: SentCode;
  push?: PushQuestion;
  /** The change was not made at once: it waits until then (R32). */
  waitsUntil?: Instant;
};

export type OwnDecision = {
  events: RowEvent[];
  rows: OwnRow[];
  effects: OwnEffect[];
  guard?: AccountGuard;
  answer: OwnAnswer;
};

/** Refusals that only the own pages know. */
export type OwnRefusalCode = RefusalCode | SignInRefusalCode;
export type OwnRefusal = { refused: OwnRefusalCode; retryAt?: Instant };

export const isOwnRefusal = (outcome: object): outcome is OwnRefusal => 'refused' in outcome;

export const refuseOwn = (refused: OwnRefusalCode, retryAt?: Instant): OwnRefusal => ({
  refused,
  ...(retryAt ? { retryAt } : {}),
});

/** A decision with everything empty but what is given. */
export const ownDecided = (
  events: RowEvent[],
  more: Partial<Omit<OwnDecision, 'events'>> = {},
): OwnDecision => ({ events, rows: [], effects: [], answer: {}, ...more });
