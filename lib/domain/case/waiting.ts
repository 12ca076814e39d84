import type { Account } from '../account/account';
import type { CaseEvent } from '../audit/event';
import { dailyLength, independentPoints, isHeavier } from '../policy/compile';
import { between, type Duration, days, hours, type Instant, plus } from '../time';
import {
  type Case,
  isOpener,
  type NoticeKind,
  proofsGiven,
  type Wait,
  type WaitRule,
} from './case';
import { barred, leavesNoFactor, planFor } from './collecting';
import { type CommandOf, type Decision, decided, type Refusal, refuse } from './command';
import { beginExecution } from './executing';
import { type Facts, staffOf } from './facts';
import { notices } from './notices';
import type { Plan } from './plan';

type Outcome = Decision | Refusal;

/** R25: any hold of the clock ends after this, by a person. */
export const HOLD_ENDS: Duration = hours(72);
/** design.md §3: after a pause the wait goes on with what was left, at least this. */
export const LEAST_AFTER_PAUSE: Duration = hours(24);
/** R5: how long a proof stands while approval was not asked for. */
export const PROOFS_LAPSE: Duration = hours(72);
/** design.md §3. */
export const IDLE_ENDS: Duration = days(14);
export const DAILY: Duration = hours(24);

/** Proofs that were given too long ago without approval being asked for (R5). */
export const lapsedProofs = (c: Case, now: Instant): string[] =>
  proofsGiven(c)
    .filter((proof) => proof.givenAt && between(proof.givenAt, now) >= PROOFS_LAPSE)
    .map((proof) => proof.id);

/** Something heavier is asked now: proofs and approval are void, and nothing that was planned runs (R5, R24). */
export const backToCollecting = (c: Case, plan: Plan): Decision => {
  const voided = proofsGiven(c).map((proof) => proof.id);
  const stepIds = c.steps.filter((step) => step.status === 'pending').map((step) => step.id);
  return decided(
    [
      ...(stepIds.length > 0 ? [{ type: 'steps-dropped' as const, stepIds }] : []),
      { type: 'plan-grew-heavier', plan, voided },
    ],
    { dropEffects: true },
  );
};

export const clockStarted = (rule: WaitRule, length: Duration, now: Instant): CaseEvent => ({
  type: 'wait-started',
  rule,
  endsAt: plus(now, length),
});

/** When half of a running wait has passed. */
export const halfTime = (wait: Wait): Instant | undefined =>
  wait.startedAt && wait.endsAt && !wait.halfTimeTold
    ? plus(wait.startedAt, between(wait.startedAt, wait.endsAt) / 2)
    : undefined;

/** The next daily notice of a wait without an independent channel (R25). */
export const nextDaily = (wait: Wait): Instant | undefined =>
  wait.rule === 'daily' && wait.endsAt && wait.lastDailyAt
    ? plus(wait.lastDailyAt, DAILY)
    : undefined;

/** The wait is over: the plan is compiled again and the approval looked at again before anything runs (R20, R24). */
const waitOver = (c: Case, facts: Facts): Decision => {
  if (facts.approver === 'membership-ended' || facts.approver === 'credentials-reset')
    return decided([{ type: 'approval-lapsed', reason: facts.approver }], { dropEffects: true });
  const plan = planFor(c, facts);
  const impossible =
    barred(facts.account) !== undefined ||
    leavesNoFactor(c.measures, c.reported, facts.account, facts.policy);
  if (!c.plan || isHeavier(plan, c.plan) || impossible) return backToCollecting(c, plan);
  return beginExecution(c, facts);
};

/** What time does to a waiting case: nothing, a reminder, or the end of the wait. */
export const wakeWaiting = (c: Case, facts: Facts): Decision => {
  const { wait } = c;
  if (!wait?.endsAt) return decided([]);
  if (wait.endsAt <= facts.now) return waitOver(c, facts);
  const half = halfTime(wait);
  if (half && half <= facts.now) {
    const told = notices('wait-half-time', c, facts);
    return decided([{ type: 'half-time-told' }, ...told.events], { effects: told.effects });
  }
  const daily = nextDaily(wait);
  if (daily && daily <= facts.now) {
    const told = notices('wait-daily', c, facts);
    return decided([{ type: 'daily-told' }, ...told.events], { effects: told.effects });
  }
  return decided([]);
};

/** After a hold of 72 h a functional administrator who did not open the case starts the clock, under the daily rule. */
export const startClock = (c: Case, facts: Facts): Outcome => {
  if (c.status !== 'waiting' || !c.wait?.heldSince || !c.plan) return refuse('clock-not-held');
  if (isOpener(c, staffOf(facts))) return refuse('not-the-opener');
  if (between(c.wait.heldSince, facts.now) < HOLD_ENDS)
    return refuse('clock-hold-too-young', { retryAt: plus(c.wait.heldSince, HOLD_ENDS) });
  const length = dailyLength(c, c.plan);
  const told = notices('wait-daily', c, facts);
  return decided(
    [
      { type: 'wait-started', rule: 'daily', endsAt: plus(facts.now, length), by: 'staff' },
      ...told.events,
    ],
    { effects: told.effects },
  );
};

const ABOUT_WAIT: readonly NoticeKind[] = ['wait-started', 'wait-half-time', 'wait-daily'];

/** Whether somebody independent of the proofs was reached about this wait, on a channel that is still live (R25). */
export const toldIndependently = (c: Case, account: Account, except?: string): boolean => {
  const live = independentPoints(c, account).map((point) => point.id);
  return c.notices.some(
    (notice) =>
      notice.independent &&
      notice.status === 'accepted' &&
      ABOUT_WAIT.includes(notice.kind) &&
      live.includes(notice.contactPointId) &&
      notice.contactPointId !== except,
  );
};

/** The clock stops, and those who can start it again are told. */
export const clockHeld = (remaining: Duration, facts: Facts): Decision =>
  decided([{ type: 'wait-held', remaining }], {
    effects: [{ kind: 'tell-staff', id: facts.newId(), letter: 'clock-held' }],
  });

/** What became of a message: an accepted notice may start the clock, a refused one may stop it (R25). */
export const reportMessage = (
  c: Case,
  command: CommandOf<'report-message'>,
  facts: Facts,
): Outcome => {
  const { about, outcome, route, reason } = command;
  const viaRoute = route ? { route } : {};
  if ('proofId' in about) {
    const proof = c.proofs.find((p) => p.id === about.proofId);
    const pointId = proof?.restsOn;
    if (!pointId) return decided([]);
    return decided(
      [
        outcome === 'accepted'
          ? { type: 'challenge-delivered', ...about, ...viaRoute }
          : {
              type: 'challenge-not-delivered',
              ...about,
              contactPointId: pointId,
              reason: reason ?? 'refused',
            },
      ],
      {
        // A code that was taken and came back may have met a dead network: the next one goes over another.
        rows:
          reason === 'returned'
            ? []
            : [
                {
                  kind: 'contact-point-refused',
                  contactPointId: pointId,
                  refused: outcome === 'refused',
                },
              ],
      },
    );
  }
  const notice = c.notices.find((n) => n.id === about.notice);
  if (!notice) return decided([]);
  const { contactPointId } = notice;
  const rows: Decision['rows'] = [
    { kind: 'contact-point-refused', contactPointId, refused: outcome === 'refused' },
  ];
  if (outcome === 'accepted') {
    const starts =
      c.status === 'waiting' &&
      c.wait?.heldSince !== undefined &&
      notice.independent &&
      ABOUT_WAIT.includes(notice.kind);
    return decided(
      [
        { type: 'notice-accepted', noticeId: notice.id, contactPointId, ...viaRoute },
        ...(starts && c.wait ? [clockStarted(c.wait.rule, c.wait.length, facts.now)] : []),
      ],
      { rows },
    );
  }
  // Two reports of the same bounce may meet: the second tells nothing new.
  if (notice.status === 'refused') return decided([]);
  const refused: CaseEvent = {
    type: 'notice-refused',
    noticeId: notice.id,
    contactPointId,
    reason: reason ?? 'refused',
  };
  const endsAt = c.status === 'waiting' && c.wait?.rule !== 'daily' ? c.wait?.endsAt : undefined;
  if (!endsAt || !notice.independent || toldIndependently(c, facts.account, contactPointId))
    return decided([refused], { rows });
  const held = clockHeld(between(facts.now, endsAt), facts);
  return { ...held, events: [refused, ...held.events], rows };
};
