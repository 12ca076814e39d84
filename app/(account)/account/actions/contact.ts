'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type FormState, keptValues } from '../../../../components/ui/form-state';
import { isOwnRefusal } from '../../../../lib/domain/account/own/command';
import { typedCode } from '../../../../lib/inputs/forms';
import { desk } from '../../../../lib/wiring';
import { codeMissing } from '../../../sign-in/answers';
import { doneAt, refusedAct } from '../acting';
import { holderSession } from '../session';

const NEW = '/account/contact-points/new';
const CONFIRM = '/account/confirm';

/** A code goes to what was typed: only when it comes back does it stand on file. */
export async function offerPoint(_before: FormState, form: FormData): Promise<FormState> {
  const session = await holderSession();
  const kind = form.get('kind') === 'email' ? 'email' : 'phone';
  const values = keptValues(form, ['address']);
  const text = String(form.get('address') ?? '').slice(0, 300);
  const answer = await desk().offerContactPoint(session, { kind, text });
  if ('problem' in answer) {
    const message = (await getTranslations('ownPages.points'))(`problems.${answer.problem}`);
    return { kind: 'refused', message, fields: { address: message }, values };
  }
  if (isOwnRefusal(answer)) return refusedAct(answer, `${NEW}?kind=${kind}`, values);
  redirect(CONFIRM);
}

export async function enterCode(_before: FormState, form: FormData): Promise<FormState> {
  const session = await holderSession();
  const change = session.session.confirming?.change;
  const code = typedCode.safeParse(form.get('code'));
  if (!code.success) return codeMissing();
  const answer = await desk().enterConfirmingCode(session, { code: code.data });
  if ('entriesLeft' in answer) {
    const message = (await getTranslations('ownPages.confirm'))('entriesLeft', {
      left: answer.entriesLeft,
    });
    return { kind: 'refused', message, fields: { code: message } };
  }
  if (isOwnRefusal(answer)) return refusedAct(answer, CONFIRM);
  return doneAt(change?.kind === 'add-contact-point' ? 'point-added' : 'added', answer);
}

export async function sendAgain(_before: FormState, form: FormData): Promise<FormState> {
  const session = await holderSession();
  const byVoice = form.get('by') === 'voice';
  const answer = await desk().sendConfirmingCodeAgain(session, { byVoice });
  if (isOwnRefusal(answer)) return refusedAct(answer, CONFIRM);
  redirect(CONFIRM);
}

export async function removePoint(_before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await holderSession();
  const contactPointId = String(form.get('contactPointId') ?? '');
  const answer = await desk().removeContactPoint(caller, { contactPointId });
  return isOwnRefusal(answer)
    ? refusedAct(answer, `/account/contact-points/${encodeURIComponent(contactPointId)}/remove`)
    : doneAt('point-removed', answer);
}
