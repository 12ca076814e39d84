import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { freshSignIn, type StaffSession } from '@/app/session';
import type { FormState, FormValues } from '@/components/ui/form-state';
import { isRefusal, type Refusal } from '@/lib/domain/case/command';
import { refusalText } from '@/lib/messages/refusal-text';

/**
 * What a form of a case answers: a refusal in words, with what was typed; a fresh sign-in where the gate asks for one,
 * back to the page of the form; otherwise the next page.
 */
export const answer = async (
  session: StaffSession,
  outcome: object,
  { form, next, values }: { form: string; next: string; values?: FormValues },
): Promise<FormState> => {
  if (isRefusal(outcome)) return refusedBy(session, outcome, form, values);
  // Also what a browser kept of the frame: the figures beside the menu have changed.
  revalidatePath('/', 'layout');
  redirect(next);
};

export const refusedBy = async (
  { now, memberships }: StaffSession,
  refusal: Refusal,
  form: string,
  values?: FormValues,
): Promise<FormState> => {
  if (refusal.refused === 'reauthenticate') freshSignIn(form);
  const timeZone = memberships[0]?.timeZone ?? 'UTC';
  return {
    kind: 'refused',
    message: refusalText(refusal, await getLocale(), { now, timeZone }),
    ...(values ? { values } : {}),
  };
};

/** A form that was not filled in: the sentence of each field. */
export const unfilled = async (
  fields: Record<string, string>,
  values?: FormValues,
): Promise<FormState> => ({
  kind: 'refused',
  message: (await getTranslations('refusals'))('invalid-input'),
  fields,
  ...(values ? { values } : {}),
});
