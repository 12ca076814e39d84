import { describe, expect, it } from 'vitest';
import { aMailbox, aNumber, anAccount } from '../testing/accounts';
import { otherAdministrator } from '../testing/people';
import { stories } from '../testing/stories';
import { REPLACE_APP, type Story } from '../testing/story';
import { between, hours } from '../time';
import { summary } from './summary';

const having = (act: (s: Story) => unknown, s = stories()) => {
  act(s);
  return s;
};

/** Status, group, next action, and when it is due in hours from now. */
type Line = [status: string, group: string, next: string, due: number];
const line = (s: Story): Line => {
  const { status, statusGroup, nextAction, dueAt } = summary(s.case());
  return [status, statusGroup, nextAction, between(s.desk.now(), dueAt) / hours(1)];
};

describe('summary', () => {
  it.each<[name: string, story: () => Story, then: Line]>([
    ['opened', () => having((s) => s.open()), ['collecting', 'todo', 'run-runbook', 336]],
    [
      'the runbook did not help',
      () =>
        having((s) => {
          s.open();
          s.runbook();
        }),
      ['collecting', 'todo', 'choose-measures', 336],
    ],
    ['measures chosen', () => stories().chosen(), ['collecting', 'todo', 'collect-proofs', 336]],
    [
      'one proof of two',
      () => having((s) => s.prove('home'), stories().chosen()),
      ['collecting', 'todo', 'collect-proofs', 72],
    ],
    ['all proofs', () => stories().collected(), ['collecting', 'todo', 'ask-approval', 72]],
    [
      'other measures chosen, the proofs void',
      () =>
        having(
          (s) => s.choose(REPLACE_APP),
          stories().collected({ kind: 'add-factor', enrol: 'security-key' }),
        ),
      ['collecting', 'todo', 'collect-proofs', 336],
    ],
    ['approval asked', () => stories().asked(), ['awaiting-approval', 'todo', 'approve', 336]],
    [
      'the clock is held',
      () => having((s) => s.approve(), stories().asked()),
      ['waiting', 'todo', 'await-notice', 72],
    ],
    ['the clock runs', () => stories().waiting(), ['waiting', 'waiting', 'wait', 48]],
    [
      'after half-time',
      () => stories().waiting().live(hours(25)),
      ['waiting', 'waiting', 'wait', 23],
    ],
    [
      'paused by a sign-in',
      () => having((s) => s.signIn('s1', 'app'), stories().waiting()),
      ['paused', 'waiting', 'answer-pause', 72],
    ],
    [
      'paused by a weak no',
      () =>
        having((s) => {
          s.report('club');
          s.veto();
        }, stories().collected()),
      ['paused', 'todo', 'decide-pause', 72],
    ],
    [
      'the new factor is awaited',
      () => stories().executing(),
      ['executing', 'waiting', 'enrol', 72],
    ],
    ['the measures run', () => stories().enrolled(), ['executing', 'waiting', 'run-measures', 336]],
    [
      'stuck',
      () =>
        having((s) => {
          s.desk.stubborn.add('app');
          s.desk.work();
        }, stories().enrolled()),
      ['stuck', 'todo', 'end-stuck', 336],
    ],
    ['completed', () => stories().completed(), ['completed', 'done', 'none', 0]],
    [
      'solved',
      () =>
        having((s) => {
          s.open();
          s.runbook(true);
        }),
      ['solved', 'done', 'none', 0],
    ],
    [
      'cancelled',
      () => having((s) => s.cancel(), stories().waiting()),
      ['cancelled', 'done', 'none', 0],
    ],
    [
      'declined',
      () => having((s) => s.decline(), stories().asked()),
      ['declined', 'done', 'none', 0],
    ],
    [
      'stopped by the holder',
      () => having((s) => s.veto(), stories().waiting()),
      ['vetoed', 'done', 'none', 0],
    ],
    [
      'stopped after completion: to be decided',
      () => having((s) => s.veto(), stories().completed()),
      ['vetoed', 'todo', 'decide-after-veto', 72],
    ],
    [
      'decided',
      () =>
        having((s) => {
          s.veto();
          s.does(otherAdministrator, { type: 'decide-after-veto', choice: 'removed' });
        }, stories().completed()),
      ['vetoed', 'done', 'none', 0],
    ],
    ['expired', () => stories().chosen().live(hours(336)), ['expired', 'done', 'none', 0]],
    [
      'no contact point at all: only the clock is waited for',
      () =>
        having((s) => {
          s.check('in-person', otherAdministrator);
          s.askApproval();
          s.approve();
        }, stories(anAccount({ contactPoints: [] })).chosen()),
      ['waiting', 'waiting', 'wait', 4],
    ],
    [
      'two contact points, both with a proof',
      () => stories(anAccount({ contactPoints: [aMailbox('home'), aNumber('mobile')] })).waiting(),
      ['waiting', 'waiting', 'wait', 72],
    ],
  ])('%s', (_, story, then) => expect(line(story())).toEqual(then));
});
