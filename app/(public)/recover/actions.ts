'use server';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type FormState, keptValues } from '../../../components/ui/form-state';
import { isRefusal, type Refusal } from '../../../lib/domain/case/command';
import { recoveryWish } from '../../../lib/inputs/asking';
import { typedCode } from '../../../lib/inputs/forms';
import { desk } from '../../../lib/wiring';
import { originOf } from '../../session';
import { doorOf, keepNewSecret, keepScreen } from '../h/[handle]/door';
import { type AskedHere, askedHere, forgetAsked, keepAsked } from './kept';

const FIELDS = ['signIn', 'symptom', 'over'] as const;

/** Who, what is wrong, and where the code should go. The answer is the same page, whoever the name belongs to (R14). */
export async function ask(_before: FormState, form: FormData): Promise<FormState> {
  const values = keptValues(form, ['signIn']);
  const wish = recoveryWish.safeParse(Object.fromEntries(FIELDS.map((f) => [f, form.get(f)])));
  const t = await getTranslations('asking');
  if (!wish.success) {
    const lacks = (field: string) => wish.error.issues.some(({ path }) => path[0] === field);
    if (lacks('symptom')) redirect('/recover');
    const message = t(lacks('signIn') ? 'missing.signIn' : 'missing.over');
    return {
      kind: 'refused',
      message,
      ...(lacks('signIn') ? { fields: { signIn: message } } : {}),
      values,
    };
  }
  const asked = await desk().askRecovery({ ...wish.data, origin: await originOf() });
  if (isRefusal(asked)) return { kind: 'refused', message: t('tooFast'), values };
  await keepAsked({ ...wish.data, token: asked.token });
  redirect('/recover/code');
}

/** Another code; whether one was ever sent is not told. */
export async function askAgain(_before: FormState): Promise<FormState> {
  const { token } = await askedOrBegin();
  const again = await desk().askRecoveryAgain({ token, origin: await originOf() });
  const t = await getTranslations('asking');
  if (!isRefusal(again)) return { kind: 'done', message: t('code.sentAgain') };
  return {
    kind: 'refused',
    message: again.refused === 'too-fast' ? t('tooFast') : t('code.tooMany'),
  };
}

/** A right code leads to the holder's own case, as after a first proof (R15); anything else says one and the same. */
export async function enterCode(_before: FormState, form: FormData): Promise<FormState> {
  const { token } = await askedOrBegin();
  const code = typedCode.safeParse(form.get('code'));
  if (!code.success) {
    const message = (await getTranslations('asking.code'))('notDigits');
    return { kind: 'refused', message, fields: { code: message } };
  }
  const { screenToken } = await doorOf('');
  const opened = await desk().answerRequest({
    token,
    code: code.data,
    origin: await originOf(),
    ...(screenToken ? { screenToken } : {}),
  });
  if (isRefusal(opened)) return refusedWords(opened);
  const { handle, newSecret } = opened;
  await keepScreen(opened.screenToken);
  await forgetAsked();
  if (!newSecret) redirect(`/h/${handle}`);
  await keepNewSecret(handle, newSecret);
  redirect(`/h/${handle}/secret`);
}

/** What is told of an account is told after a right code only. */
async function refusedWords({ refused }: Refusal): Promise<FormState> {
  const t = await getTranslations('asking');
  switch (refused) {
    case 'code-wrong':
      return { kind: 'refused', message: t('code.wrong'), fields: { code: t('code.wrong') } };
    case 'code-used-up':
      return { kind: 'refused', message: t('code.usedUp') };
    case 'too-fast':
      return { kind: 'refused', message: t('tooFast') };
    case 'another-case-open':
      return { kind: 'refused', message: t('code.otherOpen') };
    case 'account-suspended':
      return { kind: 'refused', message: t('code.suspended') };
    default:
      return { kind: 'refused', message: t('code.cannot') };
  }
}

async function askedOrBegin(): Promise<AskedHere> {
  return (await askedHere()) ?? redirect('/recover?over=1');
}
