'use server';
import { redirect } from 'next/navigation';
import type { FormState } from '../../../../../components/ui/form-state';
import { desk } from '../../../../../lib/wiring';
import { freshSignIn, staffSession } from '../../../../session';
import { isRefused, refusedForm } from '../../../../sign-in/answers';

export async function endMembership(_before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await staffSession();
  const membershipId = String(form.get('membershipId') ?? '');
  const answer = await desk().endMembership(caller, { membershipId });
  if (!isRefused(answer)) redirect('/people?done=ended');
  if (answer.refused === 'reauthenticate')
    freshSignIn(`/people/${encodeURIComponent(membershipId)}/end`);
  return refusedForm(answer);
}
