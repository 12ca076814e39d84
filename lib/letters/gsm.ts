/*
 * The characters of one SMS (3GPP TS 23.038, default alphabet and its extension table). A text with
 * any other character goes out as UCS-2, in parts of 70 instead of 160.
 */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Each takes the room of two. */
const EXTENDED = '^{}\\[~]|€';

export const isGsm = (text: string): boolean =>
  [...text].every((character) => BASIC.includes(character) || EXTENDED.includes(character));

/** How many messages a phone company will count. */
export function smsParts(text: string): number {
  if (!isGsm(text)) return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
  const room = [...text].reduce(
    (sum, character) => sum + (EXTENDED.includes(character) ? 2 : 1),
    0,
  );
  return room <= 160 ? 1 : Math.ceil(room / 153);
}
