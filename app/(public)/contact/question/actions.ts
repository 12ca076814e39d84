'use server';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { type FormState, keptValues } from '../../../../components/ui/form-state';
import { SPOKEN } from '../../../../lib/domain/account/vouch';
import { typedCode } from '../../../../lib/inputs/forms';
import { signInRefusalText } from '../../../../lib/messages/sign-in-refusal';
import { desk, deskNow } from '../../../../lib/wiring';
import { CONTACT, contactDoor, contactPage, keepResult } from '../kept';

/** The word of the recovery contact: how they spoke, the code that they were told, and that they are sure. */
export async function sendWord(_before: FormState, form: FormData): Promise<FormState> {
  const { holder } = await contactPage(`${CONTACT}/question`);
  const t = await getTranslations('recoveryContacts.question');
  const values = keptValues(form, ['spoken']);
  const spoken = SPOKEN.find((way) => way === form.get('spoken'));
  const code = typedCode.safeParse(form.get('code'));
  // Whoever was contacted is not asked to be sure: that it counts for nothing is what they must learn.
  const sure = form.get('sure') !== null || spoken === 'they-contacted-me';
  if (!spoken || !code.success || !sure) {
    const fields = {
      ...(spoken ? {} : { spoken: t('spokenWanted') }),
      ...(code.success ? {} : { code: t('codeWanted') }),
    };
    const message = Object.values(fields)[0] ?? t('sureWanted');
    return { kind: 'refused', message, fields, values };
  }
  const said = await desk().vouch(await contactDoor(), { spoken, code: code.data });
  if ('refused' in said) {
    const noCode = ['no-code-sent', 'code-expired', 'code-used-up'].includes(said.refused);
    const message = noCode
      ? t('noCode', { holder })
      : signInRefusalText(said, await getLocale(), await deskNow());
    return { kind: 'refused', message, values };
  }
  if (!said.matched) {
    const message = t('left', { left: String(said.entriesLeft ?? 0) });
    return { kind: 'refused', message, fields: { code: message }, values };
  }
  await keepResult(spoken === 'they-contacted-me' ? 'not-counted' : 'vouched');
  redirect(`${CONTACT}/done#main`);
}
