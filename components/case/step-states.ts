import { type Case, isOpen } from '../../lib/domain/case/case';
import { kindsToSetUp } from '../../lib/domain/case/measure';
import { proofsSuffice } from '../../lib/domain/policy/compile';

export const CASE_STEPS = [
  'runbook',
  'measures',
  'proofs',
  'approval',
  'wait',
  'enrol',
  'finish',
] as const;
export type CaseStep = (typeof CASE_STEPS)[number];
export type CaseStepState = 'ok' | 'now' | 'later' | 'stopped';

/** What is behind a case, whatever became of it afterwards. */
const isBehind = (c: Case, step: CaseStep): boolean => {
  const past = c.approval !== undefined && c.wait !== undefined;
  switch (step) {
    case 'runbook':
      return c.runbookHelped !== undefined;
    case 'measures':
      return c.measures.length > 0;
    case 'proofs':
      return (
        past ||
        c.status === 'awaiting-approval' ||
        (c.plan !== undefined && c.measures.length > 0 && proofsSuffice(c.plan, c.proofs))
      );
    case 'approval':
      return past;
    case 'wait':
      return past && (c.status === 'executing' || c.enrolment !== undefined || c.steps.length > 0);
    case 'enrol':
      return c.enrolment?.confirmedAt !== undefined;
    case 'finish':
      return c.completedAt !== undefined;
  }
};

const stateAt = (index: number, at: number, runs: boolean): CaseStepState => {
  if (at === -1 || index < at) return 'ok';
  if (index > at) return 'later';
  return runs ? 'now' : 'stopped';
};

/**
 * How each step of a case stands: all that is behind it, the one that it is at, what follows. A case that ended, is
 * paused or stuck stopped at the step where it was. Steps that this case does not have, or will never reach, are left
 * out.
 */
export const stepStates = (c: Case): { step: CaseStep; state: CaseStepState }[] => {
  if (c.status === 'solved') return [{ step: 'runbook', state: 'ok' }];
  const enrols = kindsToSetUp(c.measures).length > 0 || c.measures.length === 0;
  const steps = CASE_STEPS.filter((step) => step !== 'enrol' || enrols);
  const at = steps.findIndex((step) => !isBehind(c, step));
  const runs = isOpen(c.status) && c.status !== 'paused' && c.status !== 'stuck';
  const states = steps.map((step, index) => ({
    step,
    state: stateAt(index, at, runs),
  }));
  return isOpen(c.status) ? states : states.filter(({ state }) => state !== 'later');
};
