import { describe, expect, it } from 'vitest';
import { days, hours, minutes, plus, seconds } from '../time';
import { oneMore, retryAt, sessionEnd, sessionOver, ticketOver, waitAfter } from './sign-in';

const NOW = '2026-11-22T10:00:00.000Z';

describe('the wait after wrong entries', () => {
  it.each([
    [0, 'person', 0],
    [2, 'person', 0],
    [3, 'person', seconds(30)],
    [4, 'person', minutes(1)],
    [9, 'person', minutes(32)],
    [10, 'person', hours(1)],
    [5_000, 'person', hours(1)],
    [19, 'address', 0],
    [20, 'address', seconds(30)],
    [60, 'address', hours(1)],
  ] as const)('%i wrong entries of one %s: %i ms', (failures, counter, wait) => {
    expect(waitAfter(failures, counter)).toBe(wait);
  });

  it('ends at its very moment, and a day without a wrong entry begins anew', () => {
    const tries = { count: 3, since: NOW };
    expect(retryAt(tries, 'person', plus(NOW, seconds(30) - 1))).toBe(plus(NOW, seconds(30)));
    expect(retryAt(tries, 'person', plus(NOW, seconds(30)))).toBeUndefined();
    expect(oneMore(tries, plus(NOW, days(1) - 1)).count).toBe(4);
    expect(oneMore(tries, plus(NOW, days(1)))).toEqual({ count: 1, since: plus(NOW, days(1)) });
  });
});

describe('the limits of a session', () => {
  const at = (started: number, seen: number) => ({
    startedAt: plus(NOW, -started),
    lastSeenAt: plus(NOW, -seen),
  });

  it.each([
    [minutes(20), minutes(15) - 1, undefined],
    [minutes(20), minutes(15), 'idle'],
    [hours(8) - 1, 0, undefined],
    [hours(8), 0, 'absolute'],
    [hours(9), hours(1), 'absolute'],
  ] as const)('started %i ms ago, last seen %i ms ago: %s', (started, seen, over) => {
    expect(sessionOver(at(started, seen), NOW)).toBe(over);
  });

  it('stands until the earlier of the two', () => {
    expect(sessionEnd(at(hours(1), 0))).toBe(plus(NOW, minutes(15)));
    expect(sessionEnd(at(hours(8) - minutes(5), 0))).toBe(plus(NOW, minutes(5)));
  });
});

describe('a ticket', () => {
  const ticket = { number: 0, expiresAt: plus(NOW, minutes(10)), used: false };

  it.each([
    [ticket, NOW, false],
    [{ ...ticket, number: 4 }, NOW, false],
    [{ ...ticket, number: 5 }, NOW, true],
    [{ ...ticket, used: true }, NOW, true],
    [ticket, plus(NOW, minutes(10)), true],
  ])('%j at %s: over is %s', (shown, now, over) => {
    expect(ticketOver(shown, now)).toBe(over);
  });
});
