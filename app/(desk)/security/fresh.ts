import { isFresh } from '../../../lib/domain/access/can';
import { freshSignIn, type StaffSession, staffSession } from '../../session';

/** A page that asks a sign-in of at most five minutes ago asks it before anything is typed. */
export async function freshSession(path: string): Promise<StaffSession> {
  const session = await staffSession();
  if (!isFresh(session.caller.actor, session.now)) freshSignIn(path);
  return session;
}
