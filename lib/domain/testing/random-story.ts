import { ASKED_OVER } from '../asking/request';
import { nextActionOf } from '../case/summary';
import { SYMPTOMS } from '../runbook/symptom';
import { hours, minutes, plus } from '../time';
import type { Desk } from './desk';
import type { Dice } from './dice';
import * as people from './people';
import { randomPolicy } from './random-account';
import {
  ADMINISTRATORS,
  anId,
  factorIds,
  pointIds,
  STAFF,
  someCommand,
  someMeasures,
  someone,
  span,
  TWIN,
} from './random-command';
import { aStory, type Story } from './story';

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
      if (dice.once(10)) story.contest();
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
      if (dice.once(12)) story.contest();
      story.setUp(screen, `new-${c.id}`);
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
      if (desk.caseIds().length < 3) {
        const next = aStory(desk, `case-${desk.caseIds().length + 1}`);
        if (dice.once(4)) askOrCall(dice, next);
        else next.open();
      }
      if (c.status === 'expired') story.renew(administrator);
      if (c.status === 'completed' && dice.once(4)) story.veto();
      return;
  }
};

/** What somebody tries who wants the account, or wants to be done with it quickly. */
const attack = (dice: Dice, story: Story): unknown => {
  const { desk } = story;
  const c = story.case();
  const screen = dice.once(2) ? 'thief' : (c.secret?.screenId ?? 'phone');
  switch (dice.roll(9)) {
    case 0: {
      const sent = dice.pick(desk.codes.slice(-4));
      if (!sent) return undefined;
      const { proofId, challengeId, number } = sent;
      const verdict = { proofId, challengeId, number, matches: true };
      return story.does(story.holder(screen), { type: 'enter-code', screenId: screen, verdict });
    }
    case 1: {
      const point = dice.pick(c.proofs.filter((proof) => proof.status === 'open'))?.restsOn;
      return point && story.send(point);
    }
    case 2:
      story.startEnrolment(`new-${c.id}`, 'thief');
      return story.confirmEnrolment(`new-${c.id}`, true, 'thief');
    case 3: {
      const opener = STAFF.find(({ staffId }) => staffId === c.openedBy?.staffId);
      return story.approve(dice.once(2) ? TWIN : opener);
    }
    case 4: {
      const stepId = dice.pick(c.steps.filter((step) => step.status === 'pending'))?.id ?? '';
      return story.does(people.system, { type: 'perform-step', stepId });
    }
    case 5:
      desk.pass(hours(73));
      return story.askApproval();
    case 6:
      story.signIn('s1', anId(dice, factorIds(story)));
      return story.answer('s2', 'go-on');
    case 7: {
      const contactPointId = anId(dice, pointIds(story));
      const about = { kind: 'sign-in', ticketHash: 'hash', codeId: `own-${desk.now()}` } as const;
      return story.does(story.link(contactPointId), {
        type: 'note-not-asked',
        about,
        contactPointId,
      });
    }
    default:
      return story.check('remote', people.agent, screen);
  }
};

/** Something happens that no command of a case brings about. */
const worldTurns = (dice: Dice, desk: Desk): unknown => {
  switch (dice.roll(8)) {
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
      return aStory(desk).contest();
    case 5:
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

/** The holder asks without calling; where that comes to nothing, somebody calls. */
const askOrCall = (dice: Dice, story: Story): void => {
  story.wish(dice.pick(ASKED_OVER), dice.pick(SYMPTOMS));
  if (dice.once(6)) story.answerWish(false);
  story.answerWish(true, dice.once(8) ? 'thief' : 'phone');
  if (!story.desk.caseIds().includes(story.id)) story.open();
};

/** Often some way into the story, so that short ones reach its end too. */
const begin = (dice: Dice, story: Story): void => {
  const measures = someMeasures(dice, story);
  switch (dice.roll(6)) {
    case 3:
      askOrCall(dice, story);
      return;
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
    switch (dice.roll(13)) {
      case 12:
      case 0:
        attack(dice, story);
        break;
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
        if (dice.once(3)) worldTurns(dice, desk);
        break;
      default:
        goOn(dice, story);
    }
  }
};
