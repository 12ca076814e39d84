'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type FormState, keptValues, type RefusedForm } from '../../../../components/ui/form-state';
import { shownCode, staffSignIn } from '../../../../lib/inputs/forms';
import type { ShownFactor } from '../../../../lib/use-cases/own/verdict';
import { desk } from '../../../../lib/wiring';
import { originOf } from '../../../session';
import { isRefused, refusedForm, refusedWords } from '../../../sign-in/answers';
import {
  forgetSignedIn,
  holderSession,
  keepSignedIn,
  keepTicket,
  nextParameter,
  nextPath,
  SIGN_IN,
  ticketDoor,
  trustedDevice,
} from '../session';

const SECOND = `${SIGN_IN}/second-factor`;
const CODES = ['sms', 'voice', 'email-code'];

/** Name and password. Right ones give a ticket to the second factor; a device that is trusted needs no more. */
export async function sendPassword(_before: FormState, form: FormData): Promise<FormState> {
  const values = keptValues(form, ['signIn']);
  const typed = staffSignIn.safeParse({
    signIn: form.get('signIn'),
    password: form.get('password'),
  });
  if (!typed.success) return { ...(await missing(typed.error.issues)), values };
  const origin = await originOf();
  const device = await trustedDevice();
  const answer = await desk().checkHolderPassword({ ...typed.data, origin, device });
  if (isRefused(answer)) return refusedForm(answer, values);
  const door = { ticket: answer.ticket, origin, device };
  const skipped = device && (await desk().skipSecondFactor(door, device));
  if (skipped) {
    await keepSignedIn(skipped);
    redirect(nextPath(form.get('next')));
  }
  await keepTicket(answer.ticket);
  await startFirst(door);
  redirect(`${SECOND}${nextParameter(form.get('next'))}`);
}

/** The password of whoever is signed in, once more: the ticket can only renew this session. */
export async function sendPasswordAgain(_before: FormState, form: FormData): Promise<FormState> {
  const { caller, read } = await holderSession();
  const typed = staffSignIn.safeParse({
    signIn: read.account.signIn,
    password: form.get('password'),
  });
  if (!typed.success) return missing(typed.error.issues);
  const answer = await desk().checkHolderPasswordAgain(caller, typed.data);
  if (isRefused(answer)) return refusedForm(answer);
  await keepTicket(answer.ticket);
  await startFirst({ ...(await ticketDoor()), ticket: answer.ticket });
  redirect(`${SECOND}${nextParameter(form.get('next'))}`);
}

/** Whoever gets codes, or is asked on another device, has that under way before the page is there. */
async function startFirst(door: Awaited<ReturnType<typeof ticketDoor>>): Promise<void> {
  const first = (await desk().readHolderFactors(door))?.factors[0];
  if (first && CODES.includes(first.kind))
    await desk().sendSignInCode(door, { factorId: first.id });
  if (first?.kind === 'push') await desk().askPush(door, { factorId: first.id });
}

/** A new code to the contact point of this factor; the one before it is dead. */
export async function sendCode(_before: FormState, form: FormData): Promise<FormState> {
  const factorId = String(form.get('factorId') ?? '');
  const answer = await desk().sendSignInCode(await ticketDoor(), { factorId });
  if (isRefused(answer)) {
    if (answer.refused === 'ticket-over') await beginAgain(form.get('next'));
    return refusedForm(answer);
  }
  redirect(withFactor(factorId, form.get('next')));
}

/** Asks on another device whether it is the holder who signs in here. */
export async function askOtherDevice(_before: FormState, form: FormData): Promise<FormState> {
  const factorId = String(form.get('factorId') ?? '');
  const answer = await desk().askPush(await ticketDoor(), { factorId });
  if (isRefused(answer)) {
    if (answer.refused === 'ticket-over') await beginAgain(form.get('next'));
    return refusedForm(answer);
  }
  redirect(withFactor(factorId, form.get('next')));
}

/** Whether the other device has answered: a yes signs in, once. Asking too early costs nothing. */
export async function checkOtherDevice(_before: FormState, form: FormData): Promise<FormState> {
  const factorId = String(form.get('factorId') ?? '');
  const page = await desk().readHolderFactors(await ticketDoor());
  if (!page) return beginAgain(form.get('next'));
  const { push, now } = page;
  if (push?.factorId === factorId && push.answer === 'yes')
    return show({ kind: 'push', factorId }, form);
  // The page that comes back says what became of the question.
  if (push?.factorId !== factorId || push.answer || push.expiresAt <= now)
    redirect(withFactor(factorId, form.get('next')));
  return { kind: 'done', message: (await getTranslations('ownSignIn.push'))('notYet') };
}

export async function sendFactor(_before: FormState, form: FormData): Promise<FormState> {
  const code = shownCode.safeParse(form.get('code'));
  const words = await getTranslations('ownSignIn');
  if (!code.success) {
    const message = words('codeWanted');
    return { kind: 'refused', message, fields: { code: message } };
  }
  const factorId = String(form.get('factorId') ?? '');
  return show({ kind: 'code', factorId, code: code.data }, form);
}

/** The challenge for a security key: another one after every wrong entry. */
export async function askKey(next: string): Promise<{ options: unknown } | { message: string }> {
  const page = await desk().readHolderFactors(await ticketDoor());
  return page?.passkeyOptions ? { options: page.passkeyOptions } : await beginAgain(next);
}

export async function answerKey(
  next: string,
  _factorId: string,
  response: unknown,
): Promise<{ message: string }> {
  const form = new FormData();
  form.set('next', next);
  const state = await show({ kind: 'security-key', response }, form);
  return { message: state?.message ?? '' };
}

/** Leads on when it was right, and back when the ticket is over; else it gives the refusal. */
async function show(shown: ShownFactor, form: FormData): Promise<FormState> {
  const door = await ticketDoor();
  const trust = form.get('trust') !== null;
  const answer = await desk().enterHolderFactor(door, { shown, trust });
  if ('token' in answer) {
    await keepSignedIn(answer);
    redirect(nextPath(form.get('next')));
  }
  if ('entriesLeft' in answer) {
    if (answer.entriesLeft <= 0) await beginAgain(form.get('next'));
    const message = (await getTranslations('ownSignIn.second'))('entriesLeft', {
      left: answer.entriesLeft,
    });
    return { kind: 'refused', message, fields: { code: message } };
  }
  if (answer.refused === 'ticket-over') await beginAgain(form.get('next'));
  return { kind: 'refused', message: await refusedWords(answer) };
}

export async function signOut(): Promise<void> {
  const { caller } = await holderSession();
  await desk().signOutHolder(caller);
  await forgetSignedIn();
  redirect(`${SIGN_IN}?left=1`);
}

async function beginAgain(next: unknown): Promise<never> {
  const more = nextParameter(next);
  const why = (await desk().isRefusedElsewhere(await ticketDoor())) ? 'refused' : 'over';
  redirect(`${SIGN_IN}${more ? `${more}&` : '?'}${why}=1`);
}

function withFactor(factorId: string, next: unknown): string {
  const more = nextParameter(next);
  return `${SECOND}${more ? `${more}&` : '?'}with=${encodeURIComponent(factorId)}`;
}

async function missing(issues: readonly { path: PropertyKey[] }[]): Promise<RefusedForm> {
  const message = (await getTranslations('signIn'))('fieldRequired');
  return {
    kind: 'refused',
    message,
    fields: Object.fromEntries(issues.map(({ path }) => [String(path[0]), message])),
  };
}
