'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { KeptState } from '../../../../../components/holder/kept-form';
import type { SeedState } from '../../../../../components/holder/seed-form';
import type { FormState } from '../../../../../components/ui/form-state';
import { isRefusal } from '../../../../../lib/domain/case/command';
import { readHandle } from '../../../../../lib/domain/case/handle';
import { secondFactorCode } from '../../../../../lib/inputs/forms';
import { desk } from '../../../../../lib/wiring';
import { drawnSeed } from '../../../../drawn-seed';
import { handleIn, refused, refusedText, textIn } from '../answers';
import { doorOf } from '../door';

/** Begins an authenticator app. The seed stands in this one answer, and in no page that can be opened again (R45). */
export async function beginApp(_before: SeedState, form: FormData): Promise<SeedState> {
  const handle = handleIn(form);
  const begun = await desk().startEnrolment(await doorOf(handle));
  if (isRefusal(begun)) return { message: await refusedText(handle, begun) };
  if (begun.kind !== 'authenticator-app') redirect(`/h/${handle}/set-up`);
  const drawn = await drawnSeed(begun);
  refresh();
  return { ...drawn, uri: begun.uri };
}

/** The code of the new app: only now is the enrolment used up (R17). */
export async function confirmApp(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const t = await getTranslations('holder');
  const code = secondFactorCode.safeParse(form.get('code'));
  if (!code.success) {
    const message = t('code.notDigits');
    return { kind: 'refused', message };
  }
  const confirmed = await desk().confirmEnrolment(await doorOf(handle), {
    factorId: textIn(form, 'factor'),
    code: code.data,
  });
  if (isRefusal(confirmed)) return refused(handle, confirmed);
  if (!confirmed.matched) return { kind: 'refused', message: t('enrol.app.wrong') };
  redirect(`/h/${handle}/set-up`);
}

/** Backup codes or a pass, in this one answer and in no page that can be opened again (R45). */
export async function beginKept(_before: KeptState, form: FormData): Promise<KeptState> {
  const handle = handleIn(form);
  const begun = await desk().startEnrolment(await doorOf(handle));
  if (isRefusal(begun)) return { message: await refusedText(handle, begun) };
  if (!('kept' in begun)) redirect(`/h/${handle}/set-up`);
  refresh();
  return { kept: begun.kept };
}

/** One of the codes, or the pass, typed back: only now is the enrolment used up (R17). */
export async function confirmKept(_before: FormState, form: FormData): Promise<FormState> {
  const handle = handleIn(form);
  const t = await getTranslations('holder.enrol.kept');
  const confirmed = await desk().confirmEnrolment(await doorOf(handle), {
    factorId: textIn(form, 'factor'),
    code: textIn(form, 'code'),
  });
  if (isRefusal(confirmed)) return refused(handle, confirmed);
  if (!confirmed.matched) return { kind: 'refused', message: t('wrong') };
  redirect(`/h/${handle}/set-up`);
}

/** What the browser asks a new security key; for script only. */
export async function beginKey(
  typed: string,
): Promise<{ factorId: string; options: unknown } | { message: string }> {
  const handle = readHandle(String(typed)) ?? redirect('/h');
  const begun = await desk().startEnrolment(await doorOf(handle));
  if (isRefusal(begun)) return { message: await refusedText(handle, begun) };
  if (begun.kind !== 'security-key') redirect(`/h/${handle}/set-up`);
  return { factorId: begun.factorId, options: begun.options };
}

export async function confirmKey(
  typed: string,
  factorId: string,
  response: unknown,
): Promise<{ message: string }> {
  const handle = readHandle(String(typed)) ?? redirect('/h');
  const confirmed = await desk().confirmEnrolment(await doorOf(handle), {
    factorId: String(factorId),
    response,
  });
  if (isRefusal(confirmed)) return { message: await refusedText(handle, confirmed) };
  if (confirmed.matched) redirect(`/h/${handle}/set-up`);
  const t = await getTranslations('holder.enrol.key');
  return { message: t('failed') };
}
