import type { Account, ContactPoint } from '../account/account';
import type { Factor } from '../account/factor';
import { type Case, type CaseStatus, isOpen, type Step } from '../case/case';
import { alarmOf } from '../case/deadlines';
import type { Plan } from '../case/plan';
import { summary } from '../case/summary';
import { between, type Duration, days, hours, type Instant } from '../time';
import type { Commit } from './desk';

/*
 * What Regain promises, written a second time and differently: from the history of a case and what the world looked
 * like, never by asking the rules. Each throws when its promise is broken.
 */

/** Throws in these words when it is broken. */
export const promise = (kept: boolean, words: string): undefined => {
  if (!kept) throw new Error(words);
};

const MAY_BECOME: Record<CaseStatus, readonly CaseStatus[]> = {
  collecting: ['awaiting-approval', 'paused', 'solved', 'cancelled', 'vetoed', 'expired'],
  'awaiting-approval': [
    'collecting',
    'waiting',
    'paused',
    'executing',
    'declined',
    'cancelled',
    'vetoed',
    'expired',
  ],
  waiting: ['awaiting-approval', 'collecting', 'paused', 'executing', 'cancelled', 'vetoed'],
  paused: ['collecting', 'awaiting-approval', 'waiting', 'cancelled', 'vetoed'],
  executing: ['awaiting-approval', 'stuck', 'completed', 'cancelled', 'vetoed', 'expired'],
  stuck: ['executing', 'cancelled', 'vetoed'],
  expired: ['executing', 'vetoed'],
  completed: ['vetoed'],
  cancelled: ['vetoed'],
  vetoed: ['stuck'],
  solved: [],
  declined: [],
};

/** design.md §3: a case goes only these ways. */
export const goesAllowedWays = ({ before, after, events }: Commit): undefined => {
  promise(after.number === (before?.number ?? 0) + events.length, 'every event counts once');
  if (!before) return promise(after.status === 'collecting', 'a case begins by collecting');
  promise(
    after.status === before.status || MAY_BECOME[before.status].includes(after.status),
    `${before.status} became ${after.status}`,
  );
};

/** Nothing sleeps for ever: an alarm, somebody who has it to do, work that is queued, or done. */
export const neverSleeps = ({ after, effects }: Commit): void => {
  const { statusGroup } = summary(after);
  const working = effects.some((effect) => effect.kind === 'step');
  const awake = alarmOf(after) !== undefined || statusGroup !== 'waiting' || working;
  promise(awake, `${after.status} sleeps: nobody has to do anything and no alarm is set`);
  const unfinished = after.steps.some((step) => step.status === 'pending');
  if (['executing', 'vetoed'].includes(after.status) && unfinished)
    promise(working, `${after.status} has steps to do and none is queued`);
};

/** Waking before anything is due changes nothing. */
export const wakesInTime = ({ command, before, now, events }: Commit): void => {
  if (command.type !== 'wake' || !before) return;
  const alarm = alarmOf(before);
  if (alarm === undefined || alarm > now) promise(events.length === 0, 'woken early, it acted');
  else promise(events.length > 0, 'woken when something was due, it did nothing');
};

/** R29, R30: no change is made before the one in front of it, so that new is there before old goes. */
export const stepsInOrder = ({ before, events }: Commit): void => {
  for (const event of events) {
    if (event.type !== 'step-done' || !before) continue;
    const first = before.steps.find((step) => !['done', 'dropped'].includes(step.status));
    promise(first?.id === event.stepId, `${event.change.kind} ran out of turn`);
  }
};

/** R22, R24, R26: what became of the account under way counts when measures begin and when something is given. */
export const looksAgain = ({ events, after, accountBefore, now }: Commit): void => {
  const begins = events.some((e) => e.type === 'wait-over' || e.type === 'enrolment-confirmed');
  if (!begins) return;
  const { contestedUntil } = accountBefore.guard;
  const seen = after.proofs.some(
    (p) => p.status === 'given' && p.identityCheck?.mode === 'in-person',
  );
  promise(seen || (contestedUntil ?? '') <= now, 'contested, and it went on');
  if (!events.some((e) => e.type === 'wait-over')) return;
  promise(!accountBefore.disabled && !accountBefore.privileged, 'measures for a barred account');
};

const SWITCHES_OFF = [
  'disable-factor',
  'remove-contact-point',
  'unset-password',
  'end-recovery-contact',
];
const DECIDES = ['enable-factor', 'remove-factor', 'add-contact-point', 'set-password'];

/** The thing that a change is about. */
const subjectOf = (change: Step['change']): string => {
  if ('factorId' in change) return change.factorId;
  if ('contactPointId' in change) return change.contactPointId;
  if ('contactId' in change) return change.contactId;
  return 'settingId' in change ? change.settingId : '';
};

/** R26: after a veto nothing runs but switching off what the case gave, and what a person decides of it later. */
export const vetoHolds = ({ before, after, decision, accountBefore }: Commit): void => {
  if (before?.status !== 'vetoed' && !before?.afterVeto) return;
  promise(['vetoed', 'stuck'].includes(after.status), `a veto became ${after.status}`);
  const given = before.steps.flatMap(({ change }) =>
    ['confirm-factor', 'add-contact-point', 'set-password'].includes(change.kind)
      ? [subjectOf(change)]
      : [],
  );
  // What was wished in a sign-in that rested on it is its gift as well (R32).
  const { factors, contactPoints, recoveryContacts, guard } = accountBefore;
  for (const { id, givenByCase } of [...factors, ...contactPoints, ...recoveryContacts])
    if (givenByCase === before.id) given.push(id);
  if (guard.passwordGiven?.caseId === before.id) given.push(guard.passwordGiven.settingId ?? '');
  for (const row of decision.rows) {
    if (row.kind !== 'directory') continue;
    const { change } = row;
    const decided = before.afterVeto !== 'to-decide';
    const ofGiven = given.includes(subjectOf(change));
    // What the case took off file comes back only where a person decided that its gifts go.
    const ofTaken =
      before.afterVeto === 'removed' &&
      change.kind === 'restore-contact-point' &&
      before.plan?.going.contactPointIds?.includes(change.contactPointId);
    promise(
      change.kind === 'end-sessions' ||
        change.kind === 'revoke-devices' ||
        ofTaken ||
        (ofGiven &&
          (SWITCHES_OFF.includes(change.kind) || (decided && DECIDES.includes(change.kind)))),
      `after a veto: ${change.kind}`,
    );
  }
};

const hadSecondFactor = (account: Account, now: Instant): boolean =>
  account.importedAt !== undefined ||
  account.factors.some(
    ({ kind, removedAt }) =>
      kind !== 'backup-codes' &&
      kind !== 'temporary-pass' &&
      (removedAt === undefined || Date.parse(now) - Date.parse(removedAt) <= days(90)),
  );

/** R2, R20, R25, R31: what no plan goes below, whatever the policy says. */
export const planKeepsFloor = (plan: Plan, account: Account, now: Instant): void => {
  const contested = (account.guard.contestedUntil ?? '') > now;
  promise(plan.meansNeeded >= (hadSecondFactor(account, now) ? 2 : 1), 'too few means');
  promise(plan.inPersonOnly || !contested, 'contested, and no check in person');
  promise(plan.approvers >= 1, 'nobody approves');
  promise(plan.waits.independent >= hours(24), 'the wait is too short');
  promise(plan.waits.inPerson >= hours(1), 'the wait after a check in person is too short');
  const daily = Math.min(plan.waits.daily, plan.waits.dailyTwoPoints);
  promise(daily >= hours(72), 'the daily wait is too short');
  const going = plan.measures.flatMap((m) => ('factorId' in m ? [m.factorId] : []));
  promise(
    going.every((id) => plan.going.factorIds.includes(id)),
    'an old factor is not listed',
  );
  promise(plan.going.backupCodes || going.length === 0, 'the backup codes are not listed');
  const kinds = plan.measures.map(({ kind }) => kind);
  const both = kinds.includes('new-password') && kinds.some((k) => /^(add|replace)|point$/.test(k));
  promise(plan.inPersonOnly || !both, 'a password and a second factor without a check in person');
  if (!kinds.some((kind) => kind === 'new-password' || kind === 'change-contact-point')) return;
  promise(plan.weight === 3, 'a password or contact point counts as light');
  promise(
    Object.values(plan.waits).every((wait) => wait >= hours(72)),
    'a password or contact point changes too soon',
  );
};

export const keepsFloor = ({ events, accountBefore, now }: Commit): void => {
  for (const event of events)
    if ('plan' in event && event.plan) planKeepsFloor(event.plan, accountBefore, now);
};

const isPhone = (means: string) => means.startsWith('phone:');

/** R1, counted by hand: an unknown phone is none beside a known one. */
const distinct = (means: readonly string[]): number => {
  const other = new Set(means.filter((m) => !isPhone(m))).size;
  const known = new Set(means.filter((m) => isPhone(m) && m !== 'phone:?')).size;
  return other + (known || (means.includes('phone:?') ? 1 : 0));
};

/** Contact points that can be reached and over which nothing was proven in this case (R25). */
const independentOf = (c: Case, account: Account): ContactPoint[] => {
  const used = c.proofs.flatMap((p) => (p.status === 'given' && p.means ? [p.means] : []));
  return account.contactPoints.filter((point) => {
    if (point.removedAt || point.refusedAt || account.guard.reported[point.id]) return false;
    // Who came on file just before the case, or goes with it, says nothing of the owner.
    const age = between(point.addedAt, c.openedAt);
    if (age < days(point.givenByCase ? 30 : 7) && point.source !== 'import-new-account')
      return false;
    if (c.measures.some((m) => 'contactPointId' in m && m.contactPointId === point.id))
      return false;
    if (point.kind === 'email') {
      const same = account.contactPoints.filter((p) => p.address === point.address);
      return !same.some((p) => used.includes(`mailbox:${p.id}`));
    }
    const means = `phone:${point.deviceId ?? '?'}`;
    const taken = used.some((u) => u === means || (isPhone(u) && [u, means].includes('phone:?')));
    return point.smsCapable && !taken;
  });
};

/** R25: the clock starts only when somebody was reached who gave no proof, when there is none, or by a person after 72 h. */
export const clockStartsRightly = ({
  events,
  after,
  accountBefore,
  command,
  before,
  now,
}: Commit): undefined => {
  const started = events.find((event) => event.type === 'wait-started');
  if (!started) return;
  const independent = independentOf(after, accountBefore).map((point) => point.id);
  switch (command.type) {
    case 'approve':
      return promise(independent.length === 0, 'somebody independent was not waited for');
    case 'start-clock':
      return promise(between(before?.wait?.heldSince ?? now, now) >= hours(72), 'started too soon');
    default: {
      const told = after.notices.filter(
        (n) => n.status === 'accepted' && n.kind.startsWith('wait-'),
      );
      promise(
        told.some((notice) => independent.includes(notice.contactPointId)) ||
          (command.type === 'report-message' &&
            after.notices.some(
              (n) => 'notice' in command.about && n.id === command.about.notice && n.independent,
            )),
        'the clock started, and nobody independent was reached',
      );
    }
  }
};

const LEAST: Record<string, Duration> = {
  'in-person': hours(1),
  independent: hours(24),
  daily: hours(72),
};

/** R15, R17, R20, R25, R29, R31: a case completes only with every item of its plan. */
export const completesWhole = ({ events, history, account, after }: Commit): void => {
  if (!events.some((event) => event.type === 'case-completed')) return;
  const { plan } = after;
  const over = history.findLastIndex((e) => e.type === 'wait-over');
  const asked = history.findLastIndex((e, i) => e.type === 'approval-asked' && i < over);
  const approval = history.findLast((e, i) => e.type === 'approval-given' && i > asked && i < over);
  const opened = history[0];
  // Where the holder asked for the case, the first of the staff in it counts as who opened it.
  const opener =
    opened?.actor.kind === 'staff'
      ? opened.actor
      : history.flatMap(({ actor }) => (actor.kind === 'staff' ? [actor] : []))[0];
  if (!plan || approval?.actor.kind !== 'staff' || !opener)
    throw new Error('completed without plan, opener or approval');
  const approver = approval.actor.personId;
  promise(approver !== opener.personId, 'approved by the opener');
  const before = history.slice(0, history.indexOf(approval));
  const acts = [
    'case-assigned',
    'runbook-finished',
    'measures-chosen',
    'challenge-sent',
    'proof-given',
    'identity-checker-named',
    'approval-asked',
  ];
  promise(
    !before.some(
      (e) => acts.includes(e.type) && e.actor.kind === 'staff' && e.actor.personId === approver,
    ),
    'approved by somebody who acted',
  );
  const until = history.slice(0, asked);
  const voided = new Set(
    until.flatMap((e) => ('voided' in e ? e.voided : e.type === 'proofs-voided' ? e.proofIds : [])),
  );
  const askedAt = history[asked]?.at ?? '';
  const proofs = until.flatMap((e) =>
    e.type === 'proof-given' && !voided.has(e.proofId) ? [e] : [],
  );
  const inPerson = proofs.some((e) => e.identityCheck?.mode === 'in-person');
  promise(
    inPerson || (!plan.inPersonOnly && distinct(proofs.map((e) => e.means)) >= plan.meansNeeded),
    'too little was proven',
  );
  promise(
    inPerson || proofs.some((e) => e.actor.kind === 'holder'),
    'proven on the word of staff alone',
  );
  promise(
    proofs.every((e) => between(e.at, askedAt) < hours(72)),
    'a proof had lapsed',
  );
  const bad = [
    ...plan.going.factorIds,
    ...until.flatMap((e) => (e.type === 'loss-reported' ? e.ids : [])),
  ];
  promise(
    !proofs.some((e) => e.restsOn && bad.includes(e.restsOn)),
    'proven with what goes or was lost',
  );

  const wait = history.slice(asked, over);
  const ends = wait.flatMap((e) => ('endsAt' in e && e.endsAt ? [e.endsAt] : [])).at(-1);
  const rule = wait.flatMap((e) => (e.type === 'wait-started' ? [e.rule] : [])).at(-1) ?? 'none';
  promise(ends !== undefined && ends <= (history[over]?.at ?? ''), 'the wait was not over');
  promise(
    between(approval.at, history[over]?.at ?? '') >= (LEAST[rule] ?? days(999)),
    `too short for ${rule}`,
  );

  const there = account.factors.filter((factor) => !factor.removedAt);
  promise(
    !there.some((factor) => plan.going.factorIds.includes(factor.id)),
    'an old factor is still there',
  );
  promise(
    !plan.going.backupCodes ||
      !there.some((f) => f.kind === 'backup-codes' && f.givenByCase !== after.id),
    'old backup codes are still there',
  );
  promise(
    account.trustedDevices === 0 && account.openSessions === 0,
    'devices or sessions are still there',
  );
  const enrols = plan.measures.some((measure) => 'enrol' in measure);
  const confirmed = history.findLast((e) => e.type === 'enrolment-confirmed');
  const secret = history.findLast((e) => e.type === 'case-secret-given');
  const changed = plan.measures.some(({ kind }) => kind === 'change-contact-point');
  const points = account.contactPoints.filter((point) => !point.removedAt);
  promise(
    !points.some(({ id }) => plan.going.contactPointIds?.includes(id)),
    'an old contact point is still there',
  );
  promise(
    !changed || points.some((point) => point.givenByCase === after.id),
    'the new contact point is not there',
  );
  if (enrols) {
    promise(
      there.some((f) => f.givenByCase === after.id && !f.disabledAt),
      'the new factor is not there',
    );
    promise(
      confirmed?.actor.kind === 'holder' && confirmed.actor.screenId === secret?.screenId,
      'set up on a screen without the case secret',
    );
  }
  const lasts = (f: Factor) =>
    !f.disabledAt && !['backup-codes', 'temporary-pass', 'push'].includes(f.kind);
  const hadOne = history.some((e) => e.type === 'step-done' && e.change.kind === 'remove-factor');
  const keepsWays = enrols || hadOne;
  promise(!keepsWays || there.some(lasts), 'no way to sign in is left');
};

/** One access-giving case at a time, and its name stands on the account (R44). */
export const oneAtATime = ({ after, account }: Commit): void => {
  if (isOpen(after.status) && after.measures.length > 0)
    promise(account.guard.accessCaseId === after.id, 'a case gives access that is not the one');
  if (!isOpen(after.status))
    promise(
      account.guard.accessCaseId !== after.id && account.guard.askedCaseId !== after.id,
      'an ended case blocks others',
    );
};
