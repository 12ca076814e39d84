'use server';

import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { originOf } from '@/app/session';
import { CLOCK_MOVES } from '@/components/inbox/clock-card';
import type { POST_PARTS } from '@/components/inbox/post-card';
import type { FormState } from '@/components/ui/form-state';
import { isRefusal, type Refusal } from '@/lib/domain/case/command';
import { hours, plus } from '@/lib/domain/time';
import { secondFactorCode } from '@/lib/inputs/forms';
import { refusalText } from '@/lib/messages/refusal-text';
import { desk, deskNow } from '@/lib/wiring';
import { localInbox } from '@/lib/wiring-inbox';
import { ASKED_COOKIE, readAsked } from './asked';

const local = () => localInbox() ?? notFound();

const refused = async (refusal: Refusal): Promise<FormState> => ({
  kind: 'refused',
  message: refusalText(refusal, await getLocale(), {
    now: await deskNow(),
    timeZone: 'Europe/Amsterdam',
  }),
});

/** Moves the clock of a local desk: an hour, a day, or to the next alarm. */
export async function moveDeskClock(_: FormState, form: FormData): Promise<FormState> {
  const inbox = local();
  const by = form.get('by');
  const next = by === CLOCK_MOVES.alarm ? await inbox.nextAlarm() : undefined;
  const seconds = next
    ? Math.ceil((Date.parse(next) - Date.parse(await deskNow())) / 1000)
    : Number(by);
  if (Number.isSafeInteger(seconds) && seconds > 0) await inbox.moveClock(seconds);
  redirect('/inbox');
}

/** Makes mail, a network for SMS, or calls fail as somebody who tries the desk wishes. */
export async function setPostHabits(_: FormState, form: FormData): Promise<FormState> {
  const inbox = local();
  const t = await getTranslations('inbox.post');
  const said = (part: (typeof POST_PARTS)[number]) => String(form.get(part) ?? '');
  const set = await inbox.setHabits({
    mail: said('mail'),
    local: said('local'),
    'local-other': said('local-other'),
    voice: said('voice'),
  });
  return set ? { kind: 'done', message: t('done') } : { kind: 'refused', message: t('failed') };
}

/** What an app with this key shows now, by the clock of the desk. */
export async function showNewAppCode(_: FormState, form: FormData): Promise<FormState> {
  const inbox = local();
  const t = await getTranslations('inbox.newApp');
  const key = String(form.get('key') ?? '')
    .replaceAll(/\s/g, '')
    .toUpperCase();
  if (!/^[A-Z2-7]{32,64}$/.test(key)) return { kind: 'refused', message: t('invalid') };
  const { code, secondsLeft } = await inbox.codeOf(key, await deskNow());
  return { kind: 'done', message: t('code', { code, time: `${secondsLeft}\u00a0s` }) };
}

export async function signInAsHolder(_: FormState, form: FormData): Promise<FormState> {
  const inbox = local();
  const holder = (await inbox.holders()).find((h) => h.accountId === form.get('account'));
  const code = secondFactorCode.safeParse(form.get('code'));
  if (!holder || !code.success) return refused({ refused: 'invalid-input' });
  const { organisationId, accountId, appId: factorId, who } = holder;
  const done = await desk().signInHolder({
    organisationId,
    accountId,
    factorId,
    code: code.data,
    country: 'NL',
    device: 'Inbox',
    origin: await originOf(),
  });
  if (isRefusal(done)) return refused(done);
  const t = await getTranslations('inbox.signIn');
  if (!done.pausedCaseId) return { kind: 'done', message: t('done') };
  const asked = {
    signInId: done.signInId,
    caseId: done.pausedCaseId,
    organisationId,
    who,
    until: plus(await deskNow(), hours(72)),
  };
  (await cookies()).set(ASKED_COOKIE, JSON.stringify(asked), {
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
    path: '/',
  });
  redirect('/inbox');
}

export async function answerHolder(_: FormState, form: FormData): Promise<FormState> {
  local();
  const jar = await cookies();
  const asked = readAsked(jar.get(ASKED_COOKIE)?.value);
  const answer = form.get('answer');
  if (
    !asked ||
    asked.signInId !== form.get('signInId') ||
    (answer !== 'go-on' && answer !== 'not-me')
  )
    return refused({ refused: 'pause-other-sign-in' });
  const { organisationId, caseId, signInId } = asked;
  const done = await desk().answerPause({
    organisationId,
    caseId,
    signInId,
    answer,
    origin: await originOf(),
  });
  if (isRefusal(done)) return refused(done);
  jar.delete(ASKED_COOKIE);
  redirect('/inbox');
}
