import { describe, expect, it } from 'vitest';
import type { Account } from '../account/account';
import { defaultPolicy } from '../policy/policy';
import { aFactor, ago, aKey, aMailbox, aNumber, anAccount } from '../testing/accounts';
import { aDesk } from '../testing/desk';
import { administrator, agent, otherAdministrator, staff } from '../testing/people';
import type { Row } from '../testing/row';
import { ADD_APP, aStory, REPLACE_APP, type Story } from '../testing/story';
import { between, days, hours, plus } from '../time';

const stories = (account: Account = anAccount(), policy = {}) =>
  aStory(aDesk({ account, policy: { ...defaultPolicy(), ...policy } }));
/** No independent channel: both contact points gave a proof. */
const twoPoints = () =>
  stories(anAccount({ contactPoints: [aMailbox('home'), aNumber('mobile')] }));
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

describe('when the clock starts', () => {
  it.each<Row>([
    [
      'R25 not before a notice was accepted',
      () => {
        const s = approved(stories());
        return [clock(s), s.case().wait?.endsAt];
      },
      ['held', undefined],
    ],
    [
      'R25 a channel that carried a proof does not start it',
      () => {
        const s = approved(stories());
        return [report(s, 'home', 'accepted'), clock(s)];
      },
      [['notice-accepted'], 'held'],
    ],
    [
      'R25 a channel that carried none does',
      () => {
        const s = approved(stories());
        return [report(s, 'club', 'accepted'), clock(s)];
      },
      [['notice-accepted', 'wait-started'], hours(48)],
    ],
    [
      'R25 it starts when the notice was accepted, not when it was approved',
      () => {
        const s = approved(stories());
        s.desk.pass(hours(5));
        report(s, 'club', 'accepted');
        return s.case().wait?.endsAt === plus(s.desk.now(), hours(48));
      },
      true,
    ],
    [
      'R25 the number of the phone whose app gave a proof is not independent',
      () => {
        const s = stories(
          anAccount({
            contactPoints: [aMailbox('home'), aNumber('mobile')],
            factors: [aFactor('app')],
          }),
        ).chosen(ADD_APP);
        s.prove('home');
        s.useFactor('app', 1);
        s.askApproval();
        s.approve();
        return [s.case().wait?.rule, clock(s)];
      },
      ['daily', days(7)],
    ],
    [
      'R25 nor is a number on a phone that may be that very phone',
      () => {
        const s = stories(
          anAccount({
            contactPoints: [aMailbox('home'), aNumber('mobile', { deviceId: 'd1' })],
            factors: [aFactor('app')],
          }),
        ).chosen(ADD_APP);
        s.prove('home');
        s.useFactor('app', 1);
        s.askApproval();
        s.approve();
        return s.case().wait?.rule;
      },
      'daily',
    ],
    [
      'R25 a bouncing contact point does not hold the clock: there is no such channel',
      () => {
        const s = stories(
          anAccount({
            contactPoints: [
              aMailbox('home'),
              aMailbox('club', { refusedAt: ago(1) }),
              aNumber('mobile'),
            ],
          }),
        );
        approved(s);
        return [s.case().wait?.rule, clock(s)];
      },
      ['daily', hours(72)],
    ],
    [
      'R25 nor does one that was taken off file',
      () => {
        const s = stories(
          anAccount({
            contactPoints: [
              aMailbox('home'),
              aMailbox('club', { removedAt: ago(1) }),
              aNumber('mobile'),
            ],
          }),
        );
        approved(s);
        return clock(s);
      },
      hours(72),
    ],
    [
      'R25 nor does one that was reported',
      () => {
        const s = stories().collected();
        s.report('club');
        s.askApproval();
        s.approve();
        return clock(s);
      },
      hours(72),
    ],
    [
      'R25 a reported one that was reached does not start it',
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
        ).collected();
        s.report('club');
        s.askApproval();
        s.approve();
        return [report(s, 'club', 'accepted'), clock(s)];
      },
      [['notice-accepted'], 'held'],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('how long it runs', () => {
  const inPerson = (account?: Account, policy = {}) => {
    const s = stories(account, policy).chosen();
    s.check('in-person', otherAdministrator);
    s.askApproval();
    s.approve();
    return s;
  };
  it.each<Row>([
    ['R25 with an independent channel 48 h', () => clock(stories().waiting()), hours(48)],
    [
      'R25 or what the policy says',
      () => clock(stories(anAccount(), { waitFactor: days(5) }).waiting()),
      days(5),
    ],
    [
      'R25 never less than 24 h',
      () => clock(stories(anAccount(), { waitFactor: hours(1) }).waiting()),
      hours(24),
    ],
    [
      'R25 after a check in person 4 h',
      () => {
        const s = inPerson();
        s.desk.work();
        return clock(s);
      },
      hours(4),
    ],
    [
      'R25 also then a notice must arrive where there is a channel',
      () => clock(inPerson()),
      'held',
    ],
    [
      'R25 where there is none it runs at once',
      () => clock(inPerson(anAccount({ contactPoints: [] }))),
      hours(4),
    ],
    [
      'R25 two different contact points gave the proofs: 72 h',
      () => clock(approved(twoPoints())),
      hours(72),
    ],
    [
      'R25 a contact point and a factor are not two contact points: 7 days',
      () => {
        const s = stories(
          anAccount({ contactPoints: [aMailbox('home')], factors: [aFactor('app'), aKey('key')] }),
        ).chosen(REPLACE_APP);
        s.prove('home');
        s.useFactor('key', 1);
        s.askApproval();
        s.approve();
        return clock(s);
      },
      days(7),
    ],
    [
      'R25 never less than 72 h without an independent channel',
      () => {
        const s = stories(anAccount({ contactPoints: [aMailbox('home'), aNumber('mobile')] }), {
          waitNoChannelTwoPoints: 1,
        });
        return clock(approved(s));
      },
      hours(72),
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('who is told', () => {
  const told = (s: Story, kind: string) =>
    s
      .case()
      .notices.filter((n) => n.kind === kind)
      .map((n) => n.contactPointId)
      .sort();
  it.each<Row>([
    [
      'R25 every contact point, also those that gave the proofs',
      () => told(approved(stories()), 'wait-started'),
      ['club', 'home', 'mobile'],
    ],
    [
      'R25 also those that were removed in the last 90 days',
      () =>
        told(
          approved(
            stories(
              anAccount({
                contactPoints: [
                  aMailbox('home'),
                  aNumber('mobile'),
                  aMailbox('gone', { removedAt: ago(days(90)) }),
                  aMailbox('long-gone', { removedAt: ago(days(90) + 1) }),
                ],
              }),
            ),
          ),
          'wait-started',
        ),
      ['gone', 'home', 'mobile'],
    ],
    [
      'R7 a mailbox that opens with this account is told',
      () => {
        const s = stories(
          anAccount({
            contactPoints: [
              aMailbox('home'),
              aMailbox('own', { opensWithAccount: true }),
              aNumber('mobile'),
            ],
          }),
        );
        return told(approved(s), 'wait-started');
      },
      ['home', 'mobile', 'own'],
    ],
    [
      'R25 again at half-time',
      () => {
        const s = stories().waiting();
        s.live(hours(24));
        return told(s, 'wait-half-time');
      },
      ['club', 'home', 'mobile'],
    ],
    [
      'R25 once',
      () => {
        const s = stories().waiting();
        s.live(hours(47));
        return s.eventsOf('half-time-told').length;
      },
      1,
    ],
    [
      'R25 every day where there is no independent channel',
      () => {
        const s = approved(twoPoints());
        s.live(hours(71));
        return s.eventsOf('daily-told').length;
      },
      2,
    ],
    [
      'R25 and when the measures have run',
      () => told(stories().completed(), 'measures-done'),
      ['club', 'home', 'mobile'],
    ],
    [
      'R26 and when it was stopped',
      () => {
        const s = stories().waiting();
        s.veto();
        return told(s, 'case-ended');
      },
      ['club', 'home', 'mobile'],
    ],
    [
      'R17 24 h before an unused enrolment closes',
      () => {
        const s = stories().executing();
        s.live(hours(48));
        return told(s, 'enrolment-ends-soon');
      },
      ['club', 'home', 'mobile'],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

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
        s.useFactor('key', 1);
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
