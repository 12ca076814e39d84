import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { keptValues, type RefusedForm } from '../components/ui/form-state';
import { secondFactorCode } from '../lib/inputs/forms';
import type { SignInRefusal } from '../lib/use-cases/staff/refusal';
import { codeMissing, refusedWords } from './sign-in/answers';

/** What whoever is signed in, staff or account holder, sends to set up a second factor. */

const factorLabel = z.string().trim().normalize('NFC').min(1).max(60);
const pending = z.object({ factorId: z.uuid(), pending: z.string().max(2_000) });

export async function typedLabel(form: FormData): Promise<{ label: string } | RefusedForm> {
  const label = factorLabel.safeParse(form.get('label'));
  if (label.success) return { label: label.data };
  const message = (await getTranslations('signIn'))('fieldRequired');
  return { kind: 'refused', message, fields: { label: message } };
}

/** The name of a new app and the code that it shows, with the sealed seed that the page holds. */
export async function shownApp(
  form: FormData,
): Promise<{ app: z.infer<typeof pending> & { code: string }; label: string } | RefusedForm> {
  const typed = await typedLabel(form);
  if ('kind' in typed) return typed;
  const code = secondFactorCode.safeParse(form.get('code'));
  const held = pending.safeParse(Object.fromEntries(form));
  return code.success && held.success
    ? { app: { ...held.data, code: code.data }, ...typed }
    : { ...(await codeMissing()), values: keptValues(form, ['label']) };
}

/** What a new key answered; its name is the usual one. */
export async function shownKey(
  factorId: string,
  response: unknown,
): Promise<{ key: { factorId: string; response: unknown }; label: string } | { message: string }> {
  const id = z.uuid().safeParse(factorId);
  const t = await getTranslations('signIn.newKey');
  return id.success
    ? { key: { factorId: id.data, response }, label: t('defaultLabel') }
    : { message: t('failed') };
}

export async function keyRefused(refusal: SignInRefusal): Promise<{ message: string }> {
  const failed = refusal.refused === 'factor-not-confirmed';
  const t = await getTranslations('signIn.newKey');
  return { message: failed ? t('failed') : await refusedWords(refusal) };
}
