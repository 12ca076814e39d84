'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type FormState, keptValues } from '../../../../../components/ui/form-state';
import { isRefusal } from '../../../../../lib/domain/case/command';
import { typedCode } from '../../../../../lib/inputs/forms';
import type { EnrolmentProblem, EnrolmentTo } from '../../../../../lib/use-cases/holder/enrol';
import { desk } from '../../../../../lib/wiring';
import { handleIn, refused, textIn } from '../answers';
import { doorOf } from '../door';

/** Sends a code to a contact point on file, or to what was typed: it must be the holder's before it counts. */
export async function beginOver(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const values = keptValues(form, ['address']);
  const contactPointId = textIn(form, 'contactPointId');
  const to: EnrolmentTo = contactPointId
    ? { contactPointId }
    : { text: textIn(form, 'address').slice(0, 300) };
  const begun = await desk().startEnrolmentOver(await doorOf(handle), to);
  if ('problem' in begun) {
    const message = await problemText(begun.problem);
    return { kind: 'refused', message, fields: { address: message }, values };
  }
  if (isRefusal(begun)) {
    const answer = await refused(handle, begun);
    return answer?.kind === 'refused' ? { ...answer, values } : answer;
  }
  redirect(`/h/${handle}/set-up`);
}

async function problemText(problem: EnrolmentProblem): Promise<string> {
  if (problem === 'phone-no-sms') return (await getTranslations('holder.enrol.over'))('noSms');
  return (await getTranslations('ownPages.points.problems'))(problem);
}

/** The same number or mailbox, another code; a number may be called instead. */
export async function sendOverAgain(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const byVoice = textIn(form, 'by') === 'voice';
  const sent = await desk().sendEnrolmentCode(await doorOf(handle), { byVoice });
  if (isRefusal(sent)) return refused(handle, sent);
  refresh();
  const t = await getTranslations('holder.code');
  return { kind: 'done', message: t('resent') };
}

/** The code came back: it is the holder's, and this part of the enrolment is used up (R17). */
export async function confirmOver(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const t = await getTranslations('holder.code');
  const code = typedCode.safeParse(form.get('code'));
  if (!code.success) {
    const message = t('notDigits');
    return { kind: 'refused', message };
  }
  const confirmed = await desk().confirmEnrolment(await doorOf(handle), {
    factorId: textIn(form, 'factor'),
    code: code.data,
  });
  if (isRefusal(confirmed)) return refused(handle, confirmed);
  if (confirmed.matched) redirect(`/h/${handle}/set-up`);
  // After too many wrong entries the page has no field for this code any more.
  refresh();
  return { kind: 'refused', message: t('wrong') };
}
