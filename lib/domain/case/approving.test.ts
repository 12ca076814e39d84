import { describe, expect, it } from 'vitest';
import type { Account } from '../account/account';
import { defaultPolicy } from '../policy/policy';
import { aFactor, aKey } from '../testing/accounts';
import { administrator, otherAdministrator, otherAgent, standIn, twinOf } from '../testing/people';
import type { Row } from '../testing/row';
import { stories, withKey } from '../testing/stories';
import { REPLACE_APP, type Story } from '../testing/story';
import { hours, plus } from '../time';

const first = (said: string | string[]) => (typeof said === 'string' ? said : said[0]);
const change = (s: Story, more: Partial<Account>) =>
  s.desk.changeAccount((account) => ({ ...account, ...more }));

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
  /** Honest but for one act of the staff before the proofs. */
  const askedAfter = (act: (s: Story) => unknown) => {
    const s = stories().chosen();
    act(s);
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
      () => openedBy(administrator).approve(twinOf(administrator)),
      'approver-opened-case',
    ],
    [
      'R20 nor who issued any other command',
      () => askedAfter((s) => s.does(administrator, { type: 'take-case' })).approve(administrator),
      'approver-acted',
    ],
    [
      'R20 nor that one’s other sign-in',
      () =>
        askedAfter((s) => s.does(administrator, { type: 'take-case' })).approve(
          twinOf(administrator),
        ),
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
      () =>
        askedAfter((s) =>
          s.does(administrator, { type: 'name-identity-checker', staffId: otherAgent.staffId }),
        ).approve(administrator),
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
        s.contest();
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
        s.contest();
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
        const s = withKey().waiting({
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
        s.contest();
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
        s.contest();
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
