'use server';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { clockOf } from '@/app/(desk)/clock-of';
import { freshSignIn, staffSession } from '@/app/session';
import type { FormState } from '@/components/ui/form-state';
import { isRefusal } from '@/lib/domain/case/command';
import { refusalText } from '@/lib/messages/refusal-text';
import { desk } from '@/lib/wiring';

/** Adds the accounts that this page showed; the same page then says what was done. */
export async function confirmImport(draftId: string, _before: FormState): Promise<FormState> {
  const session = await staffSession();
  const outcome = await desk().importAccounts(session.caller, { draftId });
  const page = `/import/${encodeURIComponent(draftId)}`;
  if (!isRefusal(outcome)) redirect(page);
  if (outcome.refused === 'reauthenticate') freshSignIn(page);
  return {
    kind: 'refused',
    message: refusalText(outcome, await getLocale(), clockOf(session)),
  };
}
