import { describe, expect, it } from 'vitest';
import { aFactor, ago, aMailbox, aNumber, anAccount } from '../testing/accounts';
import { agent, otherAdministrator, twinOf } from '../testing/people';
import type { Row } from '../testing/row';
import { contestedFor, guard, status, stories } from '../testing/stories';
import { aStory, type Story } from '../testing/story';
import { between, days, hours, minutes, plus } from '../time';

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

describe('a sign-in during a case', () => {
  const paused = () => {
    const s = stories().waiting();
    s.live(hours(40));
    s.signIn('s1', 'app');
    return s;
  };
  it.each<Row>([
    ['R28 with a factor that is older than the case pauses it', () => status(paused()), 'paused'],
    [
      'R28 also while it collects proofs',
      () => {
        const s = stories().collected();
        s.signIn('s1', 'app');
        return [status(s), s.answer('s1', 'go-on'), status(s)];
      },
      ['paused', ['case-resumed'], 'collecting'],
    ],
    [
      'R28 with a factor that is younger it does not',
      () => {
        const s = stories().waiting();
        s.desk.changeAccount((a) => ({
          ...a,
          factors: [...a.factors, aFactor('young', { addedAt: s.desk.now() })],
        }));
        return s.signIn('s1', 'young');
      },
      [],
    ],
    [
      'R28 a reported factor is a signal, never a stop',
      () => {
        const s = stories().collected();
        s.report('app');
        s.askApproval();
        s.approve();
        return s.signIn('s1', 'app');
      },
      [],
    ],
    ['R28 a backup code is no second factor', () => stories().waiting().signIn('s1', 'codes'), []],
    [
      'R28 the wait goes on with what was left, at least 24 h',
      () => {
        const s = paused();
        s.desk.pass(hours(2));
        s.answer('s1', 'go-on');
        return [status(s), between(s.desk.now(), s.case().wait?.endsAt ?? '')];
      },
      ['waiting', hours(24)],
    ],
    [
      'R28 with all of it when more was left',
      () => {
        const s = stories().waiting();
        s.desk.pass(minutes(1));
        s.signIn('s1', 'app');
        s.desk.pass(hours(3));
        s.answer('s1', 'go-on');
        return between(s.desk.now(), s.case().wait?.endsAt ?? '');
      },
      hours(48) - minutes(1),
    ],
    [
      'R28 "go on" counts only from that very sign-in',
      () => paused().answer('s2', 'go-on'),
      'pause-other-sign-in',
    ],
    [
      'R28 a later sign-in of the same strength is asked instead, until the same moment',
      () => {
        const s = paused();
        const until = s.case().pause?.until;
        s.desk.pass(hours(2));
        s.signIn('s2', 'app');
        return [
          s.case().pause?.until === until,
          s.answer('s1', 'go-on'),
          s.answer('s2', 'go-on'),
          between(s.desk.now(), s.case().wait?.endsAt ?? ''),
        ];
      },
      [true, 'pause-other-sign-in', ['case-resumed'], hours(24)],
    ],
    [
      'R28 a later sign-in with a weaker factor is not',
      () => {
        const s = paused();
        s.signIn('s2', 'codes');
        return s.answer('s2', 'go-on');
      },
      'pause-other-sign-in',
    ],
    [
      'R28 "not me" is a no',
      () => {
        const s = paused();
        s.answer('s1', 'not-me');
        return [status(s), contestedFor(s)];
      },
      ['vetoed', days(30)],
    ],
    [
      'R28 no answer in 72 h cancels the case',
      () => {
        const s = paused();
        s.live(hours(72));
        return [status(s), s.eventsOf('case-cancelled')[0]?.by];
      },
      ['cancelled', 'time'],
    ],
    [
      'R28 and an answer after that is too late, also when the alarm is',
      () => {
        const s = paused();
        s.desk.pass(hours(72));
        return s.answer('s1', 'go-on');
      },
      'wrong-status',
    ],
    [
      'R28 but "not me" never is',
      () => {
        const s = paused();
        s.desk.pass(hours(72));
        s.answer('s1', 'not-me');
        return status(s);
      },
      'vetoed',
    ],
    [
      'R28 while it is paused nothing is approved or proven',
      () => {
        const s = stories().asked();
        s.signIn('s1', 'app');
        return [s.approve(), s.send('club'), s.askApproval()];
      },
      ['wrong-status', 'wrong-status', 'wrong-status'],
    ],
    [
      'R28 the wait does not end during a pause',
      () => {
        const s = paused();
        s.live(hours(70));
        return status(s);
      },
      'paused',
    ],
    [
      'R28 woken before the 72 h are over it stays paused',
      () => {
        const s = paused();
        s.desk.pass(hours(72) - 1);
        return [s.desk.wake(s.id), status(s)];
      },
      [[], 'paused'],
    ],
    [
      'R24 a plan that grew heavier during the pause sends it back',
      () => {
        const s = paused();
        s.desk.changeAccount((a) => ({
          ...a,
          guard: { ...a.guard, contestedUntil: plus(s.desk.now(), days(30)) },
        }));
        return [s.answer('s1', 'go-on'), status(s), s.case().wait];
      },
      [['case-resumed', 'plan-grew-heavier'], 'collecting', undefined],
    ],
    [
      'R28 staff do not answer in the holder’s place',
      () => paused().does(otherAdministrator, { type: 'resume-case' }),
      'wrong-status',
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
