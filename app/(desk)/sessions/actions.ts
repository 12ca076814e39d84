'use server';
import { redirect } from 'next/navigation';
import { desk } from '../../../lib/wiring';
import { forgetSession, staffSession } from '../../session';

/** Ends one of one's own sessions. One that is gone already is what was asked for. */
export async function endSession(form: FormData): Promise<void> {
  const { caller } = await staffSession();
  const sessionId = String(form.get('sessionId') ?? '');
  await desk().revokeSession(caller, { sessionId });
  if (sessionId === caller.actor.sessionId) {
    await forgetSession();
    redirect('/sign-in?left=1');
  }
  redirect('/sessions?ended=one');
}

export async function endOtherSessions(): Promise<void> {
  const { caller } = await staffSession();
  const { ended } = await desk().revokeOtherSessions(caller);
  redirect(`/sessions?ended=${ended}`);
}
