'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '../../../components/ui/form-state';
import { isRefusal } from '../../../lib/domain/case/command';
import { desk } from '../../../lib/wiring';
import { originOf } from '../../session';
import { presentedIn } from '../presented';
import { keepVetoResult } from './result/kept';

/** "This was not me", by the link or the typed code of a message. Needs no sign-in and no handle (R26). */
export async function vetoByLink(_before: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('holder.veto');
  const presented = presentedIn(form);
  if (!presented) return { kind: 'refused', message: t('empty') };
  const said = await desk().vetoByLink({ presented, origin: await originOf() });
  if (!isRefusal(said)) {
    await keepVetoResult(said.status);
    // Without a fragment of its own, a browser without script would carry the token along to the next address.
    redirect('/veto/result#main');
  }
  if (said.refused === 'not-found') return { kind: 'refused', message: t('unknown') };
  if (said.refused === 'wrong-status') return { kind: 'refused', message: t('over') };
  const words = await getTranslations('refusals');
  return { kind: 'refused', message: words(said.refused) };
}
