'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '../../../../../components/ui/form-state';
import { isRefusal } from '../../../../../lib/domain/case/command';
import { readHandle } from '../../../../../lib/domain/case/handle';
import { secondFactorCode, shownCode, typedCode } from '../../../../../lib/inputs/forms';
import type { Proven } from '../../../../../lib/use-cases/holder/prove';
import { desk } from '../../../../../lib/wiring';
import { handleIn, refused, refusedText, textIn } from '../answers';
import { doorOf, keepNewSecret, keepScreen } from '../door';

/** A code from an e-mail or a text message. */
export async function enterCode(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const code = typedCode.safeParse(form.get('code'));
  if (!code.success) return notDigits();
  const proven = await desk().enterCode(await doorOf(handle), {
    proofId: textIn(form, 'proof'),
    code: code.data,
  });
  return isRefusal(proven) ? refused(handle, proven) : answer(handle, proven);
}

export async function resendCode(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const sent = await desk().resendCode(await doorOf(handle), { proofId: textIn(form, 'proof') });
  if (isRefusal(sent)) return refused(handle, sent);
  refresh();
  const t = await getTranslations('holder.code');
  return { kind: 'done', message: t('resent') };
}

/** A code of the authenticator app that the holder still has. */
export async function enterAppCode(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const code = secondFactorCode.safeParse(form.get('code'));
  if (!code.success) return notDigits();
  const proven = await desk().proveWithAuthenticator(await doorOf(handle), {
    factorId: textIn(form, 'factor'),
    code: code.data,
  });
  return isRefusal(proven) ? refused(handle, proven) : answer(handle, proven);
}

/** A backup code that the holder kept. */
export async function enterBackupCode(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const code = shownCode.safeParse(form.get('code'));
  if (!code.success) return notDigits();
  const proven = await desk().proveWithBackupCode(await doorOf(handle), {
    factorId: textIn(form, 'factor'),
    code: code.data,
  });
  return isRefusal(proven) ? refused(handle, proven) : answer(handle, proven);
}

/** What the browser asks the security key; for script only. */
export async function keyChallenge(
  typed: string,
  factorId: string,
): Promise<{ options: unknown } | { message: string }> {
  const handle = readHandle(String(typed)) ?? redirect('/h');
  const asked = await desk().passkeyChallenge(await doorOf(handle), { factorId: String(factorId) });
  return isRefusal(asked) ? { message: await refusedText(handle, asked) } : asked;
}

/** The answer of the security key. Leads on when it was right, else says why not. */
export async function proveWithKey(
  typed: string,
  factorId: string,
  response: unknown,
): Promise<{ message: string }> {
  const handle = readHandle(String(typed)) ?? redirect('/h');
  const proven = await desk().proveWithPasskey(await doorOf(handle), {
    factorId: String(factorId),
    response,
  });
  if (isRefusal(proven)) return { message: await refusedText(handle, proven) };
  await keepScreen(proven.screenToken);
  if (proven.matched) await leadOn(handle, proven);
  const t = await getTranslations('holder.factor');
  return { message: t('keyFailed') };
}

async function answer(handle: string, proven: Proven): Promise<FormState> {
  await keepScreen(proven.screenToken);
  if (proven.matched) await leadOn(handle, proven);
  const t = await getTranslations('holder.code');
  const left = proven.entriesLeft ?? 0;
  const more = left > 0 ? t('left', { count: left }) : t('usedUpNow');
  return { kind: 'refused', message: `${t('wrong')} ${more}` };
}

/** The first proof gives this screen the case secret, which is shown before anything else (R15). */
async function leadOn(handle: string, { newSecret }: Proven): Promise<never> {
  if (!newSecret) redirect(`/h/${handle}`);
  await keepNewSecret(handle, newSecret);
  redirect(`/h/${handle}/secret`);
}

async function notDigits(): Promise<FormState> {
  const t = await getTranslations('holder.code');
  const message = t('notDigits');
  return { kind: 'refused', message };
}
