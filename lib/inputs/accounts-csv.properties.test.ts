import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AccountsFile, readAccountsCsv } from './accounts-csv';

/** vitest.config.ts says how many: few at every change, thousands in the longer run. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 1000);

/** Any UTF-16 unit, lone surrogates too; far quicker to set up than fast-check's own table of Unicode. */
const anyUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

const options = { country: 'NL', ownMailDomain: 'org.example', mailApart: false } as const;
const utf8 = (text: string) => new TextEncoder().encode(text);
const readText = (text: string) => readAccountsCsv(utf8(text), options);
const read = (text: string): AccountsFile => {
  const result = readText(text);
  if ('problem' in result) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
};

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
  .tuple(fc.constantFrom(...HEADS), fc.array(fc.array(quoted, { maxLength: 12 }), { maxLength: 6 }))
  .map(([head, rows]) => {
    const width = head.split(',').length;
    const cells = rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
    return head + cells.map((row) => row.join(',')).join('\n');
  });

const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;
const E164 = /^\+[1-9]\d{4,14}$/;

const addresses = ({ accounts }: AccountsFile, kind: 'email' | 'phone') =>
  accounts.flatMap((a) => a.contactPoints.filter((p) => p.kind === kind).map((p) => p.address));
const numbers = (file: AccountsFile) => addresses(file, 'phone');

/** Every text that an account brings in, phone numbers apart: E.164 begins with a plus. */
const texts = (file: AccountsFile) => [
  ...file.accounts.flatMap((a) => [
    ...[a.signIn, a.displayName, a.givenName, a.familyName, a.externalId],
  ]),
  ...addresses(file, 'email'),
  ...[...file.refused, ...file.warnings].flatMap(({ field, value }) => [field, value]),
];

it('never throws on any bytes', () => {
  const start = fc.constantFrom(...HEADS, '', 'sep=;\n', '\ufeff').map(utf8);
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 300 }), (head, tail) => {
      expect(readAccountsCsv(new Uint8Array([...head, ...tail]), options)).toBeTypeOf('object');
    }),
    { numRuns: RUNS },
  );
});

it('lets no formula through, in an account or in the report', () => {
  fc.assert(
    fc.property(table, (text) => {
      const file = readText(text);
      if ('problem' in file) return;
      expect(texts(file).filter((text) => FORMULA.test(text ?? ''))).toEqual([]);
      expect(numbers(file).filter((number) => !E164.test(number))).toEqual([]);
    }),
    { numRuns: RUNS },
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
