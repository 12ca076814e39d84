'use server';
import type { BackupCodesShown } from '../../../../components/own/backup-codes';
import type { FormState } from '../../../../components/ui/form-state';
import { isOwnRefusal } from '../../../../lib/domain/account/own/command';
import { desk } from '../../../../lib/wiring';
import { passwordRefused, typedPassword } from '../../../new-password';
import { refusedWords } from '../../../sign-in/answers';
import { doneAt, refusedAct } from '../acting';
import { freshHolderSignIn, holderSession } from '../session';

const PASSWORD = '/account/password';
const BACKUP_CODES = '/account/backup-codes';

export async function changePassword(_before: FormState, form: FormData): Promise<FormState> {
  const session = await holderSession();
  const typed = await typedPassword(form);
  if (!typed || !('password' in typed)) return typed;
  const answer = await desk().changePassword(session, typed);
  if ('problem' in answer) return passwordRefused(answer.problem);
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

/** By SMS to a number on file, once: they stood on the page before this answer, and stand nowhere after it. */
export async function sendBackupCodes(_before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await holderSession();
  const [factorId, contactPointId] = ['factorId', 'contactPointId'].map((name) =>
    String(form.get(name) ?? ''),
  );
  const wanted = { factorId: factorId ?? '', contactPointId: contactPointId ?? '' };
  const answer = await desk().sendBackupCodes(caller, wanted);
  return isOwnRefusal(answer) ? refusedAct(answer, BACKUP_CODES) : doneAt('codes-sent');
}
