import { HANDLE_ALPHABET } from '../../domain/case/handle';

const GROUP = 4;
/** Longer than anything that the desk shows, with every separator that a person may add. */
const LONGEST_ENTRY = 200;

/** One character for each byte: 32 characters take the same number of byte values each, so each carries 5 whole bits. */
export const charactersFromBytes = (bytes: Uint8Array, length: number): string => {
  if (bytes.length < length) throw new RangeError(`${length} characters take ${length} bytes`);
  return Array.from(bytes.subarray(0, length), (byte) =>
    HANDLE_ALPHABET.charAt(byte % HANDLE_ALPHABET.length),
  ).join('');
};

/** `7K3M-9Q2X-TB`: people read and type four characters at a time. */
export const inGroups = (characters: string): string =>
  characters.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? '';

/** What was typed, without spaces and dashes of any kind; empty when it is longer than anything that can be right. */
export const withoutSeparators = (text: string): string =>
  text.length > LONGEST_ENTRY ? '' : text.replace(/[\s\p{Pd}._]/gu, '');

/** Lower case is as good, and O can only be the 0 that stands in the alphabet (as in a handle). */
export const readCharacters = (text: string): string =>
  withoutSeparators(text).toUpperCase().replaceAll('O', '0');
