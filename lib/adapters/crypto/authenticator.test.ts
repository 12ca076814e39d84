import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SealPlace } from '../../ports/secrets';
import { createAuthenticators } from './authenticator';
import { createDerivation } from './derivation';
import { createSeal } from './seal';
import { beforeRotation } from './testing/keys';

const sealing = createSeal(createDerivation(beforeRotation));
const { newAuthenticator, authenticatorUri, authenticatorVerdict } = createAuthenticators(sealing);
const place: SealPlace = { table: 'factor', column: 'seed', row: '1', organisation: 'o' };
const at = (second: number): string => new Date(second * 1000).toISOString();

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const base32Bytes = (text: string): Buffer => {
  const bits = [...text].map((c) => ALPHABET.indexOf(c).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};
/** RFC 6238 once more, written from the RFC and not from the vendor. */
const codeAt = (seed: string, step: number): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', base32Bytes(seed)).update(counter).digest();
  const truncated = mac.readUInt32BE(mac.readUInt8(19) & 0x0f) & 0x7fffffff;
  return String(truncated % 1_000_000).padStart(6, '0');
};

describe('authenticator app', () => {
  // RFC 6238 appendix B, SHA-1; the seed is "12345678901234567890", and 6 digits are the last 6 of its 8.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('agrees with RFC 6238 at second %d', (second, code) => {
    const sealed = sealing.seal('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', place);
    expect(authenticatorVerdict(sealed, place, code, at(second))).toEqual({
      matches: true,
      step: Math.floor(second / 30),
    });
  });

  it('takes the codes of an independent implementation one step either way, and tells which step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_700_000_000, max: 4_000_000_000 }),
        fc.integer({ min: -4, max: 4 }),
        (second, off) => {
          const { sealed } = newAuthenticator(place, 'anna@example.org', 'Regain');
          const seed = sealing.unseal(sealed, place);
          const step = Math.floor(second / 30) + off;
          const code = codeAt(seed, step);
          const near = [-1, 0, 1].map((n) => Math.floor(second / 30) + n);
          // By chance a code of a far step may be that of a near one: it then is that one.
          const matching = near.find((candidate) => codeAt(seed, candidate) === code);
          expect(authenticatorVerdict(sealed, place, code, at(second))).toEqual(
            matching === undefined ? { matches: false } : { matches: true, step: matching },
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('judges by the time that it is handed, to the second', () => {
    const { sealed } = newAuthenticator(place, 'anna', 'Regain');
    const seed = sealing.unseal(sealed, place);
    const start = 1_800_000_000;
    const code = codeAt(seed, start / 30);
    const matches = (second: number) =>
      authenticatorVerdict(sealed, place, code, at(second)).matches;
    expect([start - 31, start - 30, start, start + 59, start + 60].map(matches)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(authenticatorVerdict(sealed, place, code, '2027-01-15T08:00:29.999Z').matches).toBe(
      true,
    );
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '-12345', '1e5000'])(
    'answers no to %j, and does not throw',
    (code) => {
      const { sealed } = newAuthenticator(place, 'anna', 'Regain');
      expect(authenticatorVerdict(sealed, place, code, at(1_800_000_000))).toEqual({
        matches: false,
      });
    },
  );

  it('takes a code with the space that apps show', () => {
    const { sealed } = newAuthenticator(place, 'anna', 'Regain');
    const code = codeAt(sealing.unseal(sealed, place), 60_000_000);
    const typed = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect(authenticatorVerdict(sealed, place, typed, at(1_800_000_000)).matches).toBe(true);
  });

  it('makes a seed of 160 bits and an address that an app reads', () => {
    const { sealed, uri } = newAuthenticator(place, 'anna@example.org', 'Regain: Gemeente & Co');
    const { secret, uri: again } = authenticatorUri(
      sealed,
      place,
      'anna@example.org',
      'Regain: Gemeente & Co',
    );
    expect(again).toBe(uri);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const read = new URL(uri);
    expect(read.protocol).toBe('otpauth:');
    expect(read.host).toBe('totp');
    expect(decodeURIComponent(read.pathname)).toBe('/Regain  Gemeente & Co:anna@example.org');
    expect(read.searchParams.get('secret')).toBe(secret);
    expect(read.searchParams.get('issuer')).toBe('Regain  Gemeente & Co');
    expect(newAuthenticator(place, 'anna', 'Regain').uri).not.toBe(
      newAuthenticator(place, 'anna', 'Regain').uri,
    );
  });

  it('R45 the seed is sealed, and opens in its own place only', () => {
    const { sealed, uri } = newAuthenticator(place, 'anna', 'Regain');
    expect(sealed).not.toContain(new URL(uri).searchParams.get('secret'));
    const elsewhere = { ...place, row: '2' };
    expect(() => authenticatorUri(sealed, elsewhere, 'anna', 'Regain')).toThrow();
    expect(() => authenticatorVerdict(sealed, elsewhere, '123456', at(1_800_000_000))).toThrow();
  });
});
