'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '../../../../../components/ui/form-state';
import { isRefusal } from '../../../../../lib/domain/case/command';
import { desk } from '../../../../../lib/wiring';
import { keepVetoResult } from '../../../veto/result/kept';
import { handleIn, refused } from '../answers';
import { doorOf } from '../door';

/** States things as lost or stolen: they prove nothing any more, and the other addresses are told (R3). */
export async function reportLoss(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const ids = form.getAll('lost').filter((id) => typeof id === 'string');
  if (ids.length === 0) {
    const t = await getTranslations('holder.loss');
    return { kind: 'refused', message: t('none') };
  }
  const reported = await desk().reportLoss(await doorOf(handle), { ids });
  if (isRefusal(reported)) return refused(handle, reported);
  redirect(`/h/${handle}`);
}

/** "This was not me", from the screen in front of whoever holds the handle (R26). */
export async function veto(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const said = await desk().veto(await doorOf(handle));
  if (isRefusal(said)) return refused(handle, said);
  await keepVetoResult(said.status);
  redirect('/veto/result');
}
