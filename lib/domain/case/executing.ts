import { isUsable } from '../account/factor';
import type { CaseEvent, StuckReason } from '../audit/event';
import { type Duration, hours, plus } from '../time';
import { type Case, isOpener, type Step } from './case';
import { lacksSecret } from './collecting';
import {
  type CommandOf,
  type Decision,
  decided,
  type Effect,
  type Refusal,
  refuse,
} from './command';
import { type Facts, staffOf } from './facts';
import { kindToEnrol } from './measure';
import { notices } from './notices';

type Outcome = Decision | Refusal;

/** R17. */
export const ENROLMENT_OPEN: Duration = hours(72);
/** design.md §3: told this long before it closes. */
export const ENROLMENT_REMINDER: Duration = hours(24);

export const openEnrolment = (
  c: Case,
  facts: Facts,
  renewed: boolean,
): { events: CaseEvent[]; effects: Effect[] } => {
  const kind = kindToEnrol(c.measures);
  if (!kind) return { events: [], effects: [] };
  const told = notices('enrolment-ready', c, facts);
  return {
    events: [
      {
        type: 'enrolment-opened',
        kind,
        opensAt: facts.now,
        closesAt: plus(facts.now, ENROLMENT_OPEN),
        renewed,
      },
      ...told.events,
    ],
    effects: told.effects,
  };
};

const newStep = (change: Step['change'], facts: Facts): Step => ({
  id: facts.newId(),
  change,
  status: 'pending',
});

const effectOf = (step: Step | undefined, facts: Facts): Effect[] =>
  step ? [{ kind: 'step', id: facts.newId(), stepId: step.id }] : [];

/** What goes, in order, ending with reading it back (R31). */
const goingSteps = (c: Case, facts: Facts): Step[] => {
  const going = c.plan?.going;
  return [
    ...(going?.factorIds ?? []).map((factorId) =>
      newStep({ kind: 'remove-factor', factorId }, facts),
    ),
    ...(going?.backupCodes ? [newStep({ kind: 'remove-backup-codes' }, facts)] : []),
    newStep({ kind: 'revoke-devices' }, facts),
    newStep({ kind: 'end-sessions' }, facts),
    newStep({ kind: 'read-back' }, facts),
  ];
};

/** Starts the measures: what was reported is disabled first; new is confirmed before old goes (R29). */
export const beginExecution = (c: Case, facts: Facts): Decision => {
  const first = facts.account.factors
    .filter((factor) => c.reported.includes(factor.id) && isUsable(factor))
    .map((factor) => newStep({ kind: 'disable-factor', factorId: factor.id }, facts));
  const opened = openEnrolment(c, facts, false);
  const steps = opened.events.length > 0 ? first : [...first, ...goingSteps(c, facts)];
  return decided(
    [
      { type: 'wait-over' },
      ...(steps.length > 0 ? [{ type: 'steps-planned' as const, steps }] : []),
      ...opened.events,
    ],
    { effects: [...effectOf(steps[0], facts), ...opened.effects] },
  );
};

/** Contested under way, by a late veto on an earlier case: only a case with an identity check in person goes on (R26). */
const contestedMeanwhile = (c: Case, { account, now }: Facts): Refusal | undefined => {
  const { contestedUntil } = account.guard;
  const seen = c.proofs.some((p) => p.status === 'given' && p.identityCheck?.mode === 'in-person');
  return contestedUntil && contestedUntil > now && !seen ? refuse('contested') : undefined;
};

/** What still has to change waits for a person; what a veto itself switches off never does (R26). */
const heldByContest = (c: Case, facts: Facts): boolean =>
  c.status === 'executing' && contestedMeanwhile(c, facts) !== undefined;

const enrolmentClosed = (c: Case, facts: Facts): Refusal | undefined => {
  if (c.enrolment?.confirmedAt) return refuse('enrolment-used');
  if (c.status !== 'executing' || !c.enrolment || c.enrolment.closesAt <= facts.now)
    return refuse('enrolment-closed');
  return contestedMeanwhile(c, facts) ?? lacksSecret(c, facts);
};

/** Begins to set up the new factor. Opening it uses nothing up: only confirming does (R17). */
export const startEnrolment = (
  c: Case,
  command: CommandOf<'start-enrolment'>,
  facts: Facts,
): Outcome => {
  const closed = enrolmentClosed(c, facts);
  if (closed) return closed;
  if (c.enrolment?.kind !== command.kind) return refuse('enrolment-closed');
  const { factorId, kind, label, sealed } = command;
  return decided([{ type: 'enrolment-started', kind, factorId }], {
    rows: [{ kind: 'pending-factor', factorId, factorKind: kind, label, sealed }],
  });
};

export const confirmEnrolment = (
  c: Case,
  command: CommandOf<'confirm-enrolment'>,
  facts: Facts,
): Outcome => {
  const closed = enrolmentClosed(c, facts);
  if (closed) return closed;
  const { factorId, matches, step } = command.verdict;
  if (!c.enrolment?.factorId || c.enrolment.factorId !== factorId)
    return refuse('enrolment-closed');
  if (!matches)
    return decided([{ type: 'enrolment-refused', factorId }], { answer: { matched: false } });
  const steps = [newStep({ kind: 'confirm-factor', factorId }, facts), ...goingSteps(c, facts)];
  const idle = c.steps.every((s) => s.status === 'done' || s.status === 'dropped');
  return decided(
    [
      { type: 'enrolment-confirmed', factorId, kind: c.enrolment.kind },
      { type: 'steps-planned', steps },
    ],
    {
      effects: idle ? effectOf(steps[0], facts) : [],
      rows: [
        ...(command.credential
          ? [
              {
                kind: 'factor-credential' as const,
                factorId,
                credential: command.credential,
                synced: command.synced ?? false,
              },
            ]
          : []),
        ...(step === undefined ? [] : [{ kind: 'factor-step' as const, factorId, step }]),
      ],
      answer: { matched: true },
    },
  );
};

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

/** What time does to an executing case: a reminder before its enrolment closes, and its end. */
export const wakeEnrolment = (c: Case, facts: Facts): Decision => {
  const { enrolment } = c;
  if (!enrolment || enrolment.confirmedAt) return decided([]);
  if (enrolment.closesAt <= facts.now) {
    const told = notices('case-ended', c, facts);
    return decided([{ type: 'case-expired', from: 'enrolment' }, ...told.events], {
      effects: told.effects,
    });
  }
  if (!enrolment.toldOfEnd && plus(enrolment.closesAt, -ENROLMENT_REMINDER) <= facts.now) {
    const told = notices('enrolment-ends-soon', c, facts);
    return decided([{ type: 'enrolment-end-told' }, ...told.events], { effects: told.effects });
  }
  return decided([]);
};
