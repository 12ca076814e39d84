import { type Account, onFile } from '../account/account';
import { isSecondFactor, isUsable, staysByItself } from '../account/factor';
import { type Means, mayBeSame, meansOfContactPoint, meansOfFactor } from '../account/means';
import type { CaseEvent } from '../audit/event';
import { compilePlan } from '../policy/compile';
import type { Policy } from '../policy/policy';
import { canonical } from './canonical';
import { type Case, proofsGiven } from './case';
import { type CommandOf, type Decision, decided, type Refusal, refuse } from './command';
import { type Facts, staffOf } from './facts';
import { factorsGoing, kindsToSetUp, kindToEnrol, type Measure, pointsGoing } from './measure';
import { notices } from './notices';
import type { Plan } from './plan';

type Outcome = Decision | Refusal;

/** Opens a case; it gives nothing yet, so it is refused only where no recovery may ever begin. */
export const openCase = (command: CommandOf<'open-case'>, facts: Facts): Outcome => {
  const { account, policy } = facts;
  const { staffId, personId } = staffOf(facts);
  if (account.disabled) return refuse('account-disabled');
  return decided([
    {
      type: 'case-opened',
      caseId: command.caseId,
      handle: command.handle,
      organisationId: account.organisationId,
      accountId: account.id,
      symptom: command.symptom,
      openedBy: { staffId, personId },
      policyVersion: policy.version,
    },
  ]);
};

export const takeCase = (c: Case, facts: Facts): Outcome => {
  const { staffId } = staffOf(facts);
  return decided(c.assigneeId === staffId ? [] : [{ type: 'case-assigned', staffId }]);
};

/** The simple causes first: when they helped, the case ends and nothing was changed. */
export const finishRunbook = (c: Case, command: CommandOf<'finish-runbook'>): Outcome => {
  if (c.status !== 'collecting' || c.measures.length > 0) return refuse('wrong-status');
  const finished: CaseEvent = { type: 'runbook-finished', helped: command.helped };
  return decided(command.helped ? [finished, { type: 'case-solved' }] : [finished]);
};

export const planFor = (
  c: Case,
  facts: Facts,
  more: Partial<Pick<Case, 'measures' | 'reported'>> = {},
): Plan =>
  compilePlan({
    measures: more.measures ?? c.measures,
    reported: more.reported ?? c.reported,
    account: facts.account,
    policy: facts.policy,
    now: facts.now,
    openedAt: c.openedAt,
  });

/** Accounts to which no case may give access now, also when they became so under way. */
export const barred = (account: Account): Refusal | undefined => {
  if (account.disabled) return refuse('account-disabled');
  // Until R22 stands, nothing that gives access is done for these accounts.
  if (account.privileged || account.ofStaff) return refuse('account-privileged');
  return account.guard.suspension ? refuse('account-suspended') : undefined;
};

const secondFactors = (account: Account) =>
  account.factors.filter((factor) => isSecondFactor(factor) && isUsable(factor));

/** R29: at its end no case leaves an account without a way to sign in. What was reported is switched off too. */
export const leavesNoFactor = (
  measures: readonly Measure[],
  reported: readonly string[],
  account: Account,
  policy: Pick<Policy, 'emailCodesAllowed'>,
): boolean => {
  const gone = [...factorsGoing(measures), ...reported];
  const kind = kindToEnrol(measures);
  // Codes, passes and devices let in for a while; they are no way to stay in.
  if (kind && staysByItself(kind)) return false;
  const staying = secondFactors(account).filter(
    ({ kind: own }) => staysByItself(own) && (own !== 'email-code' || policy.emailCodesAllowed),
  );
  // Who never had one loses none by another password or number.
  if (staying.length === 0 && !kind && factorsGoing(measures).length === 0) return false;
  return staying.every((factor) => gone.includes(factor.id));
};

/**
 * One thing to set up, and a password beside it (R16). More than that at once is more than one call can explain, and
 * more than one person can say yes to.
 */
const tooMuchAtOnce = (measures: readonly Measure[]): boolean => {
  const kinds = kindsToSetUp(measures);
  const things = kinds.filter((kind) => kind !== 'password');
  const going = [...factorsGoing(measures), ...pointsGoing(measures)];
  return (
    things.length > 1 || kinds.length - things.length > 1 || new Set(going).size < going.length
  );
};

export const refusedMeasures = (
  measures: readonly Measure[],
  { reported }: Pick<Case, 'reported'>,
  { account, policy }: Facts,
): Refusal | undefined => {
  if (measures.length === 0) return refuse('no-measures');
  if (tooMuchAtOnce(measures)) return refuse('one-factor-at-a-time');
  const usable = secondFactors(account);
  if (factorsGoing(measures).some((id) => !usable.some((factor) => factor.id === id)))
    return refuse('unknown-factor');
  const changes = measures.filter((measure) => measure.kind === 'change-contact-point');
  const known = changes.every(({ contactPointId, point }) =>
    onFile(account).some(({ id, kind }) => id === contactPointId && kind === point),
  );
  if (!known) return refuse('contact-point-unknown');
  if (kindToEnrol(measures) === 'email-code' && !policy.emailCodesAllowed)
    return refuse('email-codes-not-allowed');
  return leavesNoFactor(measures, reported, account, policy)
    ? refuse('would-leave-no-factor')
    : undefined;
};

/**
 * Chooses what has to change and compiles the plan. Proofs hold only for what was named when they were given,
 * and for less (R5): anything else asked voids them.
 */
export const chooseMeasures = (
  c: Case,
  command: CommandOf<'choose-measures'>,
  facts: Facts,
): Outcome => {
  const { account } = facts;
  if (c.status !== 'collecting') return refuse('wrong-status');
  if (c.runbookHelped === undefined) return refuse('wrong-status');
  const bar = barred(account);
  if (bar) return bar;
  const other = account.guard.accessCaseId;
  if (other && other !== c.id) return refuse('another-case-open');
  const refused = refusedMeasures(command.measures, c, facts);
  if (refused) return refused;
  const named = c.measures.map(canonical);
  const lesser = command.measures.every((measure) => named.includes(canonical(measure)));
  return decided([
    {
      type: 'measures-chosen',
      measures: command.measures,
      plan: planFor(c, facts, { measures: command.measures }),
      voided: lesser
        ? []
        : c.proofs
            .filter((p) => p.status === 'given' || p.status === 'open')
            .map((proof) => proof.id),
    },
  ]);
};

const sameMeans = (account: Account, ids: readonly string[]): string[] => {
  const all = account.contactPoints;
  const meansLost = onFile(account)
    .filter((point) => ids.includes(point.id))
    .map((point) => meansOfContactPoint(point, all));
  const phonesLost = meansLost.filter((means) => means.startsWith('phone:'));
  const among = (lost: readonly Means[], means: Means) => lost.some((m) => mayBeSame(m, means));
  return [
    ...onFile(account).filter((point) => among(meansLost, meansOfContactPoint(point, all))),
    ...account.factors.filter((f) => isUsable(f) && among(phonesLost, meansOfFactor(f, all))),
  ].map((thing) => thing.id);
};

/**
 * The holder says what was lost or stolen (R3): after the first proof, on the screen with the case secret, told to
 * every other contact point. A lost phone takes its number and what is on it along; a factor only itself.
 */
export const reportLoss = (c: Case, command: CommandOf<'report-loss'>, facts: Facts): Outcome => {
  const { account } = facts;
  if (c.status !== 'collecting' || !c.plan) return refuse('wrong-status');
  const lacking = lacksSecret(c, facts);
  if (lacking) return lacking;
  const known = [...onFile(account), ...account.factors.filter(isUsable)].map((thing) => thing.id);
  if (command.ids.length === 0 || command.ids.some((id) => !known.includes(id)))
    return refuse('contact-point-unknown');
  const ids = [...new Set([...command.ids, ...sameMeans(account, command.ids)])].filter(
    (id) => !c.reported.includes(id),
  );
  if (ids.length === 0) return decided([]);
  const reported = [...c.reported, ...ids];
  const event: CaseEvent = {
    type: 'loss-reported',
    ids,
    voided: c.proofs
      .filter((p) => p.restsOn && ids.includes(p.restsOn) && ['given', 'open'].includes(p.status))
      .map((proof) => proof.id),
    plan: planFor(c, facts, { reported }),
  };
  const told = notices('loss-reported', { ...c, reported }, facts);
  return decided([event, ...told.events], { effects: told.effects });
};

/**
 * The case secret rests on what was proven on its screen. When all of that is void, its screen is a stranger again
 * and the next first proof gives a new secret: else a caller whose proofs lapsed could never go on elsewhere (R15).
 */
export const secretStands = (c: Case): boolean =>
  c.secret !== undefined && proofsGiven(c).some((proof) => !proof.throughStaff);

/** Later proofs, and everything that gives access, only on the screen that holds the newest case secret (R15). */
export const lacksSecret = (c: Case, { actor }: Facts): Refusal | undefined =>
  secretStands(c) && actor.kind === 'holder' && actor.secretGeneration === c.secret?.generation
    ? undefined
    : refuse('secret-needed');
