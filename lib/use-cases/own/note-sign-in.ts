import type { NoteSignIn } from '../../domain/account/own/command';
import { isRefusal } from '../../domain/case/command';
import { type Caller, commitCase, type Ports } from '../gate';

/**
 * A fresh second factor that is older than the open case pauses that case and asks (R28). The sign-in wrote this effect
 * in its own transaction, and its done-mark commits with the case: tried at once by whoever let the holder in, and by
 * the worker if that process died. `asked` is the case, if it stands still for this very sign-in; whichever of the two
 * came first.
 */
export const noteSignIn = async (
  ports: Ports,
  { origin, organisations }: Pick<Caller, 'origin' | 'organisations'>,
  { id, caseId, signInId, factorId, at }: NoteSignIn,
): Promise<{ asked?: string; refused?: true }> => {
  const done = await commitCase(
    ports,
    { actor: { kind: 'holder', caseId, via: 'sign-in', signInId }, origin, organisations },
    { caseId },
    { type: 'note-sign-in', signInId, factorId, at },
    id,
  );
  if (isRefusal(done)) return { refused: true };
  const { status, pause } = done.case;
  const asks = status === 'paused' && pause?.reason === 'sign-in' && pause.signInId === signInId;
  return asks ? { asked: caseId } : {};
};
