import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHandle, HANDLE_ALPHABET, HANDLE_BYTES, handleFromBytes, readHandle } from './handle';

describe('handle', () => {
  it('has 32 different characters: 10 of them are 50 bits', () => {
    expect(new Set(HANDLE_ALPHABET).size).toBe(32);
    expect(HANDLE_ALPHABET).not.toMatch(/[1ILO]/);
  });

  it('is shown in two groups', () => {
    expect(formatHandle('7K3M9Q2XTB')).toBe('7K3M9-Q2XTB');
  });

  it.each([
    ['7K3M9-Q2XTB', '7K3M9Q2XTB'],
    ['7k3m9q2xtb', '7K3M9Q2XTB'],
    [' 7K3M9 – Q2XTB ', '7K3M9Q2XTB'],
    ['HZ-7K3M9-Q2XTB', '7K3M9Q2XTB'],
    ['hz 7k3m9 q2xtb', '7K3M9Q2XTB'],
    ['HZ3M9Q2XTB', 'HZ3M9Q2XTB'],
    ['HZ-HZ3M9-Q2XTB', 'HZ3M9Q2XTB'],
    ['OK3M9-Q2XTO', '0K3M9Q2XT0'],
  ])('reads %j as %s', (text, handle) => {
    expect(readHandle(text)).toBe(handle);
  });

  it.each([
    '',
    '7K3M9-Q2XT',
    '7K3M9-Q2XTBB',
    '7K3M9-Q2XT1',
    '7K3M9-Q2XTL',
    'ZH-7K3M9-Q2XTB',
    '7K3M9/Q2XTB',
    `7K3M9Q2XTB${' '.repeat(200)}`,
  ])('does not read %j', (text) => {
    expect(readHandle(text)).toBeNull();
  });

  it('reads back every handle as it is shown, with and without the prefix', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: HANDLE_BYTES, maxLength: 32 }), (bytes) => {
        const handle = handleFromBytes(bytes);
        expect(handle).toHaveLength(10);
        expect(readHandle(formatHandle(handle))).toBe(handle);
        expect(readHandle(`hz-${formatHandle(handle).toLowerCase()}`)).toBe(handle);
      }),
    );
  });

  it('gives each character from the same number of byte values', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const first = handleFromBytes(new Uint8Array(HANDLE_BYTES).fill(byte)).charAt(0);
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(new Array(32).fill(8));
  });

  it('refuses too few random bytes', () => {
    expect(() => handleFromBytes(new Uint8Array(HANDLE_BYTES - 1))).toThrow(RangeError);
  });
});
