import type { Account } from '../domain/account/account';
import type { AccountChange } from '../domain/account/own/account-change';
import type { OwnDecision, OwnRefusal } from '../domain/account/own/command';
import type { AccountTicket, OwnAccount, OwnSession } from '../domain/account/own/own';
import type { Policy } from '../domain/policy/policy';
import type { Duration, Instant } from '../domain/time';
import type { FactorSecret } from './store';
import type { Organisation, Origin, Scope } from './world';

/** Whose own pages a token belongs to, before a scope is known. */
export type Owner = { accountId: string; organisationId: string };

/** What the gate sees of an account and its own pages, read after the lock was taken. */
export type OwnLoaded = {
  now: Instant;
  account: Account;
  own: OwnAccount;
  policy: Policy;
  ticket: AccountTicket | undefined;
  /** Where the target names a mailbox: on how many other accounts it is a recovery contact, counted under a lock. */
  accountsOfMailbox?: number;
};

/** The same without a lock, with what pages and verdicts need beside it. */
export type OwnRead = OwnLoaded & { organisation: Organisation; session: OwnSession | undefined };

/** `tokenHash`: of the session that asks. */
export type OwnTarget = {
  accountId: string;
  ticketHash?: string;
  tokenHash?: string;
  /** Of a recovery contact who is to be asked. */
  mailbox?: string;
};

/** Account holders on their own pages. Each call is one transaction with its events. */
export interface HolderStore {
  /** Accounts that bear this name and have a password: in two organisations there may be two. */
  findHolders(signIn: string): Promise<(Owner & { passwordHash: string })[]>;
  findTicket(ticketHash: string): Promise<Owner | undefined>;
  findSession(tokenHash: string): Promise<Owner | undefined>;
  findDevice(tokenHash: string): Promise<(Owner & { deviceId: string }) | undefined>;

  recordWrongPassword(owner: Owner | undefined, origin: Origin): Promise<void>;
  /** The password was right: one ticket to the second factor. */
  openTicket(
    scope: Scope,
    accountId: string,
    ticket: { hash: string; life: Duration; sessionId?: string },
  ): Promise<void>;
  read(scope: Scope, target: OwnTarget): Promise<OwnRead | undefined>;
  /** Of the factors that the account has now. */
  secrets(scope: Scope, accountId: string): Promise<(FactorSecret & { id: string })[]>;
  /** Locks the account, reads the time, loads, lets `judge` decide and writes what it says. */
  commit(
    scope: Scope,
    target: OwnTarget,
    judge: (loaded: OwnLoaded) => OwnDecision | OwnRefusal,
  ): Promise<OwnDecision | OwnRefusal>;

  /** Whose change this is, and what it is; undefined for one that no longer waits. */
  waitingChange(
    scope: Scope,
    changeId: string,
  ): Promise<{ accountId: string; change: AccountChange } | undefined>;

  markSeen(scope: Scope, sessionId: string): Promise<void>;
  endSession(
    scope: Scope,
    accountId: string,
    sessionId: string,
    reason: 'signed-out' | 'idle' | 'absolute',
  ): Promise<void>;
}
