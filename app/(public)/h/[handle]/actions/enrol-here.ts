'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '../../../../../components/ui/form-state';
import { isRefusal } from '../../../../../lib/domain/case/command';
import { desk } from '../../../../../lib/wiring';
import { keepDevice, trustedDevice } from '../../../../(account)/account/session';
import { passwordRefused, typedPassword } from '../../../../new-password';
import { handleIn, refused, textIn } from '../answers';
import { doorOf } from '../door';

/** This browser is to be asked "is this you?": its token is in this answer's cookie only (R45). */
export async function beginPush(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const begun = await desk().startEnrolment(await doorOf(handle));
  if (isRefusal(begun)) return refused(handle, begun);
  if (begun.kind === 'push') await keepDevice(begun.deviceToken);
  redirect(`/h/${handle}/set-up`);
}

/** The browser shows that it kept the token. */
export async function confirmPush(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const deviceToken = await trustedDevice();
  const confirmed = await desk().confirmEnrolment(await doorOf(handle), {
    factorId: textIn(form, 'factor'),
    ...(deviceToken ? { deviceToken } : {}),
  });
  if (isRefusal(confirmed)) return refused(handle, confirmed);
  if (!confirmed.matched || !deviceToken) {
    const message = (await getTranslations('holder.enrol.push'))('wrong');
    return { kind: 'refused', message };
  }
  // Its month begins now, not when it was begun.
  await keepDevice(deviceToken);
  redirect(`/h/${handle}/set-up`);
}

export async function choosePassword(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const typed = await typedPassword(form);
  if (!typed || !('password' in typed)) return typed;
  const chosen = await desk().chooseCasePassword(await doorOf(handle), typed);
  if ('problem' in chosen) return passwordRefused(chosen.problem);
  if (isRefusal(chosen)) return refused(handle, chosen);
  redirect(`/h/${handle}/set-up`);
}
