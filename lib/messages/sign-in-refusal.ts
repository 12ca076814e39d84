import type { SignInRefusalCode } from '../domain/access/sign-in';
import type { RefusalCode } from '../domain/case/command';
import { formatDuration } from './format';
import type { Language } from './language';
import { refusalText } from './refusal-text';
import { en, nl } from './sign-in';

const words: Record<Language, Record<SignInRefusalCode, string>> = {
  nl: nl.refused,
  en: en.refused,
};
const wait = {
  nl: (length: string) => `Probeer het over ${length} opnieuw.`,
  en: (length: string) => `Try again in ${length}.`,
};

const isSignInCode = (code: string): code is SignInRefusalCode => code in nl.refused;

/** How long until then, never less than a second, and rounded up: too early is refused again. */
const lengthUntil = (at: string, now: string, language: Language): string => {
  const seconds = Math.max(1, Math.ceil((Date.parse(at) - Date.parse(now)) / 1000));
  return formatDuration(
    seconds < 120 ? seconds * 1000 : Math.ceil(seconds / 60) * 60_000,
    language,
  );
};

/** A refusal around signing in, in words. A wait is told as a length: before signing in no time zone is known. */
export function signInRefusalText(
  { refused, retryAt }: { refused: SignInRefusalCode | RefusalCode; retryAt?: string },
  language: Language,
  now: string,
): string {
  if (!isSignInCode(refused)) return refusalText({ refused }, language, { now, timeZone: 'UTC' });
  const sentence = words[language][refused];
  return retryAt ? `${sentence} ${wait[language](lengthUntil(retryAt, now, language))}` : sentence;
}
