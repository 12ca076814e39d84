import { describe, expect, it } from 'vitest';
import { aFactor } from '../testing/accounts';
import { otherAdministrator } from '../testing/people';
import type { Row } from '../testing/row';
import { contestedFor, status, stories } from '../testing/stories';
import { between, days, hours, minutes, plus } from '../time';

describe('a sign-in during a case', () => {
  const paused = () => {
    const s = stories().waiting();
    s.live(hours(40));
    s.signIn('s1', 'app');
    return s;
  };
  /** Another app, on another device, is as old as the first. */
  const withTablet = () => {
    const s = stories().waiting();
    s.desk.changeAccount((a) => ({ ...a, factors: [...a.factors, aFactor('tablet')] }));
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
      'R28 after "go on" it is not paused again that day by the same factor, and then it is',
      () => {
        const s = paused();
        s.answer('s1', 'go-on');
        s.desk.pass(hours(24) - 1);
        s.signIn('s2', 'app');
        const before = status(s);
        s.desk.pass(1);
        s.signIn('s3', 'app');
        return [before, status(s)];
      },
      ['waiting', 'paused'],
    ],
    [
      'R28 by another factor it is, and that one may answer',
      () => {
        const s = withTablet();
        s.signIn('s1', 'app');
        s.answer('s1', 'go-on');
        s.signIn('s2', 'tablet');
        return [status(s), s.answer('s1', 'go-on'), s.answer('s2', 'go-on')];
      },
      ['paused', 'pause-other-sign-in', ['case-resumed']],
    ],
    [
      'R28 "go on" counts for the factor that was asked last',
      () => {
        const s = withTablet();
        s.signIn('s1', 'app');
        s.signIn('s2', 'tablet');
        s.answer('s2', 'go-on');
        s.signIn('s3', 'tablet');
        const before = status(s);
        s.signIn('s4', 'app');
        return [before, status(s)];
      },
      ['waiting', 'paused'],
    ],
    [
      'R28 a contact point that stood in for a second factor is none, and pauses nothing',
      () => stories().waiting().signIn('s1', 'home'),
      [],
    ],
    [
      'R28 told twice, it does nothing the second time',
      () => {
        const s = paused();
        return [s.signIn('s1', 'app'), status(s)];
      },
      [[], 'paused'],
    ],
    [
      'R28 told again after "go on", be it days later, it never pauses again',
      () => {
        const s = paused();
        const at = s.desk.now();
        s.desk.pass(minutes(5));
        s.answer('s1', 'go-on');
        const soon = s.signIn('s1', 'app', at);
        s.desk.pass(hours(25));
        return [soon, s.signIn('s1', 'app', at), status(s)];
      },
      [[], [], 'waiting'],
    ],
    [
      'R28 told late, it pauses yet, for 72 h from then',
      () => {
        const s = stories().waiting();
        const at = s.desk.now();
        s.desk.pass(hours(3));
        s.signIn('s1', 'app', at);
        return [
          status(s),
          between(s.desk.now(), s.case().pause?.until ?? ''),
          s.answer('s1', 'go-on'),
        ];
      },
      ['paused', hours(72), ['case-resumed']],
    ],
    [
      'R28 told late, it does not take the place of a later one',
      () => {
        const s = stories().waiting();
        const at = s.desk.now();
        s.desk.pass(minutes(1));
        s.signIn('s2', 'app');
        return [s.signIn('s1', 'app', at), s.case().pause?.signInId, s.answer('s2', 'go-on')];
      },
      [[], 's2', ['case-resumed']],
    ],
    [
      'R28 told after a later one was answered, whatever it was made with, it asks nothing',
      () => {
        const s = withTablet();
        const at = s.desk.now();
        s.desk.pass(minutes(1));
        s.signIn('s2', 'tablet');
        s.answer('s2', 'go-on');
        return [s.signIn('s1', 'app', at), status(s)];
      },
      [[], 'waiting'],
    ],
    [
      'R28 the same sign-in shows a second factor anew, a day after "go on": it is asked again',
      () => {
        const s = paused();
        s.answer('s1', 'go-on');
        s.desk.pass(hours(24));
        s.signIn('s1', 'app');
        return status(s);
      },
      'paused',
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
