'use server';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { staffSession } from '@/app/session';
import { type FormState, keptValues } from '@/components/ui/form-state';
import { CONTACT_PROBLEMS, contactInvitation } from '@/lib/inputs/recovery-contact';
import { signInRefusalText } from '@/lib/messages/sign-in-refusal';
import { desk } from '@/lib/wiring';

/** Asks somebody to be a recovery contact, on behalf of the account holder. */
export async function inviteContact(
  accountId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { caller, now } = await staffSession();
  const values = keptValues(form, ['name', 'address']);
  const typed = contactInvitation.safeParse({
    name: form.get('name'),
    address: form.get('address'),
  });
  if (!typed.success) {
    const t = await getTranslations('recoveryContacts.problems');
    const fields = typed.error.issues.flatMap(({ path, message }) => {
      const code = CONTACT_PROBLEMS.find((one) => one === message);
      return code ? [[String(path[0]), t(code)] as const] : [];
    });
    const message = (await getTranslations('refusals'))('invalid-input');
    return { kind: 'refused', message, fields: Object.fromEntries(fields), values };
  }
  const answer = await desk().inviteContactFor(caller, { accountId, ...typed.data });
  if (!('refused' in answer)) redirect(`/accounts/${accountId}`);
  return { kind: 'refused', message: signInRefusalText(answer, await getLocale(), now), values };
}
