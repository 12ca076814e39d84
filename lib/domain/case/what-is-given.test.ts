import { describe, expect, it } from 'vitest';
import { onFile } from '../account/account';
import { withFailure } from '../account/guard';
import { signInFactors } from '../account/own/signing-in';
import { aFactor, aKey, aMailbox, aNumber, anAccount } from '../testing/accounts';
import { ownOf } from '../testing/own';
import { administrator, otherAdministrator, thirdAdministrator } from '../testing/people';
import type { Row } from '../testing/row';
import { status, stories, usable } from '../testing/stories';
import { aNewNumber, type Story } from '../testing/story';
import { days, hours } from '../time';
import type { Measure } from './measure';

const NUMBER: Measure = { kind: 'change-contact-point', contactPointId: 'mobile', point: 'phone' };
const ADD_KEY: Measure = { kind: 'add-factor', enrol: 'security-key' };
const PASSWORD: Measure = { kind: 'new-password' };

/** All that she has is codes to the number that she gives up. */
const onlyCodes = (...kinds: ('sms' | 'voice')[]) =>
  stories(
    anAccount({
      contactPoints: [aMailbox('home'), aMailbox('club'), aMailbox('work'), aNumber('mobile')],
      factors: kinds.map((kind) => aFactor(kind, { kind, contactPointId: 'mobile' })),
    }),
  );

const executing = (s: Story, ...measures: Measure[]) => {
  s.chosen(...measures);
  s.prove('home');
  s.prove('club');
  s.askApproval();
  s.approve();
  return s.live(days(7));
};

/** What she can sign in with now. */
const waysIn = (s: Story) =>
  signInFactors({
    account: s.desk.account(),
    own: ownOf(),
    policy: s.desk.policy(),
    now: s.desk.now(),
  }).map(({ kind }) => kind);

const toLandline = (s: Story) => {
  executing(s, NUMBER);
  const point = aNewNumber('landline', { smsCapable: false });
  s.startEnrolment('landline', 'phone', { point });
  s.confirmEnrolment();
  s.desk.work();
  return s;
};

describe('what a case gives, and what it leaves', () => {
  it.each<Row>([
    [
      'R29 codes by SMS do not move to a landline: it is called',
      () => {
        const s = toLandline(onlyCodes('sms'));
        return [status(s), waysIn(s)];
      },
      ['completed', ['voice']],
    ],
    [
      'R29 nor does it become two factors of one',
      () => waysIn(toLandline(onlyCodes('sms', 'voice'))),
      ['voice'],
    ],
    [
      'R29 a mailbox is no way in where codes by mail are not allowed',
      () => {
        const s = stories(
          anAccount({
            factors: [
              aFactor('app'),
              aFactor('mail', { kind: 'email-code', contactPointId: 'home' }),
            ],
          }),
          { emailCodesAllowed: false },
        );
        s.open();
        s.runbook();
        return s.choose({ kind: 'remove-factor', factorId: 'app' });
      },
      'would-leave-no-factor',
    ],
    [
      'R26 a late no makes no browser trusted any longer that came in by what the case gave',
      () => {
        const s = stories().completed();
        s.desk.changeAccount((account) => ({ ...account, trustedDevices: 1 }));
        s.veto();
        s.desk.work();
        return s.desk.account().trustedDevices;
      },
      0,
    ],
    [
      'R26 a late no switches off what was added since at a wish that rested on the case, too',
      () => {
        const s = stories().completed();
        const given = { givenByCase: s.id, addedAt: s.desk.now() };
        s.desk.changeAccount((account) => ({
          ...account,
          factors: [...account.factors, aKey('own'), aKey('wished', given)],
          contactPoints: [...account.contactPoints, aMailbox('wished-too', given)],
        }));
        s.veto();
        s.desk.work();
        const [off, mailboxes] = [usable(s), onFile(s.desk.account()).map(({ id }) => id)];
        s.does(otherAdministrator, { type: 'decide-after-veto', choice: 'kept' });
        s.desk.work();
        return [off, mailboxes, usable(s), onFile(s.desk.account()).at(-1)?.id];
      },
      [['own'], ['home', 'club', 'mobile'], ['new-app', 'own', 'wished'], 'wished-too'],
    ],
    [
      'R12 guesses at new addresses make the next one wait, and never close the way to all of them',
      () => {
        const s = executing(onlyCodes('sms'), NUMBER);
        s.desk.changeAccount((account) => {
          let { guard } = account;
          for (let n = 0; n < 100; n++) guard = withFailure(guard, 'new-address', s.desk.now());
          return { ...account, guard };
        });
        const first = s.startEnrolment();
        s.desk.pass(hours(24));
        return [first, s.startEnrolment(), s.confirmEnrolment()];
      },
      [
        'wait-before-retry',
        ['enrolment-started', 'enrolment-code-sent'],
        ['enrolment-confirmed', 'steps-planned'],
      ],
    ],
    [
      'R15 a new case secret: what was set up with the old one is set up again',
      () => {
        const s = stories().chosen(ADD_KEY, PASSWORD);
        s.check('in-person', administrator);
        s.askApproval();
        s.approve(otherAdministrator);
        s.live(days(7));
        s.startEnrolment('key-of-a-thief');
        s.confirmEnrolment();
        s.check('in-person', thirdAdministrator, 'laptop');
        s.approve(otherAdministrator);
        const asked = s.case().enrolment?.kind;
        s.setUp('laptop', 'own-key');
        s.desk.work();
        return [asked, status(s), usable(s).includes('key-of-a-thief'), usable(s)];
      },
      ['security-key', 'completed', false, ['app', 'codes', 'own-key']],
    ],
  ])('%s', (_, told, expected) => expect(told()).toEqual(expected));
});
