import type { Account } from '../domain/account/account';
import type { RequestDecision } from '../domain/asking/decide-request';
import type { RecoveryRequest } from '../domain/asking/request';
import type { Policy } from '../domain/policy/policy';
import type { Instant } from '../domain/time';
import type { Owner } from './holders';
import type { Organisation, Scope } from './world';

/** One request of a screen: ids only, before a scope is known. */
export type FoundRequest = Owner & { requestId: string };

export type RequestLoaded = {
  now: Instant;
  account: Account;
  policy: Policy;
  /** None while it is being asked, or when it is gone. */
  request?: RecoveryRequest;
};

export type RequestRead = RequestLoaded & { organisation: Organisation };

/** `tokenHash`: of the screen that asks, where a request begins. */
export type RequestTarget = { accountId: string; requestId: string; tokenHash?: string };

/** Requests for recovery that nobody has answered yet. They give no event: anybody may make them (R42). */
export interface RequestStore {
  /** Accounts that bear this name, with a password or without: in two organisations there may be two. */
  findNamed(signIn: string): Promise<Owner[]>;
  /** What this screen asked within the hour. */
  find(tokenHash: string): Promise<FoundRequest[]>;
  /** Without a lock: for verdicts, and for sending the code. */
  read(scope: Scope, target: RequestTarget): Promise<RequestRead | undefined>;
  /** Locks the account, reads the time, loads, lets `judge` decide and writes what it says. */
  commit(
    scope: Scope,
    target: RequestTarget,
    judge: (loaded: RequestLoaded) => RequestDecision,
  ): Promise<RequestDecision | undefined>;
}
