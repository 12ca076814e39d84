import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  FIELD_PROBLEMS,
  handle,
  identityCheck,
  importUpload,
  note,
  reason,
  searchText,
  secondFactorCode,
  staffSignIn,
  typedCode,
} from './forms';

/** Any UTF-16 unit, lone surrogates too; far quicker to set up than fast-check's own table of Unicode. */
const anyUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

const problems = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

describe('codes', () => {
  it.each(['123456', '123 456', ' 123-456 ', '12 34 56\n', '123\u2011456'])('reads %j', (typed) => {
    expect(secondFactorCode.parse(typed)).toBe('123456');
  });

  it.each([
    ['', 'required'],
    [undefined, 'required'],
    [' - ', 'required'],
    ['12345', 'not-a-code'],
    ['1234567', 'not-a-code'],
    ['12345a', 'not-a-code'],
    ['١٢٣٤٥٦', 'not-a-code'],
    ['1'.repeat(1000), 'not-a-code'],
  ])('refuses %j: %s', (typed, problem) => {
    expect(problems(secondFactorCode, typed)).toContain(problem);
  });

  it('takes six to eight digits for a code that was sent', () => {
    expect(typedCode.parse('1234 5678')).toBe('12345678');
    expect(problems(typedCode, '123456789')).toEqual(['not-a-code']);
  });
});

describe('handle', () => {
  it('reads what the agent read out', () => {
    expect(handle.parse(' hz-7k3m9 q2xtb ')).toBe('7K3M9Q2XTB');
  });

  it.each([
    ['', 'required'],
    [undefined, 'required'],
    ['7K3M9', 'not-a-handle'],
  ])('refuses %j: %s', (typed, problem) => {
    expect(problems(handle, typed)).toEqual([problem]);
  });
});

describe('staffSignIn', () => {
  it('lower-cases the sign-in and leaves the password as typed', () => {
    expect(staffSignIn.parse({ signIn: ' Pim@School.example ', password: ' Géheim ' })).toEqual({
      signIn: 'pim@school.example',
      password: ' Géheim ',
    });
  });

  it('refuses an empty form and a password that only costs time', () => {
    expect(problems(staffSignIn, { signIn: '', password: '' })).toContain('required');
    expect(problems(staffSignIn, { signIn: 'pim', password: 'x'.repeat(1025) })).toEqual([
      'too-long',
    ]);
  });
});

describe('text', () => {
  it('measures a reason after trimming', () => {
    expect(reason.parse('  Belde vanaf bekend nummer ')).toBe('Belde vanaf bekend nummer');
    expect(problems(reason, ' . ')).toEqual(['too-short']);
    expect(problems(reason, 'x'.repeat(501))).toEqual(['too-long']);
  });

  it('keeps the lines of a note and refuses what turns text round', () => {
    expect(note.parse('een\ntwee')).toBe('een\ntwee');
    expect(problems(note, 'abc\u202Edef')).toEqual(['not-text']);
    expect(problems(note, 'abc\0def')).toEqual(['not-text']);
  });

  it('searches on two letters or more, in one line', () => {
    expect(searchText.parse(' van   den\tBerg ')).toBe('van den Berg');
    expect(problems(searchText, 'a')).toEqual(['too-short']);
  });
});

describe('identityCheck', () => {
  const check = {
    documentKind: 'passport',
    place: 'Stadskantoor Utrecht, 3511 AB',
    mode: 'in-person',
    screenNumber: '482 913',
  };

  it('takes kind, place, mode and the number on the screen', () => {
    expect(identityCheck.parse(check)).toEqual({ ...check, screenNumber: '482913' });
  });

  it('R6 a document or citizen number is refused where the place is asked', () => {
    for (const place of ['BSN 123456782', '1234.56.782', 'paspoort NP4K8XR27', 'balie 12-34-56']) {
      expect(problems(identityCheck, { ...check, place })).toEqual(['number-not-allowed']);
    }
  });

  it('refuses other kinds and modes', () => {
    expect(problems(identityCheck, { ...check, documentKind: 'library-card' })).toEqual([
      'not-a-choice',
    ]);
    expect(problems(identityCheck, { ...check, mode: 'phone' })).toEqual(['not-a-choice']);
  });
});

describe('importUpload', () => {
  it('takes a file, and says what is wrong with it', () => {
    expect(problems(importUpload, { file: new File(['a;b'], 'a.csv') })).toEqual([]);
    expect(problems(importUpload, { file: new File([], 'a.csv') })).toEqual(['file-empty']);
    expect(problems(importUpload, {})).toEqual(['required']);
    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'a.csv');
    expect(problems(importUpload, { file: large })).toEqual(['file-too-large']);
  });
});

it('answers every mistake with known codes only', () => {
  const value = fc.oneof(fc.string({ unit: anyUnit }), fc.anything());
  const schemas = [
    ...[secondFactorCode, typedCode, handle, searchText, reason, note],
    ...[staffSignIn, identityCheck, importUpload],
  ];
  const known = new Set<string>(FIELD_PROBLEMS);
  fc.assert(
    fc.property(value, (typed) => {
      const whole = { signIn: typed, password: typed, place: typed, mode: typed, file: typed };
      const fields = { ...whole, documentKind: typed, screenNumber: typed };
      const said = schemas.flatMap((s) => [...problems(s, typed), ...problems(s, fields)]);
      expect(said.filter((problem) => !known.has(problem))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
