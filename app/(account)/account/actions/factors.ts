'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { toString as drawQr } from 'qrcode';
import { z } from 'zod';
import type { OfferedApp } from '../../../../components/own/app-set-up';
import { type FormState, keptValues } from '../../../../components/ui/form-state';
import { isOwnRefusal } from '../../../../lib/domain/account/own/command';
import { secondFactorCode } from '../../../../lib/inputs/forms';
import { desk } from '../../../../lib/wiring';
import { codeMissing, refusedWords } from '../../../sign-in/answers';
import { doneAt, refusedAct } from '../acting';
import { freshHolderSignIn, holderSession } from '../session';

const NEW = '/account/factors/new';
const NEW_APP = `${NEW}/app`;
const NEW_KEY = `${NEW}/key`;

const factorLabel = z.string().trim().normalize('NFC').min(1).max(60);
const pending = z.object({ factorId: z.uuid(), pending: z.string().max(2_000) });
const sentFactor = z.object({
  kind: z.enum(['sms', 'voice', 'email-code']),
  contactPointId: z.uuid(),
});

const pageOf = (factorId: string): string => `/account/factors/${encodeURIComponent(factorId)}`;

async function labelMissing(): Promise<FormState> {
  const message = (await getTranslations('signIn'))('fieldRequired');
  return { kind: 'refused', message, fields: { label: message } };
}

/** A new seed, in this one answer and in no page that can be opened again (R45). */
export async function offerApp(): Promise<OfferedApp> {
  const offered = await desk().offerOwnApp(await holderSession());
  if (isOwnRefusal(offered)) {
    if (offered.refused === 'reauthenticate') freshHolderSignIn(NEW_APP);
    return { message: await refusedWords(offered) };
  }
  const svg = await drawQr(offered.uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
  return {
    factorId: offered.factorId,
    pending: offered.pending,
    qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    secret: offered.secret.replace(/(.{4})(?=.)/g, '$1 '),
  };
}

/** The code of the new app: only now is it added. */
export async function addApp(_before: FormState, form: FormData): Promise<FormState> {
  const session = await holderSession();
  const values = keptValues(form, ['label']);
  const label = factorLabel.safeParse(form.get('label'));
  if (!label.success) return labelMissing();
  const code = secondFactorCode.safeParse(form.get('code'));
  const held = pending.safeParse(Object.fromEntries(form));
  if (!code.success || !held.success) {
    const missing = await codeMissing();
    return missing?.kind === 'refused' ? { ...missing, values } : missing;
  }
  const shown = { ...held.data, code: code.data, label: label.data };
  const answer = await desk().addOwnApp(session, shown);
  return isOwnRefusal(answer) ? refusedAct(answer, NEW_APP, values) : doneAt('added', answer);
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
  const id = z.uuid().safeParse(factorId);
  const t = await getTranslations('signIn.newKey');
  if (!id.success) return { message: t('failed') };
  const shown = { factorId: id.data, response, label: t('defaultLabel') };
  const answer = await desk().addOwnKey(session, shown);
  if (!isOwnRefusal(answer)) doneAt('added', answer);
  if (answer.refused === 'reauthenticate') freshHolderSignIn(NEW_KEY);
  const failed = answer.refused === 'factor-not-confirmed';
  return { message: failed ? t('failed') : await refusedWords(answer) };
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
  const label = factorLabel.safeParse(form.get('label'));
  if (!label.success) return labelMissing();
  const factorId = String(form.get('factorId') ?? '');
  const answer = await desk().renameOwnFactor(caller, { factorId, label: label.data });
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
