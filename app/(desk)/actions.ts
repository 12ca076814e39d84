'use server';
import { redirect } from 'next/navigation';
import { desk } from '../../lib/wiring';
import { extendSession, forgetSession, staffSession } from '../session';

export async function signOut(): Promise<void> {
  const { caller } = await staffSession();
  await desk().signOut(caller);
  await forgetSession();
  redirect('/sign-in?left=1');
}

/** How long the session stands from now on, in milliseconds; nothing when it is over. */
export async function extend(): Promise<number | undefined> {
  const kept = await extendSession();
  return kept && Date.parse(kept.endsAt) - Date.parse(kept.now);
}
