'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '../../../components/ui/form-state';
import { handle } from '../../../lib/inputs/forms';

/** Leads to the page of this handle. Whether there is one, only that page tells, after its limit on tries (R14). */
export async function openHandle(_before: FormState, form: FormData): Promise<FormState> {
  const read = handle.safeParse(form.get('handle'));
  if (read.success) redirect(`/h/${read.data}`);
  const t = await getTranslations('holder.enter');
  return { kind: 'refused', message: t('wrong') };
}
