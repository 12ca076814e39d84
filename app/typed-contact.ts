import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import { keptValues, type RefusedForm } from '../components/ui/form-state';
import { CONTACT_PROBLEMS, contactInvitation } from '../lib/inputs/recovery-contact';

/** What is shown again when the desk refuses somebody as a recovery contact. */
export const keptContact = (form: FormData) => keptValues(form, ['name', 'address']);

/** Who is to be asked to be a recovery contact, as it was typed by the account holder or at the desk. */
export async function typedContact(
  form: FormData,
): Promise<z.output<typeof contactInvitation> | RefusedForm> {
  const typed = contactInvitation.safeParse({
    name: form.get('name'),
    address: form.get('address'),
  });
  if (typed.success) return typed.data;
  const t = await getTranslations('recoveryContacts.problems');
  const fields = typed.error.issues.flatMap(({ path, message }) => {
    const code = CONTACT_PROBLEMS.find((one) => one === message);
    return code ? [[String(path[0]), t(code)] as const] : [];
  });
  const message = (await getTranslations('refusals'))('invalid-input');
  return {
    kind: 'refused',
    message,
    fields: Object.fromEntries(fields),
    values: keptContact(form),
  };
}
