import { describe, expect, it } from 'vitest';
import { aFactor, ago, aMailbox, aNumber, anAccount } from '../testing/accounts';
import { aDesk } from '../testing/desk';
import {
  administrator,
  agent,
  otherAdministrator,
  staff,
  thirdAdministrator,
} from '../testing/people';
import type { Row } from '../testing/row';
import { aStory, REPLACE_APP, type Story } from '../testing/story';
import { between, days, hours, minutes, plus } from '../time';

const stories = (account = anAccount()) => aStory(aDesk({ account }));
const withGone = () =>
  stories(
    anAccount({
      contactPoints: [
        aMailbox('home'),
        aMailbox('club'),
        aNumber('mobile'),
        aMailbox('gone', { removedAt: ago(days(9)) }),
      ],
    }),
  );
const guard = (s: Story) => s.desk.account().guard;
const contestedFor = (s: Story) => {
  const until = guard(s).contestedUntil;
  return until && between(s.desk.now(), until);
};
const status = (s: Story) => s.case().status;
const newFactor = (s: Story) => s.desk.account().factors.find((f) => f.id === 'new-app');

describe('a no of the account holder', () => {
  const vetoed = (s: Story) => {
    s.veto();
    return [status(s), contestedFor(s)];
  };
  it.each<Row>([
    [
      'R26 ends a case that collects proofs',
      () => vetoed(stories().collected()),
      ['vetoed', days(30)],
    ],
    ['R26 that awaits approval', () => vetoed(stories().asked()), ['vetoed', days(30)]],
    ['R26 that waits', () => vetoed(stories().waiting()), ['vetoed', days(30)]],
    [
      'R26 that is paused',
      () => {
        const s = stories().waiting();
        s.signIn('s1', 'app');
        return vetoed(s);
      },
      ['vetoed', days(30)],
    ],
    ['R26 that runs its measures', () => vetoed(stories().executing()), ['vetoed', days(30)]],
    [
      'R26 that is stuck',
      () => {
        const s = stories().executing();
        s.desk.stubborn.add('app');
        s.startEnrolment();
        s.confirmEnrolment();
        s.desk.work();
        return [status(s), ...vetoed(s)];
      },
      ['stuck', 'vetoed', days(30)],
    ],
    [
      'R26 that expired with an enrolment that may be opened again',
      () => vetoed(stories().executing().live(hours(72))),
      ['vetoed', days(30)],
    ],
    ['R26 that is completed', () => vetoed(stories().completed()), ['vetoed', days(30)]],
    [
      'R26 needs no sign-in: the handle is enough',
      () => {
        const s = stories().waiting();
        s.veto(s.holder('elsewhere'));
        return status(s);
      },
      'vetoed',
    ],
    [
      'R26 drops every effect that was not carried out',
      () => {
        const s = stories().asked();
        s.approve();
        s.veto();
        return s.desk
          .effects(s.id)
          .every((e) => e.kind === 'send-notice' && e.letter === 'case-ended');
      },
      true,
    ],
    [
      'R26 tells everyone who can be told',
      () => {
        const s = stories().waiting();
        s.veto();
        return s.case().notices.filter((n) => n.kind === 'case-ended').length;
      },
      3,
    ],
    [
      'R26 tells the organisation',
      () => {
        const s = stories().waiting();
        const outcome = s.ask(s.link('club'), { type: 'veto' });
        return (
          'effects' in outcome &&
          outcome.effects
            .filter((e) => e.kind === 'tell-staff')
            .map((e) => 'letter' in e && e.letter)
        );
      },
      ['case-vetoed'],
    ],
    [
      'R26 sets the way free for another case',
      () => {
        const s = stories().waiting();
        s.veto();
        return guard(s).accessCaseId;
      },
      undefined,
    ],
    [
      'R27 without any proof it ends only that case',
      () => vetoed(stories().chosen()),
      ['vetoed', undefined],
    ],
    [
      'R27 a proof that lapsed since was a proof',
      () => vetoed(stories().collected().live(hours(73))),
      ['vetoed', days(30)],
    ],
    [
      'R26 it is not said twice',
      () => {
        const s = stories().waiting();
        s.veto();
        return s.veto();
      },
      'wrong-status',
    ],
    [
      'R26 nothing was changed by a case that was cancelled: there is nothing to stop',
      () => {
        const s = stories().waiting();
        s.cancel();
        return s.veto();
      },
      'wrong-status',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('a veto cannot lose a race', () => {
  const nothingGiven = (s: Story) => {
    s.live(days(40));
    return [status(s), newFactor(s) === undefined || newFactor(s)?.disabledAt !== undefined];
  };
  it.each<Row>([
    [
      'R26 before the approval',
      () => {
        const s = stories().asked();
        s.veto();
        s.approve();
        return nothingGiven(s);
      },
      ['vetoed', true],
    ],
    [
      'R26 after it',
      () => {
        const s = stories().asked();
        s.approve();
        s.veto();
        return nothingGiven(s);
      },
      ['vetoed', true],
    ],
    [
      'R26 before the end of the wait',
      () => {
        const s = stories().waiting();
        s.desk.pass(hours(48));
        s.veto();
        s.desk.wake(s.id);
        return nothingGiven(s);
      },
      ['vetoed', true],
    ],
    [
      'R26 after it',
      () => {
        const s = stories().waiting();
        s.desk.pass(hours(48));
        s.desk.wake(s.id);
        s.veto();
        return nothingGiven(s);
      },
      ['vetoed', true],
    ],
    [
      'R26 before the new factor is confirmed',
      () => {
        const s = stories().executing();
        s.startEnrolment();
        s.veto();
        s.confirmEnrolment();
        return nothingGiven(s);
      },
      ['vetoed', true],
    ],
    [
      'R26 after it was confirmed, before it was made',
      () => {
        const s = stories().enrolled();
        s.veto();
        return [...nothingGiven(s), newFactor(s)];
      },
      ['vetoed', true, undefined],
    ],
    [
      'R26 a step that was queued before runs no more',
      () => {
        const s = stories().enrolled();
        const [effect] = s.desk.effects(s.id).filter((e) => e.kind === 'step');
        s.veto();
        if (effect) s.desk.carryOut(s.id, effect, 'accepted');
        return newFactor(s);
      },
      undefined,
    ],
    [
      'R26 between any two steps of the execution',
      () =>
        Array.from({ length: 6 }, (_, done) => {
          const s = stories().enrolled();
          for (let i = 0; i < done; i++) {
            const step = s.desk.effects(s.id).find((e) => e.kind === 'step');
            if (step) s.desk.carryOut(s.id, step, 'accepted');
          }
          s.veto();
          return nothingGiven(s);
        }),
      Array.from({ length: 6 }, () => ['vetoed', true]),
    ],
    [
      'R26 when the outcome of a step is unknown, what the case gave is switched off all the same',
      () => {
        const s = stories().executing();
        s.desk.stubborn.add('app');
        s.startEnrolment();
        s.confirmEnrolment();
        s.desk.work();
        s.veto();
        s.desk.work();
        return newFactor(s)?.disabledAt === s.desk.now();
      },
      true,
    ],
    [
      'R30 and an external step that was claimed and never answered',
      () => {
        const s = stories().enrolled();
        const step = s.case().steps.find((x) => x.status === 'pending');
        s.does({ kind: 'system' }, { type: 'claim-step', stepId: step?.id ?? '' });
        s.veto();
        const off = s.case().steps.filter((x) => x.change.kind === 'disable-factor');
        return [
          off.length,
          s.does(
            { kind: 'system' },
            { type: 'report-step', stepId: step?.id ?? '', outcome: 'done' },
          ),
          status(s),
        ];
      },
      [1, [], 'vetoed'],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('a late no', () => {
  const late = (after = days(1)) => {
    const s = stories().completed();
    s.desk.pass(after);
    s.veto();
    s.desk.work();
    return s;
  };
  const decides = (s: Story, by: typeof administrator, choice: 'kept' | 'removed' = 'removed') =>
    s.does(by, { type: 'decide-after-veto', choice });
  it.each<Row>([
    ['R26 is heard until 30 days after completion', () => status(late(days(30))), 'vetoed'],
    [
      'R26 not later',
      () => {
        const s = stories().completed();
        s.desk.pass(days(30) + 1);
        return s.veto();
      },
      'veto-too-late',
    ],
    [
      'R26 switches off what the case gave',
      () => {
        const s = late();
        return newFactor(s)?.disabledAt === s.desk.now();
      },
      true,
    ],
    [
      'R26 ends sessions',
      () => {
        const s = stories().completed();
        s.desk.changeAccount((a) => ({ ...a, openSessions: 2 }));
        s.veto();
        s.desk.work();
        return s.desk.account().openSessions;
      },
      0,
    ],
    [
      'R26 suspends the account for 72 h',
      () => {
        const s = late();
        return [
          guard(s).suspension?.until === plus(s.desk.now(), hours(72)),
          s.live(hours(72)).desk.account().guard.suspension,
        ];
      },
      [true, undefined],
    ],
    [
      'R26 a suspension ends by its alarm, and waking again does nothing',
      () => {
        const s = late();
        s.desk.pass(hours(72));
        return [s.desk.wake(s.id), s.desk.wake(s.id)];
      },
      [['suspension-ended'], []],
    ],
    [
      'R26 a functional administrator decides that it goes',
      () => {
        const s = late();
        decides(s, otherAdministrator);
        s.desk.work();
        return [newFactor(s)?.removedAt === s.desk.now(), guard(s).suspension];
      },
      [true, undefined],
    ],
    [
      'R26 or that it comes back',
      () => {
        const s = late();
        decides(s, otherAdministrator, 'kept');
        s.desk.work();
        return [
          newFactor(s)?.disabledAt,
          guard(s).suspension,
          guard(s).contestedUntil !== undefined,
        ];
      },
      [undefined, undefined, true],
    ],
    [
      'R26 also after the suspension ended',
      () => {
        const s = late();
        s.live(days(9));
        return decides(s, otherAdministrator)[0];
      },
      'after-veto-decided',
    ],
    ['R26 not the one who approved', () => decides(late(), administrator), 'approver-acted'],
    [
      'R26 nor that one’s other sign-in',
      () =>
        decides(
          late(),
          staff('twin', 'functional-administrator', { personId: administrator.personId }),
        ),
      'approver-acted',
    ],
    [
      'R26 nor the opener',
      () =>
        decides(late(), staff('twin', 'functional-administrator', { personId: agent.personId })),
      'approver-acted',
    ],
    [
      'R26 it is decided once',
      () => {
        const s = late();
        decides(s, otherAdministrator);
        return decides(s, thirdAdministrator, 'kept');
      },
      'nothing-to-decide',
    ],
    [
      'R26 a decision before the switching off was done runs after it',
      () => {
        const s = stories().completed();
        s.veto();
        decides(s, otherAdministrator, 'kept');
        s.desk.work();
        return newFactor(s)?.disabledAt;
      },
      undefined,
    ],
    [
      'R26 no access-giving case begins while the account is suspended',
      () => aStory(late().desk, 'case-2').chosen().choose(REPLACE_APP),
      'account-suspended',
    ],
    [
      'R26 a stuck case that somebody ended after it gave something can still be stopped',
      () => {
        const s = stories().executing();
        s.desk.stubborn.add('app');
        s.startEnrolment();
        s.confirmEnrolment();
        s.desk.work();
        s.does(otherAdministrator, { type: 'end-stuck', choice: 'end' });
        s.veto();
        s.desk.work();
        return [status(s), newFactor(s)?.disabledAt !== undefined];
      },
      ['vetoed', true],
    ],
    [
      'R26 another case that is running gives nothing more',
      () => {
        const s = stories().completed();
        const next = aStory(s.desk, 'case-2');
        s.desk.live(days(29));
        next.chosen({ kind: 'add-factor', enrol: 'security-key' });
        next.prove('home');
        next.prove('club');
        next.askApproval();
        next.approve();
        s.desk.live(hours(48) - days(1) - hours(1) > 0 ? hours(23) : 0);
        s.veto();
        s.desk.live(hours(72));
        return [status(s), status(next)];
      },
      ['vetoed', 'collecting'],
    ],
    [
      'R26 nor does an enrolment that is open',
      () => {
        const s = stories().completed();
        const next = aStory(s.desk, 'case-2').executing({
          kind: 'add-factor',
          enrol: 'security-key',
        });
        s.veto();
        return next.startEnrolment('key-2');
      },
      'contested',
    ],
    [
      'R26 two suspensions: ending the first leaves the second',
      () => {
        const s = stories().completed();
        const next = aStory(s.desk, 'case-2').completed({
          kind: 'add-factor',
          enrol: 'authenticator-app',
        });
        s.veto();
        s.desk.pass(hours(1));
        next.veto();
        s.desk.pass(hours(71));
        s.desk.wake(s.id);
        return guard(s).suspension?.caseId;
      },
      'case-2',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('a weak no', () => {
  const weak = (s = withGone().waiting()) => {
    s.veto(s.link('gone'));
    return s;
  };
  const resume = (s: Story, by = otherAdministrator) => s.does(by, { type: 'resume-case' });
  it.each<Row>([
    [
      'R27 from a contact point that was removed before the case it only pauses',
      () => {
        const s = weak();
        return [status(s), guard(s).contestedUntil];
      },
      ['paused', undefined],
    ],
    [
      'R27 from a reported one too',
      () => {
        const s = stories().collected();
        s.report('club');
        s.veto();
        return status(s);
      },
      'paused',
    ],
    [
      'R27 one that was removed during the case still has its full say',
      () => {
        const s = stories().waiting();
        s.desk.changeAccount((a) => ({
          ...a,
          contactPoints: a.contactPoints.map((p) =>
            p.id === 'club' ? { ...p, removedAt: s.desk.now() } : p,
          ),
        }));
        s.veto();
        return status(s);
      },
      'vetoed',
    ],
    [
      'R27 time does not end that pause: a person decides',
      () => {
        const s = weak();
        s.live(days(9));
        return status(s);
      },
      'paused',
    ],
    [
      'R27 after 72 h, not before',
      () => {
        const s = weak();
        s.desk.pass(hours(72) - 1);
        return resume(s);
      },
      'wait-before-retry',
    ],
    [
      'R27 then the case goes on, with at least 24 h',
      () => {
        const s = weak();
        s.desk.pass(hours(72));
        resume(s);
        return [status(s), between(s.desk.now(), s.case().wait?.endsAt ?? '')];
      },
      ['waiting', hours(48)],
    ],
    [
      'R27 not by the opener',
      () => {
        const s = weak();
        s.desk.pass(hours(72));
        return resume(s, staff('twin', 'functional-administrator', { personId: agent.personId }));
      },
      'not-the-opener',
    ],
    [
      'R27 once per address in 30 days',
      () => {
        const s = weak();
        s.desk.pass(hours(72));
        resume(s);
        return s.veto(s.link('gone'));
      },
      'veto-repeated',
    ],
    [
      'R27 also in another case',
      () => {
        const s = weak();
        s.cancel();
        const next = aStory(s.desk, 'case-2').chosen();
        return next.veto(next.link('gone'));
      },
      'veto-repeated',
    ],
    [
      'R27 once more after 30 days',
      () => {
        const s = weak();
        s.cancel();
        s.desk.pass(days(30));
        const next = aStory(s.desk, 'case-2').chosen();
        return next.veto(next.link('gone'));
      },
      ['case-paused'],
    ],
    [
      'R27 a full no ends a paused case',
      () => {
        const s = weak();
        s.veto();
        return status(s);
      },
      'vetoed',
    ],
    [
      'R27 it cannot stop what runs already',
      () => {
        const s = withGone().executing();
        return s.veto(s.link('gone'));
      },
      'veto-too-late',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('a sign-in during a case', () => {
  const paused = () => {
    const s = stories().waiting();
    s.live(hours(40));
    s.signIn('s1', 'app');
    return s;
  };
  it.each<Row>([
    ['R28 with a factor that is older than the case pauses it', () => status(paused()), 'paused'],
    [
      'R28 also while it collects proofs',
      () => {
        const s = stories().collected();
        s.signIn('s1', 'app');
        return [status(s), s.answer('s1', 'go-on'), status(s)];
      },
      ['paused', ['case-resumed'], 'collecting'],
    ],
    [
      'R28 with a factor that is younger it does not',
      () => {
        const s = stories().waiting();
        s.desk.changeAccount((a) => ({
          ...a,
          factors: [...a.factors, aFactor('young', { addedAt: s.desk.now() })],
        }));
        return s.signIn('s1', 'young');
      },
      [],
    ],
    [
      'R28 a reported factor is a signal, never a stop',
      () => {
        const s = stories().collected();
        s.report('app');
        s.askApproval();
        s.approve();
        return s.signIn('s1', 'app');
      },
      [],
    ],
    ['R28 a backup code is no second factor', () => stories().waiting().signIn('s1', 'codes'), []],
    [
      'R28 the wait goes on with what was left, at least 24 h',
      () => {
        const s = paused();
        s.desk.pass(hours(2));
        s.answer('s1', 'go-on');
        return [status(s), between(s.desk.now(), s.case().wait?.endsAt ?? '')];
      },
      ['waiting', hours(24)],
    ],
    [
      'R28 with all of it when more was left',
      () => {
        const s = stories().waiting();
        s.desk.pass(minutes(1));
        s.signIn('s1', 'app');
        s.desk.pass(hours(3));
        s.answer('s1', 'go-on');
        return between(s.desk.now(), s.case().wait?.endsAt ?? '');
      },
      hours(48) - minutes(1),
    ],
    [
      'R28 "go on" counts only from that very sign-in',
      () => paused().answer('s2', 'go-on'),
      'pause-other-sign-in',
    ],
    [
      'R28 "not me" is a no',
      () => {
        const s = paused();
        s.answer('s1', 'not-me');
        return [status(s), contestedFor(s)];
      },
      ['vetoed', days(30)],
    ],
    [
      'R28 no answer in 72 h cancels the case',
      () => {
        const s = paused();
        s.live(hours(72));
        return [status(s), s.eventsOf('case-cancelled')[0]?.by];
      },
      ['cancelled', 'time'],
    ],
    [
      'R28 and an answer after that is too late, also when the alarm is',
      () => {
        const s = paused();
        s.desk.pass(hours(72));
        return s.answer('s1', 'go-on');
      },
      'wrong-status',
    ],
    [
      'R28 but "not me" never is',
      () => {
        const s = paused();
        s.desk.pass(hours(72));
        s.answer('s1', 'not-me');
        return status(s);
      },
      'vetoed',
    ],
    [
      'R28 while it is paused nothing is approved or proven',
      () => {
        const s = stories().asked();
        s.signIn('s1', 'app');
        return [s.approve(), s.send('club'), s.askApproval()];
      },
      ['wrong-status', 'wrong-status', 'wrong-status'],
    ],
    [
      'R28 the wait does not end during a pause',
      () => {
        const s = paused();
        s.live(hours(70));
        return status(s);
      },
      'paused',
    ],
    [
      'R28 staff do not answer in the holder’s place',
      () => paused().does(otherAdministrator, { type: 'resume-case' }),
      'wrong-status',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('cancelling', () => {
  it.each<Row>([
    [
      'ends a case before its measures run',
      () => {
        const s = stories().waiting();
        s.cancel();
        return [status(s), guard(s).accessCaseId];
      },
      ['cancelled', undefined],
    ],
    [
      'also while the new factor is awaited',
      () => {
        const s = stories().executing();
        s.cancel();
        return [status(s), s.startEnrolment()];
      },
      ['cancelled', 'enrolment-closed'],
    ],
    ['not when it was confirmed', () => stories().enrolled().cancel(), 'wrong-status'],
    ['not when it is completed', () => stories().completed().cancel(), 'wrong-status'],
    [
      'tells those who were told that it had begun',
      () => {
        const s = stories().waiting();
        s.cancel();
        return s.case().notices.filter((n) => n.kind === 'case-ended').length;
      },
      3,
    ],
    [
      'an idle case expires after 14 days',
      () => {
        const s = stories().chosen();
        s.live(days(14));
        return [status(s), guard(s).accessCaseId];
      },
      ['expired', undefined],
    ],
    [
      'not before',
      () => {
        const s = stories().chosen();
        s.live(days(14) - 1);
        return status(s);
      },
      'collecting',
    ],
    [
      'codes that strangers ask for keep nothing alive',
      () => {
        const s = stories().chosen();
        s.send('home');
        s.live(days(13));
        s.send('home', s.holder('stranger'));
        s.enter('home', false, s.holder('stranger'));
        s.live(days(1));
        return status(s);
      },
      'expired',
    ],
    [
      'what has expired is over for people at once, also when the alarm rings late',
      () => {
        const s = stories().asked();
        s.desk.pass(days(14));
        return s.approve();
      },
      'wrong-status',
    ],
    [
      'a no is heard all the same',
      () => {
        const s = stories().asked();
        s.desk.pass(days(14));
        s.veto();
        return status(s);
      },
      'vetoed',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
