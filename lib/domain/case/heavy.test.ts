import { describe, expect, it } from 'vitest';
import { aFactor, aMailbox, aNumber, anAccount, aPlainAccount } from '../testing/accounts';
import { administrator, otherAdministrator } from '../testing/people';
import type { Row } from '../testing/row';
import { guard, status, stories, usable } from '../testing/stories';
import { REPLACE_APP, type Story } from '../testing/story';
import { between, days, hours } from '../time';
import type { Measure } from './measure';

const NUMBER: Measure = { kind: 'change-contact-point', contactPointId: 'mobile', point: 'phone' };
const MAILBOX: Measure = { kind: 'change-contact-point', contactPointId: 'club', point: 'email' };
const PASSWORD: Measure = { kind: 'new-password' };
const ADD_KEY: Measure = { kind: 'add-factor', enrol: 'security-key' };

const onFile = (s: Story) =>
  s.desk
    .account()
    .contactPoints.filter((point) => !point.removedAt)
    .map(({ address }) => address);

/** Anna gets her codes by SMS on the number that she no longer has. */
const withSms = () =>
  stories(
    anAccount({
      contactPoints: [aMailbox('home'), aMailbox('club'), aMailbox('work'), aNumber('mobile')],
      factors: [aFactor('sms', { kind: 'sms', contactPointId: 'mobile' }), aFactor('app')],
    }),
  );

/** Proven over the mailboxes, for the number goes. */
const proven = (s: Story, ...measures: Measure[]) => {
  s.chosen(...measures);
  s.prove('home');
  s.prove('club');
  return s;
};
const executing = (s: Story, ...measures: Measure[]) => {
  proven(s, ...measures);
  s.askApproval();
  s.approve();
  return s.live(days(7));
};
const done = (s: Story, ...measures: Measure[]) => {
  executing(s, ...measures).setUp();
  s.desk.work();
  return s;
};
/** Seen in person first. */
const seen = (...measures: Measure[]) => {
  const s = stories().chosen(...measures);
  s.check('in-person', administrator);
  s.askApproval();
  s.approve(otherAdministrator);
  s.desk.work();
  return s;
};

describe('another number or mailbox', () => {
  it.each<Row>([
    [
      'the new one comes, the old one goes',
      () => {
        const s = done(withSms(), NUMBER);
        return [status(s), onFile(s).at(-1), onFile(s).includes('+31612345678')];
      },
      ['completed', '+31687654321', false],
    ],
    [
      'the factors on it move along, and the old ones are gone',
      () => {
        const s = done(withSms(), NUMBER);
        const sms = s.desk.account().factors.filter((f) => f.kind === 'sms');
        return [
          sms.map((f) => f.removedAt !== undefined),
          s.desk.account().contactPoints.find(({ id }) => id === sms[1]?.contactPointId)?.address,
          s.case().plan?.going,
        ];
      },
      [
        [true, false],
        '+31687654321',
        {
          factorIds: ['sms'],
          contactPointIds: ['mobile'],
          backupCodes: true,
          devices: true,
          sessions: true,
        },
      ],
    ],
    [
      'R5 is heavier than a factor: what was proven for one is void',
      () => {
        const s = stories().collected();
        s.choose(MAILBOX);
        return s.case().proofs.map((proof) => proof.status);
      },
      ['void', 'void'],
    ],
    [
      'waits 7 days',
      () => {
        const s = proven(withSms(), NUMBER);
        s.askApproval();
        s.approve();
        s.desk.work();
        return [between(s.desk.now(), s.case().wait?.endsAt ?? '') / hours(24), status(s)];
      },
      [7, 'waiting'],
    ],
    [
      'also after an identity check in person',
      () => {
        const s = seen(MAILBOX);
        return between(s.desk.now(), s.case().wait?.endsAt ?? '') / hours(24);
      },
      7,
    ],
    [
      'R3 what goes proves nothing',
      () => withSms().chosen(NUMBER).send('mobile'),
      'proof-does-not-count',
    ],
    [
      'R25 nor does a notice to it start the clock, though it is told',
      () => {
        const s = proven(withSms(), NUMBER);
        s.askApproval();
        s.approve();
        const told = s.case().notices.find((n) => n.contactPointId === 'mobile');
        return [told?.kind, told?.independent];
      },
      ['wait-started', false],
    ],
    [
      'R27 a no from what was given up only pauses',
      () => {
        const s = proven(withSms(), NUMBER);
        s.askApproval();
        s.approve();
        s.desk.work();
        s.veto(s.link('mobile'));
        return [status(s), guard(s).contestedUntil];
      },
      ['paused', undefined],
    ],
    [
      'R26 and when it is done, it suspends until a person decides',
      () => {
        const s = done(withSms(), NUMBER);
        s.veto(s.link('mobile'));
        s.desk.work();
        return [
          status(s),
          s.case().afterVeto,
          guard(s).suspension !== undefined,
          guard(s).contestedUntil,
          onFile(s).includes('+31687654321'),
        ];
      },
      ['vetoed', 'to-decide', true, undefined, false],
    ],
    [
      'R26 kept after all, the new one comes back on file',
      () => {
        const s = done(withSms(), NUMBER);
        s.veto(s.link('mobile'));
        s.desk.work();
        s.does(otherAdministrator, { type: 'decide-after-veto', choice: 'kept' });
        s.desk.work();
        return [onFile(s).includes('+31687654321'), usable(s).length];
      },
      [true, 2],
    ],
    [
      'R26 decided that it goes, the old one is back on file, and only the old one',
      () => {
        const s = done(withSms(), NUMBER);
        s.veto(s.link('mobile'));
        s.desk.work();
        s.does(otherAdministrator, { type: 'decide-after-veto', choice: 'removed' });
        s.desk.work();
        return [onFile(s).includes('+31612345678'), onFile(s).includes('+31687654321')];
      },
      [true, false],
    ],
    [
      'R26 ended before the old one went, nothing is put back',
      () => {
        const s = executing(withSms(), NUMBER).setUp();
        s.veto(s.link('home'));
        s.desk.work();
        s.does(otherAdministrator, { type: 'decide-after-veto', choice: 'removed' });
        s.desk.work();
        return s.case().steps.some((x) => x.change.kind === 'restore-contact-point');
      },
      false,
    ],
    [
      'an address that is on file already is not another one',
      () => {
        const s = executing(withSms(), NUMBER);
        const point = {
          id: 'x',
          kind: 'phone' as const,
          address: '+31612345678',
          smsCapable: true,
          opensWithAccount: false,
          words: [],
        };
        return s.startEnrolment('x', 'phone', { point });
      },
      'address-on-file',
    ],
    [
      'a number does not become a mailbox',
      () =>
        stories()
          .chosen()
          .choose({ ...NUMBER, point: 'email' }),
      'contact-point-unknown',
    ],
    [
      "nor somebody else's",
      () =>
        stories()
          .chosen()
          .choose({ ...NUMBER, contactPointId: 'theirs' }),
      'contact-point-unknown',
    ],
    ['one at a time', () => stories().chosen().choose(NUMBER, MAILBOX), 'one-factor-at-a-time'],
    [
      'R31 the case is stuck while the old one is still there',
      () => {
        const s = executing(withSms(), NUMBER).setUp();
        s.desk.stubborn.add('mobile');
        s.desk.work();
        return status(s);
      },
      'stuck',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('a new password', () => {
  it.each<Row>([
    [
      'is chosen by the holder, and then in force',
      () => {
        const s = done(stories(), PASSWORD);
        return [status(s), [...s.desk.passwords], usable(s)];
      },
      ['completed', ['new-app-password'], ['app', 'codes']],
    ],
    [
      'without one nothing happens',
      () => {
        const s = executing(stories(), PASSWORD);
        const verdict = { factorId: 'x', matches: true };
        return s.does(s.holder(), { type: 'confirm-enrolment', verdict });
      },
      'enrolment-closed',
    ],
    [
      'R15 only on the screen with the case secret',
      () => executing(stories(), PASSWORD).confirmEnrolment('x', true, 'elsewhere'),
      'secret-needed',
    ],
    [
      'R26 a late no puts the one before it back',
      () => {
        const s = done(stories(), PASSWORD);
        s.veto();
        s.desk.work();
        return [...s.desk.passwords];
      },
      [],
    ],
    [
      'R29 who never had a second factor loses none by it',
      () => stories(aPlainAccount()).chosen(PASSWORD).case().measures.length,
      1,
    ],
    [
      'R16 never beside a second factor without an identity check in person',
      () => {
        const s = proven(stories(), PASSWORD, ADD_KEY);
        return [s.case().plan?.inPersonOnly, s.case().plan?.reasons, s.askApproval()];
      },
      [
        true,
        ['two-means-second-factor', 'in-person-password-and-factor', 'heavy-wait'],
        'not-enough-proof',
      ],
    ],
    [
      'R16 nor beside a number: it takes the codes along',
      () => proven(withSms(), PASSWORD, NUMBER).askApproval(),
      'not-enough-proof',
    ],
    [
      'R16 nor beside what stands in for a second factor',
      () =>
        proven(stories(), PASSWORD, { kind: 'add-factor', enrol: 'temporary-pass' }).askApproval(),
      'not-enough-proof',
    ],
    [
      'R16 after a check in person both are set up, one after the other',
      () => {
        const s = seen(PASSWORD, REPLACE_APP).live(days(7));
        const first = s.case().enrolment?.kind;
        s.startEnrolment();
        s.confirmEnrolment();
        s.desk.work();
        const between = [s.case().enrolment?.kind, status(s), usable(s), [...s.desk.passwords]];
        s.confirmEnrolment('password');
        s.desk.work();
        return [first, between, status(s), usable(s), [...s.desk.passwords]];
      },
      [
        'authenticator-app',
        ['password', 'executing', ['app', 'codes'], []],
        'completed',
        ['new-app'],
        ['password'],
      ],
    ],
    [
      'R17 both within the same 72 h',
      () => {
        const s = seen(PASSWORD, REPLACE_APP).live(days(7));
        s.live(hours(71));
        s.startEnrolment();
        s.confirmEnrolment();
        s.live(hours(1));
        return [status(s), usable(s)];
      },
      ['expired', ['app', 'codes']],
    ],
    [
      'R17 opened anew, what was set up before is kept',
      () => {
        const s = seen(PASSWORD, REPLACE_APP).live(days(7));
        s.startEnrolment();
        s.confirmEnrolment();
        s.live(hours(72));
        s.renew();
        const kind = s.case().enrolment?.kind;
        s.confirmEnrolment('password');
        s.desk.work();
        return [kind, status(s), usable(s)];
      },
      ['password', 'completed', ['new-app']],
    ],
    [
      'a number and a password and a factor are too much for one call',
      () => stories().chosen().choose(PASSWORD, NUMBER, REPLACE_APP),
      'one-factor-at-a-time',
    ],
    [
      'one password is enough',
      () => stories().chosen().choose(PASSWORD, PASSWORD),
      'one-factor-at-a-time',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('the waits', () => {
  const waits = (...measures: Measure[]) => {
    const plan = stories()
      .chosen(...measures)
      .case().plan;
    return Object.values(plan?.waits ?? {}).map((wait) => wait / hours(1));
  };
  it.each<Row>([
    ['factors', () => waits(REPLACE_APP), [48, 4, 168, 72]],
    [
      'a temporary pass after a check in person',
      () => waits({ kind: 'add-factor', enrol: 'temporary-pass' }),
      [48, 1, 168, 72],
    ],
    ['a contact point', () => waits(MAILBOX), [168, 168, 168, 168]],
    ['a password', () => waits(PASSWORD), [168, 168, 168, 168]],
    [
      'no policy makes a contact point wait less than 72 h',
      () => {
        const s = stories(anAccount(), {
          waitHeavy: hours(1),
          waitFactor: hours(1),
          waitInPerson: 0,
        });
        return Object.values(s.chosen(MAILBOX).case().plan?.waits ?? {}).every(
          (w) => w >= hours(72),
        );
      },
      true,
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
