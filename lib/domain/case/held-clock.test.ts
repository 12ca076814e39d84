import { describe, expect, it } from 'vitest';
import { administrator, agent, otherAdministrator, twinOf } from '../testing/people';
import type { Row } from '../testing/row';
import { clock, stories, withKey, withWork } from '../testing/stories';
import { REPLACE_APP, type Story } from '../testing/story';
import { days, hours, plus } from '../time';

const startClock = (s: Story, by = administrator) => s.does(by, { type: 'start-clock' });

describe('a clock that is held', () => {
  const held = () => {
    const s = stories().approved();
    s.heard('club', 'refused');
    return s;
  };
  const bounced = () => {
    const s = stories().waiting();
    s.desk.pass(hours(10));
    s.heard('club', 'refused');
    return s;
  };
  it.each<Row>([
    [
      'R25 a later bounce stops it',
      () => {
        const s = bounced();
        return [clock(s), s.case().wait?.length];
      },
      ['held', hours(38)],
    ],
    [
      'R25 not when another independent one was reached',
      () => {
        const s = withWork().waiting();
        return [s.heard('club', 'refused'), clock(s)];
      },
      [['notice-refused'], hours(48)],
    ],
    [
      'R25 a bounce of a channel that carried a proof does not',
      () => {
        const s = stories().waiting();
        return s.heard('home', 'refused');
      },
      ['notice-refused'],
    ],
    [
      'R25 a held clock never ends by itself',
      () => {
        const s = bounced();
        s.live(days(60));
        return s.case().status;
      },
      'waiting',
    ],
    [
      'R25 before 72 h nobody starts it',
      () => {
        const s = held();
        s.desk.pass(hours(72) - 1);
        return startClock(s);
      },
      'clock-hold-too-young',
    ],
    [
      'R25 then a functional administrator starts it, under the daily rule',
      () => {
        const s = held();
        s.desk.pass(hours(72));
        startClock(s);
        return [s.case().wait?.rule, clock(s)];
      },
      ['daily', hours(72)],
    ],
    [
      'R25 for 7 days where not two contact points gave the proofs',
      () => {
        const s = withKey().chosen();
        s.prove('home');
        s.withFactor('key', 1);
        s.askApproval();
        s.approve();
        s.desk.work(['club', 'mobile']);
        s.desk.pass(hours(72));
        startClock(s);
        return clock(s);
      },
      days(7),
    ],
    [
      'R25 not the opener',
      () => {
        const s = stories();
        s.open(administrator);
        s.runbook();
        s.choose(REPLACE_APP);
        s.prove('home');
        s.prove('mobile');
        s.askApproval();
        s.approve(otherAdministrator);
        s.desk.pass(hours(72));
        return startClock(s, administrator);
      },
      'not-the-opener',
    ],
    [
      'R25 nor the opener’s other sign-in',
      () => {
        const s = held();
        s.desk.pass(hours(72));
        return startClock(s, twinOf(agent));
      },
      'not-the-opener',
    ],
    [
      'R25 not an agent',
      () => {
        const s = held();
        s.desk.pass(hours(72));
        return startClock(s, agent);
      },
      'not-allowed',
    ],
    [
      'R25 a clock that runs is not started again',
      () => startClock(stories().waiting()),
      'clock-not-held',
    ],
    [
      'R25 it can be cancelled instead',
      () => {
        const s = held();
        return s.cancel()[0];
      },
      'case-cancelled',
    ],
    [
      'R25 an accepted notice starts it with the time that was left',
      () => {
        const s = withWork();
        s.approved();
        s.heard('club', 'accepted');
        s.desk.pass(hours(10));
        s.heard('club', 'refused');
        s.heard('work', 'accepted');
        return clock(s);
      },
      hours(38),
    ],
    [
      'R25 a notice that arrives during a pause starts it afterwards',
      () => {
        const s = stories().approved();
        s.signIn('s1', 'app');
        s.heard('club', 'accepted');
        return [clock(s), s.answer('s1', 'go-on'), clock(s)];
      },
      ['held', ['case-resumed', 'wait-started'], hours(48)],
    ],
    [
      'R25 one that comes back during a pause holds it afterwards',
      () => {
        const s = stories().waiting();
        s.signIn('s1', 'app');
        s.heard('club', 'refused');
        return [s.answer('s1', 'go-on'), clock(s)];
      },
      [['case-resumed', 'wait-held'], 'held'],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('waking a waiting case', () => {
  it.each<Row>([
    [
      'R25 a moment early does nothing',
      () => {
        const s = stories().waiting();
        s.live(hours(24));
        s.desk.pass(hours(24) - 1);
        return s.desk.wake(s.id);
      },
      [],
    ],
    [
      'R25 on time it ends the wait',
      () => {
        const s = stories().waiting();
        s.live(hours(24));
        s.desk.pass(hours(24));
        return s.desk.wake(s.id).slice(0, 2);
      },
      ['wait-over', 'enrolment-opened'],
    ],
    [
      'R25 late it ends it too',
      () => {
        const s = stories().waiting();
        s.desk.pass(days(9));
        s.desk.wake(s.id);
        return s.case().status;
      },
      'executing',
    ],
    [
      'R25 twice is once',
      () => {
        const s = stories().waiting();
        s.live(hours(48));
        return s.desk.wake(s.id);
      },
      [],
    ],
    [
      'R25 the 72 h of an enrolment run from when it was opened, also when that was late',
      () => {
        const s = stories().waiting();
        s.desk.pass(days(9));
        s.desk.wake(s.id);
        return s.case().enrolment?.closesAt === plus(s.desk.now(), hours(72));
      },
      true,
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
