import type { HolderActor } from '../domain/access/roles';
import {
  type Account,
  type ContactPoint,
  type ContactPointKind,
  onFile,
} from '../domain/account/account';
import {
  type EnrollableKind,
  type FactorKind,
  isSent,
  isUsable,
  type SentKind,
} from '../domain/account/factor';
import { maskedContactPoint } from '../domain/account/masked';
import { countMeans } from '../domain/account/means';
import { hasSecondFactor } from '../domain/account/own/password';
import {
  type Case,
  type CaseStatus,
  type Enrolment,
  isOpen,
  type Pause,
  proofsGiven,
} from '../domain/case/case';
import { factorsGoing, kindsToSetUp, pointsGoing, type SetUpKind } from '../domain/case/measure';
import { type NamedMeasure, namedMeasures } from '../domain/case/named-measure';
import type { Plan } from '../domain/case/plan';
import { isChallenge, type Proof, type ProofKind } from '../domain/case/proof';
import { VETO_UNTIL } from '../domain/case/stopping';
import { meansGiven, proofsSuffice, waitFor } from '../domain/policy/compile';
import type { Policy } from '../domain/policy/policy';
import { between, type Duration, type Instant } from '../domain/time';

/** A code that the desk sent and that can be entered on this screen now. */
export type AskedCode = {
  proofId: string;
  over: 'email' | 'sms' | 'voice';
  digits: number;
  expiresAt: Instant;
  state: 'open' | 'expired' | 'used-up' | 'closed';
  /** Masked, on the screen that holds the case secret only. */
  to?: string;
  refused: boolean;
};

/** A recovery contact was asked; the name, on the screen that holds the case secret only. */
export type AskedContact = { proofId: string; name?: string };

export type RemainingFactor = {
  factorId: string;
  kind: EnrollableKind | 'backup-codes';
  label: string;
};

export type Losable =
  | { id: string; kind: ContactPointKind; to: string; reported: boolean }
  | { id: string; kind: 'factor'; factor: FactorKind; label: string; reported: boolean };

/** Where on its way the case is, for the path on the page. */
export type HolderStage = 'first' | 'second' | 'approval' | 'wait' | 'last' | 'done' | 'ended';

/** Setting up is open until `closesAt`; `factorId` is what was begun. */
export type SettingUp = {
  kind: SetUpKind;
  closesAt: Instant;
  factorId?: string;
  /** The code that was sent to confirm it; `to` masked where it is on file, else as it was typed on this screen. */
  code?: {
    via: SentKind;
    digits: number;
    expiresAt: Instant;
    state: 'open' | 'expired' | 'used-up';
    to?: string;
  };
  /** Contact points on file that can take the codes of this factor. */
  points: { id: string; to: string }[];
  /** Of a password: it is the only factor, so it has to be longer. */
  onlyFactor: boolean;
  /** How many things are set up in this case, and which one this is. */
  step: { of: number; number: number };
};

/** What a screen that holds the case secret sees beside what a handle alone shows (R15). */
export type HeldView = {
  /** Undefined while the clock is held until a notice arrives. */
  waitEndsAt?: Instant;
  waitLength?: Duration;
  pause?: Pick<Pause, 'reason' | 'until'>;
  enrolment?: SettingUp;
  remaining: RemainingFactor[];
  losable: Losable[];
};

export type HolderView = {
  now: Instant;
  organisation: { name: string; timeZone: string };
  handle: string;
  agent?: string;
  /** The holder asked for it, without calling (R42). */
  asked: boolean;
  /** By kinds only: labels of factors are for the screen that holds the case secret. */
  measures: NamedMeasure[];
  /** All that the holder sets up, in order. */
  setsUp: SetUpKind[];
  status: CaseStatus;
  stage: HolderStage;
  /** One proof is enough for this plan. */
  oneProof: boolean;
  inPersonOnly: boolean;
  firstProof?: ProofKind;
  usualWait?: Duration;
  waitHeld: boolean;
  enough: boolean;
  readingOutAllowed: boolean;
  /** Whether somebody holds the case secret, whether this screen does, and whether it may fetch a new one (R6). */
  secret: { given: boolean; held: boolean; ready: boolean };
  codes: AskedCode[];
  contacts: AskedContact[];
  enrolment?: { kind: SetUpKind; confirmed: boolean };
  veto: 'stops' | 'locks' | 'none';
  /** A late veto switched off what the case gave, until a functional administrator decides (R26). */
  locked: boolean;
  held?: HeldView;
};

export type HolderRead = {
  now: Instant;
  case: Case;
  account: Account;
  organisation: { name: string; timeZone: string };
  agent?: string;
  policy: Policy;
  /** What was typed to be set up, and is not on file yet. */
  typedAddress?: string;
};

/**
 * What this screen may see of its case. With the handle alone: who asks what, for which measures, how far it is, and
 * the codes that are asked for (R15). Masked addresses, moments, labels only with the case secret.
 */
export const holderView = (read: HolderRead, actor: HolderActor): HolderView | undefined => {
  const { case: c, account, organisation, now, policy } = read;
  const held = c.secret !== undefined && actor.secretGeneration === c.secret.generation;
  if (!isOpen(c.status) && !held) return undefined;
  const seen = proofsGiven(c).some((proof) => proof.identityCheck?.mode === 'in-person');
  const first = c.proofs.find((p) => p.status === 'given') ?? c.proofs.find(isAsked);
  return {
    now,
    organisation: { name: organisation.name, timeZone: organisation.timeZone },
    handle: c.handle,
    ...(read.agent ? { agent: read.agent } : {}),
    asked: c.asked === true,
    measures: namedMeasures(c.measures, account),
    setsUp: kindsToSetUp(c.measures),
    status: c.status,
    stage: stageOf(c),
    oneProof: c.plan?.meansNeeded === 1 || c.plan?.inPersonOnly === true || seen,
    inPersonOnly: c.plan?.inPersonOnly ?? false,
    ...(first ? { firstProof: first.kind } : {}),
    ...(c.plan ? { usualWait: seen ? c.plan.waits.inPerson : c.plan.waits.independent } : {}),
    waitHeld: c.wait?.heldSince !== undefined,
    enough: c.plan ? proofsSuffice(c.plan, c.proofs) : false,
    readingOutAllowed: policy.readingOutAllowed,
    secret: {
      given: c.secret !== undefined,
      held,
      ready: c.secret?.shown === false && c.secret.screenId === actor.screenId,
    },
    codes: c.secret && !held ? [] : codesOf(c, account, policy, now, held),
    contacts: c.secret && !held ? [] : contactsOf(c, account, held),
    ...(c.enrolment
      ? { enrolment: { kind: c.enrolment.kind, confirmed: c.enrolment.confirmedAt !== undefined } }
      : {}),
    veto: vetoOf(c, now),
    locked: c.afterVeto === 'to-decide',
    ...(held ? { held: heldView(c, account, read) } : {}),
  };
};

const stageOf = (c: Case): HolderStage => {
  switch (c.status === 'paused' ? c.pause?.returnTo : c.status) {
    case 'collecting':
      if (c.plan && proofsSuffice(c.plan, c.proofs)) return 'approval';
      return meansGiven(proofsGiven(c)) > 0 ? 'second' : 'first';
    case 'awaiting-approval':
      return 'approval';
    case 'waiting':
      return 'wait';
    case 'executing':
    case 'stuck':
      return 'last';
    case 'completed':
      return 'done';
    default:
      return 'ended';
  }
};

const OVER = {
  'email-challenge': 'email',
  'sms-challenge': 'sms',
  'voice-challenge': 'voice',
} as const;

const isAsked = (proof: Proof): boolean =>
  isChallenge(proof.kind) && (proof.status === 'open' || proof.status === 'closed');

const codesOf = (
  c: Case,
  account: Account,
  policy: Policy,
  now: Instant,
  held: boolean,
): AskedCode[] => {
  if (c.status !== 'collecting') return [];
  return c.proofs.filter(isAsked).map((proof) => {
    const { challenge } = proof;
    const point = onFile(account).find((p) => p.id === proof.restsOn);
    return {
      proofId: proof.id,
      over: isChallenge(proof.kind) ? OVER[proof.kind] : 'email',
      digits: challenge?.digits ?? policy.codeDigits,
      expiresAt: challenge?.expiresAt ?? now,
      state: stateOf(proof, policy, now),
      refused: challenge?.delivery === 'refused',
      ...(held && point ? { to: shown(point) } : {}),
    };
  });
};

const contactsOf = (c: Case, { recoveryContacts }: Account, held: boolean): AskedContact[] =>
  c.status !== 'collecting'
    ? []
    : c.proofs
        .filter(({ kind, status }) => kind === 'recovery-contact' && status === 'open')
        .map(({ id, restsOn }) => {
          const name = recoveryContacts.find((contact) => contact.id === restsOn)?.name;
          return { proofId: id, ...(held && name ? { name } : {}) };
        });

/** Kept on one line: half of a masked number says nothing. */
const shown = (point: ContactPoint): string => maskedContactPoint(point).replaceAll(' ', '\u00a0');

const stateOf = (
  { status, challenge }: Proof,
  policy: Policy,
  now: Instant,
): AskedCode['state'] => {
  if (status === 'closed') return 'closed';
  if (!challenge || challenge.expiresAt <= now) return 'expired';
  return challenge.wrongEntries >= policy.entriesPerCode ? 'used-up' : 'open';
};

/** The same moments at which `decide` takes a veto (R26), so that the page offers no button that is refused. */
export const vetoOf = (c: Case, now: Instant): HolderView['veto'] => {
  const late =
    c.status === 'completed' &&
    c.completedAt !== undefined &&
    between(c.completedAt, now) <= VETO_UNTIL;
  const unusedEnrolment =
    c.status === 'expired' && c.enrolment !== undefined && !c.enrolment.confirmedAt;
  if (late) return 'locks';
  return isOpen(c.status) || unusedEnrolment ? 'stops' : 'none';
};

const heldView = (
  c: Case,
  account: Account,
  { policy, now, typedAddress }: Pick<HolderRead, 'policy' | 'now' | 'typedAddress'>,
): HeldView => {
  const length = c.wait?.length ?? (c.plan && waitFor(c, c.plan, account).length);
  return {
    ...(c.wait?.endsAt ? { waitEndsAt: c.wait.endsAt } : {}),
    ...(length ? { waitLength: length } : {}),
    ...(c.pause ? { pause: { reason: c.pause.reason, until: c.pause.until } } : {}),
    ...(c.status === 'executing' && c.enrolment && !c.enrolment.confirmedAt
      ? { enrolment: settingUp(c, c.enrolment, account, { policy, now, typedAddress }) }
      : {}),
    remaining: c.status === 'collecting' && c.plan ? remainingOf(c, c.plan, account) : [],
    losable: c.status === 'collecting' && c.plan ? losableOf(c, account) : [],
  };
};

const settingUp = (
  c: Case,
  { kind, closesAt, factorId, code, done = [] }: Enrolment,
  account: Account,
  { policy, now, typedAddress }: Pick<HolderRead, 'policy' | 'now' | 'typedAddress'>,
): SettingUp => {
  const known = code && onFile(account).find(({ id }) => id === code.contactPointId);
  const used = code && code.wrongEntries >= policy.entriesPerCode;
  const to = known ? shown(known) : typedAddress;
  return {
    kind,
    closesAt,
    ...(factorId ? { factorId } : {}),
    ...(code
      ? {
          code: {
            via: code.via,
            digits: code.digits,
            expiresAt: code.expiresAt,
            state: code.expiresAt <= now ? 'expired' : used ? 'used-up' : 'open',
            ...(to ? { to } : {}),
          },
        }
      : {}),
    points: pointsFor(kind, c, account).map((point) => ({ id: point.id, to: shown(point) })),
    onlyFactor: !hasSecondFactor(account) && kindsToSetUp(c.measures).length === 1,
    step: { of: kindsToSetUp(c.measures).length, number: done.length + 1 },
  };
};

/** What is on file can take the codes too; not what was lost, or goes. */
const pointsFor = (kind: SetUpKind, c: Case, account: Account): ContactPoint[] =>
  isSent(kind)
    ? onFile(account).filter(
        (point) =>
          (point.kind === 'email') === (kind === 'email-code') &&
          (kind !== 'sms' || point.smsCapable) &&
          ![...c.reported, ...pointsGoing(c.measures)].includes(point.id) &&
          !account.guard.reported[point.id] &&
          !hasAlready(kind, point, c, account),
      )
    : [];

/** The same codes go there now, and go on doing so. */
const hasAlready = (kind: SetUpKind, point: ContactPoint, c: Case, account: Account): boolean =>
  account.factors.some(
    (factor) =>
      isUsable(factor) &&
      factor.kind === kind &&
      factor.contactPointId === point.id &&
      !factorsGoing(c.measures).includes(factor.id),
  );

/** Only what brings the case further: a factor on the phone that has proven already is no second means (R1). */
const remainingOf = (c: Case, plan: Plan, account: Account): RemainingFactor[] => {
  const used = c.proofs.filter((p) => p.status === 'given' || p.status === 'closed');
  const means = proofsGiven(c).flatMap((proof) => proof.means ?? []);
  return plan.offers
    .filter(
      ({ kind, refused }) => (kind === 'remaining-factor' || kind === 'backup-code') && !refused,
    )
    .filter((offer) => !used.some((proof) => proof.restsOn === offer.restsOn))
    .filter((offer) => countMeans([...means, offer.means]) > countMeans(means))
    .flatMap((offer) => {
      const factor = account.factors.find((f) => f.id === offer.restsOn && isUsable(f));
      return factor &&
        (factor.kind === 'authenticator-app' ||
          factor.kind === 'security-key' ||
          factor.kind === 'backup-codes')
        ? [{ factorId: factor.id, kind: factor.kind, label: factor.label }]
        : [];
    });
};

/** Codes that go to a contact point are lost with it; they need no line of their own. */
const losableOf = (c: Case, account: Account): Losable[] => [
  ...onFile(account).map((point) => ({
    id: point.id,
    kind: point.kind,
    to: shown(point),
    reported: c.reported.includes(point.id),
  })),
  ...account.factors
    .filter((factor) => isUsable(factor) && !factor.contactPointId)
    .map((factor) => ({
      id: factor.id,
      kind: 'factor' as const,
      factor: factor.kind,
      label: factor.label,
      reported: c.reported.includes(factor.id),
    })),
];
