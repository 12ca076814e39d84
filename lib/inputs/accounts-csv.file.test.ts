import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccountsFile, readAccountsCsv } from './accounts-csv';
import { MAX_BYTES, MAX_ROWS } from './import-limits';

/** Any UTF-16 unit, lone surrogates too; far quicker to set up than fast-check's own table of Unicode. */
const anyUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

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

const person = (at: number) =>
  `p${at}@org.example;Voor ${at};van der Achternaam;p${at}@example.net;06 ${10_000_000 + at};030 ${2_000_000 + at};sms, authenticator-app\r\n`;
const HEAD = 'Gebruikersnaam;Voornaam;Achternaam;E-mailadres;Mobiel;Telefoon;Tweede factor\r\n';

describe('size', () => {
  // Processor time, because the tests of others on the same machine must not fail this one.
  it('reads 20,000 rows with three contact values each in under 3 s', { timeout: 60_000 }, () => {
    const file = utf8(HEAD + Array.from({ length: MAX_ROWS }, (_, at) => person(at)).join(''));
    const start = process.cpuUsage();
    const { accounts, refused } = read(file);
    const { user, system } = process.cpuUsage(start);
    expect([accounts.length, refused.length]).toEqual([MAX_ROWS, 0]);
    expect((user + system) / 1_000_000).toBeLessThan(3);
  });

  it.each([
    ['one row too many', HEAD + 'a;A;A;;;;\n'.repeat(MAX_ROWS + 1)],
    ['a million empty lines', `${HEAD}a;A;A;;;;${'\n'.repeat(1_000_000)}`],
  ])('refuses %s', { timeout: 60_000 }, (_what, text) => {
    expect(readText(text)).toEqual({ problem: 'too-many-rows' });
  });
});

describe('any file', () => {
  const HEADS = [
    '"=Username",Name,@Email,Mobile,Phone,Second factor,Status,Language\n',
    'userPrincipalName,displayName,givenName,surname,mail,alternateEmailAddress,mobilePhone,telephoneNumber,id,userType,accountEnabled\n',
    'First Name [Required],Last Name [Required],Email Address [Required],Org Unit Path,Status,Recovery Email,Mobile Phone,Work Phone\n',
  ];
  const piece = fc.oneof(
    fc.string({ unit: anyUnit, maxLength: 12 }),
    fc.constantFrom(
      '=1+1',
      '+31612345678',
      '-x',
      '@y',
      '\tz',
      '\rz',
      '＝1',
      '"',
      ' ',
      'a@example.net',
    ),
    fc.constantFrom('True', 'Member', 'Active', 'constructor', '__proto__', 'toString', 'sms'),
  );
  const quoted = piece.map((text) => `"${text.replace(/"/g, '""')}"`);
  const table = fc
    .tuple(
      fc.constantFrom(...HEADS),
      fc.array(fc.array(quoted, { maxLength: 12 }), { maxLength: 6 }),
    )
    .map(([head, rows]) => {
      const width = head.split(',').length;
      const cells = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
      return head + cells.map((row) => row.join(',')).join('\n');
    });

  /** Every text that an account brings in, phone numbers apart: E.164 begins with a plus. */
  const texts = ({ accounts, refused, warnings }: AccountsFile) => [
    ...accounts.flatMap((a) => [a.signIn, a.displayName, a.givenName, a.familyName, a.externalId]),
    ...accounts.flatMap((a) =>
      a.contactPoints.filter(({ kind }) => kind === 'email').map(({ address }) => address),
    ),
    ...[...refused, ...warnings].flatMap(({ field, value }) => [field, value]),
  ];

  it('never throws on any bytes', () => {
    const start = fc.constantFrom(...HEADS, '', 'sep=;\n', '\ufeff').map(utf8);
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), (head, tail) => {
        expect(readAccountsCsv(new Uint8Array([...head, ...tail]), options)).toBeTypeOf('object');
      }),
      { numRuns: 1000 },
    );
  });

  it('lets no formula through, in an account or in the report', () => {
    fc.assert(
      fc.property(table, (text) => {
        const file = readText(text);
        if ('problem' in file) return;
        for (const value of texts(file)) expect(value ?? '').not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/);
        for (const { contactPoints } of file.accounts) {
          for (const { kind, address } of contactPoints) {
            if (kind === 'phone') expect(address).toMatch(/^\+[1-9]\d{4,14}$/);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('accounts for every row: accepted or refused, once', () => {
    fc.assert(
      fc.property(table, (text) => {
        const file = readText(text);
        if ('problem' in file) return;
        const rows = [...file.accounts, ...file.refused].map(({ row }) => row);
        expect(new Set(rows).size).toBe(rows.length);
        expect(new Set(file.accounts.map(({ signIn }) => signIn)).size).toBe(file.accounts.length);
      }),
    );
  });

  it('reads what it gave, written again, as the same accounts', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ'][A-Za-zÀ-ÖØ-öø-ÿ' ,;"\n.-]{0,20}$/);
    const given = fc.record({ given: word, family: word, disabled: fc.boolean(), at: fc.nat(999) });
    const cell = (text: string) => `"${text.replace(/"/g, '""')}"`;
    const written = (rows: string[][]) =>
      [
        'Username,First name,Last name,Email,Mobile,Status',
        ...rows.map((row) => row.map(cell).join(',')),
      ].join('\n');
    fc.assert(
      fc.property(fc.uniqueArray(given, { selector: ({ at }) => at, minLength: 1 }), (people) => {
        const first = read(
          written(
            people.map(({ given: name, family, disabled, at }) => [
              ...[`P${at}`, name, family, `P${at}@Example.net`, `06-${12_000_000 + at}`],
              disabled ? 'disabled' : 'active',
            ]),
          ),
        );
        const again = read(
          written(
            first.accounts.map((a) => [
              ...[a.signIn, a.givenName, a.familyName],
              ...a.contactPoints.map(({ address }) => address),
              a.disabled ? 'disabled' : 'active',
            ]),
          ),
        );
        expect(first.refused).toEqual([]);
        expect(again.accounts).toEqual(first.accounts);
      }),
    );
  });
});
