import type { CaseEvent, Recorded } from '../audit/event';
import { type AccountGuard, withFailure, withNotAsked, withoutFailures, withSend } from './guard';

const ENDS_ACCESS: readonly CaseEvent['type'][] = [
  'case-completed',
  'case-solved',
  'case-cancelled',
  'case-declined',
  'case-vetoed',
  'case-expired',
];

const failuresAfter = (guard: AccountGuard, e: Recorded<CaseEvent>): AccountGuard => {
  if (e.type === 'enrolment-refused' && e.restsOn) return withFailure(guard, e.restsOn, e.at);
  if (e.type === 'enrolment-confirmed' && e.restsOn) return withoutFailures(guard, e.restsOn);
  if (e.type === 'code-refused' && e.reason === 'wrong') return withFailure(guard, e.restsOn, e.at);
  if (e.type !== 'proof-given') return guard;
  // An identity check confirms anew what 100 failures had switched off (R12).
  if (e.identityCheck?.mode === 'in-person') return { ...guard, failures: {} };
  return e.restsOn ? withoutFailures(guard, e.restsOn) : guard;
};

const end = (guard: AccountGuard, caseId: string): AccountGuard => {
  const { accessCaseId, askedCaseId, ...rest } = guard;
  return {
    ...rest,
    ...(accessCaseId && accessCaseId !== caseId ? { accessCaseId } : {}),
    ...(askedCaseId && askedCaseId !== caseId ? { askedCaseId } : {}),
  };
};

/** What an event of one case does to the account that all its cases share (R44). */
export const evolveGuard = (
  before: AccountGuard,
  e: Recorded<CaseEvent>,
  caseId: string,
): AccountGuard => {
  const guard = failuresAfter(before, e);
  if (ENDS_ACCESS.includes(e.type) || (e.type === 'stuck-ended' && e.choice === 'end')) {
    const ended = end(guard, caseId);
    if (e.type !== 'case-vetoed') return ended;
    return {
      ...ended,
      ...(e.contestedUntil ? { contestedUntil: e.contestedUntil } : {}),
      ...(e.suspendedUntil ? { suspension: { until: e.suspendedUntil, caseId } } : {}),
    };
  }
  switch (e.type) {
    case 'case-opened':
      return e.openedBy ? guard : { ...guard, askedCaseId: caseId };
    case 'measures-chosen':
      return { ...guard, accessCaseId: caseId };
    case 'approval-given':
      return e.renewal ? { ...guard, accessCaseId: caseId } : guard;
    case 'contact-asked':
      return withSend(guard, e.contactId, 'staff', e.at);
    case 'enrolment-code-sent':
      return withSend(guard, e.code.restsOn, 'holder', e.at);
    case 'challenge-sent':
      return withSend(guard, e.challenge.contactPointId, e.asked, e.at);
    case 'loss-reported':
      return {
        ...guard,
        reported: { ...guard.reported, ...Object.fromEntries(e.ids.map((id) => [id, e.at])) },
      };
    case 'code-not-asked':
      return withNotAsked(guard, e, e.at);
    case 'case-paused':
      return e.pause.reason === 'weak-veto' && e.pause.contactPointId
        ? { ...guard, weakVetoes: { ...guard.weakVetoes, [e.pause.contactPointId]: e.at } }
        : guard;
    case 'step-done': {
      if (e.change.kind === 'set-password')
        return { ...guard, passwordGiven: { caseId, at: e.at } };
      if (e.change.kind !== 'unset-password') return guard;
      const { passwordGiven: _, ...rest } = guard;
      return rest;
    }
    case 'suspension-ended':
    case 'after-veto-decided': {
      if (guard.suspension?.caseId !== caseId) return guard;
      const { suspension: _, ...rest } = guard;
      return rest;
    }
    default:
      return guard;
  }
};
