import { describe, expect, it } from 'vitest';
import type { Row } from '../testing/row';
import { contestedFor, guard, newFactor, status, stories } from '../testing/stories';
import type { Story } from '../testing/story';
import { days, hours } from '../time';

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
        const s = stories().stuck();
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
        const s = stories().stuck();
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
