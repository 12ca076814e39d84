'use server';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { type FormState, keptValues } from '../../../../components/ui/form-state';
import { isOwnRefusal } from '../../../../lib/domain/account/own/command';
import { CONTACT_PROBLEMS, contactInvitation } from '../../../../lib/inputs/recovery-contact';
import { signInRefusalText } from '../../../../lib/messages/sign-in-refusal';
import { desk } from '../../../../lib/wiring';
import { freshHolderSignIn, type HolderSession, holderSession } from '../session';

const CONTACTS = '/account/contacts';

type Refused = Parameters<typeof signInRefusalText>[0];

const inWords = async (refused: Refused, { read }: HolderSession): Promise<string> =>
  signInRefusalText(refused, await getLocale(), read.now);

/** Asks somebody to be a recovery contact. */
export async function inviteContact(_before: FormState, form: FormData): Promise<FormState> {
  const session = await holderSession();
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
  const answer = await desk().inviteRecoveryContact(session.caller, typed.data);
  if (!isOwnRefusal(answer))
    redirect(`${CONTACTS}?done=${answer.waitsUntil ? 'waits' : 'invited'}`);
  if (answer.refused === 'reauthenticate') freshHolderSignIn(`${CONTACTS}/new`);
  return { kind: 'refused', message: await inWords(answer, session), values };
}

/** Takes back an invitation, says no in the waiting period, or ends one that counts. */
export async function endContact(contactId: string): Promise<FormState> {
  const session = await holderSession();
  const answer = await desk().endRecoveryContact(session.caller, { contactId });
  if (!isOwnRefusal(answer)) redirect(`${CONTACTS}?done=${answer.waitsUntil ? 'waits' : 'ended'}`);
  if (answer.refused === 'reauthenticate') freshHolderSignIn(`${CONTACTS}/${contactId}/end`);
  return { kind: 'refused', message: await inWords(answer, session) };
}
