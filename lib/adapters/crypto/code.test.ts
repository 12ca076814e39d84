import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeOf } from '../../ports/secrets';
import { createCodes } from './code';
import { createDerivation, type Keys } from './derivation';
import { afterDropping, afterRotation, beforeRotation } from './testing/keys';

const codes = (keys: Keys) => createCodes(createDerivation(keys));
const of: CodeOf = { purpose: 'email-challenge', id: 'challenge-1', number: 1, digits: 6 };

const anyCodeOf: fc.Arbitrary<CodeOf> = fc.record({
  purpose: fc.constantFrom('email-challenge', 'sms-challenge', 'sign-in'),
  id: fc.string(),
  number: fc.nat(),
  digits: fc.constantFrom(6, 7, 8),
});

describe('codes', () => {
  it('R13 a code is derived alike when it is sent and when it is checked, by another process too', () => {
    fc.assert(
      fc.property(anyCodeOf, (any) => {
        const sent = codes(beforeRotation).code(any);
        expect(sent).toMatch(new RegExp(`^[0-9]{${any.digits}}$`));
        expect(codes(beforeRotation).codeMatches(any, sent)).toBe(true);
      }),
    );
  });

  it('R13 a code sent under the key before a rotation matches after it, and no longer once that key is gone', () => {
    const sent = codes(beforeRotation).code(of);
    expect(codes(afterRotation).code(of)).not.toBe(sent);
    expect(codes(afterRotation).codeMatches(of, sent)).toBe(true);
    expect(codes(afterRotation).codeMatches(of, codes(afterRotation).code(of))).toBe(true);
    expect(codes(afterDropping).codeMatches(of, sent)).toBe(false);
  });

  it('R11 another number, challenge or purpose, and other length has another code', () => {
    const { code, codeMatches } = codes(beforeRotation);
    const sent = code(of);
    for (const other of [
      { ...of, number: 2 },
      { ...of, id: 'challenge-2' },
      { ...of, purpose: 'sms-challenge' as const },
      { ...of, purpose: 'sign-in' as const },
      { ...of, digits: 8 },
    ]) {
      expect(codeMatches(other, sent)).toBe(false);
    }
    expect(code({ ...of, digits: 8 }).startsWith(sent)).toBe(false);
    expect(code({ ...of, digits: 8 }).endsWith(sent)).toBe(false);
  });

  it('R13 id and number cannot run together', () => {
    const { code } = codes(beforeRotation);
    expect(code({ ...of, id: 'a1', number: 2, digits: 8 })).not.toBe(
      code({ ...of, id: 'a', number: 12, digits: 8 }),
    );
    expect(code({ ...of, id: 'a","1', digits: 8 })).not.toBe(code({ ...of, id: 'a', digits: 8 }));
  });

  it('gives every digit at every place about as often', () => {
    const { code } = codes(beforeRotation);
    const counts = Array.from({ length: 6 }, () => new Array<number>(10).fill(0));
    const total = 5000;
    for (let number = 0; number < total; number += 1) {
      for (const [place, digit] of [...code({ ...of, number })].entries()) {
        const row = counts[place];
        if (row) row[Number(digit)] = (row[Number(digit)] ?? 0) + 1;
      }
    }
    // Derived from a fixed key, so this never differs between runs: 500 ± 5 standard deviations.
    for (const count of counts.flat()) {
      expect(count).toBeGreaterThan(390);
      expect(count).toBeLessThan(610);
    }
  });

  it.each([' 123 456 ', '123-456', '123\u00a0456', '123–456'])(
    'takes a code typed as %j as its digits',
    (typed) => {
      const { code, codeMatches } = codes(beforeRotation);
      const sent = code(of);
      expect(
        codeMatches(of, typed.replace('123', sent.slice(0, 3)).replace('456', sent.slice(3))),
      ).toBe(true);
    },
  );

  it('takes nothing but the code', () => {
    const { code, codeMatches } = codes(beforeRotation);
    const sent = code(of);
    expect(codeMatches(of, '')).toBe(false);
    expect(codeMatches(of, `${sent}0`)).toBe(false);
    expect(codeMatches(of, sent.slice(0, 5))).toBe(false);
    expect(codeMatches(of, `${' '.repeat(300)}${sent}`)).toBe(false);
    fc.assert(
      fc.property(fc.string(), (entered) => {
        expect(codeMatches(of, entered)).toBe(entered.replace(/[\s\p{Pd}._]/gu, '') === sent);
      }),
    );
  });

  it.each([5, 9, 6.5 - 1, Number.NaN])('refuses %d digits', (digits) => {
    expect(() => codes(beforeRotation).code({ ...of, digits })).toThrow(RangeError);
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses the number %d', (number) => {
    expect(() => codes(beforeRotation).code({ ...of, number })).toThrow(RangeError);
  });

  it('R6 a screen shows six digits of its own', () => {
    const { screenNumber } = codes(beforeRotation);
    expect(screenNumber('case-1', 'screen-1')).toMatch(/^[0-9]{6}$/);
    expect(screenNumber('case-1', 'screen-1')).toBe(screenNumber('case-1', 'screen-1'));
    expect(screenNumber('case-1', 'screen-1')).not.toBe(screenNumber('case-1', 'screen-2'));
    expect(screenNumber('case-1', 'screen-1')).not.toBe(screenNumber('case-2', 'screen-1'));
  });
});
