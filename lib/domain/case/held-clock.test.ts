import { describe, expect, it } from 'vitest';
import type { Account } from '../account/account';
import { defaultPolicy } from '../policy/policy';
import { aFactor, aKey, aMailbox, aNumber, anAccount } from '../testing/accounts';
import { aDesk } from '../testing/desk';
import { administrator, agent, otherAdministrator, staff } from '../testing/people';
import type { Row } from '../testing/row';
import { aStory, REPLACE_APP, type Story } from '../testing/story';
import { between, days, hours, plus } from '../time';

const stories = (account: Account = anAccount(), policy = {}) =>
  aStory(aDesk({ account, policy: { ...defaultPolicy(), ...policy } }));
/** How long the clock was set to run at its start; `held` when it does not run. */
const clock = (s: Story) => {
  const started = s.eventsOf('wait-started').at(-1);
  return s.case().wait?.heldSince || !started ? 'held' : between(started.at, started.endsAt);
};
const report = (
  s: Story,
  contactPointId: string,
  outcome: 'accepted' | 'refused',
  kind = 'wait-started',
) =>
  s.does(
    { kind: 'system' },
    {
      type: 'report-message',
      about: {
        notice:
          s.case().notices.findLast((n) => n.contactPointId === contactPointId && n.kind === kind)
            ?.id ?? '',
      },
      outcome,
    },
  );
const approved = (s: Story) => {
  s.asked();
  s.approve();
  return s;
};
const startClock = (s: Story, by = administrator) => s.does(by, { type: 'start-clock' });

describe('a clock that is held', () => {
  const held = () => {
    const s = approved(stories());
    report(s, 'club', 'refused');
    return s;
  };
  const bounced = () => {
    const s = stories().waiting();
    s.desk.pass(hours(10));
    report(s, 'club', 'refused');
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
        const s = stories(
          anAccount({
            contactPoints: [
              aMailbox('home'),
              aMailbox('club'),
              aMailbox('work'),
              aNumber('mobile'),
            ],
          }),
        ).waiting();
        return [report(s, 'club', 'refused'), clock(s)];
      },
      [['notice-refused'], hours(48)],
    ],
    [
      'R25 a bounce of a channel that carried a proof does not',
      () => {
        const s = stories().waiting();
        return report(s, 'home', 'refused');
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
        const s = stories(anAccount({ factors: [aFactor('app'), aKey('key')] })).chosen();
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
        return startClock(
          s,
          staff('twin', 'functional-administrator', { personId: agent.personId }),
        );
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
        const s = stories(
          anAccount({
            contactPoints: [
              aMailbox('home'),
              aMailbox('club'),
              aMailbox('work'),
              aNumber('mobile'),
            ],
          }),
        );
        approved(s);
        report(s, 'club', 'accepted');
        s.desk.pass(hours(10));
        report(s, 'club', 'refused');
        report(s, 'work', 'accepted');
        return clock(s);
      },
      hours(38),
    ],
    [
      'R25 a notice that arrives during a pause starts it afterwards',
      () => {
        const s = approved(stories());
        s.signIn('s1', 'app');
        report(s, 'club', 'accepted');
        return [clock(s), s.answer('s1', 'go-on'), clock(s)];
      },
      ['held', ['case-resumed', 'wait-started'], hours(48)],
    ],
    [
      'R25 one that comes back during a pause holds it afterwards',
      () => {
        const s = stories().waiting();
        s.signIn('s1', 'app');
        report(s, 'club', 'refused');
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
