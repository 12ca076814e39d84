/**
 * A cell that a spreadsheet would run as a formula when the desk's own reports are opened in one (OWASP, "CSV
 * injection"; the full-width forms are run by Japanese and Chinese Excel). White space before it does not stop it.
 */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** Control, text-direction and invisible characters: they make one name look like another. ZWJ and ZWNJ are letters' glue in Persian and Indic names. */
const UNREADABLE =
  /(?![\t\r\n])[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]|\p{Cs}/u;

/** Whether every character can be seen, or is a space or new line. */
export const isShown = (text: string): boolean => !UNREADABLE.test(text);

export type TextProblem = 'formula' | 'unreadable-character' | 'too-long';

export const isFormula = (text: string): boolean =>
  text.trim() !== '' && (FORMULA.test(text) || FORMULA.test(text.trim()));

/** Text of one line: composed (NFC), line breaks and runs of spaces made one space. Refused when it could mislead or be run. */
export const readTextCell = (
  text: string,
  maxLength: number,
): { text: string } | { problem: TextProblem } => {
  if (text.length > 4 * maxLength) return { problem: 'too-long' };
  if (isFormula(text)) return { problem: 'formula' };
  if (!isShown(text.trim())) return { problem: 'unreadable-character' };
  const line = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return line.length > maxLength ? { problem: 'too-long' } : { text: line };
};

/** What a report may show of a refused value: enough to find it in the file, not enough to use it. Never a formula. */
export const masked = (text: string): string => {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffd]/gu, '').trim();
  const first = /^[\p{L}\p{N}]/u.exec(clean)?.[0] ?? '';
  const domain = /^[^\s@]+@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i.exec(clean)?.[1];
  if (domain) return `${first}•••@${domain.slice(0, 100)}`;
  return clean.length >= 8 ? `${first}•••${clean.slice(-2)}` : `${first}•••`;
};
