/**
 * The public name of a case: 10 of 32 characters, 50 bits (design §4).
 * 1, I, L and O are left out. 0 stays, because only 32 characters give 5 whole bits each, and it cannot be
 * mistaken: O is not in the set, so an O that was heard or typed can only be a 0.
 */
export const HANDLE_ALPHABET = '023456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const HANDLE_LENGTH = 10;
export const HANDLE_PREFIX = 'HZ';

/** Random bytes that a new handle takes. */
export const HANDLE_BYTES = HANDLE_LENGTH;

const HANDLE = new RegExp(`^[${HANDLE_ALPHABET}]{${HANDLE_LENGTH}}$`);

/** Every character is equally likely, because 256 is a multiple of 32. Refuses too few bytes: they would repeat. */
export const handleFromBytes = (bytes: Uint8Array): string => {
  if (bytes.length < HANDLE_BYTES) throw new RangeError(`a handle takes ${HANDLE_BYTES} bytes`);
  return Array.from(bytes.subarray(0, HANDLE_LENGTH), (byte) =>
    HANDLE_ALPHABET.charAt(byte % HANDLE_ALPHABET.length),
  ).join('');
};

/** As it is shown and read out: `7K3M9-Q2XTB`. */
export const formatHandle = (handle: string): string =>
  `${handle.slice(0, HANDLE_LENGTH / 2)}-${handle.slice(HANDLE_LENGTH / 2)}`;

/**
 * What somebody typed, as the handle that it can only be, or null. Takes lower case, spaces, dashes of every
 * kind, `HZ-` in front (told apart by length: H and Z may begin a handle too) and O for 0.
 */
export const readHandle = (text: string): string | null => {
  if (text.length > 100) return null;
  const typed = text
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '')
    .replace(/O/g, '0');
  const prefixed =
    typed.length === HANDLE_PREFIX.length + HANDLE_LENGTH && typed.startsWith(HANDLE_PREFIX);
  const handle = prefixed ? typed.slice(HANDLE_PREFIX.length) : typed;
  return HANDLE.test(handle) ? handle : null;
};
