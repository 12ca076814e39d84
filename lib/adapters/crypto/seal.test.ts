import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SealPlace } from '../../ports/secrets';
import { createDerivation, type Keys } from './derivation';
import { createSeal } from './seal';
import { afterDropping, afterRotation, beforeRotation } from './testing/keys';

const sealing = (keys: Keys) => createSeal(createDerivation(keys));
const place: SealPlace = {
  table: 'factor',
  column: 'seed',
  row: 'row-1',
  organisation: 'organisation-1',
};
const anyPlace: fc.Arbitrary<SealPlace> = fc.record({
  table: fc.string(),
  column: fc.string(),
  row: fc.string(),
  organisation: fc.string(),
});

describe('seal', () => {
  it('R45 what was sealed opens in its own place, and reads as nothing', () => {
    const { seal, unseal } = sealing(beforeRotation);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), anyPlace, (plain, any) => {
        const sealed = seal(plain, any);
        expect(sealed).toMatch(/^v1\.k1\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+$/);
        expect(unseal(sealed, any)).toBe(plain);
      }),
    );
    expect(seal('JBSWY3DPEHPK3PXP', place)).not.toContain('JBSWY3DPEHPK3PXP');
    expect(seal('same', place)).not.toBe(seal('same', place));
  });

  it('R45 a sealed text copied to another table, column, row or organisation does not open', () => {
    const { seal, unseal } = sealing(beforeRotation);
    const sealed = seal('seed', place);
    for (const field of ['table', 'column', 'row', 'organisation'] as const) {
      expect(() => unseal(sealed, { ...place, [field]: 'other' })).toThrow();
    }
    fc.assert(
      fc.property(anyPlace, anyPlace, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(() => unseal(seal('seed', one), other)).toThrow();
      }),
    );
  });

  it('R45 the fields of a place cannot run together', () => {
    const { seal, unseal } = sealing(beforeRotation);
    const sealed = seal('seed', { ...place, table: 'ab', column: 'c' });
    expect(() => unseal(sealed, { ...place, table: 'a', column: 'bc' })).toThrow();
  });

  it('R45 a sealed text with any character changed does not open', () => {
    const { seal, unseal } = sealing(afterRotation);
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(),
        fc.constantFrom(...'abcXYZ0189-_.=+/ \n'),
        (plain, where, character) => {
          const sealed = seal(plain, place);
          const at = where % sealed.length;
          fc.pre(sealed.charAt(at) !== character);
          const changed = sealed.slice(0, at) + character + sealed.slice(at + 1);
          expect(() => unseal(changed, place)).toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('R45 a sealed text that was cut or grew does not open', () => {
    const { seal, unseal } = sealing(beforeRotation);
    const sealed = seal('seed', place);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => unseal(sealed.slice(0, length), place)).toThrow();
    }
    for (const more of ['A', 'AAAA', '=', '.', '.AAAA']) {
      expect(() => unseal(sealed + more, place)).toThrow();
    }
  });

  it('R45 opens with the key that it names, as long as that key is there', () => {
    const sealed = sealing(beforeRotation).seal('seed', place);
    expect(sealing(afterRotation).unseal(sealed, place)).toBe('seed');
    expect(sealing(afterRotation).seal('seed', place)).toMatch(/^v1\.k2\./);
    expect(() => sealing(afterDropping).unseal(sealed, place)).toThrow();
    expect(() => sealing(afterRotation).unseal(sealed.replace('.k1.', '.k2.'), place)).toThrow();
    expect(() =>
      sealing(beforeRotation).unseal(sealed.replace('.k1.', '.constructor.'), place),
    ).toThrow();
  });
});
