import { describe, expect, it } from 'vitest';
import { ago, anAccount } from '../testing/accounts';
import { administrator } from '../testing/people';
import type { Row } from '../testing/row';
import { proofs, stories, withKey } from '../testing/stories';
import { aStory, type Story } from '../testing/story';
import { days, hours, minutes } from '../time';

/** A code was sent, and wrong ones entered at once. */
const mistaken = (times: number, s = stories().chosen()) => {
  s.send('home');
  for (let i = 0; i < times; i++) s.enter('home', false);
  return s;
};
/** Every day a new code and a wrong entry, until no more are taken. */
const tenDaysWrong = () => {
  const s = stories().chosen();
  for (let i = 0; i < 10; i++) {
    s.desk.pass(days(1));
    mistaken(1, s);
  }
  return s;
};
/** As somebody who guesses for months leaves it. */
const hundredFailures = (s: Story) =>
  s.desk.changeAccount((a) => ({
    ...a,
    guard: { ...a.guard, failures: { home: { inARow: 100, lastAt: ago(days(300)) } } },
  }));
/** Enters a code that was sent, whichever it was. */

describe('failures', () => {
  it.each<Row>([
    [
      'R12 a wrong code is counted, not refused',
      () => {
        const s = stories().chosen();
        s.send('home');
        return s.enter('home', false);
      },
      ['code-refused'],
    ],
    [
      'R12 five wrong entries use a code up',
      () => {
        const s = stories(anAccount(), { emailCodeLife: hours(24) }).chosen();
        s.send('home');
        for (let i = 0; i < 5; i++) {
          s.enter('home', false);
          s.desk.pass(minutes(10));
        }
        return s.enter('home');
      },
      'code-used-up',
    ],
    [
      'R11 a new code does not reset the failure count',
      () => {
        const s = mistaken(2);
        s.send('home');
        s.enter('home', false);
        return s.enter('home');
      },
      'wait-before-retry',
    ],
    [
      'R12 the count spans cases',
      () => {
        const s = mistaken(2);
        s.cancel();
        const other = aStory(s.desk, 'case-2').chosen();
        other.send('home');
        other.enter('home', false);
        return [s.desk.account().guard.failures.home?.inARow, other.enter('home')];
      },
      [3, 'wait-before-retry'],
    ],
    [
      'R12 after the wait the right code works, and the row is broken',
      () => {
        const s = mistaken(3);
        s.desk.pass(minutes(1));
        return [s.enter('home'), s.desk.account().guard.failures.home];
      },
      [['proof-given', 'case-secret-given'], undefined],
    ],
    [
      'R12 ten wrong entries close that proof, over all its codes',
      () => {
        const s = tenDaysWrong();
        return [proofs(s), s.send('home'), s.enter('home')];
      },
      [['closed'], 'proof-closed', 'proof-closed'],
    ],
    [
      'R12 not the case: another means goes on',
      () => {
        const s = tenDaysWrong();
        return s.prove('club');
      },
      ['proof-given', 'case-secret-given'],
    ],
    [
      'R12 failures of a factor count too',
      () => {
        const s = withKey().chosen();
        s.withFactor('key', 1, false);
        s.withFactor('key', 2, false);
        s.withFactor('key', 3, false);
        return s.withFactor('key', 4);
      },
      'wait-before-retry',
    ],
    [
      'R12 100 in a row: even the right code is refused',
      () => {
        const s = stories().chosen();
        s.send('home');
        hundredFailures(s);
        return s.enter('home');
      },
      'confirm-anew',
    ],
    [
      'R12 an identity check in person confirms it anew',
      () => {
        const s = stories().chosen();
        hundredFailures(s);
        s.check('in-person', administrator);
        return s.send('home');
      },
      ['proof-opened', 'challenge-sent'],
    ],
    [
      'R12 one at a distance does not',
      () => {
        const s = stories().chosen();
        hundredFailures(s);
        s.check('remote', administrator);
        return s.send('home');
      },
      'proof-does-not-count',
    ],
    [
      'R12 a right code while the wait runs is not judged: guessing faster gains nothing',
      () => {
        const s = mistaken(3, stories(anAccount(), { emailCodeLife: hours(24) }).chosen());
        return [s.enter('home'), s.enter('home', false), s.case().proofs[0]?.wrongEntries];
      },
      ['wait-before-retry', 'wait-before-retry', 3],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
