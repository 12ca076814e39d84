'use server';
import { redirect } from 'next/navigation';
import type { OfferedApp } from '../../../components/own/app-set-up-form';
import { type FormState, keptValues } from '../../../components/ui/form-state';
import { desk } from '../../../lib/wiring';
import { drawnSeed } from '../../drawn-seed';
import { keyRefused, shownApp, shownKey } from '../../new-factor';
import { freshSignIn, staffSession } from '../../session';
import { isRefused, refusedForm, refusedWords } from '../../sign-in/answers';

const NEW_APP = '/security/new-app';
const NEW_KEY = '/security/new-key';

/** A new seed, in this one answer and in no page that can be opened again (R45). */
export async function offerApp(): Promise<OfferedApp> {
  const { caller, staff } = await staffSession();
  const offered = await desk().offerFactor(caller, {
    kind: 'authenticator-app',
    signIn: staff.signIn,
  });
  if (isRefused(offered)) {
    if (offered.refused === 'reauthenticate') freshSignIn(NEW_APP);
    return { message: await refusedWords(offered) };
  }
  if (offered.kind !== 'authenticator-app') throw new Error('asked for an app');
  const { factorId, pending } = offered;
  return { factorId, pending, ...(await drawnSeed(offered)) };
}

/** The code of the new app: only now is it added. */
export async function addApp(_before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await staffSession();
  const shown = await shownApp(form);
  if ('kind' in shown) return shown;
  const { app, label } = shown;
  const answer = await desk().addFactor(caller, {
    shown: { kind: 'authenticator-app', ...app },
    label,
  });
  if (!isRefused(answer)) redirect('/security?done=added');
  if (answer.refused === 'reauthenticate') freshSignIn(NEW_APP);
  return refusedForm(answer, keptValues(form, ['label']));
}

/** What the browser asks a new security key. */
export async function askNewKey(): Promise<
  { options: unknown; factorId: string } | { message: string }
> {
  const { caller, staff } = await staffSession();
  const offered = await desk().offerFactor(caller, {
    kind: 'security-key',
    signIn: staff.signIn,
  });
  if (isRefused(offered)) {
    if (offered.refused === 'reauthenticate') freshSignIn(NEW_KEY);
    return { message: await refusedWords(offered) };
  }
  if (offered.kind !== 'security-key') throw new Error('asked for a key');
  return { options: offered.options, factorId: offered.factorId };
}

export async function addKey(
  _handle: string,
  factorId: string,
  response: unknown,
): Promise<{ message: string }> {
  const { caller } = await staffSession();
  const shown = await shownKey(factorId, response);
  if ('message' in shown) return shown;
  const { key, label } = shown;
  const answer = await desk().addFactor(caller, { shown: { kind: 'security-key', ...key }, label });
  if (!isRefused(answer)) redirect('/security?done=added');
  if (answer.refused === 'reauthenticate') freshSignIn(NEW_KEY);
  return keyRefused(answer);
}

export async function removeFactor(_before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await staffSession();
  const factorId = String(form.get('factorId') ?? '');
  const answer = await desk().removeFactor(caller, { factorId });
  if (!isRefused(answer)) redirect('/security?done=removed');
  if (answer.refused === 'reauthenticate')
    freshSignIn(`/security/remove/${encodeURIComponent(factorId)}`);
  return refusedForm(answer);
}
