import { z } from 'zod';
import { readHandle } from '../domain/case/handle';
import { DOCUMENT_KINDS } from '../domain/case/proof';
import { MAX_BYTES } from './import-limits';
import { isShown } from './text-cell';

/** What can be wrong with a field. Forms and server share it; lib/messages has the words. */
export const FIELD_PROBLEMS = [
  'required',
  'too-short',
  'too-long',
  'not-a-code',
  'not-a-handle',
  'not-a-choice',
  'not-text',
  'number-not-allowed',
  'file-empty',
  'file-too-large',
] as const;
export type FieldProblem = (typeof FIELD_PROBLEMS)[number];

/** Ties every message to a known code: a message without words then does not compile. */
const because = (code: FieldProblem) => ({ error: code });

/** Text that a person wrote, composed (NFC) and trimmed before it is measured. */
const text = (min: number, max: number) =>
  z
    .string(because('required'))
    .trim()
    .normalize('NFC')
    .min(1, because('required'))
    .min(min, because('too-short'))
    .max(max, because('too-long'))
    .refine(isShown, because('not-text'));

/** A code of digits, however it was grouped: `123 456`, `123-456`, pasted with a line break. */
const digits = (min: number, max: number) =>
  z
    .string(because('required'))
    .max(100, because('not-a-code'))
    .transform((typed) => typed.replace(/[\s\p{Pd}.]/gu, ''))
    .pipe(
      z
        .string()
        .min(1, because('required'))
        .regex(new RegExp(`^\\d{${min},${max}}$`), because('not-a-code')),
    );

/** Longer passwords only cost the hash its time. They are taken as typed: a space at the end may be part of one. */
const MAX_PASSWORD = 1024;
export const signInName = text(1, 254).toLowerCase();
export const staffSignIn = z.object(
  {
    signIn: signInName,
    password: z
      .string(because('required'))
      .min(1, because('required'))
      .max(MAX_PASSWORD, because('too-long')),
  },
  because('required'),
);

/** RFC 6238 with six digits, as every authenticator app shows it. */
export const secondFactorCode = digits(6, 6);

/** Codes that were sent: six to eight digits, as the policy says (design §4). */
export const typedCode = digits(6, 8);

/** The number that the screen which signs in shows to whoever answers on another device. */
export const pushNumber = digits(2, 2);

/** A second factor as it was typed: digits of any code, or the characters of a backup code, in groups or not. */
export const shownCode = z
  .string(because('required'))
  .trim()
  .min(1, because('required'))
  .max(100, because('not-a-code'));

export const handle = z
  .string(because('required'))
  .refine((typed) => typed.trim() !== '', { ...because('required'), abort: true })
  .transform((typed, context) => {
    const read = readHandle(typed);
    if (read !== null) return read;
    context.addIssue({ code: 'custom', message: 'not-a-handle' satisfies FieldProblem });
    return z.NEVER;
  });

/** One line; a single letter would list half of the organisation. */
export const searchText = text(2, 100).transform((typed) => typed.replace(/\s+/g, ' '));

/** Three characters refuse "." and "-", and leave "n/a" to the reader's judgement. */
export const reason = text(3, 500);
export const note = text(1, 4000);

/**
 * Six digits or more, or letters and digits in a row as on a passport: a document or citizen number, which an
 * identity check may not record (R6). A postcode passes.
 */
const DOCUMENT_NUMBER = /\d([\s.-]?\d){5}|\b(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{8,}\b/i;

export const identityCheck = z.object(
  {
    documentKind: z.enum(DOCUMENT_KINDS, because('not-a-choice')),
    place: text(2, 120).refine(
      (place) => !DOCUMENT_NUMBER.test(place),
      because('number-not-allowed'),
    ),
    mode: z.enum(['in-person', 'remote'], because('not-a-choice')),
    /** The number that the holder's page shows: that screen gets the case secret. */
    screenNumber: digits(6, 6),
  },
  because('required'),
);

/** The uploaded file; its content is judged by readAccountsCsv. */
export const importUpload = z.object(
  {
    file: z
      .file(because('required'))
      .min(1, because('file-empty'))
      .max(MAX_BYTES, because('file-too-large')),
  },
  because('required'),
);
