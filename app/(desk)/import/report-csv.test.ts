import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { reportCsv } from './report-csv';

const EVIL = [
  '=1+1',
  '+31',
  '-2',
  '@SUM(A1)',
  '\tx',
  '\r=1',
  ' =1',
  '＝1',
  '"; =1',
  'gewoon',
  'a"b\nc',
];

describe('the report of an import', () => {
  it.each(['nl', 'en'])('keeps every value readable and runs none of them (%s)', (language) => {
    const csv = reportCsv([['kop'], ...EVIL.map((text) => [text])], language);
    expect(csv.startsWith('\ufeff')).toBe(true);
    const [, ...rows] = parse(csv, {
      bom: true,
      delimiter: language === 'nl' ? ';' : ',',
    }) as string[][];
    for (const [i, [text = '']] of rows.entries()) {
      expect(text.replace(/^'/, '')).toBe(EVIL[i]);
      expect(text).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/);
    }
  });
});
