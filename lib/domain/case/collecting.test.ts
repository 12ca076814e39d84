import { describe, expect, it } from 'vitest';
import type { Account } from '../account/account';
import { aFactor, anAccount, aPlainAccount } from '../testing/accounts';
import type { Row } from '../testing/row';
import { stories, withKey } from '../testing/stories';
import { ADD_APP, aStory, REPLACE_APP, type Story } from '../testing/story';
import { days } from '../time';

const change = (s: Story, more: Partial<Account>) =>
  s.desk.changeAccount((account) => ({ ...account, ...more }));

describe('asking for approval', () => {
  it.each<Row>([
    [
      'R2 two means are asked for and given',
      () => stories().collected().askApproval(),
      ['approval-asked'],
    ],
    [
      'R2 one is not enough',
      () => {
        const s = stories().chosen();
        s.prove('home');
        return s.askApproval();
      },
      'not-enough-proof',
    ],
    [
      'R2 a factor that a case removed does not lower what is asked',
      () => {
        const s = stories(aPlainAccount({ factors: [aFactor('app')] })).completed();
        change(s, {
          factors: s.desk
            .account()
            .factors.map((f) => ({ ...f, removedAt: f.removedAt ?? s.desk.now() })),
        });
        s.desk.live(days(40));
        const next = aStory(s.desk, 'case-2').chosen(ADD_APP);
        next.prove('home');
        return next.askApproval();
      },
      'not-enough-proof',
    ],
    [
      'nothing is asked without measures',
      () => {
        const s = stories();
        s.open();
        s.runbook();
        return s.askApproval();
      },
      'wrong-status',
    ],
    [
      'R22 not for an account that became privileged',
      () => {
        const s = stories().collected();
        change(s, { privileged: true });
        return s.askApproval();
      },
      'account-privileged',
    ],
    [
      'not for one that was disabled',
      () => {
        const s = stories().collected();
        change(s, { disabled: true });
        return s.askApproval();
      },
      'account-disabled',
    ],
    [
      'R29 not when what was reported is all that would be left',
      () => {
        const s = withKey().collected({
          kind: 'remove-factor',
          factorId: 'app',
        });
        s.report('key');
        return s.askApproval();
      },
      'would-leave-no-factor',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('opening and choosing', () => {
  it.each<Row>([
    [
      'no case opens on a disabled account',
      () => stories(anAccount({ disabled: true })).open(),
      'account-disabled',
    ],
    [
      'R22 access-giving cases for privileged accounts are refused',
      () => {
        const s = stories(anAccount({ privileged: true })).chosen();
        return [s.choose(REPLACE_APP), s.case().measures];
      },
      ['account-privileged', []],
    ],
    [
      'R22 and for accounts of staff',
      () =>
        stories(anAccount({ ofStaff: true }))
          .chosen()
          .choose(REPLACE_APP),
      'account-privileged',
    ],
    [
      'R44 one access-giving case at a time',
      () => {
        const s = stories().chosen();
        return aStory(s.desk, 'case-2').chosen().choose(REPLACE_APP);
      },
      'another-case-open',
    ],
    [
      'R44 the next may begin when it has ended',
      () => {
        const s = stories().chosen();
        s.cancel();
        return aStory(s.desk, 'case-2').chosen().choose(REPLACE_APP);
      },
      ['measures-chosen'],
    ],
    [
      'R29 a case does not take the last way to sign in',
      () => stories().chosen().choose({ kind: 'remove-factor', factorId: 'app' }),
      'would-leave-no-factor',
    ],
    [
      'R29 it does when another is left',
      () => withKey().chosen().choose({ kind: 'remove-factor', factorId: 'app' }),
      ['measures-chosen'],
    ],
    [
      'R29 backup codes are no way that is left',
      () =>
        stories(anAccount({ factors: [aFactor('app'), aFactor('b', { kind: 'backup-codes' })] }))
          .chosen()
          .choose({ kind: 'remove-factor', factorId: 'app' }),
      'would-leave-no-factor',
    ],
    [
      'a factor of another account cannot be chosen',
      () => stories().chosen().choose({ kind: 'remove-factor', factorId: 'theirs' }),
      'unknown-factor',
    ],
    [
      'the same factor cannot go twice',
      () => withKey().chosen().choose(REPLACE_APP, { kind: 'remove-factor', factorId: 'app' }),
      'one-factor-at-a-time',
    ],
    [
      'a runbook comes first',
      () => {
        const s = stories();
        s.open();
        return s.choose(REPLACE_APP);
      },
      'wrong-status',
    ],
    [
      'when it helped the case is solved and nothing was changed',
      () => {
        const s = stories();
        s.open();
        return [s.runbook(true), s.case().status];
      },
      [['runbook-finished', 'case-solved'], 'solved'],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
