import { describe, expect, it } from 'vitest';
import { type AccountsFile, readAccountsCsv } from './accounts-csv';
import { MAX_BYTES } from './import-limits';

const options = { country: 'NL', ownMailDomain: 'org.example', mailApart: false } as const;
const utf8 = (text: string) => new TextEncoder().encode(text);
const readText = (text: string) => readAccountsCsv(utf8(text), options);
const read = (content: Uint8Array | string): AccountsFile => {
  const result =
    typeof content === 'string' ? readText(content) : readAccountsCsv(content, options);
  if ('problem' in result) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
};
const names = (content: Uint8Array | string) => read(content).accounts.map((a) => a.displayName);

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(2 * at + 2, text.charCodeAt(at), littleEndian);
  }
  return new Uint8Array(view.buffer);
};

describe('encodings and separators', () => {
  it('reads Windows-1252, with the letters where it differs from Latin-1', () => {
    const start = utf8('Gebruikersnaam;Naam\nzoe;');
    const file = new Uint8Array([...start, 0x5a, 0x6f, 0xeb, 0x20, 0x8a, 0x69, 0x92, 0x80, 0x0a]);
    expect(names(file)).toEqual(['Zoë Ši’€']);
    expect(read(file).encoding).toBe('windows-1252');
  });

  it.each([true, false])(
    'reads "Unicode text" of Excel: UTF-16 with tabs, little endian %s',
    (little) => {
      const file = utf16('Gebruikersnaam\tNaam\r\nzoe\tZoë Østergård\r\n', little);
      expect(names(file)).toEqual(['Zoë Østergård']);
      expect(read(file).encoding).toBe('utf-16');
    },
  );

  it.each([',', ';', '\t'] as const)(
    'tells the separator %j, also when others stand in names',
    (mark) => {
      const text = `"Username"${mark}"Name"\nanna${mark}"Anna; de, Vries\tjr."\n`;
      expect(read(text).delimiter).toBe(mark);
      expect(names(text)).toEqual(['Anna; de, Vries jr.']);
    },
  );

  it('obeys the first line that Excel writes to name the separator, and keeps its row numbers', () => {
    const file = read('sep=;\r\nUsername;Name\r\nanna;Anna, Bea, Cor\r\n');
    expect(file.accounts).toMatchObject([{ row: 3, displayName: 'Anna, Bea, Cor' }]);
  });

  it.each(['\n', '\r\n', '\r'])('reads lines that end in %j', (end) => {
    expect(names(['Username,Name', 'a,A', '"b","B"', 'c,C'].join(end))).toEqual(['A', 'B', 'C']);
  });

  it('reads lines with mixed ends, and numbers rows as a spreadsheet does', () => {
    const file = read('Username,Name\r\na,"A\nA"\n\n,,\r\nb,B');
    expect(file.accounts.map(({ row }) => row)).toEqual([2, 5]);
    expect(file.refused).toEqual([]);
  });

  it('finds the heading below empty lines', () => {
    expect(read('\n,\nUsername,Name\na,A\n').accounts).toMatchObject([{ row: 4 }]);
  });
});

describe('files that are refused as a whole', () => {
  it.each<[string, Uint8Array | string, string]>([
    ['nothing', '', 'file-empty'],
    ['only a mark', '\ufeff', 'file-empty'],
    ['only empty lines', '\n;;;\n', 'file-empty'],
    ['only a heading', 'Username,Name\n', 'no-rows'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20]), 'excel-workbook'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'excel-workbook'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'not-text'],
    ['bytes of no alphabet', new Uint8Array([0x61, 0x81, 0x62]), 'not-text'],
    ['half a UTF-16 character', new Uint8Array([0xff, 0xfe, 0x41]), 'not-text'],
    [
      'UTF-8 with a damaged letter',
      new Uint8Array([...utf8('Username,Name\na,Zoë\nb,Bjørn\nc,'), 0xc3, 0x0a]),
      'damaged-text',
    ],
    ['other columns', 'Klant,Bedrag\nA,10\n', 'unknown-columns'],
    ['no heading', 'anna,Anna,anna@example.net\n', 'header-missing'],
    ['no heading, with numbers', 'anna;06-12345678\n', 'header-missing'],
    ['a heading twice', 'Username,Name,Mobiel,Mobile\na,A,,\n', 'duplicate-column'],
    ['no names', 'Username,Email\na,a@example.net\n', 'missing-columns'],
    ['Entra without its status', 'userPrincipalName,displayName,userType\n', 'missing-columns'],
    ['a quote that never closes', 'Username,Name\na,"A\nb,B\n', 'broken-quotes'],
    ['a quote in the middle', 'Username,Name\na,A "B" C\n', 'broken-quotes'],
  ])('%s', (_what, content, problem) => {
    const file = typeof content === 'string' ? utf8(content) : content;
    expect(readAccountsCsv(file, options)).toMatchObject({ problem });
  });

  it('names the columns that are missing or stand twice, and the row of a broken quote', () => {
    expect(readText('userPrincipalName,displayName\n')).toEqual({
      problem: 'missing-columns',
      columns: ['userType', 'accountEnabled'],
    });
    expect(readText('Username,Name,name\n')).toMatchObject({ columns: ['name'] });
    expect(readText('Username,Name\na,A\nb,B "b"\n')).toEqual({ problem: 'broken-quotes', row: 3 });
  });

  it('refuses more than 10 MB unread', () => {
    expect(readAccountsCsv(new Uint8Array(MAX_BYTES + 1), options)).toEqual({
      problem: 'file-too-large',
    });
  });
});
