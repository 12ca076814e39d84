'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '../../../../components/ui/form-state';
import { pushNumber } from '../../../../lib/inputs/forms';
import { desk } from '../../../../lib/wiring';
import { originOf } from '../../../session';
import { isRefused, refusedForm } from '../../../sign-in/answers';
import { trustedDevice } from '../session';

const PUSH = '/account/push';

async function answer(
  form: FormData,
  said: 'no' | { number: number },
  done: (matched: boolean) => string,
): Promise<FormState> {
  const door = { device: (await trustedDevice()) ?? '', origin: await originOf() };
  const questionId = String(form.get('questionId') ?? '');
  const answered = await desk().answerPush(door, { questionId, answer: said });
  if (isRefused(answered)) return refusedForm(answered);
  redirect(`${PUSH}?done=${done(answered.matched)}`);
}

/** Yes counts only with the number of the other screen: a yes out of habit lets nobody in. */
export async function sayYes(_before: FormState, form: FormData): Promise<FormState> {
  const number = pushNumber.safeParse(form.get('number'));
  if (number.success)
    return answer(form, { number: Number(number.data) }, (right) => (right ? 'yes' : 'wrong'));
  const message = (await getTranslations('ownSignIn.push.page'))('numberWanted');
  return { kind: 'refused', message, fields: { number: message } };
}

/** No is a report: it ends that attempt. */
export async function sayNo(_before: FormState, form: FormData): Promise<FormState> {
  return answer(form, 'no', () => 'no');
}
