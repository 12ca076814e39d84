import {
  between,
  type Duration,
  days,
  earliest,
  hours,
  type Instant,
  minutes,
  plus,
  seconds,
} from '../time';

/** design.md §4: a desk session ends after this long without a page asked for, and at the latest after that long. */
export const SESSION_IDLE: Duration = minutes(15);
export const SESSION_ABSOLUTE: Duration = hours(8);
/** A session is marked as seen at most this often: not every page may cost a write. It may so end this much early. */
export const SEEN_EVERY: Duration = minutes(1);
/** Between the password and the second factor. */
export const TICKET_LIFE: Duration = minutes(10);
/** Wrong second factors on one ticket; then the password is asked again. */
export const ENTRIES_PER_TICKET = 5;
/** How long a browser in which someone signed in is known as theirs. */
export const BROWSER_KNOWN: Duration = days(30);
/** More than a person can keep apart; a thief of a session could otherwise hide one among hundreds. */
export const MOST_FACTORS = 5;

export const STAFF_FACTOR_KINDS = ['authenticator-app', 'security-key'] as const;
export type StaffFactorKind = (typeof STAFF_FACTOR_KINDS)[number];

/** Refusals that only signing in and one's own security know. */
export type SignInRefusalCode =
  | 'sign-in-wrong'
  | 'sign-in-wait'
  | 'ticket-over'
  | 'factor-wrong'
  | 'factor-unavailable'
  | 'factor-not-confirmed'
  | 'too-many-factors'
  | 'last-factor'
  | 'last-administrator'
  | 'already-there'
  | 'last-contact-point'
  | 'too-many-contact-points'
  | 'change-waits'
  | 'push-open'
  | 'push-too-often'
  | 'push-over';

/** Until when a session stands if nothing more is asked of it. */
export const sessionEnd = (session: { startedAt: Instant; lastSeenAt: Instant }): Instant =>
  earliest([plus(session.lastSeenAt, SESSION_IDLE), plus(session.startedAt, SESSION_ABSOLUTE)]) ??
  session.startedAt;

/** Why a session is over, if it is: at its very limit it is. */
export const sessionOver = (
  session: { startedAt: Instant; lastSeenAt: Instant },
  now: Instant,
): 'absolute' | 'idle' | undefined => {
  if (between(session.startedAt, now) >= SESSION_ABSOLUTE) return 'absolute';
  if (between(session.lastSeenAt, now) >= SESSION_IDLE) return 'idle';
  return undefined;
};

/** Whose guesses a counter counts. Many people may share an address, so it bears more. */
export type Counter = 'person' | 'address';

const FREE_TRIES: Record<Counter, number> = { person: 2, address: 19 };
const FIRST_WAIT = seconds(30);
const LONGEST_WAIT = hours(1);
/** After so long without a wrong entry, counting begins anew; the counter may go. */
export const FORGOTTEN_AFTER = days(1);

/** The wait after this many wrong entries in a row: from the third on, doubling, 30 s to 1 h; never for good. */
export const waitAfter = (failures: number, counter: Counter): Duration => {
  const counted = failures - FREE_TRIES[counter];
  return counted <= 0 ? 0 : Math.min(FIRST_WAIT * 2 ** (counted - 1), LONGEST_WAIT);
};

export type Tries = { count: number; since: Instant };

/** When the next try may be made, if not now. */
export const retryAt = (tries: Tries, counter: Counter, now: Instant): Instant | undefined => {
  const at = plus(tries.since, waitAfter(tries.count, counter));
  return at > now ? at : undefined;
};

/** The counter with one more wrong entry in it. */
export const oneMore = (tries: Tries, now: Instant): Tries => ({
  count: between(tries.since, now) >= FORGOTTEN_AFTER ? 1 : tries.count + 1,
  since: now,
});

/** A ticket says that the password was right, and nothing else. */
export type Ticket = { number: number; expiresAt: Instant; used: boolean };

export const ticketOver = (ticket: Ticket, now: Instant): boolean =>
  ticket.used || ticket.expiresAt <= now || ticket.number >= ENTRIES_PER_TICKET;
