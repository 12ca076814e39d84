import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import type { FormState } from '../../../../components/ui/form-state';
import type { Refusal } from '../../../../lib/domain/case/command';
import { readHandle } from '../../../../lib/domain/case/handle';
import { refusalText } from '../../../../lib/messages/refusal-text';
import { findView } from './view';

/** The handle that a form of the holder's page carries; one that cannot be read leads back to the start. */
export function handleIn(form: FormData): string {
  const typed = form.get('handle');
  return (typeof typed === 'string' ? readHandle(typed) : null) ?? redirect('/h');
}

export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/**
 * A refusal in words, for a screen that may see the case; any other is led to the page of an unknown handle, so that
 * no refusal tells that there is, or was, a case (R14).
 */
export async function refusedText(handle: string, refusal: Refusal): Promise<string> {
  const view = await findView(handle);
  if (!view || refusal.refused === 'not-found') redirect(`/h/${handle}`);
  const { now, organisation } = view;
  return refusalText(refusal, await getLocale(), { now, timeZone: organisation.timeZone });
}

export async function refused(handle: string, refusal: Refusal): Promise<FormState> {
  return { kind: 'refused', message: await refusedText(handle, refusal) };
}
