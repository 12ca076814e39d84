import { describe, expect, it } from 'vitest';
import { ago, aMailbox, aNumber, anAccount } from '../testing/accounts';
import { agent, otherAdministrator, twinOf } from '../testing/people';
import type { Row } from '../testing/row';
import { guard, status, stories } from '../testing/stories';
import { aStory, type Story } from '../testing/story';
import { between, days, hours } from '../time';

const withGone = () =>
  stories(
    anAccount({
      contactPoints: [
        aMailbox('home'),
        aMailbox('club'),
        aNumber('mobile'),
        aMailbox('gone', { removedAt: ago(days(9)) }),
      ],
    }),
  );

describe('a weak no', () => {
  const weak = (s = withGone().waiting()) => {
    s.veto(s.link('gone'));
    return s;
  };
  const resume = (s: Story, by = otherAdministrator) => s.does(by, { type: 'resume-case' });
  it.each<Row>([
    [
      'R27 from a contact point that was removed before the case it only pauses',
      () => {
        const s = weak();
        return [status(s), guard(s).contestedUntil];
      },
      ['paused', undefined],
    ],
    [
      'R27 from a reported one too',
      () => {
        const s = stories().collected();
        s.report('club');
        s.veto();
        return status(s);
      },
      'paused',
    ],
    [
      'R27 one that was removed during the case still has its full say',
      () => {
        const s = stories().waiting();
        s.desk.pass(1);
        s.desk.changeAccount((a) => ({
          ...a,
          contactPoints: a.contactPoints.map((p) =>
            p.id === 'club' ? { ...p, removedAt: s.desk.now() } : p,
          ),
        }));
        s.veto();
        return status(s);
      },
      'vetoed',
    ],
    [
      'R27 time does not end that pause: a person decides',
      () => {
        const s = weak();
        s.live(days(9));
        return status(s);
      },
      'paused',
    ],
    [
      'R27 after 72 h, not before',
      () => {
        const s = weak();
        s.desk.pass(hours(72) - 1);
        return resume(s);
      },
      'wait-before-retry',
    ],
    [
      'R27 then the case goes on, with at least 24 h',
      () => {
        const s = weak();
        s.desk.pass(hours(72));
        resume(s);
        return [status(s), between(s.desk.now(), s.case().wait?.endsAt ?? '')];
      },
      ['waiting', hours(48)],
    ],
    [
      'R27 not by the opener',
      () => {
        const s = weak();
        s.desk.pass(hours(72));
        return resume(s, twinOf(agent));
      },
      'not-the-opener',
    ],
    [
      'R27 once per address in 30 days',
      () => {
        const s = weak();
        s.desk.pass(hours(72));
        resume(s);
        return s.veto(s.link('gone'));
      },
      'veto-repeated',
    ],
    [
      'R27 also in another case',
      () => {
        const s = weak();
        s.cancel();
        const next = aStory(s.desk, 'case-2').chosen();
        return next.veto(next.link('gone'));
      },
      'veto-repeated',
    ],
    [
      'R27 once more after 30 days',
      () => {
        const s = weak();
        s.cancel();
        s.desk.pass(days(30));
        const next = aStory(s.desk, 'case-2').chosen();
        return next.veto(next.link('gone'));
      },
      ['case-paused'],
    ],
    [
      'R27 a full no ends a paused case',
      () => {
        const s = weak();
        s.veto();
        return status(s);
      },
      'vetoed',
    ],
    [
      'R27 it cannot stop what runs already',
      () => {
        const s = withGone().executing();
        return s.veto(s.link('gone'));
      },
      'veto-too-late',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('cancelling', () => {
  it.each<Row>([
    [
      'ends a case before its measures run',
      () => {
        const s = stories().waiting();
        s.cancel();
        return [status(s), guard(s).accessCaseId];
      },
      ['cancelled', undefined],
    ],
    [
      'also while the new factor is awaited',
      () => {
        const s = stories().executing();
        s.cancel();
        return [status(s), s.startEnrolment()];
      },
      ['cancelled', 'enrolment-closed'],
    ],
    ['not when it was confirmed', () => stories().enrolled().cancel(), 'wrong-status'],
    ['not when it is completed', () => stories().completed().cancel(), 'wrong-status'],
    [
      'tells those who were told that it had begun',
      () => {
        const s = stories().waiting();
        s.cancel();
        return s.case().notices.filter((n) => n.kind === 'case-ended').length;
      },
      3,
    ],
    [
      'an idle case expires after 14 days',
      () => {
        const s = stories().chosen();
        s.live(days(14));
        return [status(s), guard(s).accessCaseId];
      },
      ['expired', undefined],
    ],
    [
      'not before',
      () => {
        const s = stories().chosen();
        s.live(days(14) - 1);
        return status(s);
      },
      'collecting',
    ],
    [
      'codes that strangers ask for keep nothing alive',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.live(days(13));
        s.send('home', s.holder('stranger'));
        s.enter('home', false, s.holder('stranger'));
        s.live(days(1));
        return status(s);
      },
      'expired',
    ],
    [
      'what has expired is over for people at once, also when the alarm rings late',
      () => {
        const s = stories().asked();
        s.desk.pass(days(14));
        return s.approve();
      },
      'wrong-status',
    ],
    [
      'a no is heard all the same',
      () => {
        const s = stories().asked();
        s.desk.pass(days(14));
        s.veto();
        return status(s);
      },
      'vetoed',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
