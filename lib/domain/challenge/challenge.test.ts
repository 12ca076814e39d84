import { describe, expect, it } from 'vitest';
import { emptyGuard } from '../account/guard';
import { START } from '../testing/accounts';
import type { Row } from '../testing/row';
import { days, hours, minutes, plus, seconds } from '../time';
import { throttleOf, waitAfter } from './challenge';

const throttle = (inARow: number, later: number) =>
  throttleOf(
    { ...emptyGuard(), failures: { home: { inARow, lastAt: START } } },
    'home',
    plus(START, later),
  );

describe('failures in a row', () => {
  it.each<Row>([
    ['R12 the first two cost no wait', () => [0, 1, 2].map(waitAfter), [0, 0, 0]],
    ['R12 the third costs 30 s', () => waitAfter(3), seconds(30)],
    [
      'R12 each further one doubles it',
      () => [4, 5, 6].map(waitAfter),
      [seconds(60), minutes(2), minutes(4)],
    ],
    [
      'R12 it stops growing at 24 h',
      () => [15, 30, 99].map(waitAfter),
      [hours(24), hours(24), hours(24)],
    ],
    [
      'R12 within the wait nothing is judged',
      () => throttle(3, seconds(29)),
      { retryAt: plus(START, seconds(30)) },
    ],
    ['R12 when the wait is over it is', () => throttle(3, seconds(30)), undefined],
    ['R12 99 in a row can still be waited out', () => throttle(99, hours(24)), undefined],
    [
      'R12 at 100 no waiting helps: it must be confirmed anew',
      () => throttle(100, days(365)),
      'confirm-anew',
    ],
    [
      'R12 another contact point is not slowed',
      () =>
        throttleOf(
          { ...emptyGuard(), failures: { home: { inARow: 50, lastAt: START } } },
          'club',
          START,
        ),
      undefined,
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
