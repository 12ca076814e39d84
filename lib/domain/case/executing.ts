import type { CaseEvent, StuckReason } from '../audit/event';
import { type Case, isOpener, type Step } from './case';
import { type CommandOf, type Decision, decided, type Refusal, refuse } from './command';
import { type Facts, staffOf } from './facts';
import { notices } from './notices';
import { contestedMeanwhile, openEnrolment } from './setting-up';
import { disabling, effectOf, goingOf, stepsOf } from './steps';

type Outcome = Decision | Refusal;

/** Starts the measures: what was reported is disabled first; new is confirmed before old goes (R29). */
export const beginExecution = (c: Case, facts: Facts): Decision => {
  const first = disabling(c, facts.account);
  const opened = openEnrolment(c, facts, false);
  const changes = opened.events.length > 0 ? first : [...first, ...goingOf(c)];
  const steps = stepsOf(changes, facts);
  return decided(
    [
      { type: 'wait-over' },
      ...(steps.length > 0 ? [{ type: 'steps-planned' as const, steps }] : []),
      ...opened.events,
    ],
    { effects: [...effectOf(steps[0], facts), ...opened.effects] },
  );
};

/** What still has to change waits for a person; what a veto itself switches off never does (R26). */
const heldByContest = (c: Case, facts: Facts): boolean =>
  c.status === 'executing' && contestedMeanwhile(c, facts) !== undefined;

/** The next step that waits, once everything before it is done. */
const nextStep = (steps: readonly Step[]): Step | undefined => {
  const first = steps.find((step) => step.status !== 'done' && step.status !== 'dropped');
  return first?.status === 'pending' ? first : undefined;
};

const withDone = (c: Case, stepId: string): Step[] =>
  c.steps.map((step) => (step.id === stepId ? { ...step, status: 'done' as const } : step));

/** A late veto still switches things off in a case that has ended (R26); so does a reported loss (R29). */
const RUNS: readonly Case['status'][] = ['executing', 'vetoed', 'expired'];

const due = (c: Case, stepId: string): Step | undefined => {
  const step = RUNS.includes(c.status) ? nextStep(c.steps) : undefined;
  return step?.id === stepId ? step : undefined;
};

/** One change in a directory that commits with its done-mark: it cannot happen twice, nor be unknown (R30). */
export const performStep = (c: Case, command: CommandOf<'perform-step'>, facts: Facts): Outcome => {
  const step = due(c, command.stepId);
  if (!step || step.change.kind === 'read-back') return decided([]);
  if (heldByContest(c, facts)) return stuck(step.id, 'contested', facts);
  return decided([{ type: 'step-done', stepId: step.id, change: step.change }], {
    rows: [{ kind: 'directory', change: step.change }],
    effects: effectOf(nextStep(withDone(c, step.id)), facts),
  });
};

/** Marks a change elsewhere as begun, before the call: found so after a crash, its outcome is unknown (R30). */
export const claimStep = (c: Case, command: CommandOf<'claim-step'>, facts: Facts): Outcome => {
  const claimed = c.steps.find((s) => s.id === command.stepId && s.status === 'claimed');
  if (claimed && RUNS.includes(c.status)) return stuck(claimed.id, 'unknown-outcome', facts);
  const step = due(c, command.stepId);
  if (step && heldByContest(c, facts)) return stuck(step.id, 'contested', facts);
  return step ? decided([{ type: 'step-claimed', stepId: step.id }]) : refuse('nothing-to-do');
};

const stuck = (stepId: string, reason: StuckReason, facts: Facts): Decision =>
  decided([{ type: 'case-stuck', stepId, reason }], {
    effects: [{ kind: 'tell-staff', id: facts.newId(), letter: 'case-stuck' }],
  });

export const reportStep = (c: Case, command: CommandOf<'report-step'>, facts: Facts): Outcome => {
  const step = c.steps.find((s) => s.id === command.stepId && s.status === 'claimed');
  if (!step) return decided([]);
  if (command.outcome !== 'done')
    return stuck(step.id, command.outcome === 'unknown' ? 'unknown-outcome' : 'refused', facts);
  return decided([{ type: 'step-done', stepId: step.id, change: step.change }], {
    effects: effectOf(nextStep(withDone(c, step.id)), facts),
  });
};

/** The case completes only when what the plan lists as going is gone (R31). */
export const reportReadBack = (
  c: Case,
  command: CommandOf<'report-read-back'>,
  facts: Facts,
): Outcome => {
  const step = due(c, command.stepId);
  if (step?.change.kind !== 'read-back') return decided([]);
  if (command.left.length > 0) {
    const held = stuck(step.id, 'still-there', facts);
    return {
      ...held,
      events: [{ type: 'read-back-failed', stepId: step.id, left: command.left }, ...held.events],
    };
  }
  const told = notices('measures-done', c, facts);
  return decided(
    [
      { type: 'step-done', stepId: step.id, change: step.change },
      { type: 'case-completed' },
      ...told.events,
    ],
    { effects: told.effects },
  );
};

/** Only someone who did not open it ends a stuck case: try the same again, take it as done, or end (R30). */
export const endStuck = (c: Case, command: CommandOf<'end-stuck'>, facts: Facts): Outcome => {
  const step = c.steps.find((s) => s.id === c.stuckStepId);
  if (c.status !== 'stuck' || !step) return refuse('wrong-status');
  if (isOpener(c, staffOf(facts))) return refuse('not-the-opener');
  // What was read back as still there is never taken as gone on somebody's word (R31).
  if (command.choice === 'was-done' && step.change.kind === 'read-back')
    return refuse('nothing-to-decide');
  const ended: CaseEvent = { type: 'stuck-ended', stepId: step.id, choice: command.choice };
  // Switching things off after a veto is never given up with one step of it.
  const goesOn = command.choice !== 'end' || c.afterVeto !== undefined;
  const contested =
    command.choice === 'end' || c.afterVeto ? undefined : contestedMeanwhile(c, facts);
  if (contested) return contested;
  if (!goesOn) {
    const told = notices('case-ended', c, facts);
    return decided([ended, ...told.events], { dropEffects: true, effects: told.effects });
  }
  const next = command.choice === 'try-again' ? step : nextStep(withDone(c, step.id));
  return decided([ended], { effects: effectOf(next, facts) });
};
