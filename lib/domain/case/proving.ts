import { rolesIn } from '../access/roles';
import { isNewStep } from '../account/factor';
import { sentLastHour } from '../account/guard';
import type { CaseEvent } from '../audit/event';
import { hours, plus } from '../time';
import { planHashOf } from './approving';
import type { Case } from './case';
import { lacksSecret, planFor, secretStands } from './collecting';
import {
  type Answer,
  type CommandOf,
  type Decision,
  decided,
  type Refusal,
  refuse,
} from './command';
import { type Facts, staffOf } from './facts';
import type { Offer, Plan } from './plan';
import type { Challenge, Proof } from './proof';
import { throttled } from './throttled';

type Outcome = Decision | Refusal;

export const offerFor = (plan: Plan, kind: Offer['kind'], restsOn: string | undefined) =>
  plan.offers.find((offer) => offer.kind === kind && offer.restsOn === restsOn);

export const proofOver = (c: Case, restsOn: string): Proof | undefined =>
  c.proofs.find((proof) => proof.restsOn === restsOn && proof.status !== 'void');

/**
 * Sends a code to a contact point on file, never to a typed destination (R8). A holder may only ask again for what
 * the desk began, and has a budget of its own, so that outsiders cannot use up the desk's (R13).
 */
export const sendChallenge = (
  c: Case,
  command: CommandOf<'send-challenge'>,
  facts: Facts,
): Outcome => {
  const { account, policy, now } = facts;
  if (c.status !== 'collecting' || !c.plan) return refuse('wrong-status');
  const plan = planFor(c, facts);
  const offer = offerFor(plan, command.kind, command.contactPointId);
  if (!offer) return refuse('contact-point-unknown');
  if (offer.refused) return refuse('proof-does-not-count');
  const before = proofOver(c, command.contactPointId);
  if (before?.status === 'given') return refuse('already-proven');
  if (before?.status === 'closed') return refuse('proof-closed');
  const asked = facts.actor.kind === 'staff' ? 'staff' : 'holder';
  if (asked === 'holder' && !before) return refuse('not-allowed');
  const sent = sentLastHour(account.guard, command.contactPointId, asked, now);
  if (sent.length >= policy.codesPerHour)
    return refuse('too-many-codes', { retryAt: plus(sent[0] ?? now, hours(1)) });
  const proofId = before?.id ?? facts.newId();
  const challenge: Challenge = {
    id: facts.newId(),
    number: (before?.challenge?.number ?? 0) + 1,
    contactPointId: command.contactPointId,
    sentAt: now,
    expiresAt: plus(
      now,
      command.kind === 'email-challenge' ? policy.emailCodeLife : policy.phoneCodeLife,
    ),
    wrongEntries: 0,
    weight: plan.weight,
    digits: policy.codeDigits,
    ...(policy.readingOutAllowed ? { readingOutAllowed: true } : {}),
    delivery: 'queued',
  };
  const opened: CaseEvent = {
    type: 'proof-opened',
    proofId,
    kind: command.kind,
    restsOn: command.contactPointId,
    means: offer.means,
  };
  return decided(
    [
      ...(before ? [] : [opened]),
      { type: 'challenge-sent', proofId, kind: command.kind, means: offer.means, challenge, asked },
    ],
    {
      effects: [
        {
          kind: 'send-code',
          id: facts.newId(),
          proofId,
          challengeId: challenge.id,
          number: challenge.number,
          contactPointId: command.contactPointId,
        },
      ],
    },
  );
};

/** The first accepted proof gives the screen that it was given on the case secret (R15). */
export const secretFor = (c: Case, screenId: string): { events: CaseEvent[]; answer: Answer } => {
  if (secretStands(c)) return { events: [], answer: { matched: true } };
  const generation = (c.secret?.generation ?? 0) + 1;
  return {
    events: [{ type: 'case-secret-given', screenId, generation, shown: true }],
    answer: { matched: true, secretGeneration: generation },
  };
};

/** A wrong entry is a decision: it counts, on the code, on the proof and on the account (R12). */
export const wrong = (proof: Proof, restsOn: string, facts: Facts): Decision => {
  const closes = proof.wrongEntries + 1 >= facts.policy.entriesPerProof;
  const entries = (proof.challenge?.wrongEntries ?? 0) + 1;
  return decided(
    [
      { type: 'code-refused', proofId: proof.id, restsOn, reason: 'wrong' },
      ...(closes
        ? [
            {
              type: 'proof-closed' as const,
              proofId: proof.id,
              reason: 'too-many-entries' as const,
            },
          ]
        : []),
    ],
    {
      answer: {
        matched: false,
        entriesLeft: closes ? 0 : Math.max(0, facts.policy.entriesPerCode - entries),
      },
    },
  );
};

/** R9: off by default; one reading out per plan at most, and never the only kind of proof. */
const readingOutRefused = (c: Case, { actor, policy }: Facts): Refusal | undefined => {
  if (actor.kind !== 'staff') return undefined;
  const before = c.proofs.some((proof) => proof.status === 'given' && proof.throughStaff);
  return !policy.readingOutAllowed || before ? refuse('reading-out-not-allowed') : undefined;
};

/** Judges a typed code: only the newest, once, in its time, for the request that it was made for (R11). */
export const enterCode = (c: Case, command: CommandOf<'enter-code'>, facts: Facts): Outcome => {
  if (c.status !== 'collecting' || !c.plan) return refuse('wrong-status');
  const proof = c.proofs.find((p) => p.id === command.verdict.proofId);
  if (!proof?.restsOn || !proof.means || proof.status === 'void') return refuse('no-code-sent');
  if (proof.status === 'given') return refuse('already-proven');
  if (proof.status === 'closed') return refuse('proof-closed');
  const reading = readingOutRefused(c, facts);
  if (reading) return reading;
  if (secretStands(c) && facts.actor.kind === 'holder') {
    const lacking = lacksSecret(c, facts);
    if (lacking) return lacking;
  }
  const challenge = proof.challenge;
  if (!challenge) return refuse('no-code-sent');
  const slow = throttled(proof.restsOn, facts);
  if (slow) return slow;
  if (challenge.wrongEntries >= facts.policy.entriesPerCode) return refuse('code-used-up');
  const newest =
    challenge.id === command.verdict.challengeId && challenge.number === command.verdict.number;
  if (!newest || challenge.expiresAt <= facts.now) return refuse('code-expired');
  if (!command.verdict.matches) return wrong(proof, proof.restsOn, facts);
  if (offerFor(planFor(c, facts), proof.kind, proof.restsOn)?.refused)
    return refuse('proof-does-not-count');
  const throughStaff = facts.actor.kind === 'staff';
  const secret = throughStaff
    ? { events: [], answer: { matched: true } }
    : secretFor(c, command.screenId);
  return decided(
    [
      {
        type: 'proof-given',
        proofId: proof.id,
        kind: proof.kind,
        restsOn: proof.restsOn,
        means: proof.means,
        weight: challenge.weight,
        ...(throughStaff ? { throughStaff: true } : {}),
      },
      ...secret.events,
    ],
    { answer: secret.answer },
  );
};

/**
 * A factor that the holder still has, or a backup code, used on the holder's page (R4): every step, counter and code
 * once.
 */
export const proveWithFactor = (
  c: Case,
  command: CommandOf<'prove-with-factor'>,
  facts: Facts,
): Outcome => {
  if (c.status !== 'collecting' || !c.plan) return refuse('wrong-status');
  const { factorId, matches, step, number } = command.verdict;
  const plan = planFor(c, facts);
  const offer =
    offerFor(plan, 'remaining-factor', factorId) ?? offerFor(plan, 'backup-code', factorId);
  if (!offer || offer.refused) return refuse('proof-does-not-count');
  const before = proofOver(c, factorId);
  if (before?.status === 'given') return refuse('already-proven');
  if (before?.status === 'closed') return refuse('proof-closed');
  if (secretStands(c)) {
    const lacking = lacksSecret(c, facts);
    if (lacking) return lacking;
  }
  const slow = throttled(factorId, facts);
  if (slow) return slow;
  const proof: Proof = before ?? {
    id: facts.newId(),
    kind: offer.kind,
    status: 'open',
    restsOn: factorId,
    means: offer.means,
    wrongEntries: 0,
  };
  const opened: CaseEvent[] = before
    ? []
    : [
        {
          type: 'proof-opened',
          proofId: proof.id,
          kind: offer.kind,
          restsOn: factorId,
          means: offer.means,
        },
      ];
  const factor = facts.account.factors.find((f) => f.id === factorId);
  const usedBefore = number !== undefined && factor?.usedCodes?.includes(number);
  if (!matches || !factor || usedBefore || !isNewStep(factor, step)) {
    const refused = wrong(proof, factorId, facts);
    return { ...refused, events: [...opened, ...refused.events] };
  }
  const secret = secretFor(c, command.screenId);
  return decided(
    [
      ...opened,
      {
        type: 'proof-given',
        proofId: proof.id,
        kind: offer.kind,
        restsOn: factorId,
        means: offer.means,
        weight: c.plan.weight,
        ...(step === undefined ? {} : { step }),
      },
      ...secret.events,
    ],
    {
      rows: [
        ...(step === undefined ? [] : [{ kind: 'factor-step' as const, factorId, step }]),
        ...(number === undefined ? [] : [{ kind: 'backup-code-used' as const, factorId, number }]),
      ],
      answer: secret.answer,
    },
  );
};

/** A screen shows a number that the recorder of an identity check can type (R6). */
export const offerScreen = (c: Case, command: CommandOf<'offer-screen'>): Outcome => {
  if (!['collecting', 'executing'].includes(c.status)) return refuse('wrong-status');
  return decided(
    c.screens.includes(command.screenId)
      ? []
      : [{ type: 'screen-offered', screenId: command.screenId }],
    { answer: { screenId: command.screenId } },
  );
};

/** The case secret is shown once to be written down, on the screen that it was given to. */
export const showSecret = (c: Case, command: CommandOf<'show-secret'>): Outcome => {
  if (!c.secret || c.secret.screenId !== command.screenId) return refuse('screen-unknown');
  if (c.secret.shown) return refuse('nothing-to-do');
  return decided([{ type: 'case-secret-shown', generation: c.secret.generation }], {
    answer: { secretGeneration: c.secret.generation },
  });
};

/** Two functional administrators (or stand-ins) name someone who may see the holder in person (R6). */
export const nameIdentityChecker = (
  c: Case,
  command: CommandOf<'name-identity-checker'>,
  facts: Facts,
): Outcome => {
  if (c.status !== 'collecting') return refuse('wrong-status');
  const { staffId, personId } = staffOf(facts);
  if (command.staffId === staffId) return refuse('same-person-named');
  if (c.checkersNamed[command.staffId]?.includes(personId)) return refuse('nothing-to-do');
  return decided([{ type: 'identity-checker-named', staffId: command.staffId }]);
};

const mayCheckInPerson = (c: Case, facts: Facts): boolean => {
  const staff = staffOf(facts);
  const roles = rolesIn(staff, c.organisationId);
  const namedBy = c.checkersNamed[staff.staffId] ?? [];
  return (
    roles.includes('functional-administrator') ||
    roles.includes('stand-in') ||
    namedBy.filter((personId) => personId !== staff.personId).length >= 2
  );
};

/**
 * An identity check, recorded as kind of document, place and result (R6). In person it stands alone and gives its
 * screen a new case secret, also where the old one was lost (R15); at a distance it is one means of two.
 * A new secret for measures that are already running asks a second person once more: else whoever may record a
 * check could take over any recovery alone.
 */
export const recordIdentityCheck = (
  c: Case,
  command: CommandOf<'record-identity-check'>,
  facts: Facts,
): Outcome => {
  const inPerson = command.check.mode === 'in-person';
  const unused = c.enrolment !== undefined && !c.enrolment.confirmedAt;
  const lostSecret = c.status === 'executing' && unused && inPerson;
  if (!c.plan || (c.status !== 'collecting' && !lostSecret)) return refuse('wrong-status');
  if (inPerson && !mayCheckInPerson(c, facts)) return refuse('in-person-needs-administrator');
  const identityCheck = { ...command.check, recordedBy: staffOf(facts).staffId };
  if (command.result === 'differs')
    return decided([{ type: 'identity-check-failed', identityCheck }]);
  const screenId = command.screenId;
  if (!screenId || !c.screens.includes(screenId)) return refuse('screen-unknown');
  if (secretStands(c) && !inPerson && c.secret?.screenId !== screenId)
    return refuse('secret-needed');
  if (c.proofs.some((p) => p.status === 'given' && p.kind === 'identity-check') && !inPerson)
    return refuse('already-proven');
  if (offerFor(planFor(c, facts), 'identity-check', undefined)?.refused)
    return refuse('proof-does-not-count');
  const proofId = facts.newId();
  const events: CaseEvent[] = [
    { type: 'proof-opened', proofId, kind: 'identity-check', means: 'identity-check' },
    {
      type: 'proof-given',
      proofId,
      kind: 'identity-check',
      means: 'identity-check',
      weight: c.plan.weight,
      identityCheck,
    },
  ];
  const keeps = secretStands(c) && c.secret?.screenId === screenId;
  if (!keeps)
    events.push({
      type: 'case-secret-given',
      screenId,
      generation: (c.secret?.generation ?? 0) + 1,
      shown: false,
    });
  if (!lostSecret || keeps) return decided(events);
  const given: Proof = {
    id: proofId,
    kind: 'identity-check',
    status: 'given',
    means: 'identity-check',
    wrongEntries: 0,
    identityCheck,
  };
  const planHash = planHashOf({ ...c, proofs: [...c.proofs, given] }, c.plan, facts);
  events.push({ type: 'approval-asked', plan: c.plan, planHash });
  return decided(events, {
    effects: [{ kind: 'tell-staff', id: facts.newId(), letter: 'approval-asked' }],
  });
};
