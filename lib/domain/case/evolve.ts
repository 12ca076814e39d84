import type { CaseEvent, Recorded } from '../audit/event';
import type { Case, Step } from './case';
import { foldEnrolment } from './fold-enrolment';
import { foldNotAsked, isOfReport, withReportSlept } from './fold-not-asked';
import type { Proof } from './proof';

const withProof = (c: Case, proofId: string, change: (proof: Proof) => Proof): Case => ({
  ...c,
  proofs: c.proofs.map((proof) => (proof.id === proofId ? change(proof) : proof)),
});

const withStep = (c: Case, ids: readonly string[], status: Step['status']): Case => ({
  ...c,
  steps: c.steps.map((step) => (ids.includes(step.id) ? { ...step, status } : step)),
});

const without = <T extends object, K extends keyof T>(value: T, ...keys: K[]): T => {
  const copy = { ...value };
  for (const key of keys) delete copy[key];
  return copy;
};

const voiding = (c: Case, proofIds: readonly string[]): Case => ({
  ...c,
  proofs: c.proofs.map((proof) =>
    proofIds.includes(proof.id)
      ? { ...without(proof, 'challenge'), status: 'void' as const }
      : proof,
  ),
});

/** Events that are not progress: they must not keep an idle case alive (design.md §3). */
const NO_PROGRESS: readonly CaseEvent['type'][] = [
  'code-refused',
  'challenge-sent',
  'challenge-delivered',
  'challenge-not-delivered',
  'contact-asked',
  'contact-code-shown',
  'vouching-not-counted',
  'screen-offered',
  'notice-queued',
  'notice-accepted',
  'notice-refused',
  'proofs-voided',
];

const opened = (e: Recorded<Extract<CaseEvent, { type: 'case-opened' }>>): Case => ({
  id: e.caseId,
  handle: e.handle,
  organisationId: e.organisationId,
  accountId: e.accountId,
  number: 0,
  status: 'collecting',
  openedAt: e.at,
  ...(e.openedBy
    ? { openedBy: e.openedBy, assigneeId: e.openedBy.staffId }
    : { asked: true as const }),
  symptom: e.symptom,
  policyVersion: e.policyVersion,
  measures: [],
  proofs: [],
  screens: [],
  checkersNamed: {},
  reported: [],
  staffActed: [],
  personsActed: [],
  notices: [],
  steps: [],
  progressAt: e.at,
});

/** What the event alone does to the case; who acted and how many events there are is `evolve`'s. */
const apply = (c: Case, e: Recorded<CaseEvent>): Case => {
  switch (e.type) {
    case 'case-opened':
      return c;
    case 'case-assigned':
      return { ...c, assigneeId: e.staffId };
    case 'runbook-finished':
      return { ...c, runbookHelped: e.helped };
    case 'measures-chosen':
      return voiding({ ...c, measures: e.measures, plan: e.plan }, e.voided);
    case 'loss-reported': {
      const next = voiding({ ...c, reported: [...new Set([...c.reported, ...e.ids])] }, e.voided);
      return e.plan ? { ...next, plan: e.plan } : next;
    }
    case 'proof-opened':
      return {
        ...c,
        proofs: [
          ...c.proofs,
          {
            id: e.proofId,
            kind: e.kind,
            status: 'open',
            ...(e.restsOn ? { restsOn: e.restsOn } : {}),
            means: e.means,
            wrongEntries: 0,
          },
        ],
      };
    case 'challenge-sent':
      // The newest code says of what kind the proof is: a number that got an SMS may be called instead.
      return withProof(c, e.proofId, (proof) => ({
        ...proof,
        kind: e.kind,
        challenge: e.challenge,
      }));
    case 'challenge-delivered':
    case 'challenge-not-delivered':
      return withProof(c, e.proofId, (proof) =>
        proof.challenge?.number === e.number
          ? {
              ...proof,
              challenge: {
                ...proof.challenge,
                delivery: e.type === 'challenge-delivered' ? 'accepted' : 'refused',
              },
            }
          : proof,
      );
    case 'code-refused':
      return withProof(c, e.proofId, (proof) => ({
        ...proof,
        wrongEntries: proof.wrongEntries + (e.reason === 'wrong' ? 1 : 0),
        ...(proof.challenge && e.reason === 'wrong'
          ? { challenge: { ...proof.challenge, wrongEntries: proof.challenge.wrongEntries + 1 } }
          : {}),
        ...(proof.question && e.reason === 'wrong'
          ? { question: { ...proof.question, wrongEntries: proof.question.wrongEntries + 1 } }
          : {}),
      }));
    case 'contact-asked':
      return c;
    case 'contact-code-shown':
      return withProof(c, e.proofId, (proof) => ({ ...proof, question: e.question }));
    case 'vouching-not-counted':
      return withProof(c, e.proofId, (proof) => without(proof, 'question'));
    case 'proof-given':
      return withProof(c, e.proofId, (proof) => ({
        ...without(without(proof, 'challenge'), 'question'),
        status: 'given',
        givenAt: e.at,
        weight: e.weight,
        ...(e.throughStaff ? { throughStaff: true } : {}),
        ...(e.identityCheck ? { identityCheck: e.identityCheck } : {}),
      }));
    case 'proof-closed':
      return withProof(c, e.proofId, (proof) => ({
        ...without(proof, 'challenge'),
        status: 'closed',
      }));
    case 'proofs-voided':
      return voiding(c, e.proofIds);
    case 'screen-offered':
      return { ...c, screens: [...c.screens, e.screenId].slice(-5) };
    case 'case-secret-given':
      return {
        ...c,
        // What was set up with the secret before this one may be somebody else's: all of it is set up again (R15).
        ...(c.enrolment && !c.enrolment.confirmedAt
          ? { enrolment: without(c.enrolment, 'done') }
          : {}),
        secret: { generation: e.generation, screenId: e.screenId, shown: e.shown },
      };
    case 'case-secret-shown':
      return c.secret ? { ...c, secret: { ...c.secret, shown: true } } : c;
    case 'identity-checker-named': {
      const by = e.actor.kind === 'staff' ? [e.actor.personId] : [];
      const before = c.checkersNamed[e.staffId] ?? [];
      return {
        ...c,
        checkersNamed: { ...c.checkersNamed, [e.staffId]: [...new Set([...before, ...by])] },
      };
    }
    case 'identity-check-failed':
      return c;
    case 'approval-asked':
      return { ...c, status: 'awaiting-approval', plan: e.plan, planHash: e.planHash };
    case 'approval-given':
      return {
        ...without(c, 'endedAt'),
        ...(e.actor.kind === 'staff'
          ? {
              approval: {
                staffId: e.actor.id,
                personId: e.actor.personId,
                planHash: e.planHash,
                at: e.at,
              },
            }
          : {}),
        ...(e.renewal ? { status: 'executing' as const } : {}),
      };
    case 'approval-lapsed':
      return { ...without(c, 'approval', 'wait'), status: 'awaiting-approval' };
    case 'case-declined':
      return { ...c, status: 'declined', endedAt: e.at };
    case 'notice-queued':
      return { ...c, notices: [...c.notices, e.notice] };
    case 'notice-accepted':
    case 'notice-refused':
      return {
        ...c,
        notices: c.notices.map((notice) =>
          notice.id === e.noticeId
            ? { ...notice, status: e.type === 'notice-accepted' ? 'accepted' : 'refused' }
            : notice,
        ),
      };
    case 'wait-planned':
      return {
        ...c,
        status: 'waiting',
        wait: { rule: e.rule, length: e.length, heldSince: e.at },
        // Notices of an earlier wait say nothing of this one: what was independent then may carry a proof now (R25).
        notices: c.notices.map((notice) => ({ ...notice, independent: false })),
      };
    case 'wait-started':
      return {
        ...c,
        wait: {
          ...(c.wait ? without(c.wait, 'heldSince') : { length: 0 }),
          rule: e.rule,
          startedAt: c.wait?.startedAt ?? e.at,
          endsAt: e.endsAt,
          lastDailyAt: e.at,
        },
      };
    case 'wait-held':
      return c.wait
        ? {
            ...c,
            wait: { ...without(c.wait, 'endsAt'), length: e.remaining, heldSince: e.at },
          }
        : c;
    case 'half-time-told':
      return c.wait ? { ...c, wait: { ...c.wait, halfTimeTold: true } } : c;
    case 'daily-told':
      return c.wait ? { ...c, wait: { ...c.wait, lastDailyAt: e.at } } : c;
    case 'wait-over':
      return { ...c, status: 'executing' };
    case 'plan-grew-heavier':
      return voiding(
        {
          ...without(c, 'approval', 'wait', 'planHash', 'enrolment'),
          status: 'collecting',
          plan: e.plan,
        },
        e.voided,
      );
    case 'case-paused': {
      const { signInId, signedInAt: at } = e.pause;
      return {
        ...withReportSlept(c, e.at),
        status: 'paused',
        pause: e.pause,
        ...(signInId && at ? { askedAbout: { signInId, at } } : {}),
      };
    }
    case 'code-not-asked':
      return foldNotAsked(c, e);
    case 'case-resumed': {
      if (!c.pause) return c;
      const { factorId } = c.pause;
      const next = {
        ...without(withReportSlept(c, e.at), 'pause'),
        status: c.pause.returnTo,
        ...(e.by === 'holder' && factorId ? { wentOn: { ...c.wentOn, [factorId]: e.at } } : {}),
      };
      return e.endsAt && next.wait ? { ...next, wait: { ...next.wait, endsAt: e.endsAt } } : next;
    }
    case 'enrolment-opened':
    case 'enrolment-started':
    case 'enrolment-code-sent':
    case 'enrolment-refused':
    case 'enrolment-confirmed':
    case 'enrolment-end-told': {
      const enrolment = foldEnrolment(c.enrolment, e);
      return enrolment ? { ...c, enrolment } : c;
    }
    case 'steps-planned':
      return { ...c, steps: [...c.steps, ...e.steps] };
    case 'step-claimed':
      return withStep(c, [e.stepId], 'claimed');
    case 'step-done':
      return {
        ...c,
        steps: c.steps.map((step) =>
          step.id === e.stepId ? { ...step, status: 'done', doneAt: e.at } : step,
        ),
      };
    case 'steps-dropped':
      return withStep(c, e.stepIds, 'dropped');
    case 'read-back-failed':
      return c;
    case 'case-stuck':
      return { ...withStep(c, [e.stepId], 'unknown'), status: 'stuck', stuckStepId: e.stepId };
    case 'stuck-ended': {
      const next = without(c, 'stuckStepId');
      // After a veto the case stays vetoed, whatever became of switching things off (R26).
      const status = c.afterVeto ? 'vetoed' : 'executing';
      if (e.choice === 'end')
        return c.afterVeto
          ? { ...withStep(next, [e.stepId], 'dropped'), status }
          : { ...next, status: 'cancelled', endedAt: e.at };
      return {
        ...withStep(next, [e.stepId], e.choice === 'was-done' ? 'done' : 'pending'),
        status,
      };
    }
    case 'case-completed':
      return { ...c, status: 'completed', completedAt: e.at, endedAt: e.at };
    case 'case-solved':
      return { ...c, status: 'solved', endedAt: e.at };
    case 'case-cancelled':
      return { ...without(c, 'pause'), status: 'cancelled', endedAt: e.at };
    case 'case-vetoed':
      return {
        ...without(c, 'pause'),
        status: 'vetoed',
        endedAt: e.at,
        ...(e.suspendedUntil
          ? { afterVeto: 'to-decide' as const, suspendedUntil: e.suspendedUntil }
          : {}),
      };
    case 'after-veto-decided':
      return { ...without(c, 'suspendedUntil'), afterVeto: e.choice };
    case 'case-expired':
      return { ...c, status: 'expired', endedAt: e.at };
    case 'suspension-ended':
      return without(c, 'suspendedUntil');
  }
};

/** What follows from an approver's yes by itself: it does not make the approver someone who acted otherwise (R20). */
const FOLLOWS_APPROVAL: readonly CaseEvent['type'][] = [
  'approval-given',
  'wait-planned',
  'notice-queued',
  'enrolment-opened',
  'steps-dropped',
  'plan-grew-heavier',
];
const isAct = (e: CaseEvent): boolean =>
  !FOLLOWS_APPROVAL.includes(e.type) && !(e.type === 'wait-started' && e.by === undefined);

/** The case after this event. The stored row is the fold of all of them, so this never looks at anything else. */
export const evolve = (before: Case | undefined, e: Recorded<CaseEvent>): Case => {
  if (!before) {
    if (e.type !== 'case-opened') throw new Error(`a case begins with case-opened, not ${e.type}`);
    return evolve(opened(e), e);
  }
  const next = apply(before, e);
  const staff = e.actor.kind === 'staff' && isAct(e) ? e.actor : undefined;
  return {
    ...next,
    // Where the holder asked for the case, the first of the staff to act counts as its opener (R20).
    ...(staff && !next.openedBy
      ? { openedBy: { staffId: staff.id, personId: staff.personId } }
      : {}),
    number: before.number + 1,
    progressAt: NO_PROGRESS.includes(e.type) || isOfReport(e) ? next.progressAt : e.at,
    staffActed: staff ? [...new Set([...next.staffActed, staff.id])] : next.staffActed,
    personsActed: staff ? [...new Set([...next.personsActed, staff.personId])] : next.personsActed,
  };
};

/** The case that these events, oldest first, make. */
export const fold = (events: readonly Recorded<CaseEvent>[]): Case | undefined =>
  events.reduce<Case | undefined>(evolve, undefined);
