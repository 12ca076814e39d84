'use server';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import type { FormState } from '../../../../components/ui/form-state';
import { isOwnRefusal } from '../../../../lib/domain/account/own/command';
import { signInRefusalText } from '../../../../lib/messages/sign-in-refusal';
import { desk } from '../../../../lib/wiring';
import { keptContact, typedContact } from '../../../typed-contact';
import { freshHolderSignIn, type HolderSession, holderSession } from '../session';

const CONTACTS = '/account/contacts';

type Refused = Parameters<typeof signInRefusalText>[0];

const inWords = async (refused: Refused, { read }: HolderSession): Promise<string> =>
  signInRefusalText(refused, await getLocale(), read.now);

/** Asks somebody to be a recovery contact. */
export async function inviteContact(_before: FormState, form: FormData): Promise<FormState> {
  const session = await holderSession();
  const typed = await typedContact(form);
  if ('kind' in typed) return typed;
  const answer = await desk().inviteRecoveryContact(session.caller, typed);
  if (!isOwnRefusal(answer))
    redirect(`${CONTACTS}?done=${answer.waitsUntil ? 'waits' : 'invited'}`);
  if (answer.refused === 'reauthenticate') freshHolderSignIn(`${CONTACTS}/new`);
  return { kind: 'refused', message: await inWords(answer, session), values: keptContact(form) };
}

/** Takes back an invitation, says no in the waiting period, or ends one that counts. */
export async function endContact(contactId: string): Promise<FormState> {
  const session = await holderSession();
  const answer = await desk().endRecoveryContact(session.caller, { contactId });
  if (!isOwnRefusal(answer)) redirect(`${CONTACTS}?done=${answer.waitsUntil ? 'waits' : 'ended'}`);
  if (answer.refused === 'reauthenticate') freshHolderSignIn(`${CONTACTS}/${contactId}/end`);
  return { kind: 'refused', message: await inWords(answer, session) };
}
