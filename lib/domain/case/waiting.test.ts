import { describe, expect, it } from 'vitest';
import type { Account } from '../account/account';
import { defaultPolicy } from '../policy/policy';
import { aFactor, ago, aKey, aMailbox, aNumber, anAccount } from '../testing/accounts';
import { aDesk } from '../testing/desk';
import { otherAdministrator } from '../testing/people';
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
        s.withFactor('app', 1);
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
        s.withFactor('app', 1);
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
      'R1 an address that stands twice stays one mailbox when one of the two is taken off file',
      () => {
        const twice = { address: 'anna@example.net' };
        const s = stories(
          anAccount({
            contactPoints: [aMailbox('home', twice), aMailbox('again', twice), aNumber('mobile')],
          }),
        );
        s.collected();
        s.desk.changeAccount((a) => ({
          ...a,
          contactPoints: a.contactPoints.map((p) =>
            p.id === 'home' ? { ...p, removedAt: s.desk.now() } : p,
          ),
        }));
        s.askApproval();
        s.approve();
        return s.case().wait?.rule;
      },
      'daily',
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
        s.withFactor('key', 1);
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
