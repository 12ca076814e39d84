import type { Account } from '../account';
import { isSecondFactor, isUsable } from '../factor';

/** Why a password is not taken. */
export type PasswordProblem = 'too-short' | 'too-long' | 'obvious' | 'about-you';

/** Whether the password is one of two: then it may be shorter. */
export const hasSecondFactor = ({ factors }: Pick<Account, 'factors'>): boolean =>
  factors.some((factor) => isUsable(factor) && isSecondFactor(factor));

/** NIST SP 800-63B-4 §3.1.1.2: fifteen where it is the only factor, eight where it is one of two. */
export const leastPassword = (secondFactor: boolean): number => (secondFactor ? 8 : 15);
/** Longer ones only cost the hash its time. */
const LONGEST = 1024;

/** The words that stand on top of every list of leaked passwords, and what a Dutch office makes of them. */
const OBVIOUS = [
  'password',
  'wachtwoord',
  'welkom',
  'welcome',
  'qwerty',
  'azerty',
  'asdfgh',
  'iloveyou',
  'letmein',
  'admin',
  'geheim',
  'secret',
  'zomer',
  'winter',
  'lente',
  'herfst',
  'voetbal',
  'nederland',
  'amsterdam',
  'regain',
  'changeme',
  'test',
];

const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
const letters = (text: string): string =>
  plain(text)
    .replace(/[0134@5$]/g, (sign) => LEET[sign] ?? sign)
    .replace(/[^\p{L}]/gu, '');

/** `11111111`, `12345678`, `abcdefgh`, `abcabcabc`: nobody has to guess these for long. */
const isPattern = (text: string): boolean => {
  if (/^(.{1,4})\1+.{0,3}$/su.test(text)) return true;
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, i) => code - (codes[i] ?? 0)));
  return steps.size === 1 && [1, -1].includes([...steps][0] ?? 0);
};

/** Whether little is left of it when this word and all signs are taken away. */
const restsOnWord = (password: string, word: string, least: number): boolean => {
  const left = letters(password).replaceAll(letters(word), '');
  return left.length < letters(password).length && left.length < least / 2;
};

const namesIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4);

/**
 * Length, and nothing that stands first on everybody's list: no rules about signs or capitals, and no end of its time
 * (NIST SP 800-63B-4 §3.1.1.2). `about`: names that whoever knows the owner tries first.
 */
export const passwordProblem = (
  password: string,
  { secondFactor, about }: { secondFactor: boolean; about: readonly string[] },
): PasswordProblem | undefined => {
  const least = leastPassword(secondFactor);
  const length = [...password].length;
  if (length < least) return 'too-short';
  if (length > LONGEST) return 'too-long';
  if (isPattern(plain(password))) return 'obvious';
  if (OBVIOUS.some((word) => restsOnWord(password, word, least))) return 'obvious';
  return namesIn(about).some((word) => restsOnWord(password, word, least))
    ? 'about-you'
    : undefined;
};
