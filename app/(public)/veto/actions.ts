'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '../../../components/ui/form-state';
import { isRefusal } from '../../../lib/domain/case/command';
import { desk } from '../../../lib/wiring';
import { originOf } from '../../session';
import { keepVetoResult } from './result/kept';

/** Tokens have 43 characters, codes 16 in groups. */
const LONGEST = 200;

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

/** The fragment of a link as the script read it, else what was typed; a phone may make any dash of a hyphen. */
function presentedIn(form: FormData): string {
  const [token, code] = ['token', 'code'].map((name) => form.get(name));
  if (typeof token === 'string' && token) return token.slice(0, LONGEST);
  if (typeof code !== 'string') return '';
  return code
    .trim()
    .slice(0, LONGEST)
    .replace(/\p{Pd}/gu, '-');
}
