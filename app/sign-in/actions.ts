'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type FormState, keptValues, type RefusedForm } from '../../components/ui/form-state';
import { secondFactorCode, staffSignIn } from '../../lib/inputs/forms';
import type { SecondFactor } from '../../lib/use-cases/staff/second-factor';
import { desk } from '../../lib/wiring';
import { HOME } from '../home';
import {
  keepSession,
  keepTicket,
  knownBrowser,
  nextPath,
  originOf,
  readTicket,
  staffSession,
} from '../session';
import {
  beginAgain,
  codeMissing,
  isRefused,
  refusedForm,
  refusedWords,
  toSecondFactor,
} from './answers';

/** Name and password. Right ones give a ticket to the second factor, and no session. */
export async function sendPassword(_before: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('signIn');
  const values = keptValues(form, ['signIn']);
  const typed = staffSignIn.safeParse({
    signIn: form.get('signIn'),
    password: form.get('password'),
  });
  if (!typed.success) return { ...fieldProblems(typed.error.issues, t), values };
  const answer = await desk().checkPassword({
    ...typed.data,
    browser: await knownBrowser(),
    origin: await originOf(),
  });
  if (isRefused(answer)) return refusedForm(answer, values);
  await keepTicket(answer.ticket);
  toSecondFactor(form.get('next'));
}

/** The password of whoever is signed in, once more: the ticket can only renew this session. */
export async function sendPasswordAgain(_before: FormState, form: FormData): Promise<FormState> {
  const { caller, staff } = await staffSession();
  const t = await getTranslations('signIn');
  const typed = staffSignIn.safeParse({ signIn: staff.signIn, password: form.get('password') });
  if (!typed.success) return fieldProblems(typed.error.issues, t);
  const answer = await desk().checkPasswordAgain(caller, {
    ...typed.data,
    browser: await knownBrowser(),
  });
  if (isRefused(answer)) return refusedForm(answer);
  await keepTicket(answer.ticket);
  toSecondFactor(form.get('next'));
}

export async function sendCode(_before: FormState, form: FormData): Promise<FormState> {
  const code = secondFactorCode.safeParse(form.get('code'));
  if (!code.success) return codeMissing();
  const refusal = await trySecondFactor(
    { kind: 'authenticator-app', code: code.data },
    form.get('next'),
  );
  return refusedForm(refusal);
}

/** The challenge for a security key: another one after every wrong entry. */
export async function askKey(next: string): Promise<{ options: unknown } | { message: string }> {
  const page = await desk().readSecondFactor((await readTicket()) ?? '');
  return page?.passkeyOptions ? { options: page.passkeyOptions } : beginAgain(next);
}

export async function answerKey(
  next: string,
  _factorId: string,
  response: unknown,
): Promise<{ message: string }> {
  const refusal = await trySecondFactor({ kind: 'security-key', response }, next);
  return { message: await refusedWords(refusal) };
}

/** Leads on when it was right, and back when the ticket is over; else it gives the refusal. */
async function trySecondFactor(shown: SecondFactor, next: unknown) {
  const answer = await desk().checkSecondFactor({
    ticket: (await readTicket()) ?? '',
    shown,
    browser: await knownBrowser(),
    origin: await originOf(),
  });
  if (!isRefused(answer)) {
    await keepSession(answer.token);
    redirect(nextPath(next) ?? HOME);
  }
  if (answer.refused === 'ticket-over') beginAgain(next);
  return answer;
}

type SignInWords = Awaited<ReturnType<typeof getTranslations<'signIn'>>>;

function fieldProblems(
  issues: readonly { path: PropertyKey[]; message: string }[],
  t: SignInWords,
): RefusedForm {
  const word = (problem: string) =>
    problem === 'too-long' ? t('fieldTooLong') : t('fieldRequired');
  return {
    kind: 'refused',
    message: t('fieldRequired'),
    fields: Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), word(message)])),
  };
}
