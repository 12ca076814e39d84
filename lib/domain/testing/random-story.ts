import { DOORS } from '../access/permissions';
import type { Actor } from '../access/roles';
import { ENROLLABLE_KINDS } from '../account/factor';
import type { CaseCommand } from '../case/command';
import type { Measure } from '../case/measure';
import { PROOF_KINDS } from '../case/proof';
import { nextActionOf } from '../case/summary';
import { days, hours, minutes, plus } from '../time';
import type { Desk } from './desk';
import type { Dice } from './dice';
import * as people from './people';
import { randomPolicy } from './random-account';
import { aStory, type Story } from './story';

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
const span = (dice: Dice) => dice.pick(SPANS) ?? 1;
const SCREENS = ['phone', 'phone', 'phone', 'thief'];
const TWIN = people.staff('twin', 'functional-administrator', { personId: people.agent.personId });

const STAFF = [
  people.agent,
  people.otherAgent,
  people.administrator,
  people.otherAdministrator,
  people.thirdAdministrator,
  people.standIn,
  people.auditor,
  TWIN,
];
const ADMINISTRATORS = [
  people.administrator,
  people.otherAdministrator,
  people.thirdAdministrator,
  people.standIn,
];

const anId = (dice: Dice, ids: readonly string[]) =>
  (dice.once(12) ? 'unknown' : dice.pick(ids)) ?? 'unknown';
const pointIds = (story: Story) => story.desk.account().contactPoints.map((p) => p.id);
const factorIds = (story: Story) => story.desk.account().factors.map((f) => f.id);

const someone = (dice: Dice, story: Story): Actor => {
  const screen = dice.pick(SCREENS);
  switch (dice.roll(8)) {
    case 0:
      return story.link(anId(dice, pointIds(story)));
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
    const kind = dice.roll(3);
    if (kind === 0) return { kind: 'add-factor', enrol };
    return kind === 1
      ? { kind: 'replace-factor', factorId: factorId(), enrol }
      : { kind: 'remove-factor', factorId: factorId() };
  };
  return dice.once(6) ? [one(), { kind: 'remove-factor', factorId: factorId() }] : [one()];
};

/** Any command of any kind, about anything that exists or does not. */
const someCommand = (dice: Dice, story: Story, c: ReturnType<Story['case']>): CaseCommand => {
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
      return { type, caseId: story.id, handle: '7K3M9Q2XTB', symptom: 'lost-factor' };
    case 'finish-runbook':
      return { type, helped: dice.once(9) };
    case 'choose-measures':
      return { type, measures: someMeasures(dice, story) };
    case 'send-challenge':
      return {
        type,
        kind: dice.pick(PROOF_KINDS) ?? 'email-challenge',
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
      return { type, signInId: dice.once(2) ? 's1' : 's2', factorId: anId(dice, factorIds(story)) };
    case 'answer-pause':
      return { type, answer: dice.once(3) ? 'not-me' : 'go-on' };
    case 'start-enrolment':
      return {
        type,
        kind: dice.pick(ENROLLABLE_KINDS) ?? 'security-key',
        factorId: `new-${story.id}-${dice.roll(3)}`,
        sealed: '',
        label: 'new',
      };
    case 'confirm-enrolment':
      return { type, verdict: { factorId: c.enrolment?.factorId ?? 'unknown', matches } };
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
    default:
      return { type };
  }
};

const proveSomething = (dice: Dice, story: Story): void => {
  const c = story.case();
  const open = c.proofs.find(
    (proof) =>
      proof.status === 'open' && proof.challenge && proof.challenge.expiresAt > story.desk.now(),
  );
  const screen = c.secret?.screenId ?? 'phone';
  if (open?.restsOn) {
    if (dice.once(4)) story.desk.pass(minutes(2));
    story.enter(open.restsOn, !dice.once(5), story.holder(screen));
    return;
  }
  const given = c.proofs.filter((p) => p.status === 'given').map((p) => p.restsOn);
  const offer = dice.pick(
    c.plan?.offers.filter((o) => !o.refused && !given.includes(o.restsOn)) ?? [],
  );
  if (!offer?.restsOn)
    story.check(
      dice.once(3) ? 'remote' : 'in-person',
      dice.pick(ADMINISTRATORS) ?? people.standIn,
      screen,
    );
  else if (offer.kind === 'remaining-factor')
    story.withFactor(offer.restsOn, dice.roll(50), true, screen);
  else story.send(offer.restsOn);
};

/** What honest people would do now. */
const goOn = (dice: Dice, story: Story): void => {
  const { desk } = story;
  const c = story.case();
  const administrator = dice.pick(ADMINISTRATORS) ?? people.administrator;
  const screen = c.secret?.screenId ?? 'phone';
  switch (nextActionOf(c)) {
    case 'run-runbook':
      story.runbook(dice.once(15));
      return;
    case 'choose-measures':
      story.choose(...someMeasures(dice, story));
      return;
    case 'collect-proofs':
      proveSomething(dice, story);
      return;
    case 'ask-approval':
      story.askApproval();
      return;
    case 'approve':
      if (dice.once(8)) story.decline(administrator);
      else story.approve(administrator);
      return;
    case 'await-notice':
    case 'start-clock':
    case 'wait':
      if (dice.once(6)) story.signIn('s1', anId(dice, factorIds(story)));
      else if (dice.once(12)) story.cancel();
      desk.live(span(dice));
      story.does(administrator, { type: 'start-clock' });
      return;
    case 'answer-pause':
      story.answer('s1', dice.once(4) ? 'not-me' : 'go-on');
      return;
    case 'decide-pause':
      desk.live(hours(73));
      story.does(administrator, { type: 'resume-case' });
      return;
    case 'enrol':
      desk.work();
      story.startEnrolment(`new-${c.id}`, screen);
      story.confirmEnrolment(`new-${c.id}`, true, screen);
      return;
    case 'run-measures':
      if (dice.once(5)) desk.stubborn.add('devices');
      desk.work();
      return;
    case 'end-stuck':
      desk.stubborn.clear();
      story.does(administrator, { type: 'end-stuck', choice: dice.once(3) ? 'end' : 'try-again' });
      return;
    case 'decide-after-veto':
      story.does(administrator, {
        type: 'decide-after-veto',
        choice: dice.once(2) ? 'kept' : 'removed',
      });
      return;
    case 'none':
      if (desk.caseIds().length < 3) aStory(desk, `case-${desk.caseIds().length + 1}`).open();
      if (c.status === 'expired') story.renew(administrator);
      if (c.status === 'completed' && dice.once(4)) story.veto();
      return;
  }
};

/** Something happens that no command of a case brings about. */
const worldTurns = (dice: Dice, desk: Desk): unknown => {
  switch (dice.roll(6)) {
    case 0:
      return desk.changePolicy(randomPolicy(dice, desk.policy().version + 1));
    case 1:
      return desk.stubborn.add(dice.pick(['app', 'devices', 'sessions', 'factor-0']) ?? 'app');
    case 2:
      return desk.lapsed.set(
        dice.pick(ADMINISTRATORS)?.staffId ?? '',
        dice.once(2) ? 'credentials-reset' : 'valid',
      );
    case 3:
      return desk.changeAccount((a) => ({ ...a, openSessions: a.openSessions + 1 }));
    case 4:
      return desk.changeAccount((a) => ({
        ...a,
        disabled: dice.once(3),
        privileged: dice.once(4),
      }));
    default: {
      const gone = dice.pick(desk.account().contactPoints)?.id;
      return desk.changeAccount((a) => ({
        ...a,
        contactPoints: a.contactPoints.map((p) =>
          p.id === gone ? { ...p, removedAt: plus(desk.now(), 0) } : p,
        ),
      }));
    }
  }
};

/** Often some way into the story, so that short ones reach its end too. */
const begin = (dice: Dice, story: Story): void => {
  const measures = someMeasures(dice, story);
  switch (dice.roll(5)) {
    case 0:
      story.collected(...measures);
      return;
    case 1:
      story.waiting(...measures);
      return;
    case 2:
      story.executing(...measures);
      return;
    default:
      story.open(dice.once(3) ? people.administrator : people.agent);
  }
};

/** Lets people, strangers, time and the world do whatever the dice say, until they are all rolled. */
export const happen = (desk: Desk, dice: Dice): void => {
  const first = aStory(desk);
  const stories = new Map([[first.id, first]]);
  begin(dice, first);
  while (dice.left()) {
    const id = dice.pick(desk.caseIds()) ?? 'case-1';
    const story = stories.get(id) ?? aStory(desk, id);
    stories.set(id, story);
    switch (dice.roll(12)) {
      case 0:
      case 1:
        story.ask(someone(dice, story), someCommand(dice, story, story.case()));
        break;
      case 2:
        if (dice.once(2)) desk.pass(span(dice));
        else desk.live(span(dice));
        break;
      case 3:
        desk.work(dice.once(3) ? [anId(dice, pointIds(story))] : []);
        break;
      case 4:
        desk.wake(id);
        break;
      case 5:
        if (dice.once(4)) worldTurns(dice, desk);
        break;
      default:
        goOn(dice, story);
    }
  }
};
