import { describe, expect, it } from 'vitest';
import type { Account, ContactPoint } from '../account/account';
import { aFactor, ago, aKey, aMailbox, aNumber, anAccount } from '../testing/accounts';
import { otherAdministrator } from '../testing/people';
import type { Row } from '../testing/row';
import { clock, stories, twoPoints, withWork } from '../testing/stories';
import { ADD_APP, REPLACE_APP } from '../testing/story';
import { days, hours, plus } from '../time';

describe('when the clock starts', () => {
  const withClub = (more: Partial<ContactPoint>) =>
    stories(
      anAccount({ contactPoints: [aMailbox('home'), aMailbox('club', more), aNumber('mobile')] }),
    );
  /** Approved, proven over a mailbox and the app on some phone. */
  const overMailAndApp = (mobile: ContactPoint) => {
    const contactPoints = [aMailbox('home'), mobile];
    const s = stories(anAccount({ contactPoints, factors: [aFactor('app')] })).chosen(ADD_APP);
    s.prove('home');
    s.withFactor('app', 1);
    s.askApproval();
    s.approve();
    return s;
  };
  it.each<Row>([
    [
      'R25 not before a notice was accepted',
      () => {
        const s = stories().approved();
        return [clock(s), s.case().wait?.endsAt];
      },
      ['held', undefined],
    ],
    [
      'R25 a channel that carried a proof does not start it',
      () => {
        const s = stories().approved();
        return [s.heard('home', 'accepted'), clock(s)];
      },
      [['notice-accepted'], 'held'],
    ],
    [
      'R25 a channel that carried none does',
      () => {
        const s = stories().approved();
        return [s.heard('club', 'accepted'), clock(s)];
      },
      [['notice-accepted', 'wait-started'], hours(48)],
    ],
    [
      'R25 it starts when the notice was accepted, not when it was approved',
      () => {
        const s = stories().approved();
        s.desk.pass(hours(5));
        s.heard('club', 'accepted');
        return s.case().wait?.endsAt === plus(s.desk.now(), hours(48));
      },
      true,
    ],
    [
      'R25 the number of the phone whose app gave a proof is not independent',
      () => {
        const s = overMailAndApp(aNumber('mobile'));
        return [s.case().wait?.rule, clock(s)];
      },
      ['daily', days(7)],
    ],
    [
      'R25 nor is a number on a phone that may be that very phone',
      () => {
        const s = overMailAndApp(aNumber('mobile', { deviceId: 'd1' }));
        return s.case().wait?.rule;
      },
      'daily',
    ],
    [
      'R25 a bouncing contact point does not hold the clock: there is no such channel',
      () => {
        const s = withClub({ refusedAt: ago(1) }).approved();
        return [s.case().wait?.rule, clock(s)];
      },
      ['daily', hours(72)],
    ],
    [
      'R25 nor does one that was taken off file',
      () => {
        const s = withClub({ removedAt: ago(1) }).approved();
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
        const s = withWork().collected();
        s.report('club');
        s.askApproval();
        s.approve();
        return [s.heard('club', 'accepted'), clock(s)];
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
      () => clock(twoPoints().approved()),
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
        return clock(s.approved());
      },
      hours(72),
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
