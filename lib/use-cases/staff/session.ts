import type { StaffActor } from '../../domain/access/roles';
import { SEEN_EVERY, SESSION_ABSOLUTE, sessionEnd, sessionOver } from '../../domain/access/sign-in';
import { type Refusal, refuse } from '../../domain/case/command';
import { between, type Instant, plus } from '../../domain/time';
import type { MemberScope, SessionRow } from '../../ports/staff';
import type { Origin } from '../../ports/world';
import type { Caller, Ports } from '../gate';

export type StaffCaller = Caller & { actor: StaffActor };
export type MembershipView = SessionRow['memberships'][number];

/** Who is signed in, as session and memberships say at this very call (R36). */
export type StaffSession = {
  caller: StaffCaller;
  staff: {
    id: string;
    displayName: string;
    signIn: string;
    locale: 'nl' | 'en';
    platform: boolean;
  };
  memberships: MembershipView[];
  now: Instant;
  /** Until when the session stands if nothing more is asked of it, and at the very latest. */
  endsAt: Instant;
  latestEndsAt: Instant;
};

/** The own rows of whoever is signed in; every organisation of theirs hears of what they do to them. */
export const ownScope = (caller: StaffCaller): MemberScope => ({
  ...caller,
  staffId: caller.actor.staffId,
});

const callerOf = (row: SessionRow, origin: Origin): StaffCaller => ({
  origin,
  organisations: [...new Set(row.memberships.map((m) => m.organisationId))],
  actor: {
    kind: 'staff',
    staffId: row.staffId,
    personId: row.personId,
    sessionId: row.sessionId,
    addresses: [row.signIn, row.phone ?? ''].filter(Boolean).map((text) => text.toLowerCase()),
    memberships: row.memberships.map(({ organisationId, role }) => ({ organisationId, role })),
    reauthenticatedAt: row.reauthenticatedAt,
  },
});

/**
 * The session behind a token, or nothing: unknown, ended elsewhere, idle or too old, and every case looks the same. A
 * session that time ended is ended here, on record. `extend` keeps it standing although nothing was asked.
 */
export const readSession = async (
  { staff, secrets }: Ports,
  token: string,
  origin: Origin,
  why: 'page' | 'extend',
): Promise<StaffSession | undefined> => {
  const row = await staff.findSession(secrets.hash(token));
  if (!row) return undefined;
  const caller = callerOf(row, origin);
  const over = sessionOver(row, row.now);
  if (over) {
    const bySystem = { ...ownScope(caller), actor: { kind: 'system' } as const };
    await staff.endSessions(bySystem, { only: row.sessionId }, over);
    return undefined;
  }
  const seen = why === 'extend' || between(row.lastSeenAt, row.now) >= SEEN_EVERY;
  if (seen) await staff.markSeen(ownScope(caller), row.sessionId);
  const { staffId, displayName, signIn, locale, platform } = row;
  return {
    caller,
    staff: { id: staffId, displayName, signIn, locale: locale === 'en' ? 'en' : 'nl', platform },
    memberships: row.memberships,
    now: row.now,
    endsAt: sessionEnd({ ...row, lastSeenAt: seen ? row.now : row.lastSeenAt }),
    latestEndsAt: plus(row.startedAt, SESSION_ABSOLUTE),
  };
};

export const signOut = async ({ staff }: Ports, caller: StaffCaller): Promise<void> => {
  await staff.endSessions(ownScope(caller), { only: caller.actor.sessionId }, 'signed-out');
};

/** Ends one other session of one's own; a stranger's looks like one that is not there. */
export const revokeSession = async (
  { staff, store }: Ports,
  caller: StaffCaller,
  { sessionId }: { sessionId: string },
): Promise<Record<string, never> | Refusal> => {
  const ended = await staff.endSessions(ownScope(caller), { only: sessionId }, 'revoked');
  if (ended > 0) return {};
  const refusal = refuse('not-found');
  await store.deny({
    actor: caller.actor,
    origin: caller.origin,
    action: 'revoke-session',
    code: refusal.refused,
    objectId: sessionId,
    ...(caller.organisations[0] ? { organisationId: caller.organisations[0] } : {}),
  });
  return refusal;
};

export const revokeOtherSessions = async (
  { staff }: Ports,
  caller: StaffCaller,
): Promise<{ ended: number }> => ({
  ended: await staff.endSessions(ownScope(caller), { allBut: caller.actor.sessionId }, 'revoked'),
});
