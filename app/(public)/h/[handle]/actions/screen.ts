'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { NumberState } from '../../../../../components/holder/screen-number';
import type { FormState } from '../../../../../components/ui/form-state';
import { isRefusal } from '../../../../../lib/domain/case/command';
import { desk } from '../../../../../lib/wiring';
import { staffSessionIfAny } from '../../../../session';
import { handleIn, refused, refusedText, textIn } from '../answers';
import { doorOf, keepNewSecret, keepScreen, keepSecret, secretWasShown } from '../door';

/** The number that ties an identity check to this screen; never in a browser where staff is signed in (R6). */
export async function showNumber(_before: NumberState, form: FormData): Promise<NumberState> {
  const handle = handleIn(form);
  if (await staffSessionIfAny()) {
    const t = await getTranslations('holder.check');
    return { message: t('staff') };
  }
  const offered = await desk().offerScreen(await doorOf(handle));
  if (isRefusal(offered)) return { message: await refusedText(handle, offered) };
  await keepScreen(offered.screenToken);
  return { number: offered.number };
}

/** The case secret that an identity check gave to this screen. */
export async function showSecret(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const shown = await desk().showSecret(await doorOf(handle));
  if (isRefusal(shown)) return refused(handle, shown);
  await keepNewSecret(handle, shown.newSecret);
  redirect(`/h/${handle}/secret`);
}

/** The holder has written the case secret down: from here on no page shows it. */
export async function secretWritten(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  await secretWasShown(handle);
  redirect(`/h/${handle}`);
}

/** A case secret that was written down, typed on another screen. */
export async function typeSecret(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const t = await getTranslations('holder.key');
  const secret = textIn(form, 'secret').trim();
  if (!secret) return { kind: 'refused', message: t('empty') };
  const typed = await desk().typeSecret(await doorOf(handle), { secret });
  if (isRefusal(typed)) {
    if (typed.refused === 'secret-needed') return { kind: 'refused', message: t('wrong') };
    return refused(handle, typed);
  }
  await keepSecret(handle, typed.secret);
  redirect(`/h/${handle}`);
}
