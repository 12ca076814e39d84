'use server';
import { redirect } from 'next/navigation';
import type { FormState } from '../../../../components/ui/form-state';
import { isOwnRefusal } from '../../../../lib/domain/account/own/command';
import { desk } from '../../../../lib/wiring';
import { doneAt, refusedAct } from '../acting';
import { forgetSignedIn, holderSession, SIGN_IN } from '../session';

const ACCOUNT = '/account';
const idOf = (form: FormData, name: string): string => String(form.get(name) ?? '');

export async function endSession(_before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await holderSession();
  const answer = await desk().endOwnSession(caller, { sessionId: idOf(form, 'sessionId') });
  return isOwnRefusal(answer) ? refusedAct(answer, ACCOUNT) : doneAt('session');
}

export async function revokeDevice(_before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await holderSession();
  const answer = await desk().revokeOwnDevice(caller, { deviceId: idOf(form, 'deviceId') });
  return isOwnRefusal(answer) ? refusedAct(answer, ACCOUNT) : doneAt('device');
}

/** All sessions and trusted devices; this browser has to sign in again like any other. */
export async function signOutEverywhere(): Promise<FormState> {
  const { caller } = await holderSession();
  const answer = await desk().signOutEverywhere(caller);
  if (isOwnRefusal(answer)) return refusedAct(answer, ACCOUNT);
  await forgetSignedIn();
  redirect(`${SIGN_IN}?left=1`);
}

export async function cancelChange(_before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await holderSession();
  const answer = await desk().cancelWaitingChange(caller, { changeId: idOf(form, 'changeId') });
  return isOwnRefusal(answer) ? refusedAct(answer, ACCOUNT) : doneAt('cancelled');
}

export async function confirmReadiness(_before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await holderSession();
  const what = form.get('what') === 'contact-points' ? 'contact-points' : 'authenticator-app';
  const answer = await desk().confirmReadiness(caller, { what });
  if (isOwnRefusal(answer)) return refusedAct(answer, ACCOUNT);
  redirect('/account/readiness');
}

/** "This was not me" to a case of this account (R26). */
export async function vetoCase(_before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await holderSession();
  const caseId = idOf(form, 'caseId');
  const answer = await desk().vetoOwnCase(caller, { caseId });
  return isOwnRefusal(answer)
    ? refusedAct(answer, `/account/cases/${encodeURIComponent(caseId)}/veto`)
    : doneAt('vetoed');
}
