import { describe, expect, it } from 'vitest';
import { aFactor, anAccount, backupCodes } from '../testing/accounts';
import type { Row } from '../testing/row';
import { status, stories, usable } from '../testing/stories';
import { days } from '../time';
import type { Measure } from './measure';

const NEW_CODES: Measure = { kind: 'add-factor', enrol: 'backup-codes' };
const PASS: Measure = { kind: 'add-factor', enrol: 'temporary-pass' };
const INSTEAD: Measure = { kind: 'replace-factor', factorId: 'app', enrol: 'temporary-pass' };

describe('new backup codes and a temporary pass', () => {
  it.each<Row>([
    [
      'R31 new backup codes take the old ones along, and stay themselves',
      () => {
        const s = stories().completed(NEW_CODES);
        return [status(s), usable(s)];
      },
      ['completed', ['app', 'new-app']],
    ],
    [
      'R31 a factor that is replaced takes the backup codes along',
      () => usable(stories().completed()),
      ['new-app'],
    ],
    [
      'R3 the codes that are being replaced are no proof',
      () => stories().chosen(NEW_CODES).withBackupCode(1),
      'proof-does-not-count',
    ],
    [
      'R15 they open only with the case secret',
      () => stories().executing(NEW_CODES).startEnrolment('x', 'elsewhere'),
      'secret-needed',
    ],
    [
      'R17 a pass counts only when it was typed back',
      () => {
        const s = stories().executing(PASS);
        s.startEnrolment();
        s.confirmEnrolment('new-app', false);
        return [status(s), usable(s)];
      },
      ['executing', ['app', 'codes']],
    ],
    [
      'R29 a pass does not stand in for the only second factor',
      () => stories().chosen().choose(INSTEAD),
      'would-leave-no-factor',
    ],
    [
      'R29 nor do new backup codes for one that was reported lost',
      () => {
        const s = stories(anAccount({ factors: [aFactor('app'), backupCodes()] })).chosen(PASS);
        s.prove('home');
        s.report('app');
        s.prove('mobile');
        return s.askApproval();
      },
      'would-leave-no-factor',
    ],
    [
      'R4 a pass of a case is no proof in another',
      () => {
        const s = stories().completed(PASS);
        s.desk.pass(days(31));
        return s.case().plan?.offers.some((offer) => offer.restsOn === 'new-app');
      },
      false,
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
