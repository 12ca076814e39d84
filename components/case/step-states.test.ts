import { describe, expect, it } from 'vitest';
import { aFactor, aKey, anAccount, backupCodes } from '../../lib/domain/testing/accounts';
import { aDesk } from '../../lib/domain/testing/desk';
import { aStory } from '../../lib/domain/testing/story';
import { days, hours } from '../../lib/domain/time';
import { stepStates } from './step-states';

const withKey = () => anAccount({ factors: [aFactor('app'), aKey('key'), backupCodes()] });

type Story = ReturnType<typeof aStory>;

const told = (story: Story): string =>
  stepStates(story.case())
    .map(({ step, state }) => (state === 'ok' ? step : `${step}:${state}`))
    .join(' ');

describe('the steps of a case', () => {
  const rows: [string, (story: Story) => unknown, string][] = [
    [
      'newly opened',
      (s) => s.open(),
      'runbook:now measures:later proofs:later approval:later wait:later enrol:later finish:later',
    ],
    [
      'the runbook did not help',
      (s) => [s.open(), s.runbook()],
      'runbook measures:now proofs:later approval:later wait:later enrol:later finish:later',
    ],
    ['the runbook helped', (s) => [s.open(), s.runbook(true)], 'runbook'],
    [
      'a plan and no proof',
      (s) => s.chosen(),
      'runbook measures proofs:now approval:later wait:later enrol:later finish:later',
    ],
    [
      'enough proof',
      (s) => s.collected(),
      'runbook measures proofs approval:now wait:later enrol:later finish:later',
    ],
    [
      'waiting',
      (s) => s.waiting(),
      'runbook measures proofs approval wait:now enrol:later finish:later',
    ],
    [
      'paused in the wait',
      (s) => [s.waiting(), s.signIn('sign-in-1', 'app')],
      'runbook measures proofs approval wait:stopped enrol:later finish:later',
    ],
    [
      'setting up',
      (s) => s.executing(),
      'runbook measures proofs approval wait enrol:now finish:later',
    ],
    [
      'a factor that only goes has nothing to set up',
      (s) => s.chosen({ kind: 'remove-factor', factorId: 'key' }),
      'runbook measures proofs:now approval:later wait:later finish:later',
    ],
    [
      'not set up in time',
      (s) => [s.executing(), s.live(hours(73))],
      'runbook measures proofs approval wait enrol:stopped',
    ],
    ['stopped at once', (s) => [s.open(), s.cancel()], 'runbook:stopped'],
    [
      'expired without proof',
      (s) => [s.chosen(), s.live(days(15))],
      'runbook measures proofs:stopped',
    ],
    ['declined', (s) => [s.asked(), s.decline()], 'runbook measures proofs approval:stopped'],
    [
      'a no in the wait',
      (s) => [s.waiting(), s.veto()],
      'runbook measures proofs approval wait:stopped',
    ],
  ];

  it.each(rows)('%s', (_, play, expected) => {
    const story = aStory(aDesk({ account: withKey() }));
    play(story);
    expect(told(story)).toBe(expected);
  });
});
