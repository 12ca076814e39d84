'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FormState } from '../../../../components/ui/form-state';
import { isOwnRefusal } from '../../../../lib/domain/account/own/command';
import { typedCode } from '../../../../lib/inputs/forms';
import { desk } from '../../../../lib/wiring';
import { codeMissing, refusedWords } from '../../../sign-in/answers';
import { doneAt, refusedAct } from '../acting';
import { freshHolderSignIn, holderSession } from '../session';

const pageOf = (id: string): string => `/account/confirm-anew/${encodeURIComponent(id)}`;
const idOf = (form: FormData): string => String(form.get('id') ?? '');

/** A code to the contact point that was switched off. */
export async function sendAnewCode(_before: FormState, form: FormData): Promise<FormState> {
  const session = await holderSession();
  const contactPointId = idOf(form);
  const byVoice = form.get('by') === 'voice';
  const answer = await desk().sendAnewCode(session, { contactPointId, byVoice });
  if (isOwnRefusal(answer)) return refusedAct(answer, pageOf(contactPointId));
  redirect(pageOf(contactPointId));
}

async function wrong(entriesLeft: number | undefined): Promise<string> {
  if (entriesLeft === undefined) return (await getTranslations('ownPages.anew'))('wrong');
  return (await getTranslations('ownPages.confirm'))('entriesLeft', { left: entriesLeft });
}

/** The code that was sent, or that the app shows. */
export async function enterAnewCode(_before: FormState, form: FormData): Promise<FormState> {
  const session = await holderSession();
  const id = idOf(form);
  const code = typedCode.safeParse(form.get('code'));
  if (!code.success) return codeMissing();
  const answer = await desk().confirmAnew(session, { id, code: code.data });
  if ('wrong' in answer) {
    const message = await wrong(answer.entriesLeft);
    return { kind: 'refused', message, fields: { code: message } };
  }
  return isOwnRefusal(answer) ? refusedAct(answer, pageOf(id)) : doneAt('anew');
}

export async function askAnewKey(
  factorId: string,
): Promise<{ options: unknown } | { message: string }> {
  const session = await holderSession();
  const asked = await desk().askAnewKey(session, { factorId });
  return isOwnRefusal(asked) ? { message: await refusedWords(asked) } : asked;
}

export async function answerAnewKey(
  factorId: string,
  _sameId: string,
  response: unknown,
): Promise<{ message: string }> {
  const session = await holderSession();
  const answer = await desk().confirmAnewByKey(session, { factorId, response });
  if ('wrong' in answer) return { message: await wrong(undefined) };
  if (!isOwnRefusal(answer)) doneAt('anew');
  if (answer.refused === 'reauthenticate') freshHolderSignIn(pageOf(factorId));
  return { message: await refusedWords(answer) };
}
