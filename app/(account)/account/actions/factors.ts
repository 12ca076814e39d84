'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { OfferedApp } from '../../../../components/own/app-set-up-form';
import { type FormState, keptValues } from '../../../../components/ui/form-state';
import { isOwnRefusal } from '../../../../lib/domain/account/own/command';
import { desk } from '../../../../lib/wiring';
import { drawnSeed } from '../../../drawn-seed';
import { keyRefused, shownApp, shownKey, typedLabel } from '../../../new-factor';
import { refusedWords } from '../../../sign-in/answers';
import { doneAt, refusedAct } from '../acting';
import { freshHolderSignIn, holderSession } from '../session';

const NEW = '/account/factors/new';
const NEW_APP = `${NEW}/app`;
const NEW_KEY = `${NEW}/key`;

const sentFactor = z.object({
  kind: z.enum(['sms', 'voice', 'email-code']),
  contactPointId: z.uuid(),
});

const pageOf = (factorId: string): string => `/account/factors/${encodeURIComponent(factorId)}`;

/** A new seed, in this one answer and in no page that can be opened again (R45). */
export async function offerApp(): Promise<OfferedApp> {
  const offered = await desk().offerOwnApp(await holderSession());
  if (isOwnRefusal(offered)) {
    if (offered.refused === 'reauthenticate') freshHolderSignIn(NEW_APP);
    return { message: await refusedWords(offered) };
  }
  const { factorId, pending } = offered;
  return { factorId, pending, ...(await drawnSeed(offered)) };
}

/** The code of the new app: only now is it added. */
export async function addApp(_before: FormState, form: FormData): Promise<FormState> {
  const session = await holderSession();
  const shown = await shownApp(form);
  if ('kind' in shown) return shown;
  const { app, label } = shown;
  const answer = await desk().addOwnApp(session, { ...app, label });
  return isOwnRefusal(answer)
    ? refusedAct(answer, NEW_APP, keptValues(form, ['label']))
    : doneAt('added', answer);
}

/** What the browser asks a new security key. */
export async function askNewKey(): Promise<
  { options: unknown; factorId: string } | { message: string }
> {
  const offered = await desk().offerOwnKey(await holderSession());
  if (!isOwnRefusal(offered)) return offered;
  if (offered.refused === 'reauthenticate') freshHolderSignIn(NEW_KEY);
  return { message: await refusedWords(offered) };
}

export async function addKey(
  _handle: string,
  factorId: string,
  response: unknown,
): Promise<{ message: string }> {
  const session = await holderSession();
  const shown = await shownKey(factorId, response);
  if ('message' in shown) return shown;
  const { key, label } = shown;
  const answer = await desk().addOwnKey(session, { ...key, label });
  if (!isOwnRefusal(answer)) doneAt('added', answer);
  if (answer.refused === 'reauthenticate') freshHolderSignIn(NEW_KEY);
  return keyRefused(answer);
}

/** Codes to what is on file: one goes there now, and must come back. */
export async function offerSent(_before: FormState, form: FormData): Promise<FormState> {
  const session = await holderSession();
  const typed = sentFactor.safeParse(Object.fromEntries(form));
  if (!typed.success) return refusedAct({ refused: 'invalid-input' }, NEW);
  const label = (await getTranslations('ownPages.kinds'))(typed.data.kind);
  const answer = await desk().offerSentFactor(session, { ...typed.data, label });
  if (isOwnRefusal(answer)) return refusedAct(answer, NEW);
  redirect('/account/confirm');
}

export async function addPush(_before: FormState, form: FormData): Promise<FormState> {
  const { caller, read } = await holderSession();
  const device = read.own.devices.find(({ id }) => id === form.get('deviceId'));
  if (!device) return refusedAct({ refused: 'not-found' }, NEW);
  const answer = await desk().addPush(caller, { deviceId: device.id, label: device.label });
  return isOwnRefusal(answer) ? refusedAct(answer, NEW) : doneAt('added', answer);
}

export async function renameFactor(_before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await holderSession();
  const typed = await typedLabel(form);
  if ('kind' in typed) return typed;
  const factorId = String(form.get('factorId') ?? '');
  const answer = await desk().renameOwnFactor(caller, { factorId, ...typed });
  return isOwnRefusal(answer) ? refusedAct(answer, pageOf(factorId)) : doneAt('renamed', answer);
}

export async function preferFactor(_before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await holderSession();
  const factorId = String(form.get('factorId') ?? '');
  const answer = await desk().preferFactor(caller, { factorId });
  return isOwnRefusal(answer) ? refusedAct(answer, pageOf(factorId)) : doneAt('preferred');
}

export async function removeFactor(_before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await holderSession();
  const factorId = String(form.get('factorId') ?? '');
  const answer = await desk().removeOwnFactor(caller, { factorId });
  return isOwnRefusal(answer)
    ? refusedAct(answer, `${pageOf(factorId)}/remove`)
    : doneAt('removed', answer);
}
