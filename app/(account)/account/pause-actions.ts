'use server';
import { redirect } from 'next/navigation';
import type { FormState } from '../../../components/ui/form-state';
import { desk } from '../../../lib/wiring';
import { isRefused, refusedForm } from '../../sign-in/answers';
import { holderSession } from './session';

/** "Go on" or "not me", from the session of the very sign-in that paused the case (R28). */
export async function answerPause(_before: FormState, form: FormData): Promise<FormState> {
  const session = await holderSession();
  const answer = form.get('answer');
  if (answer !== 'go-on' && answer !== 'not-me') return refusedForm({ refused: 'invalid-input' });
  const done = await desk().answerPausedCase(session, { answer });
  if (!isRefused(done)) redirect(`/account?pause=${answer}`);
  // Somebody else ended it, or its time ran out, while this page was open.
  if (done.refused === 'wrong-status') redirect('/account?pause=over');
  return refusedForm(done);
}
