'use server';
import { getTranslations } from 'next-intl/server';
import type { BackupCodesShown } from '../../../../components/own/backup-codes';
import type { FormState } from '../../../../components/ui/form-state';
import { isOwnRefusal } from '../../../../lib/domain/account/own/command';
import { desk } from '../../../../lib/wiring';
import { refusedWords } from '../../../sign-in/answers';
import { doneAt, refusedAct } from '../acting';
import { freshHolderSignIn, holderSession } from '../session';

const PASSWORD = '/account/password';
const BACKUP_CODES = '/account/backup-codes';

/** Taken as typed: a space at the end may be part of it. */
export async function changePassword(_before: FormState, form: FormData): Promise<FormState> {
  const session = await holderSession();
  const t = await getTranslations('ownPages.password');
  const [password, repeated] = ['password', 'repeat'].map((name) => String(form.get(name) ?? ''));
  if (!password || password !== repeated) {
    const message = t(password ? 'notSame' : 'problems.too-short');
    return { kind: 'refused', message, fields: { [password ? 'repeat' : 'password']: message } };
  }
  const answer = await desk().changePassword(session, { password });
  if ('problem' in answer) {
    const message = t(`problems.${answer.problem}`);
    return { kind: 'refused', message, fields: { password: message } };
  }
  return isOwnRefusal(answer) ? refusedAct(answer, PASSWORD) : doneAt('password', answer);
}

/** Ten new codes, in this one answer and in no page that can be opened again. */
export async function makeBackupCodes(): Promise<BackupCodesShown> {
  const { caller } = await holderSession();
  const answer = await desk().newBackupCodes(caller);
  if (!isOwnRefusal(answer)) return answer;
  if (answer.refused === 'reauthenticate') freshHolderSignIn(BACKUP_CODES);
  return { message: await refusedWords(answer) };
}
