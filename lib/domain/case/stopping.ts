import type { Account, ContactPoint } from '../account/account';
import { isSecondFactor, isUsable } from '../account/factor';
import type { CaseEvent } from '../audit/event';
import { isHeavier } from '../policy/compile';
import { between, type Duration, days, hours, plus } from '../time';
import { type Case, isOpen, isOpener, type Pause } from './case';
import { planFor } from './collecting';
import { type CommandOf, type Decision, decided, type Refusal, refuse } from './command';
import { type Facts, staffOf } from './facts';
import { pointsGoing } from './measure';
import { notices } from './notices';
import { afterVeto, effectOf, gaveAnything, mayHaveRun, stepsOf, undoing } from './steps';
import {
  backToCollecting,
  clockHeld,
  clockStarted,
  LEAST_AFTER_PAUSE,
  toldIndependently,
} from './waiting';

type Outcome = Decision | Refusal;

/** R26. */
export const CONTESTED_FOR: Duration = days(30);
export const VETO_UNTIL: Duration = days(30);
export const SUSPENDED_FOR: Duration = hours(72);
/** R27, R28. */
export const PAUSE_FOR: Duration = hours(72);
export const WEAK_VETO_ONCE: Duration = days(30);
/** After "go on", sign-ins with the same factor do not pause the case for so long (R28). */
const ASKED_ONCE_IN: Duration = hours(24);

const CAN_PAUSE = ['collecting', 'awaiting-approval', 'waiting'] as const;
type Pausable = (typeof CAN_PAUSE)[number];

/** Where a pause would return to. A pause that ends by itself (R43) gives way to one in which somebody is asked. */
export const pausable = (c: Case): Pausable | undefined =>
  c.pause?.reason === 'not-asked'
    ? c.pause.returnTo
    : CAN_PAUSE.find((status) => status === c.status);

/** Ends a case before its measures run. */
export const cancel = (c: Case, command: CommandOf<'cancel'>, facts: Facts): Outcome => {
  const before = pausable(c) !== undefined || c.status === 'paused';
  const unused = c.status === 'executing' && c.enrolment && !c.enrolment.confirmedAt;
  if (!before && !unused) return refuse('wrong-status');
  const { noteId, text, hash } = command.reason;
  const told = c.notices.length > 0 ? notices('case-ended', c, facts) : { events: [], effects: [] };
  return decided([{ type: 'case-cancelled', by: 'staff', reasonHash: hash }, ...told.events], {
    dropEffects: true,
    effects: told.effects,
    rows: [{ kind: 'note', noteId, text }],
  });
};

export const pauseFor = (
  c: Case,
  returnTo: Pausable,
  facts: Facts,
  more: Pick<Pause, 'reason' | 'signInId' | 'factorId' | 'signedInAt' | 'contactPointId'>,
  length: Duration = PAUSE_FOR,
): CaseEvent => {
  // A wait that stands still already has no end to count from.
  const ran = returnTo === 'waiting' && c.wait?.endsAt;
  const left = c.pause ? c.pause.remaining : ran ? between(facts.now, ran) : undefined;
  return {
    type: 'case-paused',
    pause: {
      ...more,
      since: facts.now,
      until: plus(facts.now, length),
      returnTo,
      ...(left === undefined ? {} : { remaining: left }),
    },
  };
};

export const isWeak = (c: Case, point: ContactPoint, account: Account): boolean => {
  const removedBefore = point.removedAt !== undefined && point.removedAt <= c.openedAt;
  const reported = c.reported.includes(point.id) || account.guard.reported[point.id] !== undefined;
  return removedBefore || reported || pointsGoing(c.measures).includes(point.id);
};

/** R27: from a contact point that was removed before the case, reported, or given up as changed, a no only pauses. */
const weakPoint = (c: Case, facts: Facts): string | undefined => {
  const { actor, account } = facts;
  if (actor.kind !== 'holder' || actor.via !== 'link') return undefined;
  const point = account.contactPoints.find((p) => p.id === actor.contactPointId);
  if (!point) return undefined;
  return isWeak(c, point, account) ? point.id : undefined;
};

const weakVeto = (c: Case, contactPointId: string, facts: Facts): Outcome => {
  const last = facts.account.guard.weakVetoes[contactPointId];
  if (last && between(last, facts.now) < WEAK_VETO_ONCE) return refuse('veto-repeated');
  const returnTo = pausable(c);
  if (!returnTo) return refuse('veto-too-late');
  return decided([pauseFor(c, returnTo, facts, { reason: 'weak-veto', contactPointId })], {
    effects: [{ kind: 'tell-staff', id: facts.newId(), letter: 'case-paused' }],
  });
};

/** A case that ended after it changed something: completed, or stuck and ended by a person. */
const endedWithChanges = (c: Case): boolean =>
  c.status === 'completed' ||
  (c.status === 'cancelled' &&
    c.steps.some((step) => mayHaveRun(step) && step.change.kind !== 'disable-factor'));

/**
 * The account holder's no: needs no sign-in and cannot lose a race, for it holds in every state before the end and
 * 30 days after completion (R26). Without any proof in the case it ends only that case (R27).
 */
export const veto = (c: Case, facts: Facts): Outcome => {
  const weak = weakPoint(c, facts);
  // An owner whose number the case took away must still be heard when it is done: a person decides, as after a pause.
  const tooLateToPause =
    endedWithChanges(c) && weak !== undefined && pointsGoing(c.measures).includes(weak);
  if (weak && !tooLateToPause) return weakVeto(c, weak, facts);
  const late =
    endedWithChanges(c) && c.endedAt !== undefined && between(c.endedAt, facts.now) <= VETO_UNTIL;
  const unusedEnrolment =
    c.status === 'expired' && c.enrolment !== undefined && !c.enrolment.confirmedAt;
  if (!isOpen(c.status) && !late && !unusedEnrolment)
    return refuse(endedWithChanges(c) ? 'veto-too-late' : 'wrong-status', { status: c.status });
  // A proof that lapsed since is a proof: else changing the measures in time would keep the account from being contested.
  const withProof = c.proofs.some((proof) => proof.givenAt !== undefined);
  const gave = late || gaveAnything(c);
  // An unknown step goes too: as long as it stands first, nothing after it would run.
  const pending = c.steps.filter((s) => ['pending', 'claimed', 'unknown'].includes(s.status));
  const steps = gave ? stepsOf(undoing(c, facts.account), facts) : [];
  const told = notices('case-ended', c, facts);
  const { actor } = facts;
  const contactPointId = actor.kind === 'holder' ? actor.contactPointId : undefined;
  return decided(
    [
      {
        type: 'case-vetoed',
        ...(contactPointId ? { contactPointId } : {}),
        withProof,
        afterCompletion: late,
        ...(withProof && !weak ? { contestedUntil: plus(facts.now, CONTESTED_FOR) } : {}),
        ...(gave ? { suspendedUntil: plus(facts.now, SUSPENDED_FOR) } : {}),
      },
      ...(pending.length > 0
        ? [{ type: 'steps-dropped' as const, stepIds: pending.map((s) => s.id) }]
        : []),
      ...(steps.length > 0 ? [{ type: 'steps-planned' as const, steps }] : []),
      ...told.events,
    ],
    {
      dropEffects: true,
      effects: [
        ...effectOf(steps[0], facts),
        ...told.effects,
        { kind: 'tell-staff', id: facts.newId(), letter: 'case-vetoed' },
      ],
    },
  );
};

/** After a late veto: what the case gave comes back, or goes for good. Not by whoever opened or approved it (R26). */
export const decideAfterVeto = (
  c: Case,
  command: CommandOf<'decide-after-veto'>,
  facts: Facts,
): Outcome => {
  if (c.status !== 'vetoed' || c.afterVeto !== 'to-decide') return refuse('nothing-to-decide');
  const staff = staffOf(facts);
  const approved = c.approval?.staffId === staff.staffId || c.approval?.personId === staff.personId;
  if (isOpener(c, staff) || approved) return refuse('approver-acted');
  const steps = stepsOf(afterVeto(c, command.choice, facts.account), facts);
  const first = steps[0];
  return decided(
    [
      { type: 'after-veto-decided', choice: command.choice },
      ...(first ? [{ type: 'steps-planned' as const, steps }] : []),
    ],
    { effects: effectOf(first, facts) },
  );
};

const isAskedAlready = (
  { askedAbout }: Case,
  { signInId, at }: CommandOf<'note-sign-in'>,
): boolean =>
  askedAbout !== undefined &&
  (at < askedAbout.at || (at === askedAbout.at && signInId === askedAbout.signInId));

/**
 * A sign-in with a fresh second factor, older than the case and not reported, pauses it and asks (R28). A later one is
 * asked instead of the first, until the same moment: whoever was signed out meanwhile could never answer. Who said "go
 * on" is not asked again at every sign-in of that day: a wait that always begins anew would never end.
 *
 * What counts is when the factor was shown, not when the case hears of it: told twice, or late because a process died,
 * a sign-in does no more than at its time. It never takes the place of a later one, and once that one, or it itself,
 * was answered, it asks nothing.
 */
export const noteSignIn = (c: Case, command: CommandOf<'note-sign-in'>, facts: Facts): Outcome => {
  const { signInId, factorId, at: signedInAt } = command;
  const factor = facts.account.factors.find((f) => f.id === factorId);
  const returnTo = pausable(c);
  const reported =
    c.reported.includes(factorId) || facts.account.guard.reported[factorId] !== undefined;
  const counts = factor && isSecondFactor(factor) && isUsable(factor) && !reported;
  if (!counts || factor.addedAt >= c.openedAt) return decided([]);
  if (isAskedAlready(c, command)) return decided([]);
  const asked = { signInId, factorId, signedInAt };
  if (c.status === 'paused' && c.pause?.reason === 'sign-in')
    return decided([{ type: 'case-paused', pause: { ...c.pause, ...asked } }]);
  const wentOn = c.wentOn?.[factorId];
  if (!returnTo || (wentOn && between(wentOn, signedInAt) < ASKED_ONCE_IN)) return decided([]);
  const told = notices('pause-asked', c, facts);
  return decided([pauseFor(c, returnTo, facts, { reason: 'sign-in', ...asked }), ...told.events], {
    effects: told.effects,
  });
};

/** The case goes on. What became of the notices during the pause starts or stops its clock now (R25). */
export const resumed = (c: Case, facts: Facts, by: 'holder' | 'staff' | 'time'): Decision => {
  const { wait } = c;
  const left = Math.max(c.pause?.remaining ?? wait?.length ?? 0, LEAST_AFTER_PAUSE);
  const runs = c.pause?.remaining !== undefined;
  const back: CaseEvent = {
    type: 'case-resumed',
    by,
    ...(runs ? { endsAt: plus(facts.now, left) } : {}),
  };
  if (c.pause?.returnTo !== 'waiting' || !wait) return decided([back]);
  // Something heavier is asked by now, as after a veto on an earlier case: it does not wait on (R24, R26).
  const plan = planFor(c, facts);
  if (c.plan && isHeavier(plan, c.plan)) {
    const heavier = backToCollecting(c, plan);
    return { ...heavier, events: [{ type: 'case-resumed', by }, ...heavier.events] };
  }
  const told = toldIndependently(c, facts.account);
  if (!runs) return decided(told ? [back, clockStarted(wait.rule, left, facts.now)] : [back]);
  const bounced = c.notices.some((n) => n.independent && n.status === 'refused');
  if (wait.rule === 'daily' || told || !bounced) return decided([back]);
  const held = clockHeld(left, facts);
  return { ...held, events: [back, ...held.events] };
};

/** "Go on" counts only from the very sign-in that paused the case; "not me" is a veto (R28). */
export const answerPause = (c: Case, command: CommandOf<'answer-pause'>, facts: Facts): Outcome => {
  if (c.status !== 'paused' || c.pause?.reason !== 'sign-in') return refuse('wrong-status');
  if (facts.actor.kind !== 'holder' || facts.actor.signInId !== c.pause.signInId)
    return refuse('pause-other-sign-in');
  return command.answer === 'go-on' ? resumed(c, facts, 'holder') : veto(c, facts);
};

/**
 * After a weak veto a person decides: a functional administrator who did not open the case lets it go on (R27). After a
 * code that nobody asked for it would go on by itself, and somebody who looked into it need not wait for that (R43).
 */
export const resumeCase = (c: Case, facts: Facts): Outcome => {
  if (c.status !== 'paused' || !c.pause || c.pause.reason === 'sign-in')
    return refuse('wrong-status');
  if (isOpener(c, staffOf(facts))) return refuse('not-the-opener');
  if (c.pause.reason === 'weak-veto' && c.pause.until > facts.now)
    return refuse('wait-before-retry', { retryAt: c.pause.until });
  return resumed(c, facts, 'staff');
};
