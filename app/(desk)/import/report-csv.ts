import { isFormula } from '../../../lib/inputs/text-cell';

/** A spreadsheet takes a cell with an apostrophe before it as text, whatever it begins with. */
const cell = (text: string): string => {
  const harmless = isFormula(text) ? `'${text}` : text;
  return `"${harmless.replace(/"/g, '""')}"`;
};

/**
 * Rows as a file that a double click opens rightly: with a mark for UTF-8, and the separator that a spreadsheet of
 * that language expects. No cell of it can run as a formula (OWASP, "CSV injection").
 */
export const reportCsv = (rows: readonly (readonly string[])[], language: string): string => {
  const separator = language === 'nl' ? ';' : ',';
  return `\ufeff${rows.map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`;
};
