import type { CaseCommand, CommandOf } from '../../domain/case/command';
import { type Refusal, refuse } from '../../domain/case/command';
import type { IdentityCheck } from '../../domain/case/proof';
import { reason as reasonText } from '../../inputs/forms';
import { type Caller, commitCase, type Done, type Ports } from '../gate';

type Input<T extends CaseCommand['type']> = { caseId: string } & Omit<CommandOf<T>, 'type'>;
type Outcome = Promise<Done | Refusal>;

/** A command that needs nothing prepared goes to the gate as it is. */
const plain =
  <T extends CaseCommand['type']>(type: T) =>
  (ports: Ports, caller: Caller, { caseId, ...input }: Input<T>): Outcome =>
    commitCase(ports, caller, { caseId }, { type, ...input } as unknown as CommandOf<T>);

/** Free text is checked, kept beside the events, and hashed into them. */
const withReason =
  <T extends 'cancel' | 'decline'>(type: T) =>
  (ports: Ports, caller: Caller, input: { caseId: string; reason: string }): Outcome => {
    const text = reasonText.safeParse(input.reason);
    if (!text.success) return Promise.resolve(refuse('invalid-input'));
    const { secrets } = ports;
    const reason = { noteId: secrets.newId(), text: text.data, hash: secrets.hash(text.data) };
    return commitCase(ports, caller, { caseId: input.caseId }, { type, reason });
  };

export const openCase = (
  ports: Ports,
  caller: Caller,
  { accountId, symptom }: { accountId: string; symptom: string },
): Outcome =>
  commitCase(
    ports,
    caller,
    { accountId },
    {
      type: 'open-case',
      caseId: ports.secrets.newId(),
      handle: ports.secrets.newHandle(),
      symptom,
    },
  );

export const takeCase = plain('take-case');
export const finishRunbook = plain('finish-runbook');
export const chooseMeasures = plain('choose-measures');
export const sendChallenge = plain('send-challenge');
export const askContact = plain('ask-contact');
export const nameIdentityChecker = plain('name-identity-checker');
export const askApproval = plain('ask-approval');
export const approve = plain('approve');
export const renewEnrolment = plain('renew-enrolment');
export const startClock = plain('start-clock');
export const resumeCase = plain('resume-case');
export const endStuck = plain('end-stuck');
export const decideAfterVeto = plain('decide-after-veto');
export const cancel = withReason('cancel');
export const decline = withReason('decline');

/**
 * Records an identity check. The six digits say on which screen the holder stands (R6); a wrong number is counted,
 * so that nobody finds a screen by trying.
 */
export const recordIdentityCheck = async (
  ports: Ports,
  caller: Caller,
  input: Omit<IdentityCheck, 'recordedBy'> & {
    caseId: string;
    result: 'matches' | 'differs';
    screenNumber: string;
  },
): Outcome => {
  const { caseId, result, screenNumber, mode, documentKind, place } = input;
  const { store, secrets } = ports;
  const read = await store.read(caller, { caseId });
  const screenId = read?.case?.screens.find(
    (id) => secrets.screenNumber(caseId, id) === screenNumber,
  );
  return commitCase(
    ports,
    caller,
    { caseId },
    {
      type: 'record-identity-check',
      check: { mode, documentKind, place },
      result,
      ...(screenId ? { screenId } : {}),
    },
  );
};
