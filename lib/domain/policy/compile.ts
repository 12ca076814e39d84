import { type Account, type ContactPoint, onFile } from '../account/account';
import { contactNoCount, liveContacts, meansOfContact } from '../account/contact-counting';
import { type Factor, isSecondFactor, isUsable } from '../account/factor';
import {
  countMeans,
  type Means,
  mayBeSame,
  meansOfContactPoint,
  meansOfFactor,
} from '../account/means';
import { type Case, proofsGiven, type WaitRule } from '../case/case';
import {
  backupCodesGo,
  factorsGoing,
  kindsToSetUp,
  kindToEnrol,
  type Measure,
  pointsGoing,
  setsPasswordAndFactor,
  weightOf,
} from '../case/measure';
import type { NoCount, Offer, Plan, PlanReason } from '../case/plan';
import { type ChallengeKind, isChallenge, type Proof } from '../case/proof';
import { between, type Duration, days, type Instant } from '../time';
import { FLOOR } from './floor';
import { BOUNDS, type Policy } from './policy';

/** How long a factor that is gone still makes an account two-factor (R2). */
const REMEMBERED = days(90);
/** How long something that a case gave cannot prove (R3). */
const GIVEN_BY_CASE = days(30);
/** R12; NIST SP 800-63B-4 §3.2.2. */
export const FAILURES_TO_CONFIRM_ANEW = 100;
/** R1: from so many accounts on, an address says nothing about a person. */
export const SHARED_BY_TOO_MANY = 3;

/** A setting of the policy, never below its hard limit: nor can a wrong row in the database lower the floor. */
const atLeast = (
  policy: Policy,
  key:
    | 'contactPointAge'
    | 'waitFactor'
    | 'waitHeavy'
    | 'waitInPerson'
    | 'waitInPersonPass'
    | 'waitNoChannel'
    | 'waitNoChannelTwoPoints',
): Duration => Math.max(policy[key], BOUNDS[key].min);

type Subject = {
  measures: readonly Measure[];
  reported: readonly string[];
  account: Account;
  policy: Policy;
  now: Instant;
  /** When the case was opened: who became a recovery contact later proves nothing in it (R40). */
  openedAt?: Instant;
};

/** R2: had at any time in the last 90 days, whatever removed it; an imported account counts as having one. */
export const hadSecondFactor = (account: Account, now: Instant): boolean =>
  account.factors.some(
    (factor) =>
      isSecondFactor(factor) && (!factor.removedAt || between(factor.removedAt, now) <= REMEMBERED),
  );

const commonRefusal = (
  thing: { id: string; givenByCase?: string; addedAt: Instant },
  old: boolean,
  { account, reported, policy, now }: Subject,
): NoCount | undefined => {
  const age = between(thing.addedAt, now);
  if (reported.includes(thing.id) || account.guard.reported[thing.id]) return 'reported';
  if (thing.givenByCase && age < GIVEN_BY_CASE) return 'given-by-case';
  if (!old && age < atLeast(policy, 'contactPointAge')) return 'too-young';
  if ((account.guard.failures[thing.id]?.inARow ?? 0) >= FAILURES_TO_CONFIRM_ANEW)
    return 'confirm-anew';
  return undefined;
};

/** Why a contact point proves nothing now, if so (R1, R3, R7, R12). */
export const pointRefusal = (
  point: ContactPoint,
  kind: ChallengeKind,
  subject: Subject,
): NoCount | undefined => {
  if (pointsGoing(subject.measures).includes(point.id)) return 'being-replaced';
  const common = commonRefusal(point, point.source === 'import-new-account', subject);
  if (common) return common;
  if (point.accountsWithIt >= SHARED_BY_TOO_MANY) return 'on-many-accounts';
  if (point.opensWithAccount) return 'opens-with-account';
  if (point.refusedAt) return 'refused-last-message';
  if (kind === 'sms-challenge' && !point.smsCapable) return 'no-sms';
  return undefined;
};

const PROVES_AS_REMAINING: readonly Factor['kind'][] = ['authenticator-app', 'security-key'];

const factorRefusal = (factor: Factor, subject: Subject): NoCount | undefined => {
  if (!PROVES_AS_REMAINING.includes(factor.kind)) return 'not-a-remaining-factor';
  if (factorsGoing(subject.measures).includes(factor.id)) return 'being-replaced';
  return commonRefusal(factor, false, subject);
};

const challengesOver = ({ kind }: ContactPoint): ChallengeKind[] =>
  kind === 'email' ? ['email-challenge'] : ['sms-challenge', 'voice-challenge'];

/** Every proof that the account could give in this case; those that do not count say why (R1–R4, R7). */
export const offersOf = (subject: Subject): Offer[] => {
  const { account, policy } = subject;
  const replaced = factorsGoing(subject.measures);
  const offers: Offer[] = [
    ...onFile(account).flatMap((point) =>
      challengesOver(point).map((kind) => ({
        kind,
        restsOn: point.id,
        means: meansOfContactPoint(point, account.contactPoints),
        refused: pointRefusal(point, kind, subject),
      })),
    ),
    ...account.factors
      .filter((factor) => isSecondFactor(factor) && isUsable(factor))
      .map((factor) => ({
        kind: 'remaining-factor' as const,
        restsOn: factor.id,
        means: meansOfFactor(factor, account.contactPoints),
        refused: factorRefusal(factor, subject),
      })),
    ...account.factors
      .filter((factor) => factor.kind === 'backup-codes' && isUsable(factor))
      .map((factor) => ({
        kind: 'backup-code' as const,
        restsOn: factor.id,
        means: meansOfFactor(factor, account.contactPoints),
        refused:
          replaced.includes(factor.id) || kindToEnrol(subject.measures) === 'backup-codes'
            ? ('being-replaced' as const)
            : commonRefusal(factor, false, subject),
      })),
    ...liveContacts(account).map((contact) => ({
      kind: 'recovery-contact' as const,
      restsOn: contact.id,
      means: meansOfContact(contact, account),
      refused: contactNoCount(contact, {
        account,
        policy,
        now: subject.now,
        openedAt: subject.openedAt ?? subject.now,
        acted: [],
      }),
    })),
    { kind: 'identity-check', means: 'identity-check' },
  ];
  return offers.map(({ refused, ...offer }) => {
    const why =
      refused ?? (policy.refusedProofs.includes(offer.kind) ? 'policy-refuses' : undefined);
    return why ? { ...offer, refused: why } : offer;
  });
};

/** What goes: the factors that the measures name, and those whose codes went to a contact point that goes. */
const factorsToGo = (measures: readonly Measure[], account: Account): string[] => {
  const points = pointsGoing(measures);
  const resting = account.factors.filter(
    (f) => isUsable(f) && f.contactPointId !== undefined && points.includes(f.contactPointId),
  );
  return [...new Set([...factorsGoing(measures), ...resting.map(({ id }) => id)])];
};

/**
 * How long each kind of wait is (design.md §4). A contact point or a password is what later recoveries rest on: no
 * check shortens their wait (decision 0011).
 */
const waitsFor = (measures: readonly Measure[], policy: Policy): Plan['waits'] => {
  const heavy = weightOf(measures) === 3 ? atLeast(policy, 'waitHeavy') : 0;
  const kinds = kindsToSetUp(measures);
  const onlyPass = kinds.length === 1 && kinds[0] === 'temporary-pass' && measures.length === 1;
  return {
    independent: Math.max(heavy, atLeast(policy, 'waitFactor')),
    inPerson: Math.max(heavy, atLeast(policy, onlyPass ? 'waitInPersonPass' : 'waitInPerson')),
    daily: Math.max(heavy, atLeast(policy, 'waitNoChannel')),
    dailyTwoPoints: Math.max(heavy, atLeast(policy, 'waitNoChannelTwoPoints')),
  };
};

/**
 * What this case must have before its measures may run, and why. Never below the floor: fewer means than R2 asks,
 * or a wait below its limit, cannot come out of it whatever the policy says.
 */
export const compilePlan = (subject: Subject): Plan => {
  const { account, measures, policy, now } = subject;
  const contested =
    account.guard.contestedUntil !== undefined && account.guard.contestedUntil > now;
  const twoFactor = hadSecondFactor(account, now);
  const imported = account.importedAt !== undefined;
  const meansNeeded =
    twoFactor || imported ? FLOOR.meansWithSecondFactor : FLOOR.meansWithoutSecondFactor;
  const reasons: PlanReason[] = [
    twoFactor
      ? 'two-means-second-factor'
      : imported
        ? 'two-means-imported'
        : 'one-means-never-two-factor',
  ];
  if (contested) reasons.push('in-person-contested');
  const both = setsPasswordAndFactor(measures);
  if (both) reasons.push('in-person-password-and-factor');
  if (weightOf(measures) === 3) reasons.push('heavy-wait');
  if (factorsGoing(measures).length > 0) reasons.push('goes-with-factor');
  return {
    measures: [...measures],
    weight: weightOf(measures),
    meansNeeded,
    inPersonOnly: contested || both,
    offers: offersOf(subject),
    going: {
      factorIds: factorsToGo(measures, account),
      ...(pointsGoing(measures).length > 0 ? { contactPointIds: pointsGoing(measures) } : {}),
      backupCodes: backupCodesGo(measures) || pointsGoing(measures).length > 0,
      devices: true,
      sessions: true,
    },
    approvers: FLOOR.approvers,
    waits: waitsFor(measures, policy),
    reasons,
    policyVersion: policy.version,
  };
};

/** A plan is heavier when it asks more means, another approver or a longer wait, or makes a heavier change (R5). */
export const isHeavier = (next: Plan, than: Plan): boolean =>
  next.weight > than.weight ||
  next.meansNeeded > than.meansNeeded ||
  (next.inPersonOnly && !than.inPersonOnly) ||
  next.approvers > than.approvers ||
  (Object.keys(next.waits) as (keyof Plan['waits'])[]).some(
    (wait) => next.waits[wait] > than.waits[wait],
  );

const inPerson = (proof: Proof): boolean => proof.identityCheck?.mode === 'in-person';

/** What rests on the word of staff alone: a check at a distance, a code that was read out. It never stands alone (R6, R9). */
const onWordOfStaff = (proof: Proof): boolean =>
  proof.kind === 'identity-check' || proof.throughStaff === true;

/** Whether these proofs are enough for the plan: an identity check in person stands alone (R6), else distinct means (R1, R2). */
export const proofsSuffice = (plan: Plan, proofs: readonly Proof[]): boolean => {
  const counting = proofs.filter(
    (proof) => proof.status === 'given' && (proof.weight ?? 0) >= plan.weight,
  );
  if (counting.some(inPerson)) return true;
  if (plan.inPersonOnly) return false;
  return meansGiven(counting) >= plan.meansNeeded && !counting.every(onWordOfStaff);
};

export const meansGiven = (proofs: readonly Proof[]): number =>
  countMeans(proofs.flatMap((proof) => (proof.means ? [proof.means] : [])));

/**
 * Contact points that may start the clock: live, on file, not reported, and without a proof in this case (R25).
 * A point whose means gave a proof in another way (the number of the phone that holds the app, or may hold it) is not
 * independent either.
 */
export const independentPoints = (c: Case, account: Account): ContactPoint[] => {
  const used = proofsGiven(c).flatMap((proof): Means[] => (proof.means ? [proof.means] : []));
  const meansOf = (point: ContactPoint) => meansOfContactPoint(point, account.contactPoints);
  return livePoints(c, account).filter(
    (point) => stoodBefore(point, c) && !used.some((means) => mayBeSame(means, meansOf(point))),
  );
};

/**
 * Whoever got a number or mailbox on file just before the case would tell only themselves of it; and what the case
 * gives up may be out of the owner's hands already (R3).
 */
const stoodBefore = (point: ContactPoint, { openedAt, measures }: Case): boolean => {
  const age = between(point.addedAt, openedAt);
  if (pointsGoing(measures).includes(point.id)) return false;
  if (point.givenByCase && age < GIVEN_BY_CASE) return false;
  return point.source === 'import-new-account' || age >= BOUNDS.contactPointAge.min;
};

/** Where a notice can arrive. */
export const livePoints = (c: Case, account: Account): ContactPoint[] =>
  onFile(account).filter(
    (point) =>
      !point.refusedAt &&
      !c.reported.includes(point.id) &&
      !account.guard.reported[point.id] &&
      (point.kind === 'email' || point.smsCapable),
  );

/** Which wait these proofs and channels lead to, and how long it is (design.md §4, R25). */
export const waitFor = (
  c: Case,
  plan: Plan,
  account: Account,
): { rule: WaitRule; length: Duration } => {
  if (proofsGiven(c).some(inPerson)) return { rule: 'in-person', length: plan.waits.inPerson };
  if (independentPoints(c, account).length > 0)
    return { rule: 'independent', length: plan.waits.independent };
  return { rule: 'daily', length: dailyLength(c, plan) };
};

/** R25: shorter where two different contact points gave the proofs; factors and checks are not contact points. */
export const dailyLength = (c: Case, plan: Plan): Duration => {
  const points = new Set(
    proofsGiven(c)
      .filter((proof) => isChallenge(proof.kind))
      .map((proof) => proof.restsOn),
  );
  return points.size >= 2 ? plan.waits.dailyTwoPoints : plan.waits.daily;
};
