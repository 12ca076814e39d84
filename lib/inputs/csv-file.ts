import { parse } from 'csv-parse/sync';
import { MAX_BYTES, MAX_ROWS } from './import-limits';

/** Why a whole file cannot be read. `row` counts as a spreadsheet does: the first line is 1. */
export type CsvProblem =
  | 'file-empty'
  | 'file-too-large'
  | 'not-text'
  | 'excel-workbook'
  | 'damaged-text'
  | 'broken-quotes'
  | 'too-many-rows';

export type CsvRow = { row: number; cells: string[] };
export type CsvFile = {
  encoding: 'utf-8' | 'utf-16' | 'windows-1252';
  delimiter: ',' | ';' | '\t';
  /** Rows that have text in at least one cell, the header first. */
  rows: CsvRow[];
};

/** One row of the widest export is about 2,000 characters; a quote that is never closed swallows far more. */
const MAX_ROW_LENGTH = 100_000;

/**
 * Windows-1252 differs from Latin-1 in 0x80–0x9F. Node's own TextDecoder for it leaves those bytes as control
 * characters, which would spoil every € and š; null marks the five bytes that no Windows text has.
 */
const WINDOWS_1252 = [
  ...'€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0', // 0x80–0x8F
  ...'\0‘’“”•–—˜™š›œ\0žŸ', // 0x90–0x9F
].map((character) => (character === '\0' ? null : character));

const fromWindows1252 = (bytes: Uint8Array): string | null => {
  const latin1 = new TextDecoder('latin1').decode(bytes);
  let unknown = false;
  const text = latin1.replace(/[\x80-\x9f]/g, (character) => {
    const known = WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? null;
    unknown ||= known === null;
    return known ?? '';
  });
  return unknown ? null : text;
};

const strictly = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-8 in which a few bytes were damaged: reading it as Windows-1252 would garble every other name silently. */
const isDamagedUtf8 = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return whole > broken;
};

type Text = { text: string; encoding: CsvFile['encoding'] };

const decoded = (bytes: Uint8Array): Text | CsvProblem => {
  const startsWith = (...start: number[]) => start.every((byte, at) => bytes[at] === byte);
  if (startsWith(0x50, 0x4b, 0x03, 0x04) || startsWith(0xd0, 0xcf, 0x11, 0xe0))
    return 'excel-workbook';
  if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff)) {
    const text = strictly(startsWith(0xff) ? 'utf-16le' : 'utf-16be', bytes);
    return text === null ? 'not-text' : { text, encoding: 'utf-16' };
  }
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const windows = fromWindows1252(bytes);
  if (windows === null) return 'not-text';
  if (isDamagedUtf8(bytes)) return 'damaged-text';
  return { text: windows, encoding: 'windows-1252' };
};

const DELIMITERS = [',', ';', '\t'] as const;

/** The separator that stands most often in the first line, quoted text left out. */
const delimiterOf = (text: string): CsvFile['delimiter'] => {
  const firstLine = (
    text
      .slice(0, MAX_ROW_LENGTH)
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? ''
  ).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => firstLine.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
};

const errorRow = (error: unknown): number | undefined =>
  error instanceof Error && 'records' in error && typeof error.records === 'number'
    ? error.records + 1
    : undefined;

/**
 * The rows of a CSV file as spreadsheets and directories write it: UTF-8 (with or without a mark), UTF-16 or
 * Windows-1252; comma, semicolon or tab; any line ending; line breaks in quotes. Never throws.
 */
export const readCsvFile = (bytes: Uint8Array): CsvFile | { problem: CsvProblem; row?: number } => {
  if (bytes.length === 0) return { problem: 'file-empty' };
  if (bytes.length > MAX_BYTES) return { problem: 'file-too-large' };
  const content = decoded(bytes);
  if (typeof content === 'string') return { problem: content };
  if (content.text.includes('\0')) return { problem: 'not-text' };

  // Excel writes `sep=;` as a first line of its own; the break after it is kept, so that rows keep their numbers.
  const told = /^sep=([,;\t])(?=\r|\n)/i.exec(content.text);
  const text = told ? content.text.slice(told[0].length) : content.text;
  if (text.trim() === '') return { problem: 'file-empty' };
  const delimiter = DELIMITERS.find((known) => known === told?.[1]) ?? delimiterOf(text);

  try {
    const records: string[][] = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: MAX_ROW_LENGTH,
      to: 2 * MAX_ROWS,
    });
    const rows = records
      .map((cells, at) => ({ row: at + 1, cells }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    if (rows.length === 0) return { problem: 'file-empty' };
    if (rows.length > MAX_ROWS + 1 || records.length >= 2 * MAX_ROWS)
      return { problem: 'too-many-rows' };
    return { encoding: content.encoding, delimiter, rows };
  } catch (error) {
    const row = errorRow(error);
    return { problem: 'broken-quotes', ...(row === undefined ? {} : { row }) };
  }
};
