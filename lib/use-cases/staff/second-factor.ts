import {
  BROWSER_KNOWN,
  ENTRIES_PER_TICKET,
  oneMore,
  retryAt,
  type StaffFactorKind,
  ticketOver,
} from '../../domain/access/sign-in';
import type { Instant } from '../../domain/time';
import type { PasskeyOf } from '../../ports/secrets';
import type { StaffFactorRow, TicketAttempt, TicketOutcome, TicketRow } from '../../ports/staff';
import type { Origin } from '../../ports/world';
import type { Ports } from '../gate';
import { staffFactorPlace } from './factor-place';
import { denied, type SignInRefusal } from './refusal';

/** What a browser shows as the second factor. */
export type SecondFactor =
  | { kind: 'authenticator-app'; code: string }
  | { kind: 'security-key'; response: unknown };

type Verdict = { factorId: string; step?: number; credential?: string };

/** Every wrong entry asks another challenge, so that an answer is never taken twice. */
const challengeOf = (hash: string, { number }: { number: number }): PasskeyOf => ({
  purpose: 'staff-sign-in',
  id: hash,
  number,
});

const credentialsOf = (factors: readonly StaffFactorRow[]): string[] =>
  factors.flatMap(({ credential }) => (credential === null ? [] : [credential]));

/** What the page of the second factor offers. Undefined when the ticket is unknown, used or past. */
export const readSecondFactor = async (
  { staff, secrets }: Ports,
  ticket: string,
): Promise<
  | {
      kinds: StaffFactorKind[];
      passkeyOptions: unknown;
      renews: boolean;
      now: Instant;
      expiresAt: Instant;
    }
  | undefined
> => {
  const hash = secrets.hash(ticket);
  const row = await staff.readTicket(hash);
  if (!row || ticketOver(row, row.now)) return undefined;
  const kinds = [...new Set(row.factors.map(({ kind }) => kind))];
  return {
    kinds,
    passkeyOptions: kinds.includes('security-key')
      ? await secrets.passkeyChallenge(challengeOf(hash, row), credentialsOf(row.factors))
      : undefined,
    renews: row.sessionId !== null,
    now: row.now,
    expiresAt: row.expiresAt,
  };
};

const verdictOf = async (
  { secrets }: Ports,
  row: TicketRow,
  hash: string,
  shown: SecondFactor,
): Promise<Verdict | undefined> => {
  for (const factor of row.factors) {
    if (factor.kind !== shown.kind) continue;
    if (shown.kind === 'authenticator-app' && factor.sealed !== null) {
      const place = staffFactorPlace(factor.id);
      const { matches, step } = secrets.authenticatorVerdict(
        factor.sealed,
        place,
        shown.code,
        row.now,
      );
      if (matches && step !== undefined) return { factorId: factor.id, step };
    }
    if (shown.kind === 'security-key' && factor.credential !== null) {
      const of = challengeOf(hash, row);
      const { matches, credential } = await secrets.passkeyVerdict(
        of,
        factor.credential,
        shown.response,
      );
      if (matches && credential !== undefined) return { factorId: factor.id, credential };
    }
  }
  return undefined;
};

/** Judged under the locks: the ticket open and the same as when the verdict was made, no wait, each step once. */
const judgeAttempt =
  (
    shown: SecondFactor,
    before: TicketRow,
    verdict: Verdict | undefined,
    session: { id: string; tokenHash: string },
  ) =>
  (attempt: TicketAttempt): TicketOutcome => {
    if (ticketOver(attempt, attempt.now)) return { kind: 'over' };
    if (attempt.number !== before.number) return { kind: 'stale' };
    const tries = attempt.tries ?? { count: 0, since: attempt.now };
    const next = retryAt(tries, 'person', attempt.now);
    if (next) return { kind: 'wait', retryAt: next };
    const factor = attempt.factors.find(({ id }) => id === verdict?.factorId);
    const usedStep =
      factor !== undefined &&
      verdict?.step !== undefined &&
      factor.lastStep !== null &&
      verdict.step <= factor.lastStep;
    if (!verdict || !factor || usedStep)
      return { kind: 'wrong', factor: shown.kind, tries: oneMore(tries, attempt.now) };
    return { kind: 'right', factor: factor.kind, session, ...verdict };
  };

/**
 * A right second factor on a ticket begins the session, or gives the one that the ticket renews a new token. There is
 * no other way to a session. The token is told once, and kept only as its hash (R45).
 */
export const checkSecondFactor = async (
  ports: Ports,
  {
    ticket,
    shown,
    browser,
    origin,
  }: { ticket: string; shown: SecondFactor; browser?: string | undefined; origin: Origin },
): Promise<{ token: string } | SignInRefusal> => {
  const { staff, secrets } = ports;
  const hash = secrets.hash(ticket);
  const deny = (refusal: SignInRefusal, organisations: readonly string[] = []) =>
    denied(ports, { actor: { kind: 'nobody' }, origin, organisations }, 'second-factor', refusal);
  const row = await staff.readTicket(hash);
  if (!row || ticketOver(row, row.now)) return deny({ refused: 'ticket-over' }, row?.organisations);

  const verdict = await verdictOf(ports, row, hash, shown);
  const token = secrets.newToken();
  const known =
    browser && (await staff.knowsBrowser(row.staffId, secrets.hash(browser), BROWSER_KNOWN));
  const triesKey = `staff-factor:${row.staffId}${known ? `:${secrets.hash(browser)}` : ''}`;
  const session = { id: secrets.newId(), tokenHash: secrets.hash(token) };
  const outcome = await staff.judgeTicket(
    { hash, triesKey, origin },
    judgeAttempt(shown, row, verdict, session),
  );
  switch (outcome.kind) {
    case 'right':
      return { token };
    case 'wrong':
      return { refused: row.number + 1 < ENTRIES_PER_TICKET ? 'factor-wrong' : 'ticket-over' };
    case 'wait':
      return deny({ refused: 'sign-in-wait', retryAt: outcome.retryAt }, row.organisations);
    case 'stale':
      return deny({ refused: 'factor-wrong' }, row.organisations);
    case 'over':
      return deny({ refused: 'ticket-over' }, row.organisations);
  }
};
