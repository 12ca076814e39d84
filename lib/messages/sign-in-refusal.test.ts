import { describe, expect, it } from 'vitest';
import { signInRefusalText } from './sign-in-refusal';

const NOW = '2026-11-22T10:00:00.000Z';

describe('a refusal around signing in', () => {
  it.each([
    ['2026-11-22T10:00:29.200Z', 'Probeer het over 30 seconden opnieuw.'],
    ['2026-11-22T10:00:00.001Z', 'Probeer het over 1 seconde opnieuw.'],
    ['2026-11-22T10:07:01.000Z', 'Probeer het over 8 minuten opnieuw.'],
    ['2026-11-22T11:00:00.000Z', 'Probeer het over 1 uur opnieuw.'],
  ])('tells a wait until %s as: %s', (retryAt, told) => {
    const text = signInRefusalText({ refused: 'sign-in-wait', retryAt }, 'nl', NOW);
    expect(text).toBe(`Er is te vaak iets verkeerds ingevuld. ${told}`);
  });

  it('has the desk’s own words for what every area knows', () => {
    expect(signInRefusalText({ refused: 'not-found' }, 'en', NOW)).toBe(
      'This cannot be found here.',
    );
  });
});
