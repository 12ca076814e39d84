import { describe, expect, it } from 'vitest';
import { aFactor, aKey, anAccount } from '../testing/accounts';
import { system } from '../testing/people';
import type { Row } from '../testing/row';
import { approvedWithoutKey, openStep, status, stories, usable, withKey } from '../testing/stories';
import { ADD_APP, aStory, REPLACE_APP, type Story } from '../testing/story';
import { hours } from '../time';

const done = (s: Story) =>
  s
    .eventsOf('step-done')
    .map((e) => ('factorId' in e.change ? `${e.change.kind} ${e.change.factorId}` : e.change.kind));
const GOING = ['remove-backup-codes', 'revoke-devices', 'end-sessions', 'read-back'];

describe('an account that becomes contested while things change', () => {
  it.each<Row>([
    [
      'R26 nothing more changes: the case is stuck, for a person',
      () => {
        const s = stories().executing();
        s.startEnrolment();
        s.confirmEnrolment();
        s.contest();
        s.desk.work();
        return [status(s), usable(s), s.eventsOf('case-stuck').map((e) => e.reason)];
      },
      ['stuck', ['app', 'codes'], ['contested']],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('setting up the new factor', () => {
  it.each<Row>([
    [
      'R15 opens only with the case secret',
      () => stories().executing().startEnrolment('x', 'elsewhere'),
      'secret-needed',
    ],
    [
      'R15 is confirmed only with the case secret',
      () => {
        const s = stories().executing();
        s.startEnrolment();
        return s.confirmEnrolment('new-app', true, 'elsewhere');
      },
      'secret-needed',
    ],
    [
      'R17 opening it uses nothing up',
      () => {
        const s = stories().executing();
        s.startEnrolment('first');
        s.startEnrolment('second');
        return s.confirmEnrolment('second');
      },
      ['enrolment-confirmed', 'steps-planned'],
    ],
    [
      'R17 a newer start replaces the older one',
      () => {
        const s = stories().executing();
        s.startEnrolment('first');
        s.startEnrolment('second');
        return s.confirmEnrolment('first');
      },
      'enrolment-closed',
    ],
    [
      'R17 a wrong code confirms nothing',
      () => {
        const s = stories().executing();
        s.startEnrolment();
        return [s.confirmEnrolment('new-app', false), s.confirmEnrolment()];
      },
      [['enrolment-refused'], ['enrolment-confirmed', 'steps-planned']],
    ],
    [
      'R17 confirmed, it is used up',
      () => {
        const s = stories().enrolled();
        return [s.confirmEnrolment(), s.startEnrolment('another')];
      },
      ['enrolment-used', 'enrolment-used'],
    ],
    [
      'R17 also when the case is completed',
      () => stories().completed().startEnrolment('another'),
      'enrolment-used',
    ],
    [
      'R17 valid 72 h',
      () => {
        const s = stories().executing();
        s.desk.pass(hours(72) - 1);
        return s.startEnrolment();
      },
      ['enrolment-started'],
    ],
    [
      'R17 not a moment longer, also when the alarm is late',
      () => {
        const s = stories().executing();
        s.startEnrolment();
        s.desk.pass(hours(72));
        return [s.startEnrolment(), s.confirmEnrolment()];
      },
      ['enrolment-closed', 'enrolment-closed'],
    ],
    [
      'R17 not before the wait is over',
      () => stories().waiting().startEnrolment(),
      'enrolment-closed',
    ],
    [
      'R5 only the kind that the plan names',
      () => {
        const s = stories().executing();
        return s.does(s.holder(), {
          type: 'start-enrolment',
          kind: 'security-key',
          factorId: 'x',
          sealed: '',
          label: '',
        });
      },
      'enrolment-closed',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('the order of the measures', () => {
  it.each<Row>([
    [
      'R29 new is confirmed before old goes',
      () => done(stories().completed()),
      ['confirm-factor new-app', 'remove-factor app', ...GOING],
    ],
    [
      'R29 what was reported stolen is disabled first',
      () => {
        const s = approvedWithoutKey();
        s.live(hours(100));
        return [done(s), status(s), usable(s)];
      },
      [['disable-factor key'], 'executing', ['app']],
    ],
    [
      'R29 and only then what is new can be confirmed',
      () => {
        const s = approvedWithoutKey();
        s.desk.work();
        s.desk.pass(hours(80));
        s.desk.wake(s.id);
        s.startEnrolment();
        s.confirmEnrolment();
        s.desk.work();
        return done(s).slice(0, 3);
      },
      ['disable-factor key', 'confirm-factor new-app', 'remove-factor app'],
    ],
    ['R29 it ends with a way to sign in', () => usable(stories().completed()), ['new-app']],
    [
      'R31 adding revokes devices and ends sessions, and leaves the rest',
      () => {
        const s = withKey().completed(ADD_APP);
        return [done(s), usable(s), s.desk.account().trustedDevices, s.desk.account().openSessions];
      },
      [
        ['confirm-factor new-app', 'revoke-devices', 'end-sessions', 'read-back'],
        ['app', 'key', 'new-app'],
        0,
        0,
      ],
    ],
    [
      'R31 removing takes the factor and the backup codes',
      () => {
        const s = stories(
          anAccount({
            factors: [aFactor('app'), aKey('key'), aFactor('codes', { kind: 'backup-codes' })],
          }),
        ).executing({ kind: 'remove-factor', factorId: 'app' });
        return [done(s), usable(s), status(s)];
      },
      [['remove-factor app', ...GOING], ['key'], 'completed'],
    ],
    [
      'R31 what a case gave is known as given',
      () => stories().completed().desk.account().factors.at(-1)?.givenByCase,
      'case-1',
    ],
    [
      'R3 and proves nothing for 30 days',
      () => {
        const s = stories().completed();
        return aStory(s.desk, 'case-2').chosen(ADD_APP).withFactor('new-app', 9);
      },
      'proof-does-not-count',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('at most once', () => {
  const perform = (s: Story, stepId: string) => s.does(system, { type: 'perform-step', stepId });
  const claim = (s: Story) => s.does(system, { type: 'claim-step', stepId: openStep(s).id });
  const reportAs = (s: Story, outcome: 'done' | 'refused' | 'unknown') =>
    s.does(system, { type: 'report-step', stepId: openStep(s).id, outcome });
  it.each<Row>([
    [
      'R30 a step runs once, however often it is asked',
      () => {
        const s = stories().enrolled();
        const { id } = openStep(s);
        return [perform(s, id), perform(s, id)];
      },
      [['step-done'], []],
    ],
    [
      'R30 no step runs before the one in front of it',
      () => {
        const s = stories().enrolled();
        const last = s.case().steps.at(-2);
        return perform(s, last?.id ?? '');
      },
      [],
    ],
    [
      'R30 elsewhere it is claimed before the call',
      () => claim(stories().enrolled()),
      ['step-claimed'],
    ],
    [
      'R30 found claimed after a crash it is unknown: stuck',
      () => {
        const s = stories().enrolled();
        claim(s);
        return [claim(s), status(s)];
      },
      [['case-stuck'], 'stuck'],
    ],
    [
      'R30 an unknown answer makes it stuck',
      () => {
        const s = stories().enrolled();
        claim(s);
        return reportAs(s, 'unknown');
      },
      ['case-stuck'],
    ],
    [
      'R30 a refused one too',
      () => {
        const s = stories().enrolled();
        claim(s);
        return reportAs(s, 'refused');
      },
      ['case-stuck'],
    ],
    [
      'R30 an answer to what was never begun changes nothing',
      () => reportAs(stories().enrolled(), 'done'),
      [],
    ],
    [
      'R30 the next is queued when the answer is in',
      () => {
        const s = stories().enrolled();
        claim(s);
        reportAs(s, 'done');
        return openStep(s).change.kind;
      },
      'remove-factor',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('replacing while the old factor is named twice', () => {
  it('R29 a factor that was reported and is replaced is disabled first, and gone at the end', () => {
    const s = stories().collected(REPLACE_APP);
    s.report('app');
    s.askApproval();
    s.approve();
    s.live(hours(48));
    expect(usable(s)).toEqual(['codes']);
    s.startEnrolment();
    s.confirmEnrolment();
    s.desk.work();
    expect([status(s), usable(s)]).toEqual(['completed', ['new-app']]);
  });
});
