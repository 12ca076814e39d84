import type { Role } from '../domain/access/roles';
import type { Counter, StaffFactorKind, Ticket, Tries } from '../domain/access/sign-in';
import type { Duration, Instant } from '../domain/time';
import type { Origin, Scope } from './world';

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
