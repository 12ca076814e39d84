import type { Actor } from '../domain/access/roles';
import type { Account } from '../domain/account/account';
import type { NoteSignIn, OwnEffect } from '../domain/account/own/command';
import type { RecoveryRequest } from '../domain/asking/request';
import type { AuditEvent, Recorded } from '../domain/audit/event';
import type { Case } from '../domain/case/case';
import type { Answer, Effect, Refusal, RowChange } from '../domain/case/command';
import type { Policy } from '../domain/policy/policy';
import type { Duration, Instant } from '../domain/time';
import type { LinkOf } from './secrets';
import type { Organisation, Origin, Scope } from './world';

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
  request?: RecoveryRequest;
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

/** With a request: the holder answered it, and a case is to come of it. */
export type CaseTarget =
  | { caseId: string }
  | { accountId: string }
  | { accountId: string; requestId: string };

/** One case as it stands, read without a lock: for preparing verdicts and for sending messages. */
export type CaseRead = {
  now: Instant;
  case: Case | undefined;
  account: Account;
  organisation: Organisation;
};

type EffectOwner = { organisationId: string; accountId: string; attempts: number };
export type EffectJob = EffectOwner & { effect: Effect; caseId: string };
/** Of the account itself, not of a case. */
export type OwnEffectJob<E extends OwnEffect = OwnEffect> = EffectOwner & { effect: E };

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
  claimEffect(effectId: string, lease: Duration): Promise<EffectJob | OwnEffectJob | undefined>;
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

  /** An address, or the hash of a browser's token, that is set up in a case and not in force yet. */
  caseSetting(scope: Scope, id: string): Promise<string | undefined>;

  /** What a factor is checked with; also of one that is being set up. Undefined outside the scope. */
  factorSecret(scope: Scope, factorId: string): Promise<FactorSecret | undefined>;

  /** Counts one try under this key; false when there were too many in this time. */
  takeTry(key: string, most: number, per: Duration): Promise<boolean>;
  /** How many tries this key has had in this time. */
  tries(key: string, per: Duration): Promise<number>;

  /**
   * Records a sign-in of an account holder, with its event and with what the open case has to hear of it (R28). False
   * when its step was used before.
   */
  recordSignIn(scope: Scope, signIn: SignInRow): Promise<{ note?: NoteSignIn } | false>;
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

export type LinkRow = {
  hash: string;
  organisationId: string;
  caseId: string;
  contactPointId: string;
  noticeId: string;
  purpose: LinkOf['purpose'];
};
