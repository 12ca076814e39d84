import fc from 'fast-check';
import { Secret, TOTP, URI } from 'otpauth';
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

/** A second implementation, by other people than those of the one under test. */
const codeAt = (seed: string, step: number, digits = 6): string =>
  new TOTP({ secret: Secret.fromBase32(seed), algorithm: 'SHA1', digits, period: 30 }).generate({
    timestamp: step * 30_000,
  });

/**
 * RFC 6238, appendix B, the rows for SHA-1 as they are published (https://www.rfc-editor.org/rfc/rfc6238#appendix-B):
 * eight digits, of the ASCII seed "12345678901234567890". RFC 4226, section 5.3, takes the remainder of the same number,
 * so six digits are the last six of the eight.
 */
const RFC_SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const RFC_VECTORS = [
  ['1970-01-01T00:00:59Z', 0x1, '94287082'],
  ['2005-03-18T01:58:29Z', 0x23523ec, '07081804'],
  ['2005-03-18T01:58:31Z', 0x23523ed, '14050471'],
  ['2009-02-13T23:31:30Z', 0x273ef07, '89005924'],
  ['2033-05-18T03:33:20Z', 0x3f940aa, '69279037'],
  ['2603-10-11T11:33:20Z', 0x27bc86aa, '65353130'],
] as const;

describe('authenticator app', () => {
  it.each(RFC_VECTORS)('agrees with RFC 6238 at %s', (now, step, published) => {
    const sealed = sealing.seal(RFC_SEED, place);
    const verdict = (code: string) => authenticatorVerdict(sealed, place, code, now);
    expect(verdict(published.slice(-6))).toEqual({ matches: true, step });
    expect(verdict(published), 'all eight digits are not a code of ours').toEqual({
      matches: false,
    });
    expect(codeAt(RFC_SEED, step, 8), 'the second implementation agrees as well').toBe(published);
  });

  it('takes the codes of a second implementation one step either way, and tells which step', () => {
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

  it('gives an address from which a second implementation makes the same codes', () => {
    const { sealed, uri } = newAuthenticator(place, 'anna@example.org', 'Regain: Gemeente & Co');
    const read = URI.parse(uri);
    expect(read).toMatchObject({ algorithm: 'SHA1', digits: 6, period: 30 });
    const code = read.generate({ timestamp: 1_800_000_000_000 });
    expect(authenticatorVerdict(sealed, place, code, at(1_800_000_000)).matches).toBe(true);
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
