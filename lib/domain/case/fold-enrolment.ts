import type { CaseEvent, Recorded } from '../audit/event';
import type { Enrolment, SetUp } from './case';

type OfEnrolment = Recorded<Extract<CaseEvent, { type: `enrolment-${string}` }>>;

/** What was set up before this: a thing counts once it was confirmed. */
const setUpSoFar = (enrolment: Enrolment | undefined): SetUp[] => {
  const { kind, factorId, newPointId, movedFactorIds, confirmedAt, done = [] } = enrolment ?? {};
  if (!kind || !factorId || !confirmedAt) return done;
  return [
    ...done,
    {
      kind,
      id: factorId,
      ...(newPointId ? { newPointId } : {}),
      ...(movedFactorIds ? { movedFactorIds } : {}),
    },
  ];
};

/** What the holder sets up, after this event; undefined while nothing was opened. */
export const foldEnrolment = (
  before: Enrolment | undefined,
  e: OfEnrolment,
): Enrolment | undefined => {
  if (e.type === 'enrolment-opened') {
    const { kind, opensAt, closesAt, renewed } = e;
    const done = setUpSoFar(before);
    return { kind, opensAt, closesAt, renewed, ...(done.length > 0 ? { done } : {}) };
  }
  if (!before) return undefined;
  const { code, newPointId: _, ...rest } = before;
  switch (e.type) {
    case 'enrolment-started':
      return {
        ...rest,
        ...(code ? { code } : {}),
        factorId: e.factorId,
        ...(e.newPointId ? { newPointId: e.newPointId } : {}),
      };
    case 'enrolment-code-sent':
      return { ...before, code: e.code };
    case 'enrolment-refused':
      return code ? { ...before, code: { ...code, wrongEntries: code.wrongEntries + 1 } } : before;
    case 'enrolment-confirmed': {
      const { code: used, ...confirmed } = before;
      return {
        ...confirmed,
        factorId: e.factorId,
        confirmedAt: e.at,
        ...(e.movedFactorIds ? { movedFactorIds: e.movedFactorIds } : {}),
      };
    }
    case 'enrolment-end-told':
      return { ...before, toldOfEnd: true };
  }
};
