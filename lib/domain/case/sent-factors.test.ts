import { describe, expect, it } from 'vitest';
import { aFactor, ago, aMailbox, aNumber, anAccount } from '../testing/accounts';
import type { Row } from '../testing/row';
import { status, stories, usable } from '../testing/stories';
import { ADD_APP, aNewNumber, aStory, type Story } from '../testing/story';
import { days, minutes } from '../time';
import type { Measure } from './measure';

const TO_SMS: Measure = { kind: 'replace-factor', factorId: 'app', enrol: 'sms' };
const PUSH: Measure = { kind: 'add-factor', enrol: 'push' };
const MAIL_CODE: Measure = { kind: 'replace-factor', factorId: 'app', enrol: 'email-code' };

const landline = { point: aNewNumber('landline', { smsCapable: false, address: '+31301234567' }) };
const point = (s: Story, id: string) => s.desk.account().contactPoints.find((p) => p.id === id);
const given = (s: Story) => s.desk.account().factors.find((f) => f.givenByCase === s.id);
/** Sent, and not yet answered. */
const begun = (to?: Parameters<Story['startEnrolment']>[2]) => {
  const s = stories().executing(TO_SMS);
  s.startEnrolment('new-sms', 'phone', to);
  return s;
};

describe('codes to a number as the new second factor', () => {
  it.each<Row>([
    [
      'a new number answers, comes on file and takes the codes',
      () => {
        const s = stories().completed(TO_SMS);
        const { contactPointId = '', kind } = given(s) ?? {};
        const { address, source, givenByCase } = point(s, contactPointId) ?? {};
        return [status(s), kind, address, source, givenByCase, usable(s)];
      },
      ['completed', 'sms', '+31687654321', 'case', 'case-1', ['new-app']],
    ],
    [
      'a number on file takes them as it is',
      () => {
        const s = begun({ contactPointId: 'mobile' });
        s.confirmEnrolment();
        s.desk.work();
        return [status(s), given(s)?.contactPointId, s.desk.account().contactPoints.length];
      },
      ['completed', 'mobile', 3],
    ],
    [
      'typed anew, it is the one on file',
      () => {
        const s = begun({ point: aNewNumber('again', { address: '+31612345678' }) });
        s.confirmEnrolment();
        s.desk.work();
        return [given(s)?.contactPointId, s.desk.account().contactPoints.length];
      },
      ['mobile', 3],
    ],
    [
      'nothing is on file before everything works',
      () => {
        const s = begun();
        s.desk.work();
        return [s.desk.account().contactPoints.length, usable(s)];
      },
      [3, ['app', 'codes']],
    ],
    [
      'R3 what a case gave is no proof in the next',
      () => {
        const s = stories().completed(TO_SMS);
        const { contactPointId } = given(s) ?? {};
        const next = aStory(s.desk, 'case-2').chosen(ADD_APP);
        return next
          .case()
          .plan?.offers.find(
            ({ restsOn, kind }) => restsOn === contactPointId && kind === 'sms-challenge',
          )?.refused;
      },
      'given-by-case',
    ],
    [
      'R25 nor does a notice to it start the clock of the next',
      () => {
        const s = stories().completed(TO_SMS);
        const next = aStory(s.desk, 'case-2').approved(ADD_APP);
        const told = next.case().notices.find((n) => n.contactPointId === given(s)?.contactPointId);
        return told?.independent;
      },
      false,
    ],
    [
      'R25 nor to a mailbox that it gave, until 30 days have passed',
      () => {
        const s = stories().completed(MAIL_CODE);
        const { contactPointId } = given(s) ?? {};
        const independent = (age: number, id: string) => {
          s.desk.pass(days(age));
          const next = aStory(s.desk, id).approved(ADD_APP);
          const told = next.case().notices.find((n) => n.contactPointId === contactPointId);
          next.cancel();
          return told?.independent;
        };
        return [independent(8, 'case-2'), independent(22, 'case-3')];
      },
      [false, true],
    ],
    [
      'R25 nor to one that came on file less than 7 days before the case',
      () =>
        [6, 7].map((age) => {
          const young = aMailbox('young', { source: 'holder', addedAt: ago(days(age)) });
          const s = stories(anAccount({ contactPoints: [...anAccount().contactPoints, young] }));
          return s
            .approved()
            .case()
            .notices.find((n) => n.contactPointId === 'young')?.independent;
        }),
      [false, true],
    ],
    ['a landline takes no SMS', () => begun(landline).case().enrolment?.code, undefined],
    [
      'a number that was reported lost takes none',
      () => {
        const s = stories(
          anAccount({ contactPoints: [...anAccount().contactPoints, aNumber('lost')] }),
        );
        s.desk.changeAccount((a) => ({
          ...a,
          guard: { ...a.guard, reported: { lost: s.desk.now() } },
        }));
        s.executing(TO_SMS);
        return s.startEnrolment('x', 'phone', { contactPointId: 'lost' });
      },
      'contact-point-unknown',
    ],
    [
      'a mailbox takes no SMS',
      () => stories().executing(TO_SMS).startEnrolment('x', 'phone', { contactPointId: 'home' }),
      'contact-point-unknown',
    ],
    [
      'R8 nobody without the case secret says where a code goes',
      () =>
        stories()
          .executing(TO_SMS)
          .startEnrolment('x', 'elsewhere', { point: aNewNumber('x') }),
      'secret-needed',
    ],
    [
      'R11 only the newest code works',
      () => {
        const s = begun();
        const old = s.case().enrolment?.code;
        s.does(s.holder(), { type: 'send-enrolment-code', byVoice: false });
        return s.does(s.holder(), {
          type: 'confirm-enrolment',
          verdict: {
            factorId: 'new-sms',
            matches: true,
            code: { id: old?.id ?? '', number: old?.number ?? 0 },
          },
        });
      },
      'code-expired',
    ],
    [
      'R11 in its time',
      () => {
        const s = begun();
        s.desk.pass(minutes(10));
        return s.confirmEnrolment();
      },
      'code-expired',
    ],
    [
      'R11 a right one without saying which code it was counts for nothing',
      () => {
        const s = begun();
        return s.does(s.holder(), {
          type: 'confirm-enrolment',
          verdict: { factorId: 'new-sms', matches: true },
        });
      },
      'code-expired',
    ],
    [
      'R12 wrong ones wait ever longer, over all new numbers together',
      () => {
        const s = begun();
        for (let n = 0; n < 3; n++) s.confirmEnrolment(undefined, false);
        return [
          s.confirmEnrolment(),
          s.startEnrolment('other', 'phone', {
            point: aNewNumber('other', { address: '+31611111111' }),
          }),
          s.desk.account().guard.failures['new-address']?.inARow,
        ];
      },
      ['wait-before-retry', 'wait-before-retry', 3],
    ],
    [
      'R12 five wrong ones use a code up',
      () => {
        const s = begun();
        for (const wait of [0, 0, 0.5, 1, 2]) {
          s.confirmEnrolment(undefined, false);
          s.desk.pass(minutes(wait));
        }
        return s.confirmEnrolment();
      },
      'code-used-up',
    ],
    [
      'three an hour, over whatever numbers',
      () => {
        const s = begun();
        const again = (n: number) =>
          s.startEnrolment(`n${n}`, 'phone', {
            point: aNewNumber(`n${n}`, { address: `+3161111111${n}` }),
          });
        return [again(1), again(2), again(3)].map((said) =>
          typeof said === 'string' ? said : 'sent',
        );
      },
      ['sent', 'sent', 'too-many-codes'],
    ],
    [
      'a number is called instead, with a new code',
      () => {
        const s = begun();
        s.does(s.holder(), { type: 'send-enrolment-code', byVoice: true });
        const { via, number } = s.case().enrolment?.code ?? {};
        return [via, number, status(s)];
      },
      ['voice', 2, 'executing'],
    ],
    ['R17 sending uses nothing up', () => begun().case().enrolment?.confirmedAt, undefined],
    [
      'codes by e-mail only where the organisation has them',
      () => {
        const s = stories().chosen();
        s.desk.changePolicy({ ...s.desk.policy(), emailCodesAllowed: false });
        return s.choose(MAIL_CODE);
      },
      'email-codes-not-allowed',
    ],
    [
      'nor when it ended them under way',
      () => {
        const s = stories().executing(MAIL_CODE);
        s.desk.changePolicy({ ...s.desk.policy(), emailCodesAllowed: false });
        return s.startEnrolment('mail');
      },
      'email-codes-not-allowed',
    ],
    [
      'R29 a push does not stand in for the only second factor: its device is forgotten after a month',
      () => stories().chosen().choose({ kind: 'replace-factor', factorId: 'app', enrol: 'push' }),
      'would-leave-no-factor',
    ],
    [
      'a push is added beside it',
      () => {
        const s = stories().completed(PUSH);
        return [status(s), usable(s)];
      },
      ['completed', ['app', 'codes', 'new-app']],
    ],
    [
      'R26 a late no takes the number off file again, and what rests on it',
      () => {
        const s = stories().completed(TO_SMS);
        const { contactPointId = '' } = given(s) ?? {};
        s.veto();
        s.desk.work();
        return [
          point(s, contactPointId)?.removedAt !== undefined,
          given(s)?.disabledAt !== undefined,
        ];
      },
      [true, true],
    ],
    [
      'the same factor over the same number is not given twice',
      () => {
        const sms = aFactor('sms', { kind: 'sms', contactPointId: 'mobile' });
        const s = stories(anAccount({ factors: [aFactor('app'), sms] })).executing({
          kind: 'add-factor',
          enrol: 'sms',
        });
        return s.startEnrolment('x', 'phone', { contactPointId: 'mobile' });
      },
      'address-on-file',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
