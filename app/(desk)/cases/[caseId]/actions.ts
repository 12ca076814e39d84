'use server';
import { getTranslations } from 'next-intl/server';
import { staffSession } from '@/app/session';
import { type FormState, keptValues } from '@/components/ui/form-state';
import { refuse } from '@/lib/domain/case/command';
import { isChallenge } from '@/lib/domain/case/proof';
import {
  afterVetoForm,
  checkerForm,
  measuresForm,
  runbookForm,
  stuckForm,
} from '@/lib/inputs/case-forms';
import { identityCheck, reason as reasonText } from '@/lib/inputs/forms';
import { desk } from '@/lib/wiring';
import { answer, refusedBy, unfilled } from '../answer';

// Every action asks the session anew; the gate decides, whatever a page showed.

const pageOf = (caseId: string) => `/cases/${encodeURIComponent(caseId)}`;
const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

export async function takeCase(caseId: string): Promise<FormState> {
  const session = await staffSession();
  const here = pageOf(caseId);
  const outcome = await desk().takeCase(session.caller, { caseId });
  return answer(session, outcome, { form: here, next: here });
}

export async function finishRunbook(
  caseId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const session = await staffSession();
  const read = runbookForm.safeParse({ helped: form.get('helped') });
  if (!read.success)
    return unfilled({ helped: (await getTranslations('opening.runbook'))('missing') });
  const helped = read.data.helped === 'yes';
  const outcome = await desk().finishRunbook(session.caller, { caseId, helped });
  const here = pageOf(caseId);
  return answer(session, outcome, {
    form: `${here}/runbook`,
    next: helped ? here : `${here}/measures`,
  });
}

export async function chooseMeasures(
  caseId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const session = await staffSession();
  const values = keptValues(form, ['main', 'enrol', 'also', 'password']);
  const read = measuresForm.safeParse({
    main: text(form, 'main'),
    enrol: text(form, 'enrol') || undefined,
    also: form.getAll('also'),
    password: form.get('password') === 'too',
  });
  if (!read.success) {
    const t = await getTranslations('caseFile.choose');
    return text(form, 'main')
      ? unfilled({ enrol: t('missingEnrol') }, values)
      : unfilled({ main: t('missing') }, values);
  }
  const outcome = await desk().chooseMeasures(session.caller, { caseId, measures: read.data });
  const here = pageOf(caseId);
  return answer(session, outcome, { form: `${here}/measures`, next: here, values });
}

/** A code to a contact point on file (R8): the form carries an id, and the gate takes no other than this account's. */
export async function sendCode(caseId: string, _: FormState, form: FormData): Promise<FormState> {
  const session = await staffSession();
  const kind = text(form, 'kind');
  const here = pageOf(caseId);
  if (kind === 'recovery-contact') {
    const contactId = text(form, 'contactPointId');
    const asked = await desk().askContact(session.caller, { caseId, contactId });
    return answer(session, asked, { form: here, next: here });
  }
  if (!isChallenge(kind)) return refusedBy(session, refuse('invalid-input'), here);
  const outcome = await desk().sendChallenge(session.caller, {
    caseId,
    kind,
    contactPointId: text(form, 'contactPointId'),
  });
  return answer(session, outcome, { form: here, next: here });
}

export async function askApproval(caseId: string): Promise<FormState> {
  const session = await staffSession();
  const here = pageOf(caseId);
  const outcome = await desk().askApproval(session.caller, { caseId });
  return answer(session, outcome, { form: here, next: here });
}

export async function approve(caseId: string, _: FormState, form: FormData): Promise<FormState> {
  const session = await staffSession();
  const here = pageOf(caseId);
  const planHash = text(form, 'planHash');
  const outcome = await desk().approve(session.caller, { caseId, planHash });
  return answer(session, outcome, { form: `${here}/approve`, next: here });
}

export async function renewEnrolment(
  caseId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const session = await staffSession();
  const here = pageOf(caseId);
  const planHash = text(form, 'planHash');
  const outcome = await desk().renewEnrolment(session.caller, { caseId, planHash });
  return answer(session, outcome, { form: `${here}/renew`, next: here });
}

const withReason =
  (act: 'cancel' | 'decline') =>
  async (caseId: string, form: FormData): Promise<FormState> => {
    const session = await staffSession();
    const values = keptValues(form, ['reason']);
    const read = reasonText.safeParse(form.get('reason') ?? '');
    if (!read.success)
      return unfilled(
        { reason: (await getTranslations('caseFile.confirm'))('reasonMissing') },
        values,
      );
    const here = pageOf(caseId);
    const outcome = await desk()[act](session.caller, { caseId, reason: read.data });
    return answer(session, outcome, { form: `${here}/${act}`, next: here, values });
  };

export async function cancel(caseId: string, _: FormState, form: FormData): Promise<FormState> {
  return withReason('cancel')(caseId, form);
}

export async function decline(caseId: string, _: FormState, form: FormData): Promise<FormState> {
  return withReason('decline')(caseId, form);
}

export async function startClock(caseId: string): Promise<FormState> {
  const session = await staffSession();
  const here = pageOf(caseId);
  const outcome = await desk().startClock(session.caller, { caseId });
  return answer(session, outcome, { form: `${here}/start-clock`, next: here });
}

export async function resumeCase(caseId: string): Promise<FormState> {
  const session = await staffSession();
  const here = pageOf(caseId);
  const outcome = await desk().resumeCase(session.caller, { caseId });
  return answer(session, outcome, { form: `${here}/resume`, next: here });
}

export async function endStuck(caseId: string, _: FormState, form: FormData): Promise<FormState> {
  const session = await staffSession();
  const read = stuckForm.safeParse({ choice: form.get('choice') });
  if (!read.success)
    return unfilled({ choice: (await getTranslations('caseFile.confirm.endStuck'))('missing') });
  const here = pageOf(caseId);
  const outcome = await desk().endStuck(session.caller, { caseId, choice: read.data.choice });
  return answer(session, outcome, { form: `${here}/end-stuck`, next: here });
}

export async function decideAfterVeto(
  caseId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const session = await staffSession();
  const read = afterVetoForm.safeParse({ choice: form.get('choice') });
  if (!read.success)
    return unfilled({ choice: (await getTranslations('caseFile.confirm.afterVeto'))('missing') });
  const here = pageOf(caseId);
  const outcome = await desk().decideAfterVeto(session.caller, {
    caseId,
    choice: read.data.choice,
  });
  return answer(session, outcome, { form: `${here}/after-veto`, next: here });
}

export async function nameIdentityChecker(
  caseId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const session = await staffSession();
  const read = checkerForm.safeParse({ staffId: form.get('staffId') });
  if (!read.success)
    return unfilled({ staffId: (await getTranslations('caseFile.confirm.checker'))('missing') });
  const here = pageOf(caseId);
  const { staffId } = read.data;
  const outcome = await desk().nameIdentityChecker(session.caller, { caseId, staffId });
  return answer(session, outcome, { form: `${here}/checker`, next: here });
}

/** Kind of document, place and result: nothing else is read from the form (R6). */
export async function recordIdentityCheck(
  caseId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const session = await staffSession();
  const values = keptValues(form, ['mode', 'documentKind', 'place', 'result']);
  const t = await getTranslations('caseFile.confirm.check.missing');
  const result = form.get('result');
  const differs = result === 'differs';
  const read = identityCheck.safeParse({
    mode: form.get('mode'),
    documentKind: form.get('documentKind'),
    place: text(form, 'place'),
    // A check that does not match gives no screen anything: it needs no number.
    screenNumber: differs ? '000000' : text(form, 'screenNumber'),
  });
  const wrong = read.success ? [] : read.error.issues.map((issue) => issue.path[0]);
  const fields = (['mode', 'documentKind', 'place', 'screenNumber'] as const).filter((name) =>
    wrong.includes(name),
  );
  const noResult = result !== 'matches' && !differs;
  if (!read.success || noResult)
    return unfilled(
      Object.fromEntries([
        ...fields.filter((name) => name !== 'screenNumber').map((name) => [name, t(name)]),
        ...(noResult ? [['result', t('result')]] : []),
        ...fields.filter((name) => name === 'screenNumber').map((name) => [name, t(name)]),
      ]),
      values,
    );
  const here = pageOf(caseId);
  const outcome = await desk().recordIdentityCheck(session.caller, {
    caseId,
    ...read.data,
    result: differs ? 'differs' : 'matches',
  });
  return answer(session, outcome, {
    form: `${here}/identity-check`,
    next: here,
    values,
  });
}
