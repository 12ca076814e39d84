import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { FormState, FormValues, RefusedForm } from '../../components/ui/form-state';
import { signInRefusalText } from '../../lib/messages/sign-in-refusal';
import type { SignInRefusal } from '../../lib/use-cases/staff/refusal';
import { deskNow } from '../../lib/wiring';
import { nextParameter, nextPath } from '../session';

export const isRefused = (answer: object): answer is SignInRefusal => 'refused' in answer;

/** A refusal in words, with what may be shown again of what was typed. */
export async function refusedWords(refusal: SignInRefusal): Promise<string> {
  return signInRefusalText(refusal, await getLocale(), await deskNow());
}

export async function refusedForm(refusal: SignInRefusal, values?: FormValues): Promise<FormState> {
  const message = await refusedWords(refusal);
  return { kind: 'refused', message, ...(values ? { values } : {}) };
}

/** A ticket that is over leads back to the password; the page there says why. */
export function beginAgain(next: unknown): never {
  const path = nextPath(next);
  redirect(`/sign-in?over=1${path ? `&next=${encodeURIComponent(path)}` : ''}`);
}

export function toSecondFactor(next: unknown): never {
  redirect(`/sign-in/second-factor${nextParameter(next)}`);
}

export async function codeMissing(): Promise<RefusedForm> {
  const message = (await getTranslations('signIn'))('codeWanted');
  return { kind: 'refused', message, fields: { code: message } };
}
