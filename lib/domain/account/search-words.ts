/** Letters that do not come apart into a letter and a mark, as they are typed by who lacks the key. */
const PLAIN: Record<string, string> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Lower-cased and without accents, so that “Bjorn Ostergard” finds Björn Østergård. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæœßłđðþı]/g, (letter) => PLAIN[letter] ?? letter);

const trimmed = (word: string): string => word.replace(/^[^\p{L}\p{N}+]+|[^\p{L}\p{N}]+$/gu, '');
const parts = (word: string): string[] => word.split(/[^\p{L}\p{N}+]+/u).filter(Boolean);
const tokens = (text: string): string[] =>
  folded(text)
    .split(/[\s,;]+/)
    .map(trimmed)
    .filter(Boolean);

/** A number as it is typed or read out: `06-12 34 56 01`, `+31 (0)6 …`, `0031 6 …`. */
const NUMBER = /(?<![\p{L}\p{N}@.])\+?\(?\d[\d\s()./-]*\d(?![\p{L}\p{N}@])/gu;

const inOnePiece = (number: string): string =>
  number
    .replace(/(?<=\d\s*)\(0\)/, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00(?=\d)/, '+');

/** Longer text is nobody's name; an index row has its limits too. */
const LONGEST = 100;
const unique = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => word.slice(0, LONGEST)).filter(Boolean)),
];

/**
 * The words by which an account is found: every part of its name, sign-in and addresses, and each of them whole.
 * Numbers are given in all the ways in which they are read out: as E.164 and as inside the country.
 */
export const wordsOfAccount = (account: {
  displayName: string;
  signIn: string;
  emails: readonly string[];
  numbers: readonly string[];
}): string[] => {
  const { displayName, signIn, emails, numbers } = account;
  const written = [displayName, signIn, ...emails].flatMap(tokens);
  const digits = written.filter((word) => !/\p{L}/u.test(word)).map(inOnePiece);
  return unique([...written, ...written.flatMap(parts), ...digits, ...numbers]);
};

const MOST_WORDS = 6;

/** What someone typed into the search field, as beginnings of words; an account must have all of them. */
export const wordsToFind = (text: string): string[] => {
  const pieces = text.slice(0, 200).replace(NUMBER, (number) => ` ${inOnePiece(number)} `);
  return unique(tokens(pieces)).slice(0, MOST_WORDS);
};
