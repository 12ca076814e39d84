'use server';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { staffSession } from '@/app/session';
import { keptContact, typedContact } from '@/app/typed-contact';
import type { FormState } from '@/components/ui/form-state';
import { signInRefusalText } from '@/lib/messages/sign-in-refusal';
import { desk } from '@/lib/wiring';

/** Asks somebody to be a recovery contact, on behalf of the account holder. */
export async function inviteContact(
  accountId: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { caller, now } = await staffSession();
  const typed = await typedContact(form);
  if ('kind' in typed) return typed;
  const answer = await desk().inviteContactFor(caller, { accountId, ...typed });
  if (!('refused' in answer)) redirect(`/accounts/${accountId}`);
  const message = signInRefusalText(answer, await getLocale(), now);
  return { kind: 'refused', message, values: keptContact(form) };
}
