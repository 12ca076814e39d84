import { SEEN_EVERY, sessionEnd, sessionOver } from '../../domain/access/sign-in';
import { isFreshSession } from '../../domain/account/own/decide-own';
import type { OwnSession } from '../../domain/account/own/own';
import { between, type Instant } from '../../domain/time';
import type { OwnRead } from '../../ports/holders';
import type { Origin } from '../../ports/world';
import type { Ports } from '../gate';
import { type OwnCaller, ownCaller } from './commit-own';

/** Who is signed in to the own pages, with all that these pages show. */
export type HolderSession = {
  caller: OwnCaller & { actor: { sessionId: string } };
  read: OwnRead;
  session: OwnSession;
  /** A second factor was shown just now: what changes the account needs no other. */
  fresh: boolean;
  endsAt: Instant;
};

/**
 * The session behind a token, or nothing: unknown, ended elsewhere, idle or too old, and every case looks the same.
 * The row is read at every call, so that signing out everywhere holds at the next request.
 */
export const readHolderSession = async (
  { holders, secrets }: Ports,
  token: string,
  origin: Origin,
): Promise<HolderSession | undefined> => {
  const tokenHash = secrets.hash(token);
  const owner = await holders.findSession(tokenHash);
  if (!owner) return undefined;
  const reader = ownCaller(owner, origin);
  const read = await holders.read(reader, { accountId: owner.accountId, tokenHash });
  const session = read?.session;
  if (!read || !session) return undefined;
  const caller = ownCaller(owner, origin, { sessionId: session.id });
  const over = sessionOver(session, read.now);
  if (over) {
    const bySystem = { ...caller, actor: { kind: 'system' } as const };
    await holders.endSession(bySystem, owner.accountId, session.id, over);
    return undefined;
  }
  const seen = between(session.lastSeenAt, read.now) >= SEEN_EVERY;
  if (seen) await holders.markSeen(caller, session.id);
  return {
    caller: { ...caller, actor: { ...caller.actor, sessionId: session.id } },
    read,
    session,
    fresh: isFreshSession({ session, now: read.now }),
    endsAt: sessionEnd({ ...session, lastSeenAt: seen ? read.now : session.lastSeenAt }),
  };
};

export const signOutHolder = async ({ holders }: Ports, caller: OwnCaller): Promise<void> => {
  const { accountId, sessionId } = caller.actor;
  if (sessionId) await holders.endSession(caller, accountId, sessionId, 'signed-out');
};
