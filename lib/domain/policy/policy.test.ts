import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BOUNDS,
  defaultPolicy,
  outOfBounds,
  type Policy,
  storedPolicy,
  stricterOf,
} from './policy';

const KEYS = Object.keys(BOUNDS) as (keyof typeof BOUNDS)[];

const ALLOWS = ['readingOutAllowed', 'emailCodesAllowed', 'backupCodesBySms'] as const;

const aPolicy: fc.Arbitrary<Policy> = fc
  .record(
    Object.fromEntries(
      KEYS.map((key) => [key, fc.integer({ min: BOUNDS[key].min, max: BOUNDS[key].max })]),
    ) as Record<(typeof KEYS)[number], fc.Arbitrary<number>>,
  )
  .chain((numbers) =>
    fc
      .record({
        version: fc.nat(9),
        readingOutAllowed: fc.boolean(),
        emailCodesAllowed: fc.boolean(),
        backupCodesBySms: fc.boolean(),
        refusedProofs: fc.subarray(['email-challenge', 'sms-challenge', 'remaining-factor']),
      })
      .map((rest) => ({ ...numbers, ...rest })),
  );

describe('policy', () => {
  it('the default lies within its own limits', () =>
    expect(outOfBounds(defaultPolicy())).toEqual([]));

  it.each(KEYS)('%s has limits, and nothing beyond them is taken', (key) => {
    expect(outOfBounds({ ...defaultPolicy(), [key]: BOUNDS[key].min - 1 })).toEqual([key]);
    expect(outOfBounds({ ...defaultPolicy(), [key]: BOUNDS[key].max + 1 })).toEqual([key]);
  });

  it('what was stored before a setting existed has its default, and nothing else', () => {
    const { emailCodesAllowed: _, waitHeavy: __, ...older } = { ...defaultPolicy(), codeDigits: 8 };
    expect(storedPolicy(older)).toEqual({ ...defaultPolicy(), codeDigits: 8 });
    expect([storedPolicy(null), storedPolicy(undefined)]).toEqual([
      defaultPolicy(),
      defaultPolicy(),
    ]);
  });

  it('the stricter of two versions is as strict as either, in every setting and in either order', () => {
    fc.assert(
      fc.property(aPolicy, aPolicy, (a, b) => {
        const both = stricterOf(a, b);
        expect(both).toEqual(stricterOf(b, a));
        expect(outOfBounds(both)).toEqual([]);
        for (const one of [a, b]) {
          const looser = KEYS.filter((key) => {
            const diff = both[key] - one[key];
            return (BOUNDS[key].stricter === 'higher' ? diff : -diff) < 0;
          });
          expect([...looser, ...ALLOWS.filter((allows) => both[allows] && !one[allows])]).toEqual(
            [],
          );
          expect(both.refusedProofs).toEqual(expect.arrayContaining(one.refusedProofs));
        }
      }),
    );
  });
});
