import type { CaseEvent, Recorded } from '../audit/event';
import { between, hours, type Instant } from '../time';
import type { AccountGuard } from './guard';

const ENDS_ACCESS: readonly CaseEvent['type'][] = [
  'case-completed',
  'case-solved',
  'case-cancelled',
  'case-declined',
  'case-vetoed',
  'case-expired',
];

const withoutKey = <T>(record: Record<string, T>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([k]) => k !== key));

const lastHour = (moments: readonly Instant[], now: Instant): Instant[] =>
  moments.filter((at) => between(at, now) < hours(1));

const failuresAfter = (guard: AccountGuard, e: Recorded<CaseEvent>): AccountGuard['failures'] => {
  if (e.type === 'code-refused' && e.reason === 'wrong') {
    const before = guard.failures[e.restsOn];
    return {
      ...guard.failures,
      [e.restsOn]: { inARow: (before?.inARow ?? 0) + 1, lastAt: e.at },
    };
  }
  if (e.type !== 'proof-given') return guard.failures;
  // An identity check confirms anew what 100 failures had switched off (R12).
  if (e.identityCheck?.mode === 'in-person') return {};
  return e.restsOn ? withoutKey(guard.failures, e.restsOn) : guard.failures;
};

const end = (guard: AccountGuard, caseId: string): AccountGuard => {
  if (guard.accessCaseId !== caseId) return guard;
  const { accessCaseId: _, ...rest } = guard;
  return rest;
};

/** What an event of one case does to the account that all its cases share (R44). */
export const evolveGuard = (
  before: AccountGuard,
  e: Recorded<CaseEvent>,
  caseId: string,
): AccountGuard => {
  const guard: AccountGuard = { ...before, failures: failuresAfter(before, e) };
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
    case 'measures-chosen':
      return { ...guard, accessCaseId: caseId };
    case 'approval-given':
      return e.renewal ? { ...guard, accessCaseId: caseId } : guard;
    case 'challenge-sent': {
      const point = e.challenge.contactPointId;
      const sends = guard.sends[point] ?? { staff: [], holder: [] };
      return {
        ...guard,
        sends: {
          ...guard.sends,
          [point]: { ...sends, [e.asked]: [...lastHour(sends[e.asked], e.at), e.at] },
        },
      };
    }
    case 'loss-reported':
      return {
        ...guard,
        reported: { ...guard.reported, ...Object.fromEntries(e.ids.map((id) => [id, e.at])) },
      };
    case 'case-paused':
      return e.pause.contactPointId
        ? { ...guard, weakVetoes: { ...guard.weakVetoes, [e.pause.contactPointId]: e.at } }
        : guard;
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
