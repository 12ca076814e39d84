import type { Actor, Role } from './domain/access/roles';
import type { Counter, StaffFactorKind, Ticket, Tries } from './domain/access/sign-in';
import type { Account } from './domain/account/account';
import type { FactorKind } from './domain/account/factor';
import type { AuditEvent, Recorded, RowEvent } from './domain/audit/event';
import type { Case, Step } from './domain/case/case';
import type { Answer, Effect, Refusal, RowChange } from './domain/case/command';
import type { Policy } from './domain/policy/policy';
import type { Duration, Instant } from './domain/time';

/** Where a request came from: the fourth field of BIO2 8.15.01. */
export type Origin = { address: string; userAgent: string };

/** What the gate sees of a case and its account, read after the locks were taken. */
export type Loaded = {
  now: Instant;
  case: Case | undefined;
  account: Account;
  /** Policy at the opening of the case and the one in force now. */
  policyAtOpening: Policy;
  policyNow: Policy;
  /** Whether whoever approved may still do so (R20). */
  approver: 'valid' | 'membership-ended' | 'credentials-reset' | undefined;
};

/** Everything that one transaction writes. */
export type CaseWrite = {
  case: Case;
  events: Recorded<AuditEvent>[];
  account: Account;
  alarm: Instant | undefined;
  effects: Effect[];
  dropEffects: boolean;
  rows: RowChange[];
  answer: Answer;
};

export type CaseTarget = { caseId: string } | { accountId: string };

/** What messages and screens need of an organisation. */
export type Organisation = {
  id: string;
  name: string;
  timeZone: string;
  country: string;
  helpdeskPhone: string | null;
};

/** One case as it stands, read without a lock: for preparing verdicts and for sending messages. */
export type CaseRead = {
  now: Instant;
  case: Case | undefined;
  account: Account;
  organisation: Organisation;
};

export type EffectJob = {
  effect: Effect;
  organisationId: string;
  caseId: string;
  accountId: string;
  attempts: number;
};

/** PostgreSQL, as far as the gate knows it. Every call runs in one transaction, in the scope of these organisations. */
export interface Store {
  /** Locks the account and then its case, reads the time, loads, lets `judge` decide and writes what it says. */
  commitCase(request: {
    scope: Scope;
    target: CaseTarget;
    judge: (loaded: Loaded) => CaseWrite | Refusal;
    /** The effect whose done-mark commits with this, if it is still to be done (R30). */
    finishes?: string;
  }): Promise<{ write: CaseWrite } | Refusal>;

  /** Reads a case or account in a scope; undefined where it is unknown or another organisation's. */
  read(scope: Scope, target: CaseTarget): Promise<CaseRead | undefined>;

  /** Takes an effect for this long. Undefined when it is done, dropped, or somebody else has it. */
  claimEffect(effectId: string, lease: Duration): Promise<EffectJob | undefined>;
  finishEffect(effectId: string, organisationId: string): Promise<void>;
  /** Tries again later; the reason holds no address and no credential. */
  postponeEffect(
    effectId: string,
    organisationId: string,
    wait: Duration,
    reason: string,
  ): Promise<void>;

  /** Links of a notice, hashed, so that one that comes back can be traced to its contact point. */
  addLinks(links: readonly LinkRow[]): Promise<void>;
  /** Staff who must hear of it: the functional administrators and stand-ins of an organisation. */
  staffToTell(
    organisationId: string,
  ): Promise<{ staffId: string; address: string; locale: 'nl' | 'en' }[]>;

  /** Records a denial in a transaction of its own. Throws when it cannot be written: then nobody gets an answer (R47). */
  deny(denial: {
    actor: Actor;
    origin: Origin;
    action: string;
    code: string;
    objectId?: string;
    organisationId?: string;
  }): Promise<void>;

  now(): Promise<Instant>;

  /** Before a scope is known: which case a public handle, or a link's hash, belongs to. */
  findHandle(handle: string): Promise<Found | undefined>;
  findLink(hashes: readonly string[]): Promise<(Found & { contactPointId: string }) | undefined>;

  /** What a factor is checked with; also of one that is being set up. Undefined outside the scope. */
  factorSecret(scope: Scope, factorId: string): Promise<FactorSecret | undefined>;

  /** Counts one try under this key; false when there were too many in this time. */
  takeTry(key: string, most: number, per: Duration): Promise<boolean>;
  /** How many tries this key has had in this time. */
  tries(key: string, per: Duration): Promise<number>;

  /** Records a sign-in of an account holder, with its event; false when its step was used before. */
  recordSignIn(scope: Scope, signIn: SignInRow): Promise<boolean>;
}

export type Found = { caseId: string; organisationId: string };

export type FactorSecret = {
  organisationId: string;
  accountId: string;
  kind: string;
  sealed: string | null;
  credential: string | null;
  lastStep: number | null;
};

export type SignInRow = {
  id: string;
  organisationId: string;
  accountId: string;
  factorId: string;
  /** The authenticator's step that was used, so that it is never taken again. */
  step: number;
  country: string;
  device: string;
};

/** Whose rows a transaction may see; the database enforces it. */
export type Scope = { organisations: readonly string[]; actor: Actor; origin: Origin };

/** The moment at which a thing must be looked at again. */
export type Alarm = {
  subject: 'case';
  id: string;
  organisationId: string;
  at: Instant;
};

export type LinkRow = {
  hash: string;
  organisationId: string;
  caseId: string;
  contactPointId: string;
  noticeId: string;
  purpose: LinkOf['purpose'];
};

/** Makes the worker look sooner. Truth stays in the alarm and effect rows; losing a ring loses nothing. */
export interface Bell {
  ring(alarms: readonly Alarm[], effectIds: readonly string[]): Promise<void>;
}

/** Where accounts live. The built-in directory changes rows in the transaction of the done-mark. */
export interface Directory {
  readonly name: string;
  /** True when a change commits together with its done-mark, so that its outcome is never unknown (R30). */
  readonly transactional: boolean;
  /** Carries out one change elsewhere. Not called for a transactional directory. */
  perform(accountId: string, change: Step['change']): Promise<'done' | 'refused'>;
  /** Reads back what of these is still there: factor ids, `backup-codes`, `devices`, `sessions`. */
  readBack(
    scope: Scope,
    accountId: string,
    going: { factorIds: string[]; backupCodes: boolean; devices: boolean; sessions: boolean },
  ): Promise<string[]>;
}

export type OutgoingMessage = {
  /** The same at every try, so that a receiver can see that it is the same message. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
};

export type Delivery =
  | { outcome: 'accepted'; route: string; reference?: string }
  /** The other side said no for good: the address does not take it. */
  | { outcome: 'refused'; route: string; reason: string }
  /** No answer or a temporary no: to be tried again. */
  | { outcome: 'failed'; route: string; reason: string };

/** One kind of message over its routes. At least once, with the same message id. Never throws for what the network does. */
export interface MessageChannel {
  readonly channel: 'mail' | 'sms';
  send(message: OutgoingMessage): Promise<Delivery>;
}

/** What has to be told, with all that a letter may say. Codes and links are made by whoever writes it (R13, R45). */
export type MessageJob = {
  /** Message id: the same at every try. */
  id: string;
  effect: Exclude<Effect, { kind: 'step' }>;
  now: Instant;
  case: Case;
  account: Account;
  organisation: Organisation;
  /** Of whoever reads it. */
  locale: 'nl' | 'en';
  to: { channel: MessageChannel['channel']; address: string };
};

/** Writes and sends one message. Never throws for what the network does. */
export interface Courier {
  deliver(job: MessageJob): Promise<Delivery>;
}

/** Everything that knows a key, a random number or a slow hash. Verdicts only; the domain judges them. */
export interface Secrets {
  /** Time-ordered random id (UUID version 7). */
  newId(): string;
  /** 256 random bits, base64url. */
  newToken(): string;
  /** SHA-256, hexadecimal: for tokens of 128 random bits or more, and for texts whose hash stands in an event. */
  hash(text: string): string;
  newHandle(): string;

  /** Digits derived from the key, the challenge and its number; never stored (R13). */
  code(of: CodeOf): string;
  codeMatches(of: CodeOf, entered: string): boolean;

  /** 256-bit token for the fragment of a link, and the separate 80-bit code to type, in groups (R18). */
  linkToken(of: LinkOf): string;
  linkCode(of: LinkOf): string;
  linkMatches(of: LinkOf, presented: string): boolean;

  /** Derived from the key, the case and the generation; shown once, in groups, kept in a cookie (R15). */
  caseSecret(caseId: string, generation: number): string;
  caseSecretMatches(caseId: string, generation: number, presented: string): boolean;
  /** The six digits that a screen shows and the recorder of an identity check types (R6). */
  screenNumber(caseId: string, screenId: string): string;

  seal(plain: string, place: SealPlace): string;
  unseal(sealed: string, place: SealPlace): string;

  /** argon2id (OWASP: 19 MiB, 2 passes, 1 lane). */
  hashPassword(password: string): Promise<string>;
  /** Takes as long for an account that does not exist (`hash` undefined) and answers false (R14). */
  passwordMatches(hash: string | undefined, password: string): Promise<boolean>;

  /** RFC 6238, 30 s: a new sealed seed and the address that the app reads. */
  newAuthenticator(
    place: SealPlace,
    label: string,
    issuer: string,
  ): { sealed: string; uri: string };
  authenticatorUri(
    sealed: string,
    place: SealPlace,
    label: string,
    issuer: string,
  ): { uri: string; secret: string };
  /** One step either way; `step` is the step that matched, for the caller to refuse a second use. */
  authenticatorVerdict(
    sealed: string,
    place: SealPlace,
    code: string,
    now: Instant,
  ): { matches: boolean; step?: number };

  passkeyRegistration(
    of: PasskeyOf & { userName: string; userId: string; exclude: string[] },
  ): Promise<unknown>;
  /** The credential as JSON text to store, or undefined when anything about it is wrong. */
  passkeyRegistered(
    of: PasskeyOf,
    response: unknown,
  ): Promise<{ credential: string; synced: boolean } | undefined>;
  passkeyChallenge(of: PasskeyOf, credentials: readonly string[]): Promise<unknown>;
  /** Refuses a wrong origin, a wrong challenge and a counter that went back; gives the credential with its new counter. */
  passkeyVerdict(
    of: PasskeyOf,
    credential: string,
    response: unknown,
  ): Promise<{ matches: boolean; counter?: number; credential?: string }>;
}

export type CodeOf = {
  purpose: 'email-challenge' | 'sms-challenge' | 'staff';
  id: string;
  number: number;
  digits: number;
};
export type LinkOf = { purpose: 'veto' | 'view' | 'act'; id: string; number: number };
/** Row and organisation are bound to the ciphertext as associated data (R45). */
export type SealPlace = { table: string; column: string; row: string; organisation: string };
/** The challenge is derived from this id and number, so it needs no store and is never taken twice for another use. */
export type PasskeyOf = {
  purpose: 'enrol' | 'prove' | 'staff-enrol' | 'staff-sign-in' | 'sign-in';
  id: string;
  number: number;
};

/** A new account as an import writes it, with the ids that it will have. Times are the database's (R37). */
export type NewAccount = {
  id: string;
  personId: string;
  signIn: string;
  displayName: string;
  locale: 'nl' | 'en';
  disabled: boolean;
  externalId: string | null;
  /** The words by which it is found. */
  words: string[];
  contactPoints: {
    id: string;
    kind: 'email' | 'phone';
    address: string;
    smsCapable: boolean;
    opensWithAccount: boolean;
  }[];
  factors: { id: string; kind: FactorKind; contactPointId: string | null }[];
};

/** A file between its preview and its import. Only whoever uploaded it sees it, for an hour. */
export type ImportDraft = {
  id: string;
  organisationId: string;
  sealed: string;
  importedAt: Instant | null;
};

/** What reading a file needs to know of the organisation that it is for. */
export type ImportSettings = {
  organisationId: string;
  country: string;
  ownMailDomain: string | null;
  mailApart: boolean;
};

/** Accounts as rows: unmasking them on record, and adding new ones. Each call is one transaction with its events. */
export interface AccountStore {
  /** Keeps the reason as a note and its hash in the event (R38). */
  recordUnmasking(
    scope: Scope,
    unmasking: {
      account: Account;
      /** A contact point's id, or `sign-in`. */
      objectId: string;
      note: { id: string; text: string; hash: string };
    },
  ): Promise<void>;
  /** That the report of an import left the desk (R39). */
  recordReport(
    scope: Scope,
    report: { draft: Pick<ImportDraft, 'id' | 'organisationId'>; lines: number },
  ): Promise<void>;
  /** Undefined for an organisation outside the scope. */
  importSettings(scope: Scope, organisationId: string): Promise<ImportSettings | undefined>;
  /** Of these accounts, the sign-ins of those that are there already, by sign-in or by their id elsewhere. */
  present(
    scope: Scope,
    organisationId: string,
    accounts: readonly { signIn: string; externalId: string | null }[],
  ): Promise<Set<string>>;
  /** Also forgets the organisation's drafts that are past their time. */
  keepDraft(scope: Scope, draft: Omit<ImportDraft, 'importedAt'>, life: Duration): Promise<void>;
  draft(scope: Scope, draftId: string): Promise<ImportDraft | undefined>;
  /**
   * Adds those of the accounts that are not there yet; `sealReport` gives what the draft holds from then on.
   * Undefined when the draft is gone or was imported before.
   */
  importDraft(
    scope: Scope,
    draft: ImportDraft,
    accounts: readonly NewAccount[],
    file: { format: string; refused: number },
    sealReport: (present: ReadonlySet<string>) => string,
  ): Promise<{ accepted: number } | undefined>;
}

/** The row behind a session's token, with what its owner may do now. */
export type SessionRow = {
  sessionId: string;
  staffId: string;
  personId: string;
  signIn: string;
  phone: string | null;
  displayName: string;
  locale: string;
  platform: boolean;
  startedAt: Instant;
  lastSeenAt: Instant;
  reauthenticatedAt: Instant;
  now: Instant;
  memberships: { organisationId: string; organisation: string; role: Role; timeZone: string }[];
};

export type StaffFactorRow = {
  id: string;
  kind: StaffFactorKind;
  sealed: string | null;
  credential: string | null;
  lastStep: number | null;
};

/** What a ticket opens, read without a lock: for showing the page and preparing a verdict. */
export type TicketRow = Ticket & {
  staffId: string;
  personId: string;
  organisations: string[];
  /** The session that it renews; none where it begins one. */
  sessionId: string | null;
  now: Instant;
  factors: StaffFactorRow[];
};

/** The same after the locks were taken, with the wrong entries so far and the time of now. */
export type TicketAttempt = TicketRow & { tries: Tries | undefined };

/** What a second factor on a ticket brings about. */
export type TicketOutcome =
  | { kind: 'over' | 'stale' }
  | { kind: 'wait'; retryAt: Instant }
  | { kind: 'wrong'; factor: StaffFactorKind; tries: Tries }
  | {
      kind: 'right';
      factor: StaffFactorKind;
      factorId: string;
      step?: number;
      credential?: string;
      session: { id: string; tokenHash: string };
    };

/** A staff member whose own rows a transaction may see, also before there is a session; every organisation hears of it. */
export type MemberScope = Scope & { staffId: string };

/** Staff as rows: signing in, sessions, factors, memberships. Each call is one transaction with its events. */
export interface StaffStore {
  findSession(tokenHash: string): Promise<SessionRow | undefined>;
  markSeen(member: MemberScope, sessionId: string): Promise<void>;
  /** Ends these open sessions of the member; gives how many it were. */
  endSessions(
    member: MemberScope,
    which: { only: string } | { allBut: string },
    reason: 'signed-out' | 'revoked' | 'idle' | 'absolute',
  ): Promise<number>;

  findStaff(
    signIn: string,
  ): Promise<
    { staffId: string; personId: string; passwordHash: string; organisations: string[] } | undefined
  >;
  /** Whether this token was the last one of a session of theirs, begun at most so long ago. */
  knowsBrowser(staffId: string, tokenHash: string, within: Duration): Promise<boolean>;
  /** Counts a try on all of these before it is judged, or on none: then it gives when the next may be made. */
  countTry(counters: readonly { key: string; counter: Counter }[]): Promise<Instant | undefined>;
  /** The try was right: the first kind begins anew, the second only takes its own try back. */
  forgetTries(keys: { anew: readonly string[]; oneLess: readonly string[] }): Promise<void>;
  /** A wrong password, for a name that is somebody's and for one that is nobody's. */
  recordWrongPassword(member: MemberScope | undefined, origin: Origin): Promise<void>;
  openTicket(
    member: MemberScope,
    ticket: { hash: string; life: Duration; sessionId?: string },
  ): Promise<void>;
  readTicket(hash: string): Promise<TicketRow | undefined>;
  /** Locks the member's factors, the ticket and the counter, lets `judge` decide, and writes what it says. */
  judgeTicket(
    ticket: { hash: string; triesKey: string; origin: Origin },
    judge: (attempt: TicketAttempt) => TicketOutcome,
  ): Promise<TicketOutcome>;

  factors(member: MemberScope): Promise<StaffFactorRow[]>;
  /** False when they hold so many already. */
  addFactor(
    member: MemberScope,
    factor: Omit<StaffFactorRow, 'lastStep'> & { label: string; step?: number },
    most: number,
  ): Promise<boolean>;
  /** Takes a factor away and ends every other session; never the last one. */
  removeFactor(
    member: MemberScope,
    factorId: string,
    keepSession: string,
  ): Promise<'removed' | 'unknown' | 'last'>;

  membership(
    scope: Scope,
    membershipId: string,
  ): Promise<{ organisationId: string; staffId: string; role: Role } | undefined>;
  /** Ends a membership; an organisation keeps one functional administrator who can end the others. */
  endMembership(scope: Scope, membershipId: string): Promise<'ended' | 'unknown' | 'last'>;
}

export type { RowEvent };
