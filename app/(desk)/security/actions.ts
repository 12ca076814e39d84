'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { toString as drawQr } from 'qrcode';
import { z } from 'zod';
import type { OfferedApp } from '../../../components/own/app-set-up';
import { type FormState, keptValues } from '../../../components/ui/form-state';
import { secondFactorCode } from '../../../lib/inputs/forms';
import { desk } from '../../../lib/wiring';
import { freshSignIn, staffSession } from '../../session';
import { codeMissing, isRefused, refusedForm, refusedWords } from '../../sign-in/answers';

const NEW_APP = '/security/new-app';
const NEW_KEY = '/security/new-key';

const factorLabel = z.string().trim().normalize('NFC').min(1).max(60);
const pending = z.object({ factorId: z.uuid(), pending: z.string().max(2_000) });

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
  const { caller } = await staffSession();
  const values = keptValues(form, ['label']);
  const label = factorLabel.safeParse(form.get('label'));
  if (!label.success) return labelMissing();
  const code = secondFactorCode.safeParse(form.get('code'));
  const held = pending.safeParse(Object.fromEntries(form));
  if (!code.success || !held.success) {
    const missing = await codeMissing();
    return missing && { ...missing, ...(missing.kind === 'refused' ? { values } : {}) };
  }
  const answer = await desk().addFactor(caller, {
    shown: { kind: 'authenticator-app', ...held.data, code: code.data },
    label: label.data,
  });
  if (isRefused(answer)) {
    if (answer.refused === 'reauthenticate') freshSignIn(NEW_APP);
    return refusedForm(answer, values);
  }
  redirect('/security?done=added');
}

async function labelMissing(): Promise<FormState> {
  const message = (await getTranslations('signIn'))('fieldRequired');
  return { kind: 'refused', message, fields: { label: message } };
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
  const id = z.uuid().safeParse(factorId);
  const t = await getTranslations('signIn.newKey');
  if (!id.success) return { message: t('failed') };
  const answer = await desk().addFactor(caller, {
    shown: { kind: 'security-key', factorId: id.data, response },
    label: t('defaultLabel'),
  });
  if (!isRefused(answer)) redirect('/security?done=added');
  if (answer.refused === 'reauthenticate') freshSignIn(NEW_KEY);
  return {
    message: answer.refused === 'factor-not-confirmed' ? t('failed') : await refusedWords(answer),
  };
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
