import { describe, expect, it } from 'vitest';
import { agent, otherAdministrator, standIn, system, twinOf } from '../testing/people';
import type { Row } from '../testing/row';
import { approvedWithoutKey, openStep, status, stories, usable } from '../testing/stories';
import type { Story } from '../testing/story';
import { days, hours, plus } from '../time';

describe('reading back', () => {
  const stuck = (what?: string) => stories().stuck(what);
  const end = (s: Story, choice: 'try-again' | 'end' | 'was-done', by = otherAdministrator) =>
    s.does(by, { type: 'end-stuck', choice });
  it.each<Row>([
    [
      'R31 a factor that was "removed" and is still there: the case does not complete',
      () => [status(stuck()), stuck().eventsOf('read-back-failed')[0]?.left],
      ['stuck', ['app']],
    ],
    [
      'R31 trusted devices that are still there',
      () => stuck('devices').eventsOf('read-back-failed')[0]?.left,
      ['devices'],
    ],
    [
      'R31 sessions that are still open',
      () => stuck('sessions').eventsOf('read-back-failed')[0]?.left,
      ['sessions'],
    ],
    [
      'R31 nobody takes it as gone on their word',
      () => end(stuck(), 'was-done'),
      'nothing-to-decide',
    ],
    [
      'R30 trying again reads back again',
      () => {
        const s = stuck();
        s.desk.changeAccount((a) => ({
          ...a,
          factors: a.factors.map((f) => (f.id === 'app' ? { ...f, removedAt: s.desk.now() } : f)),
        }));
        end(s, 'try-again');
        s.desk.work();
        return status(s);
      },
      'completed',
    ],
    [
      'R26 contested meanwhile it does not go on; it can only be ended',
      () => {
        const s = stuck();
        s.desk.changeAccount((a) => ({
          ...a,
          guard: { ...a.guard, contestedUntil: plus(s.desk.now(), days(30)) },
        }));
        return [end(s, 'try-again'), end(s, 'end')[0]];
      },
      ['contested', 'stuck-ended'],
    ],
    [
      'R30 it may be ended',
      () => {
        const s = stuck();
        end(s, 'end');
        return [status(s), s.desk.account().guard.accessCaseId];
      },
      ['cancelled', undefined],
    ],
    ['R30 a stand-in may', () => end(stuck(), 'end', standIn)[0], 'stuck-ended'],
    ['R30 an agent may not', () => end(stuck(), 'end', agent), 'not-allowed'],
    [
      'R30 nor the opener, under whatever sign-in',
      () => end(stuck(), 'end', twinOf(agent)),
      'not-the-opener',
    ],
    [
      'R30 a step elsewhere that a person saw done counts as done',
      () => {
        const s = stories().enrolled();
        const { id } = openStep(s);
        s.does(system, { type: 'claim-step', stepId: id });
        s.does(system, { type: 'report-step', stepId: id, outcome: 'unknown' });
        end(s, 'was-done');
        return [status(s), openStep(s).change.kind];
      },
      ['executing', 'remove-factor'],
    ],
    [
      'R31 an answer about what is not due changes nothing',
      () => {
        const s = stories().enrolled();
        return s.does(system, {
          type: 'report-read-back',
          stepId: s.case().steps.at(-1)?.id ?? '',
          left: [],
        });
      },
      [],
    ],
    [
      'R26 stuck while switching off after a veto: it stays vetoed, and the rest goes on',
      () => {
        const s = stories().completed();
        s.veto();
        s.does(system, { type: 'claim-step', stepId: openStep(s).id });
        s.does(system, { type: 'report-step', stepId: openStep(s).id, outcome: 'refused' });
        const before = status(s);
        end(s, 'end');
        s.desk.work();
        return [before, status(s), s.desk.account().openSessions, s.case().steps.at(-1)?.status];
      },
      ['stuck', 'vetoed', 0, 'done'],
    ],
    [
      'R29 a reported factor is switched off although the enrolment expired meanwhile',
      () => {
        const s = approvedWithoutKey();
        s.desk.work();
        s.desk.pass(hours(80));
        s.desk.wake(s.id);
        const [effect] = s.desk.effects(s.id).filter((e) => e.kind === 'step');
        s.desk.pass(hours(72));
        s.desk.wake(s.id);
        if (effect) s.desk.carryOut(s.id, effect, 'accepted');
        return [status(s), usable(s)];
      },
      ['expired', ['app']],
    ],
    [
      'R31 after completion nothing runs again',
      () => {
        const s = stories().completed();
        return [
          s.desk.wake(s.id),
          s.does(system, { type: 'perform-step', stepId: s.case().steps[0]?.id ?? '' }),
        ];
      },
      [[], []],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
