import { DOORS } from '../access/permissions';
import type { Actor } from '../access/roles';
import { ENROLLABLE_KINDS } from '../account/factor';
import { SPOKEN } from '../account/vouch';
import type { CaseCommand } from '../case/command';
import type { Measure } from '../case/measure';
import { CHALLENGE_KINDS } from '../case/proof';
import { days, hours, minutes, plus } from '../time';
import type { Dice } from './dice';
import * as people from './people';
import { aNewNumber, type Story } from './story';

const SPANS = [
  1,
  minutes(1),
  minutes(11),
  hours(1),
  hours(5),
  hours(25),
  hours(49),
  hours(73),
  days(8),
  days(15),
  days(31),
];
export const span = (dice: Dice) => dice.pick(SPANS) ?? 1;
export const SCREENS = ['phone', 'phone', 'phone', 'thief'];
export const TWIN = people.staff('twin', 'functional-administrator', {
  personId: people.agent.personId,
});

export const STAFF = [
  people.agent,
  people.otherAgent,
  people.administrator,
  people.otherAdministrator,
  people.thirdAdministrator,
  people.standIn,
  people.auditor,
  TWIN,
];
export const ADMINISTRATORS = [
  people.administrator,
  people.otherAdministrator,
  people.thirdAdministrator,
  people.standIn,
];

export const anId = (dice: Dice, ids: readonly string[]) =>
  (dice.once(12) ? 'unknown' : dice.pick(ids)) ?? 'unknown';
export const pointIds = (story: Story) => story.desk.account().contactPoints.map((p) => p.id);
export const contactIds = (story: Story) => story.desk.account().recoveryContacts.map((p) => p.id);
export const factorIds = (story: Story) => story.desk.account().factors.map((f) => f.id);

export const someone = (dice: Dice, story: Story): Actor => {
  const screen = dice.pick(SCREENS);
  switch (dice.roll(8)) {
    case 0:
      return dice.once(2)
        ? { kind: 'contact', contactId: anId(dice, contactIds(story)) }
        : story.link(anId(dice, pointIds(story)));
    case 1:
      return story.signedIn(dice.once(2) ? 's1' : 's2');
    case 2:
    case 3:
      return story.holder(screen);
    case 4:
      return people.system;
    default:
      return dice.pick(STAFF) ?? people.agent;
  }
};

export const someMeasures = (dice: Dice, story: Story): Measure[] => {
  const factorId = () => anId(dice, factorIds(story));
  const enrol = dice.pick(ENROLLABLE_KINDS) ?? 'authenticator-app';
  const one = (): Measure => {
    const kind = dice.roll(6);
    if (kind === 4) return { kind: 'new-password' };
    if (kind === 5) {
      const point = dice.pick(story.desk.account().contactPoints);
      return {
        kind: 'change-contact-point',
        contactPointId: point?.id ?? 'unknown',
        point: point?.kind ?? 'email',
      };
    }
    if (kind === 0) return { kind: 'add-factor', enrol };
    return kind === 1
      ? { kind: 'replace-factor', factorId: factorId(), enrol }
      : { kind: 'remove-factor', factorId: factorId() };
  };
  if (dice.once(8)) return [one(), { kind: 'new-password' }];
  return dice.once(6) ? [one(), { kind: 'remove-factor', factorId: factorId() }] : [one()];
};

/** Any command of any kind, about anything that exists or does not. */
export const someCommand = (
  dice: Dice,
  story: Story,
  c: ReturnType<Story['case']>,
): CaseCommand => {
  const type = dice.pick(Object.keys(DOORS) as CaseCommand['type'][]) ?? 'wake';
  const stepId = anId(
    dice,
    c.steps.map((step) => step.id),
  );
  const reason = { noteId: 'note', text: 'because', hash: 'hash' };
  const screenId = dice.pick(SCREENS) ?? 'phone';
  const code = dice.pick(story.desk.codes);
  const matches = !dice.once(3);
  const proof = dice.pick(c.proofs);
  switch (type) {
    case 'open-case':
      return {
        type,
        caseId: story.id,
        handle: '7K3M9Q2XTB',
        symptom: 'lost-factor',
        ...(dice.once(2)
          ? { asked: { screenId, verdict: { requestId: 'request-of-case-1', number: 1, matches } } }
          : {}),
      };
    case 'finish-runbook':
      return { type, helped: dice.once(9) };
    case 'choose-measures':
      return { type, measures: someMeasures(dice, story) };
    case 'send-challenge':
      return {
        type,
        kind: dice.pick(CHALLENGE_KINDS) ?? 'email-challenge',
        contactPointId: anId(dice, pointIds(story)),
      };
    case 'enter-code': {
      const { proofId, challengeId, number } = code ?? { proofId: '', challengeId: '', number: 0 };
      return { type, screenId, verdict: { proofId, challengeId, number, matches } };
    }
    case 'prove-with-factor':
      return {
        type,
        screenId,
        verdict: { factorId: anId(dice, factorIds(story)), matches, step: dice.roll(4) },
      };
    case 'offer-screen':
    case 'show-secret':
      return { type, screenId };
    case 'report-loss':
      return { type, ids: [anId(dice, [...pointIds(story), ...factorIds(story)])] };
    case 'name-identity-checker':
      return { type, staffId: dice.pick(STAFF)?.staffId ?? '' };
    case 'record-identity-check':
      return {
        type,
        screenId,
        result: dice.once(5) ? 'differs' : 'matches',
        check: {
          mode: dice.once(2) ? 'in-person' : 'remote',
          documentKind: 'passport',
          place: 'x',
        },
      };
    case 'approve':
    case 'renew-enrolment':
      return { type, planHash: dice.once(9) ? 'another' : (c.planHash ?? '') };
    case 'decline':
    case 'cancel':
      return { type, reason };
    case 'note-sign-in':
      return {
        type,
        signInId: dice.once(2) ? 's1' : 's2',
        factorId: anId(dice, factorIds(story)),
        at: dice.once(3) ? plus(story.desk.now(), -span(dice)) : story.desk.now(),
      };
    case 'answer-pause':
      return { type, answer: dice.once(3) ? 'not-me' : 'go-on' };
    case 'note-not-asked': {
      const { proofId, challengeId } = code ?? { proofId: '', challengeId: `own-${dice.roll(5)}` };
      const about = dice.once(3)
        ? { kind: 'sign-in' as const, ticketHash: 'hash', codeId: `own-${dice.roll(9)}` }
        : { kind: 'challenge' as const, caseId: story.id, proofId, challengeId };
      return dice.once(4)
        ? { type, about }
        : { type, about, contactPointId: anId(dice, pointIds(story)) };
    }
    case 'start-enrolment':
      return {
        type,
        kind: c.enrolment?.kind ?? dice.pick(ENROLLABLE_KINDS) ?? 'security-key',
        factorId: `new-${story.id}-${dice.roll(3)}`,
        sealed: '',
        label: 'new',
        to: dice.once(2)
          ? { contactPointId: anId(dice, pointIds(story)) }
          : { point: aNewNumber(`point-${story.id}-${dice.roll(3)}`) },
      };
    case 'send-enrolment-code':
      return { type, byVoice: dice.once(2) };
    case 'confirm-enrolment': {
      const { factorId = 'unknown', code } = c.enrolment ?? {};
      const shown = code && !dice.once(4) ? { id: code.id, number: code.number } : undefined;
      return {
        type,
        verdict: { factorId, matches, ...(shown ? { code: shown } : {}) },
        ...(dice.once(2) ? { passwordHash: 'argon2' } : {}),
      };
    }
    case 'perform-step':
      return { type, stepId };
    // Two directories at once do not exist: the built-in one claims nothing, so these only answer what is not asked.
    case 'claim-step':
      return { type, stepId: 'unknown' };
    case 'report-step':
      return { type, stepId, outcome: dice.once(2) ? 'done' : 'unknown' };
    case 'report-read-back':
      return { type, stepId, left: ['app'] };
    case 'report-message': {
      const outcome = dice.once(3) ? 'refused' : 'accepted';
      const notice = dice.pick(c.notices);
      if (dice.once(2) && proof?.challenge)
        return {
          type,
          outcome,
          about: {
            proofId: proof.id,
            challengeId: proof.challenge.id,
            number: proof.challenge.number,
          },
        };
      return { type, outcome, about: { notice: notice?.id ?? 'unknown' } };
    }
    case 'end-stuck':
      return { type, choice: dice.pick(['try-again', 'end', 'was-done'] as const) ?? 'end' };
    case 'decide-after-veto':
      return { type, choice: dice.once(2) ? 'kept' : 'removed' };
    case 'ask-contact':
      return { type, contactId: anId(dice, contactIds(story)) };
    case 'show-contact-code':
      return { type, screenId, proofId: proof?.id ?? 'unknown' };
    case 'vouch': {
      const { id: challengeId = '', number = 0 } = proof?.question ?? {};
      const contactId = proof?.restsOn ?? anId(dice, contactIds(story));
      const spoken = dice.pick(SPOKEN) ?? 'in-person';
      return {
        type,
        acted: [],
        vouching: { contactId, spoken, verdict: { challengeId, number, matches } },
      };
    }
    default:
      return { type };
  }
};
