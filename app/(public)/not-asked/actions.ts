'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '../../../components/ui/form-state';
import { isRefusal } from '../../../lib/domain/case/command';
import { desk } from '../../../lib/wiring';
import { originOf } from '../../session';
import { presentedIn } from '../presented';
import { keepReport } from './result/kept';

/** "I did not ask for this", by the link or the typed code of a message. Needs no sign-in, and gives nothing (R43). */
export async function reportNotAsked(_before: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('notAsked');
  const presented = presentedIn(form);
  if (!presented) return { kind: 'refused', message: t('empty') };
  const said = await desk().reportNotAsked({ presented, origin: await originOf() });
  if (isRefusal(said)) return { kind: 'refused', message: t('unknown') };
  await keepReport();
  // Without a fragment of its own, a browser without script would carry the token along to the next address.
  redirect('/not-asked/result#main');
}
