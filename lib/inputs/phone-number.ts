import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberWithError,
} from 'libphonenumber-js/max';

export type { CountryCode };

export const PHONE_PROBLEMS = [
  'phone-empty',
  'phone-unreadable',
  'phone-has-extension',
  'phone-too-short',
  'phone-too-long',
  'phone-unknown-country',
  'phone-not-in-use',
  'phone-service-number',
] as const;
export type PhoneProblem = (typeof PHONE_PROBLEMS)[number];

export type PhoneNumber = { e164: string; kind: 'mobile' | 'landline' | 'unknown' };

/** Whether text names a country that numbers can be read for (an organisation's country is stored as text). */
export const isCountry = (text: string): text is CountryCode => isSupportedCountry(text);

/** Spaces, dashes, dots, slashes and brackets are how people write numbers; anything else is a mistake or a trick. */
const WRITTEN = /^(\+|\(?\d)[\d\s\p{Pd}()./]*$/u;
/** `0470/12 34 56` is one number; `030-123450/1` is two, and joining them would give a stranger's. */
const SECOND_NUMBER = /\/(?!(\D*\d){5})|\/.*\//;
const EXTENSION = /\d\s*(ext|ex|x|tst|toestel|#|;ext=)\.?\s*\d{1,6}$/i;
/** Longest reasonable way to write 15 digits; longer text is not worth parsing. */
const MAX_TEXT = 40;

const PROBLEM_OF: Record<string, PhoneProblem> = {
  INVALID_COUNTRY: 'phone-unknown-country',
  TOO_SHORT: 'phone-too-short',
  TOO_LONG: 'phone-too-long',
  NOT_A_NUMBER: 'phone-unreadable',
  INVALID_LENGTH: 'phone-not-in-use',
};

/** A code sent to these would cost money, reach a company's desk, or follow somebody else's forwarding. */
const SERVICE = [
  'PREMIUM_RATE',
  'SHARED_COST',
  'TOLL_FREE',
  'PAGER',
  'PERSONAL_NUMBER',
  'VOICEMAIL',
];

/** Numbers without a SIM of their own: calls only. */
const LANDLINE = ['FIXED_LINE', 'VOIP', 'UAN'];

const parsed = (text: string, country: CountryCode) => {
  try {
    return parsePhoneNumberWithError(text, { defaultCountry: country, extract: false });
  } catch (error) {
    return error instanceof Error ? error.message : 'NOT_A_NUMBER';
  }
};

/**
 * A number as E.164, with the organisation's country for numbers written without one. Refused unless it is in
 * the numbering plan of its country: a typing mistake must not become the phone of a stranger.
 */
export const readPhoneNumber = (
  text: string,
  country: CountryCode,
): PhoneNumber | { problem: PhoneProblem } => {
  const written = text.trim();
  if (written === '') return { problem: 'phone-empty' };
  if (written.length > MAX_TEXT) return { problem: 'phone-too-long' };
  if (EXTENSION.test(written)) return { problem: 'phone-has-extension' };
  if (!WRITTEN.test(written) || SECOND_NUMBER.test(written)) {
    return { problem: 'phone-unreadable' };
  }

  const number = parsed(written, country);
  if (typeof number === 'string') return { problem: PROBLEM_OF[number] ?? 'phone-unreadable' };
  if (number.ext) return { problem: 'phone-has-extension' };
  if (!number.isValid()) {
    return { problem: number.nationalNumber.length < 6 ? 'phone-too-short' : 'phone-not-in-use' };
  }
  const type = number.getType();
  if (type && SERVICE.includes(type)) return { problem: 'phone-service-number' };
  if (type === 'MOBILE') return { e164: number.number, kind: 'mobile' };
  return { e164: number.number, kind: type && LANDLINE.includes(type) ? 'landline' : 'unknown' };
};

/** The ways in which a number is read out and typed: `+31612345601` and, inside its country, `0612345601`. */
export const numberAsRead = (e164: string): string[] => {
  const number = parsed(e164, 'NL');
  if (typeof number === 'string') return [e164];
  return [e164, number.formatNational().replace(/\D/g, '')];
};
