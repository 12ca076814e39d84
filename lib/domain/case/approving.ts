import type { StaffActor } from '../access/roles';
import type { CaseEvent } from '../audit/event';
import { independentPoints, isHeavier, proofsSuffice, waitFor } from '../policy/compile';
import { between } from '../time';
import { canonical } from './canonical';
import { type Case, isOpener, proofsGiven } from './case';
import { barred, leavesNoFactor, planFor } from './collecting';
import { type CommandOf, type Decision, decided, type Refusal, refuse } from './command';
import { type Facts, staffOf } from './facts';
import { notices } from './notices';
import type { Plan } from './plan';
import { openEnrolment } from './setting-up';
import { backToCollecting, clockStarted, IDLE_ENDS, lapsedProofs } from './waiting';

type Outcome = Decision | Refusal;

/** Everything that an approver sees and says yes to; its hash is what the approval is bound to (R20). */
export const planHashOf = (c: Case, plan: Plan, facts: Facts): string =>
  facts.hash(
    canonical({
      caseId: c.id,
      plan,
      wait: waitFor(c, plan, facts.account),
      proofs: proofsGiven(c).map(({ id, kind, restsOn, means, identityCheck, throughStaff }) => ({
        id,
        kind,
        restsOn,
        means,
        identityCheck,
        throughStaff,
      })),
    }),
  );

/** Asks a second person. From here on the measures are fixed (R5). */
export const askApproval = (c: Case, facts: Facts): Outcome => {
  if (c.status !== 'collecting' || c.measures.length === 0) return refuse('wrong-status');
  const bar = barred(facts.account);
  if (bar) return bar;
  if (leavesNoFactor(c.measures, c.reported, facts.account, facts.policy))
    return refuse('would-leave-no-factor');
  const plan = planFor(c, facts);
  // The clock may not have rung yet; what has lapsed is void all the same (R5).
  const proofIds = lapsedProofs(c, facts.now);
  const standing = { ...c, proofs: c.proofs.filter((proof) => !proofIds.includes(proof.id)) };
  if (!proofsSuffice(plan, standing.proofs)) return refuse('not-enough-proof');
  const planHash = planHashOf(standing, plan, facts);
  const voided: CaseEvent[] =
    proofIds.length > 0 ? [{ type: 'proofs-voided', proofIds, reason: 'lapsed' }] : [];
  return decided([...voided, { type: 'approval-asked', plan, planHash }], {
    effects: [{ kind: 'tell-staff', id: facts.newId(), letter: 'approval-asked' }],
  });
};

/** R20: no opener, nobody who acted in the case or recorded a proof; the holder is stopped by `can` (R21). */
const mayNotApprove = (c: Case, staff: StaffActor): Refusal | undefined => {
  if (isOpener(c, staff)) return refuse('approver-opened-case');
  if (c.staffActed.includes(staff.staffId) || c.personsActed.includes(staff.personId))
    return refuse('approver-acted');
  return undefined;
};

/**
 * A second person's yes to this exact plan. Everyone who can be told is told; the clock starts when a notice arrives
 * over a channel without a proof, or at once where there is no such channel (R25). A plan that grew heavier since it
 * was asked for goes back (R24). Where the wait is over and only the case secret was lost, there is no new wait.
 */
export const approve = (c: Case, command: CommandOf<'approve'>, facts: Facts): Outcome => {
  if (c.status !== 'awaiting-approval' || !c.plan || !c.planHash) return refuse('wrong-status');
  const refused = mayNotApprove(c, staffOf(facts));
  if (refused) return refused;
  if (command.planHash !== c.planHash) return refuse('plan-changed');
  const bar = barred(facts.account);
  if (bar) return bar;
  const plan = planFor(c, facts);
  if (isHeavier(plan, c.plan)) return backToCollecting(c, plan);
  if (c.enrolment && !c.enrolment.confirmedAt)
    return reopened(c, command.planHash, c.enrolment.renewed, facts);
  const { rule, length } = waitFor(c, c.plan, facts.account);
  const told = notices('wait-started', c, facts);
  const startsNow = independentPoints(c, facts.account).length === 0;
  return decided(
    [
      { type: 'approval-given', planHash: c.planHash },
      { type: 'wait-planned', rule, length },
      ...told.events,
      ...(startsNow ? [clockStarted(rule, length, facts.now)] : []),
    ],
    { effects: told.effects },
  );
};

export const decline = (c: Case, command: CommandOf<'decline'>, facts: Facts): Outcome => {
  if (c.status !== 'awaiting-approval') return refuse('wrong-status');
  const refused = mayNotApprove(c, staffOf(facts));
  if (refused) return refused;
  const { noteId, text, hash } = command.reason;
  return decided([{ type: 'case-declined', reasonHash: hash }], {
    rows: [{ kind: 'note', noteId, text }],
    dropEffects: true,
  });
};

const reopened = (c: Case, planHash: string, renewed: boolean, facts: Facts): Decision => {
  const opened = openEnrolment(c, facts, renewed);
  return decided([{ type: 'approval-given', planHash, renewal: true }, ...opened.events], {
    effects: opened.effects,
  });
};

/**
 * An enrolment that was not used in 72 h may be opened once more, by a new approval and without a new wait; not when
 * it has lain for as long as any case may lie idle, for by then nobody expects it.
 */
export const renewEnrolment = (
  c: Case,
  command: CommandOf<'renew-enrolment'>,
  facts: Facts,
): Outcome => {
  const { guard } = facts.account;
  if (c.status !== 'expired' || !c.enrolment || c.enrolment.confirmedAt || !c.plan)
    return refuse('wrong-status');
  if (c.enrolment.renewed) return refuse('enrolment-renewed-before');
  const refused = mayNotApprove(c, staffOf(facts));
  if (refused) return refused;
  if (guard.accessCaseId && guard.accessCaseId !== c.id) return refuse('another-case-open');
  if (guard.contestedUntil && guard.contestedUntil > facts.now) return refuse('contested');
  const bar = barred(facts.account);
  if (bar) return bar;
  if (!c.endedAt || between(c.endedAt, facts.now) > IDLE_ENDS) return refuse('enrolment-closed');
  if (command.planHash !== c.planHash || isHeavier(planFor(c, facts), c.plan))
    return refuse('plan-changed');
  return reopened(c, command.planHash, true, facts);
};
