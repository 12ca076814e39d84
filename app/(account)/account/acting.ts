import { redirect } from 'next/navigation';
import type { FormState, FormValues } from '../../../components/ui/form-state';
import type { OwnRefusal } from '../../../lib/domain/account/own/command';
import type { Changed } from '../../../lib/use-cases/own/security';
import { refusedForm } from '../../sign-in/answers';
import { freshHolderSignIn, type HolderSession, holderSession, SIGN_IN } from './session';

/** A page that changes the account asks a second factor of the last minutes before anything is typed. */
export async function freshHolder(path: string): Promise<HolderSession> {
  const session = await holderSession();
  if (!session.fresh) freshHolderSignIn(path);
  return session;
}

/** A refusal in words; where it only asks to be sure who is there, the way to that, and back here. */
export async function refusedAct(
  refusal: OwnRefusal,
  here: string,
  values?: FormValues,
): Promise<FormState> {
  if (refusal.refused === 'reauthenticate') freshHolderSignIn(here);
  if (refusal.refused === 'signed-out') redirect(SIGN_IN);
  return refusedForm(refusal, values);
}

/** Back on the own page, which says what happened, or that it waits (R32). */
export function doneAt(done: string, changed: Changed = {}): never {
  redirect(`/account?done=${changed.waitsUntil ? 'waits' : done}`);
}
