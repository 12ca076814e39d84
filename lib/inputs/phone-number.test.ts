import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountryCode, isCountry, PHONE_PROBLEMS, readPhoneNumber } from './phone-number';

/** Any UTF-16 unit, lone surrogates too; far quicker to set up than fast-check's own table of Unicode. */
const anyUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

describe('readPhoneNumber', () => {
  it.each<[string, CountryCode, string, string]>([
    ['06-12345678', 'NL', '+31612345678', 'mobile'],
    ['+31 (0)6 12345678', 'NL', '+31612345678', 'mobile'],
    ['+31(0)612345678', 'BE', '+31612345678', 'mobile'],
    ['0031612345607', 'NL', '+31612345607', 'mobile'],
    ['06 12 34 56 08', 'NL', '+31612345608', 'mobile'],
    ['06\u00a012\u00a034\u00a056\u00a008', 'NL', '+31612345608', 'mobile'],
    ['06\u201312345678', 'NL', '+31612345678', 'mobile'],
    ['(06) 12.34.56.78', 'NL', '+31612345678', 'mobile'],
    ['31612345601', 'NL', '+31612345601', 'mobile'],
    ['612345608', 'NL', '+31612345608', 'mobile'],
    ['030 123 45 01', 'NL', '+31301234501', 'landline'],
    ['088 123 4567', 'NL', '+31881234567', 'landline'],
    ['085-1234567', 'NL', '+31851234567', 'landline'],
    ['+45 20 12 34 56', 'NL', '+4520123456', 'unknown'],
    ['0470/12 34 56', 'BE', '+32470123456', 'mobile'],
    ['0470 12 34 56', 'BE', '+32470123456', 'mobile'],
  ])('reads %j of %s as %s (%s)', (text, country, e164, kind) => {
    expect(readPhoneNumber(text, country)).toEqual({ e164, kind });
  });

  it.each([
    ['', 'phone-empty'],
    ['  ', 'phone-empty'],
    ['12', 'phone-too-short'],
    ['112', 'phone-too-short'],
    ['1', 'phone-too-short'],
    ['06123456789012345678', 'phone-too-long'],
    [`06${' '.repeat(50)}12345678`, 'phone-too-long'],
    ['+31 6 1234567', 'phone-not-in-use'],
    ['06-1234567', 'phone-not-in-use'],
    ['+999 123456', 'phone-unknown-country'],
    ['0900 1234', 'phone-service-number'],
    ['0800 1234', 'phone-service-number'],
    ['030 123 45 01 ext 12', 'phone-has-extension'],
    ['030 123 45 01 tst. 12', 'phone-has-extension'],
    ['tel: 06-12345678', 'phone-unreadable'],
    ['3.16E+10', 'phone-unreadable'],
    ['=0612345678', 'phone-unreadable'],
    ['-0612345678', 'phone-unreadable'],
    ['030-123450/1', 'phone-unreadable'],
    ['06-12345678 / 06-87654321', 'phone-too-long'],
    ['onbekend', 'phone-unreadable'],
    ['(((', 'phone-unreadable'],
  ])('refuses %j: %s', (text, problem) => {
    expect(readPhoneNumber(text, 'NL')).toEqual({ problem });
  });

  it('reads back every number that it gave', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 89_999_999 }), (digits) => {
        const first = readPhoneNumber(`06 ${digits}`, 'NL');
        if ('problem' in first) return;
        expect(readPhoneNumber(first.e164, 'BE')).toEqual(first);
      }),
    );
  });

  it('never throws, and gives E.164 or a known reason', () => {
    const text = fc.oneof(fc.string({ unit: anyUnit }), fc.stringMatching(/^[+0-9 ()./-]{0,30}$/));
    fc.assert(
      fc.property(text, (written) => {
        const read = readPhoneNumber(written, 'NL');
        if ('problem' in read) expect(PHONE_PROBLEMS).toContain(read.problem);
        else expect(read.e164).toMatch(/^\+[1-9]\d{4,14}$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('knows which text is a country', () => {
    expect([isCountry('NL'), isCountry('nl'), isCountry('XX')]).toEqual([true, false, false]);
  });
});
