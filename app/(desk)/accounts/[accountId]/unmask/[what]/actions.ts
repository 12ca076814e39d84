'use server';
import { getLocale, getTranslations } from 'next-intl/server';
import { clockOf } from '@/app/(desk)/clock-of';
import { staffSession } from '@/app/session';
import { type FormState, keptValues } from '@/components/ui/form-state';
import { isRefusal } from '@/lib/domain/case/command';
import { reason } from '@/lib/inputs/forms';
import { refusalText } from '@/lib/messages/refusal-text';
import { desk } from '@/lib/wiring';

/** Shows what was asked for in the answer itself, once: it stands in no address and on no page. */
export async function unmask(
  which: { accountId: string; what: string },
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const session = await staffSession();
  const t = await getTranslations('account.unmask');
  const given = reason.safeParse(form.get('reason'));
  if (!given.success) {
    const message = given.error.issues.some((issue) => issue.message === 'too-long')
      ? t('reasonTooLong')
      : t('reasonTooShort');
    const values = keptValues(form, ['reason']);
    const summary = (await getTranslations('refusals'))('invalid-input');
    return { kind: 'refused', message: summary, fields: { reason: message }, values };
  }
  const { accountId, what } = which;
  const outcome = await desk().unmask(session.caller, { accountId, what, reason: given.data });
  if (isRefusal(outcome))
    return {
      kind: 'refused',
      message: refusalText(outcome, await getLocale(), clockOf(session)),
      values: keptValues(form, ['reason']),
    };
  return { kind: 'done', message: t('shown', { text: outcome.text }) };
}
