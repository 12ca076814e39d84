import { getTranslations } from 'next-intl/server';
import type { FormState } from '../components/ui/form-state';
import type { PasswordProblem } from '../lib/domain/account/own/password';

/** A new password as it was typed, twice the same; taken as typed: a space at the end may be part of it. */
export async function typedPassword(form: FormData): Promise<{ password: string } | FormState> {
  const [password, repeated] = ['password', 'repeat'].map((name) => String(form.get(name) ?? ''));
  if (password && password === repeated) return { password };
  const t = await getTranslations('ownPages.password');
  const message = t(password ? 'notSame' : 'problems.too-short');
  return { kind: 'refused', message, fields: { [password ? 'repeat' : 'password']: message } };
}

export async function passwordRefused(problem: PasswordProblem): Promise<FormState> {
  const message = (await getTranslations('ownPages.password'))(`problems.${problem}`);
  return { kind: 'refused', message, fields: { password: message } };
}
