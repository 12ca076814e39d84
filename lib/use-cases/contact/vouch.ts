import { isOwnRefusal } from '../../domain/account/own/command';
import type { Spoken } from '../../domain/account/vouch';
import { isRefusal, type Refusal, refuse } from '../../domain/case/command';
import type { Question } from '../../domain/case/proof';
import { typedCode } from '../../inputs/forms';
import type { CodeOf } from '../../ports/secrets';
import { commitCase, type Ports } from '../gate';
import { type ContactDoor, enterContact } from './links';

/** Six digits, said aloud: the derivation of the code that the holder's screen shows. */
export const contactCodeOf = ({ id, number }: Pick<Question, 'id' | 'number'>): CodeOf => ({
  purpose: 'recovery-contact',
  id,
  number,
  digits: 6,
});

/**
 * A recovery contact answers the question that was mailed to them: how they spoke, and the code that the account holder
 * told them. It is told only whether the code was right, nothing about the recovery (R40).
 */
export const vouch = async (
  ports: Ports,
  door: ContactDoor,
  { spoken, code }: { spoken: Spoken; code: string },
): Promise<{ matched: boolean; entriesLeft?: number } | Refusal> => {
  const { store, secrets, contacts } = ports;
  const entered = await enterContact(ports, door, ['contact-question']);
  if (isOwnRefusal(entered)) return refuse('not-found');
  const { link, caller } = entered;
  const { caseId, contactId, proofId } = link;
  const typed = typedCode.safeParse(code);
  if (!caseId || !typed.success) return refuse('invalid-input');
  const read = await store.read(caller, { caseId });
  const question = read?.case?.proofs.find(({ id }) => id === proofId)?.question;
  const matches =
    question !== undefined && secrets.codeMatches(contactCodeOf(question), typed.data);
  const verdict = { challengeId: question?.id ?? '', number: question?.number ?? 0, matches };
  const acted = await contacts.addressesOf(caller, read?.case?.staffActed ?? []);
  const vouching = { contactId, spoken, verdict };
  const done = await commitCase(ports, caller, { caseId }, { type: 'vouch', vouching, acted });
  if (isRefusal(done)) return done;
  const { matched = true, entriesLeft } = done.answer;
  return { matched, ...(entriesLeft === undefined ? {} : { entriesLeft }) };
};
