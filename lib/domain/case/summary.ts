import { proofsSuffice } from '../policy/compile';
import { type Instant, plus } from '../time';
import type { Case, CaseStatus } from './case';
import { alarmOf, holdEnds } from './deadlines';
import { IDLE_ENDS } from './waiting';

/** What somebody, or something, has to do next. */
export type NextAction =
  | 'run-runbook'
  | 'choose-measures'
  | 'collect-proofs'
  | 'ask-approval'
  | 'approve'
  | 'wait'
  | 'await-notice'
  | 'start-clock'
  | 'answer-pause'
  | 'decide-pause'
  | 'enrol'
  | 'run-measures'
  | 'end-stuck'
  | 'decide-after-veto'
  | 'none';

export type StatusGroup = 'todo' | 'waiting' | 'done';

/** The columns of a case's row: what lists sort and filter by. */
export type Summary = {
  status: CaseStatus;
  statusGroup: StatusGroup;
  nextAction: NextAction;
  dueAt: Instant;
};

const collecting = (c: Case): NextAction => {
  if (c.runbookHelped === undefined) return 'run-runbook';
  if (!c.plan || c.measures.length === 0) return 'choose-measures';
  return proofsSuffice(c.plan, c.proofs) ? 'ask-approval' : 'collect-proofs';
};

export const nextActionOf = (c: Case): NextAction => {
  switch (c.status) {
    case 'collecting':
      return collecting(c);
    case 'awaiting-approval':
      return 'approve';
    case 'waiting':
      return c.wait?.heldSince ? 'await-notice' : 'wait';
    case 'paused':
      if (c.pause?.reason === 'not-asked') return 'wait';
      return c.pause?.reason === 'sign-in' ? 'answer-pause' : 'decide-pause';
    case 'executing':
      return c.enrolment && !c.enrolment.confirmedAt ? 'enrol' : 'run-measures';
    case 'stuck':
      return 'end-stuck';
    case 'vetoed':
      return c.afterVeto === 'to-decide' ? 'decide-after-veto' : 'none';
    default:
      return 'none';
  }
};

/** What somebody at the desk must do next. */
export const DESK_ACTS: readonly NextAction[] = [
  'run-runbook',
  'choose-measures',
  'collect-proofs',
  'ask-approval',
  'approve',
  'await-notice',
  'decide-pause',
  'end-stuck',
  'decide-after-veto',
];

/** What people go by is the end of a wait, not a reminder on the way to it, which is the system's to send. */
const endOfWait = (c: Case, nextAction: NextAction): Instant | undefined => {
  if (nextAction === 'wait') return c.pause?.until ?? c.wait?.endsAt;
  return nextAction === 'enrol' ? c.enrolment?.closesAt : undefined;
};

export const summary = (c: Case): Summary => {
  const nextAction = nextActionOf(c);
  const statusGroup =
    nextAction === 'none' ? 'done' : DESK_ACTS.includes(nextAction) ? 'todo' : 'waiting';
  const dueAt =
    c.endedAt && nextAction === 'none'
      ? c.endedAt
      : (endOfWait(c, nextAction) ??
        alarmOf(c) ??
        holdEnds(c) ??
        c.pause?.until ??
        plus(c.progressAt, IDLE_ENDS));
  return { status: c.status, statusGroup, nextAction, dueAt };
};
