import type { Act, CasePage } from '../../lib/domain/case/case-view';
import type { Refusal } from '../../lib/domain/case/command';
import type { NextAction } from '../../lib/domain/case/summary';

/** The pages of a case beside its own. */
export type CaseRoute =
  | 'runbook'
  | 'measures'
  | 'approve'
  | 'decline'
  | 'cancel'
  | 'start-clock'
  | 'resume'
  | 'end-stuck'
  | 'after-veto'
  | 'renew'
  | 'identity-check'
  | 'checker';

export type Primary =
  | { kind: 'link'; word: PrimaryWord; route: CaseRoute }
  | { kind: 'jump'; word: PrimaryWord; to: string }
  | { kind: 'form'; word: PrimaryWord };
export type PrimaryWord =
  | Exclude<
      NextAction,
      'wait' | 'await-notice' | 'answer-pause' | 'enrol' | 'run-measures' | 'none'
    >
  | 'renew'
  | 'resume-early';

type Way = { act: Act; primary: Primary };

const WAYS: Partial<Record<NextAction, Way>> = {
  'run-runbook': {
    act: 'finish-runbook',
    primary: { kind: 'link', word: 'run-runbook', route: 'runbook' },
  },
  'choose-measures': {
    act: 'choose-measures',
    primary: { kind: 'link', word: 'choose-measures', route: 'measures' },
  },
  'ask-approval': { act: 'ask-approval', primary: { kind: 'form', word: 'ask-approval' } },
  approve: { act: 'approve', primary: { kind: 'link', word: 'approve', route: 'approve' } },
  'await-notice': {
    act: 'start-clock',
    primary: { kind: 'link', word: 'start-clock', route: 'start-clock' },
  },
  'decide-pause': {
    act: 'resume-case',
    primary: { kind: 'link', word: 'decide-pause', route: 'resume' },
  },
  'end-stuck': {
    act: 'end-stuck',
    primary: { kind: 'link', word: 'end-stuck', route: 'end-stuck' },
  },
  'decide-after-veto': {
    act: 'decide-after-veto',
    primary: { kind: 'link', word: 'decide-after-veto', route: 'after-veto' },
  },
};

/**
 * The one thing to do with this case now, and why not, where its button would be refused. Nothing where the case goes
 * on by itself.
 */
export const primaryOf = (page: CasePage): { primary: Primary; refused?: Refusal } | undefined => {
  const { acts } = page.allowed;
  const refusing = (act: Act, primary: Primary) => {
    const refused = acts[act];
    return refused ? { primary, refused } : { primary };
  };
  if (page.nextAction === 'collect-proofs')
    return { primary: { kind: 'jump', word: 'collect-proofs', to: 'proofs' } };
  // What a second person decides after an end: only where it can still be done at all.
  if (page.case.status === 'expired' && !acts['renew-enrolment'])
    return { primary: { kind: 'link', word: 'renew', route: 'renew' } };
  // It goes on by itself (R43); whoever may, need not wait for that.
  if (page.nextAction === 'wait' && page.case.pause)
    return refusing('resume-case', { kind: 'link', word: 'resume-early', route: 'resume' });
  const way = WAYS[page.nextAction];
  return way && refusing(way.act, way.primary);
};
