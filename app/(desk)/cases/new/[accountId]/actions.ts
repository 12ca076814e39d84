'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { staffSession } from '@/app/session';
import { type FormState, keptValues } from '@/components/ui/form-state';
import { isRefusal } from '@/lib/domain/case/command';
import { symptomForm } from '@/lib/inputs/case-forms';
import { desk } from '@/lib/wiring';
import { refusedBy, unfilled } from '../../answer';

/** Opens the case; from here on everything about it is in its history. */
export async function openCase(
  accountId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const session = await staffSession();
  const read = symptomForm.safeParse({ symptom: form.get('symptom') });
  if (!read.success)
    return unfilled({ symptom: (await getTranslations('opening.symptom'))('missing') });
  const outcome = await desk().openCase(session.caller, {
    accountId,
    symptom: read.data.symptom,
  });
  if (isRefusal(outcome))
    return refusedBy(
      session,
      outcome,
      `/cases/new/${encodeURIComponent(accountId)}`,
      keptValues(form, ['symptom']),
    );
  redirect(`/cases/${outcome.case.id}/runbook`);
}
