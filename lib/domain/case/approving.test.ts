import { describe, expect, it } from 'vitest';
import type { Account } from '../account/account';
import { defaultPolicy } from '../policy/policy';
import { aFactor, aKey, anAccount, aPlainAccount } from '../testing/accounts';
import { aDesk } from '../testing/desk';
import {
  administrator,
  agent,
  otherAdministrator,
  otherAgent,
  staff,
  standIn,
} from '../testing/people';
import type { Row } from '../testing/row';
import { ADD_APP, aStory, REPLACE_APP, type Story } from '../testing/story';
import { days, hours, plus } from '../time';

const stories = (account = anAccount()) => aStory(aDesk({ account }));
const first = (said: string | string[]) => (typeof said === 'string' ? said : said[0]);
const change = (s: Story, more: Partial<Account>) =>
  s.desk.changeAccount((account) => ({ ...account, ...more }));
const contest = (s: Story) =>
  s.desk.changeAccount((a) => ({
    ...a,
    guard: { ...a.guard, contestedUntil: plus(s.desk.now(), days(30)) },
  }));

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
        const s = stories(anAccount({ factors: [aFactor('app'), aKey('key')] })).collected({
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
      () =>
        stories(anAccount({ factors: [aFactor('app'), aKey('key')] }))
          .chosen()
          .choose({ kind: 'remove-factor', factorId: 'app' }),
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
      () =>
        stories(anAccount({ factors: [aFactor('app'), aKey('key')] }))
          .chosen()
          .choose(REPLACE_APP, { kind: 'remove-factor', factorId: 'app' }),
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

describe('four eyes', () => {
  const openedBy = (opener: typeof administrator) => {
    const s = stories();
    s.open(opener);
    s.runbook();
    s.choose(REPLACE_APP);
    s.prove('home');
    s.prove('mobile');
    s.askApproval();
    return s;
  };
  const lapse = (why: 'membership-ended' | 'credentials-reset') => {
    const s = stories().waiting();
    s.desk.lapsed.set(administrator.staffId, why);
    return s.live(hours(48));
  };
  it.each<Row>([
    [
      'R20 a functional administrator who did nothing else approves',
      () => first(stories().asked().approve(administrator)),
      'approval-given',
    ],
    ['R20 so does a stand-in', () => first(stories().asked().approve(standIn)), 'approval-given'],
    [
      'R20 the opener does not',
      () => openedBy(administrator).approve(administrator),
      'approver-opened-case',
    ],
    [
      'R20 nor does the opener’s other sign-in',
      () =>
        openedBy(administrator).approve(
          staff('twin', 'functional-administrator', { personId: administrator.personId }),
        ),
      'approver-opened-case',
    ],
    [
      'R20 nor who issued any other command',
      () => {
        const s = stories().chosen();
        s.does(administrator, { type: 'take-case' });
        s.prove('home');
        s.prove('mobile');
        s.askApproval();
        return s.approve(administrator);
      },
      'approver-acted',
    ],
    [
      'R20 nor that one’s other sign-in',
      () => {
        const s = stories().chosen();
        s.does(administrator, { type: 'take-case' });
        s.prove('home');
        s.prove('mobile');
        s.askApproval();
        return s.approve(
          staff('twin', 'functional-administrator', { personId: administrator.personId }),
        );
      },
      'approver-acted',
    ],
    [
      'R20 nor who recorded a proof',
      () => {
        const s = stories().chosen();
        s.check('in-person', administrator);
        s.askApproval();
        return s.approve(administrator);
      },
      'approver-acted',
    ],
    [
      'R20 nor who named an identity checker',
      () => {
        const s = stories().chosen();
        s.does(administrator, { type: 'name-identity-checker', staffId: otherAgent.staffId });
        s.prove('home');
        s.prove('mobile');
        s.askApproval();
        return s.approve(administrator);
      },
      'approver-acted',
    ],
    [
      'R20 nor the account holder',
      () =>
        stories()
          .asked()
          .approve({ ...administrator, personId: 'person-anna' }),
      'own-account',
    ],
    ['R20 an agent does not', () => stories().asked().approve(otherAgent), 'not-allowed'],
    [
      'R20 only this exact plan',
      () => stories().asked().does(administrator, { type: 'approve', planHash: 'another plan' }),
      'plan-changed',
    ],
    ['R20 nothing that was not asked for', () => stories().collected().approve(), 'wrong-status'],
    [
      'R20 not twice',
      () => {
        const s = stories().asked();
        s.approve();
        return s.approve(otherAdministrator);
      },
      'wrong-status',
    ],
    [
      'R20 the opener cannot say no in the second person’s place either',
      () => openedBy(administrator).decline(administrator),
      'approver-opened-case',
    ],
    [
      'R20 a no ends the case',
      () => {
        const s = stories().asked();
        return [s.decline(), s.case().status, s.approve()];
      },
      [['case-declined'], 'declined', 'wrong-status'],
    ],
    [
      'R20 the hash changes with what was proven',
      () => {
        const a = stories().asked();
        const b = stories().chosen();
        b.prove('home');
        b.prove('club');
        b.prove('mobile');
        b.askApproval();
        return a.case().planHash === b.case().planHash;
      },
      false,
    ],
    [
      'R20 the approval lapses with the giver’s membership',
      () => {
        const s = lapse('membership-ended');
        return [s.case().status, s.case().approval, s.eventsOf('wait-over').length];
      },
      ['awaiting-approval', undefined, 0],
    ],
    [
      'R20 and when the giver’s credentials were reset',
      () => lapse('credentials-reset').case().status,
      'awaiting-approval',
    ],
    [
      'R20 then somebody says yes anew, and the wait begins anew',
      () => {
        const s = lapse('membership-ended');
        s.approve(otherAdministrator);
        s.desk.work();
        return s.case().wait?.endsAt === plus(s.desk.now(), hours(48));
      },
      true,
    ],
    [
      'R20 the same one may say it again once entitled again: a yes is no other command',
      () => {
        const s = lapse('credentials-reset');
        s.desk.lapsed.clear();
        return first(s.approve(administrator));
      },
      'approval-given',
    ],
    [
      'R20 after execution began nothing lapses',
      () => {
        const s = stories().executing();
        s.desk.lapsed.set(administrator.staffId, 'membership-ended');
        s.startEnrolment();
        return s.confirmEnrolment();
      },
      ['enrolment-confirmed', 'steps-planned'],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('a plan that grew heavier', () => {
  it.each<Row>([
    [
      'R24 contested before the yes: the case goes back, its proofs are void',
      () => {
        const s = stories().asked();
        contest(s);
        return [
          s.approve(),
          s.case().status,
          s.case().proofs.map((p) => p.status),
          s.case().plan?.inPersonOnly,
        ];
      },
      [['plan-grew-heavier'], 'collecting', ['void', 'void'], true],
    ],
    [
      'R24 the plan is compiled again before measures run',
      () => {
        const s = stories().waiting();
        contest(s);
        s.live(hours(48));
        return [s.case().status, s.case().approval, s.case().wait, s.case().enrolment];
      },
      ['collecting', undefined, undefined, undefined],
    ],
    [
      'R24 a policy that asks a longer wait does it too',
      () => {
        const s = stories().waiting();
        s.desk.changePolicy({ ...defaultPolicy(), version: 2, waitFactor: hours(72) });
        s.live(hours(48));
        return s.case().status;
      },
      'collecting',
    ],
    [
      'R23 a weaker one changes nothing for a case that was open',
      () => {
        const s = stories().waiting();
        s.desk.changePolicy({ ...defaultPolicy(), version: 2, waitFactor: hours(24) });
        s.live(hours(48) - 1);
        return s.case().status;
      },
      'waiting',
    ],
    [
      'R22 an account that became privileged under way gets nothing',
      () => {
        const s = stories().waiting();
        change(s, { privileged: true });
        s.live(hours(48));
        return [s.case().status, s.askApproval()];
      },
      ['collecting', 'account-privileged'],
    ],
    [
      'R29 nor does one that lost its other factor under way',
      () => {
        const s = stories(anAccount({ factors: [aFactor('app'), aKey('key')] })).waiting({
          kind: 'remove-factor',
          factorId: 'app',
        });
        change(s, { factors: [aFactor('app'), aKey('key', { removedAt: s.desk.now() })] });
        s.live(hours(48));
        return s.case().status;
      },
      'collecting',
    ],
    [
      'R24 with the check in person that is now asked it goes through',
      () => {
        const s = stories().waiting();
        contest(s);
        s.live(hours(48));
        s.check('in-person', otherAdministrator);
        s.askApproval();
        s.approve();
        s.desk.work();
        s.live(hours(4));
        return s.case().status;
      },
      'executing',
    ],
    [
      'R25 notices of the first wait do not start the second',
      () => {
        const s = stories().waiting();
        const old = s.case().notices.find((n) => n.contactPointId === 'club');
        contest(s);
        s.live(hours(48));
        s.desk.changeAccount((a) => ({
          ...a,
          guard: { ...a.guard, contestedUntil: s.desk.now() },
        }));
        s.choose(REPLACE_APP);
        s.prove('club');
        s.check('in-person', otherAdministrator);
        s.askApproval();
        s.approve();
        return s.does(
          { kind: 'system' },
          { type: 'report-message', about: { notice: old?.id ?? '' }, outcome: 'accepted' },
        );
      },
      ['notice-accepted'],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('an enrolment that was not used', () => {
  const expired = () => stories().executing().live(hours(72));
  it.each<Row>([
    [
      'R17 after 72 h it is over',
      () => [expired().case().status, expired().startEnrolment()],
      ['expired', 'enrolment-closed'],
    ],
    [
      'R17 one new 72 h by a new approval, without a new wait',
      () => {
        const s = expired();
        s.renew();
        return [
          s.case().status,
          s.case().enrolment?.closesAt === plus(s.desk.now(), hours(72)),
          s.startEnrolment(),
          s.confirmEnrolment(),
        ];
      },
      ['executing', true, ['enrolment-started'], ['enrolment-confirmed', 'steps-planned']],
    ],
    [
      'R17 the one who approved may do so again',
      () => first(expired().renew(administrator)),
      'approval-given',
    ],
    [
      'R20 the opener may not',
      () => {
        const s = stories();
        s.open(otherAdministrator);
        s.runbook();
        s.choose(REPLACE_APP);
        s.prove('home');
        s.prove('mobile');
        s.askApproval();
        s.approve(administrator);
        s.live(hours(200));
        return [s.case().status, s.renew(otherAdministrator)];
      },
      ['expired', 'approver-opened-case'],
    ],
    [
      'R17 not a second time',
      () => {
        const s = expired();
        s.renew();
        s.live(hours(72));
        return [s.case().status, s.renew()];
      },
      ['expired', 'enrolment-renewed-before'],
    ],
    [
      'R17 not when nobody expects it any more',
      () => {
        const s = expired();
        s.live(days(14) + 1);
        return s.renew();
      },
      'enrolment-closed',
    ],
    [
      'R26 not on a contested account',
      () => {
        const s = expired();
        contest(s);
        return s.renew();
      },
      'contested',
    ],
    [
      'R44 not while another case gives access',
      () => {
        const s = expired();
        aStory(s.desk, 'case-2').chosen();
        return s.renew();
      },
      'another-case-open',
    ],
    [
      'R24 not when the plan would now be heavier',
      () => {
        const s = expired();
        s.desk.changePolicy({ ...defaultPolicy(), version: 2, waitFactor: days(9) });
        return s.renew();
      },
      'plan-changed',
    ],
    [
      'R5 a case that expired for idleness is not renewed',
      () => {
        const s = stories().asked().live(days(15));
        return [s.case().status, s.renew()];
      },
      ['expired', 'wrong-status'],
    ],
    ['an agent cannot renew', () => expired().renew(agent), 'not-allowed'],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
