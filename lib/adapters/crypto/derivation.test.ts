import { describe, expect, it } from 'vitest';
import { createDerivation, type Purpose } from './derivation';
import { afterRotation, NEW_KEY } from './testing/keys';

const PURPOSES: Purpose[] = [
  'code',
  'link-token',
  'link-code',
  'case-secret',
  'screen-number',
  'passkey-challenge',
  'seal',
];

describe('derivation', () => {
  it('R13 every key and purpose derives values of its own', () => {
    const { keyFor, each } = createDerivation(afterRotation);
    const keys = PURPOSES.flatMap((purpose) =>
      ['k1', 'k2'].map((keyId) => keyFor(keyId, purpose).toString('hex')),
    );
    expect(new Set(keys).size).toBe(PURPOSES.length * 2);
    expect(keys).not.toContain(NEW_KEY.toString('hex'));
    const values = PURPOSES.flatMap((purpose) =>
      each(purpose, ['a', 1]).map((mac) => mac.toString('hex')),
    );
    expect(new Set(values).size).toBe(PURPOSES.length * 2);
  });

  it('tells a number from the same number as text', () => {
    const { current } = createDerivation(afterRotation);
    expect(current('code', ['a', 1]).equals(current('code', ['a', '1']))).toBe(false);
  });

  it.each([
    ['no current key', { current: 'k3', all: { k1: NEW_KEY } }],
    ['no key at all', { current: 'k1', all: {} }],
    ['a name that every object has', { current: 'constructor', all: { k1: NEW_KEY } }],
    ['a short key', { current: 'k1', all: { k1: NEW_KEY.subarray(1) } }],
    [
      'a short key that is not current',
      { current: 'k1', all: { k1: NEW_KEY, k0: Buffer.alloc(16) } },
    ],
    ['a key id that a sealed text cannot carry', { current: 'k.1', all: { 'k.1': NEW_KEY } }],
  ])('refuses %s', (_what, keys) => {
    expect(() => createDerivation(keys)).toThrow();
  });
});
