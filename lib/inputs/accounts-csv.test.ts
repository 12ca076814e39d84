import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AccountsFile, readAccountsCsv } from './accounts-csv';

const sample = (name: string): Uint8Array =>
  readFileSync(new URL(`./testdata/${name}.csv`, import.meta.url));
const options = { country: 'NL', ownMailDomain: null, mailApart: false } as const;
const bytes = (text: string) => new TextEncoder().encode(text);

const read = (content: Uint8Array | string, own: string | null = null): AccountsFile => {
  const file = typeof content === 'string' ? bytes(content) : content;
  const result = readAccountsCsv(file, { ...options, ownMailDomain: own });
  if ('problem' in result) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
};

/** One account in one line: what a person would check in the preview. `!` is a marked mailbox, `~` a number without SMS. */
const lines = ({ accounts }: AccountsFile) =>
  accounts.map((account) =>
    [
      account.row,
      account.signIn,
      account.displayName,
      account.disabled ? 'disabled' : 'active',
      account.hasSecondFactor ? `2fa:${account.factors.join('+')}` : 'no 2fa',
      ...account.contactPoints.map(
        ({ kind, address, smsCapable, opensWithAccount }) =>
          `${address}${opensWithAccount ? '!' : ''}${kind === 'phone' && !smsCapable ? '~' : ''}`,
      ),
    ].join(' | '),
  );

describe('the three exports', () => {
  it('reads Google Workspace: quotes, a line break in an address, one number in two columns', () => {
    const file = read(sample('google-workspace-users'), 'zorgpunt.example');
    expect([file.format, file.delimiter, file.encoding]).toEqual([
      'google-workspace',
      ',',
      'utf-8',
    ]);
    expect(lines(file)).toEqual([
      '2 | anouk.devries@zorgpunt.example | Anouk de Vries | active | 2fa: | anouk.devries@zorgpunt.example! | anouk.prive@example.net | +31612345601 | +31301234501~',
      '3 | bjorn.ostergard@zorgpunt.example | Björn Østergård | active | no 2fa | bjorn.ostergard@zorgpunt.example! | +4520123456',
      '4 | saskia.bakker@zorgpunt.example | Saskia Bakker | active | 2fa: | saskia.bakker@zorgpunt.example! | s.bakker@example.net | +31612345603',
      '5 | jan.vandermeer@zorgpunt.example | Jan "Johnny" van der Meer, jr. | disabled | 2fa: | jan.vandermeer@zorgpunt.example! | jan@example.net | +31612345604',
    ]);
    expect(file.refused).toEqual([]);
    expect(file.warnings).toEqual([]);
    expect(JSON.stringify(file)).not.toContain('****');
  });

  it('reads Microsoft Entra: guests refused, disabled accounts disabled, the id kept', () => {
    const file = read(sample('entra-users'), 'gemeente.example');
    expect(file.format).toBe('entra');
    expect(lines(file)).toEqual([
      '2 | f.jansen@gemeente.example | Fatima Jansen | active | no 2fa | f.jansen@gemeente.example! | fatima.jansen@example.net | +31612345605 | +31301234505~',
      '4 | k.degroot@gemeente.example | Kees de Groot | disabled | no 2fa | k.degroot@gemeente.example! | +31612345607',
    ]);
    expect(file.accounts[0]?.externalId).toBe('5f0b8d5e-8e0d-4b7c-9b1e-0d5f5b3c9a01');
    expect(file.refused).toEqual([
      { row: 3, field: 'userType', code: 'guest', value: 'M•••@gemeente.example' },
    ]);
  });

  it('reads a list saved by Dutch Excel: mark, semicolons, CRLF', () => {
    const file = read(sample('excel-nl'));
    expect([file.format, file.delimiter, file.encoding]).toEqual(['plain', ';', 'utf-8']);
    expect(lines(file)).toEqual([
      '2 | p.smit | Pim Smit | active | 2fa:sms | pim.smit@school.example | +31612345608',
      '3 | e.vd.berg | Esra van den Berg | active | 2fa:authenticator-app | esra@school.example',
    ]);
    expect(file.refused).toEqual([
      { row: 4, field: 'E-mailadres', code: 'email-unreadable', value: 'g•••es' },
      { row: 5, field: 'Gebruikersnaam', code: 'duplicate-sign-in', value: 'p•••', otherRow: 2 },
    ]);
  });

  it('reads the same list with English headings', () => {
    const dutch = new TextDecoder().decode(sample('excel-nl'));
    const [, ...rows] = dutch.split('\r\n');
    const header = 'Username;First name;Last name;Email address;Mobile;Second factor';
    expect(lines(read([header, ...rows].join('\r\n')))).toEqual(lines(read(sample('excel-nl'))));
  });
});

describe('R7 mailboxes that open with the account', () => {
  const marks = (
    email: string,
    own: string | null,
    mailApart = false,
    signIn = 'anna@org.example',
  ) => {
    const text = `Username,Name,Email address\n${signIn},Anna,${email}\n`;
    const file = readAccountsCsv(bytes(text), { country: 'NL', ownMailDomain: own, mailApart });
    return 'problem' in file ? file : file.accounts[0]?.contactPoints[0]?.opensWithAccount;
  };

  it.each<[string, string, string | null, boolean]>([
    ['R7 an address equal to the sign-in is marked', 'Anna@ORG.example', null, true],
    ['R7 an address in the own mail domain is marked', 'a.b@mail.example', 'mail.example', true],
    ['R7 a domain below the own mail domain is marked', 'a@x.mail.example', '@Mail.Example', true],
    ['R7 a tag on the sign-in is the same mailbox', 'anna+home@org.example', null, true],
    [
      'R7 another domain that only ends alike is not marked',
      'a@notmail.example',
      'mail.example',
      false,
    ],
    ['R7 an address elsewhere is not marked', 'anna@example.net', 'mail.example', false],
  ])('%s', (_name, email, own, marked) => {
    expect(marks(email, own)).toBe(marked);
  });

  it('R7 nothing is marked where the mail is apart from these accounts', () => {
    expect(marks('anna@org.example', 'org.example', true)).toBe(false);
  });

  it('R7 a sign-in that is no address marks nothing by itself', () => {
    expect(marks('anna@org.example', null, false, 'anna')).toBe(false);
  });

  it('R7 a Google account has its own mailbox marked even when no mail domain is known', () => {
    const [first] = read(sample('google-workspace-users')).accounts;
    expect(first?.contactPoints.map((point) => point.opensWithAccount)).toEqual([
      ...[true, false, false, false],
    ]);
  });
});

describe('rows', () => {
  const HEAD = 'Gebruikersnaam;Naam;E-mailadres;Mobiel;Telefoon;Tweede factor;Status;Taal';
  const row = (line: string) => read(`${HEAD}\n${line}\n`);

  it.each([
    [';Anna;a@example.net;;;;;', 'sign-in-empty', 'Gebruikersnaam'],
    ['an na;Anna;a@example.net;;;;;', 'sign-in-unreadable', 'Gebruikersnaam'],
    ['=anna;Anna;a@example.net;;;;;', 'formula', 'Gebruikersnaam'],
    [' @anna;Anna;a@example.net;;;;;', 'formula', 'Gebruikersnaam'],
    ['anna;-Anna;a@example.net;;;;;', 'formula', 'Naam'],
    ['anna;+31612345678;a@example.net;;;;;', 'formula', 'Naam'],
    ['anna;"\tAnna";a@example.net;;;;;', 'formula', 'Naam'],
    ['anna;"\rAnna";a@example.net;;;;;', 'formula', 'Naam'],
    ['anna;＝1+1;a@example.net;;;;;', 'formula', 'Naam'],
    ['anna;An\u202ena;a@example.net;;;;;', 'unreadable-character', 'Naam'],
    ['an\u200bna;Anna;a@example.net;;;;;', 'unreadable-character', 'Gebruikersnaam'],
    [`anna;${'x'.repeat(201)};a@example.net;;;;;`, 'too-long', 'Naam'],
    ['anna;;a@example.net;;;;;', 'name-empty', 'Naam'],
    ['anna;Anna;a@;;;;;', 'email-unreadable', 'E-mailadres'],
    ['anna;Anna;a@example.net, b@example.net;;;;;', 'email-unreadable', 'E-mailadres'],
    ['anna;Anna;Anna <a@example.net>;;;;;', 'email-unreadable', 'E-mailadres'],
    [`anna;Anna;${'x'.repeat(65)}@example.net;;;;;`, 'email-unreadable', 'E-mailadres'],
    ['anna;Anna;+a@example.net;;;;;', 'formula', 'E-mailadres'],
    ['anna;Anna;;12;;;;', 'phone-too-short', 'Mobiel'],
    ['anna;Anna;;"=""0612345678""";;;;', 'formula', 'Mobiel'],
    ['anna;Anna;;+=0612345678;;;;', 'formula', 'Mobiel'],
    ['anna;Anna;;3,16E+10;;;;', 'phone-unreadable', 'Mobiel'],
    ['anna;Anna;;;0900-1234;;;', 'phone-service-number', 'Telefoon'],
    ['anna;Anna;a@example.net;;;pigeon;;', 'unknown-factor', 'Tweede factor'],
    ['anna;Anna;a@example.net;;;;misschien;', 'unknown-status', 'Status'],
    ['anna;Anna;a@example.net;;;;;constructor', 'unknown-language', 'Taal'],
    ['anna;Anna;a@example.net', 'too-few-cells', undefined],
    ['anna;Anna;a@example.net;;;;;;meer', 'too-many-cells', undefined],
  ])('refuses %j: %s', (line, code, field) => {
    const { accounts, refused } = row(line);
    expect(accounts).toEqual([]);
    expect(refused).toEqual([expect.objectContaining({ row: 2, code })]);
    expect(refused[0]?.field).toBe(field);
    expect(refused[0]?.value ?? '').not.toMatch(/^\s*[=+\-@\t\r＝]/);
  });

  it.each([
    ["anna;Anna van 't Hof;a@example.net;;;;;", []],
    ["'t.hof;'t Hof;a@example.net;;;;;", []],
    ['anna;Anna;;;;;;', ['no-contact-point']],
    ['a@b.example;Anna;a@b.example;;;;;', ['only-own-mailbox']],
    ['anna;Anna;;030 123 45 01;;;;', ['phone-without-sms']],
    ['anna;Anna;a@example.net;;;sms;;', ['factor-without-address']],
    ['anna;Anna;;06-12345678;;email-code;;', ['factor-without-address']],
    ['anna;Anna;a@example.net;;030 123 45 01;belcode;;', []],
    ['anna;Anna;a@example.net;;;;;;;', []],
  ])('accepts %j with the warnings %j', (line, warnings) => {
    const file = row(line);
    expect(file.refused).toEqual([]);
    expect(file.accounts).toHaveLength(1);
    expect(file.warnings.map(({ code }) => code)).toEqual(warnings);
  });

  it('counts an address and a number once per account, and SMS where one column allows it', () => {
    const [account] = row('a@b.example;Anna;A@b.example;06 12345678;+31612345678;;;').accounts;
    expect(account?.contactPoints).toEqual([
      { kind: 'email', address: 'a@b.example', smsCapable: false, opensWithAccount: true },
      { kind: 'phone', address: '+31612345678', smsCapable: true, opensWithAccount: false },
    ]);
  });

  it.each([
    ['sms, Authenticator-app', ['sms', 'authenticator-app'], true],
    ['Beveiligingssleutel en back-upcodes', ['security-key', 'backup-codes'], true],
    ['back-upcodes', ['backup-codes'], false],
    ['ja', [], true],
    ['geen', [], false],
    ['-', [], false],
    ['', [], false],
  ])('reads the second factor %j', (text, factors, hasSecondFactor) => {
    const [account] = row(`anna;Anna;a@example.net;06 12345678;;"${text}";;`).accounts;
    expect(account).toMatchObject({ factors, hasSecondFactor });
  });

  it.each([
    ['geblokkeerd', true],
    ['Onwaar', true],
    ['actief', false],
    ['', false],
  ])('status %j: disabled is %s', (status, disabled) => {
    expect(row(`anna;Anna;a@example.net;;;;${status};`).accounts[0]?.disabled).toBe(disabled);
  });

  it('writes to people in the language of the row, else of the country', () => {
    expect(row('anna;Anna;;;;;;en-GB').accounts[0]?.locale).toBe('en');
    expect(row('anna;Anna;;;;;;').accounts[0]?.locale).toBe('nl');
    const text = bytes('Username,Name\nanna,Anna\n');
    const german = readAccountsCsv(text, { ...options, country: 'DE' });
    expect('accounts' in german && german.accounts[0]?.locale).toBe('en');
  });

  it('joins first name, prefix and last name', () => {
    const text =
      'Gebruikersnaam,Voornaam,Tussenvoegsel,Achternaam\nesra,Esra,van  den,"Berg\nZoon"\n';
    expect(read(text).accounts[0]).toMatchObject({
      displayName: 'Esra van den Berg Zoon',
      givenName: 'Esra',
      familyName: 'van den Berg Zoon',
    });
  });

  it('refuses the second of two sign-ins however they are written, also when the first was refused', () => {
    const file = read('Username,Name,Email\nANNA,,\n anna ,Anna,\nzoë,A,\nzoe\u0308,B,\n');
    expect(file.refused).toEqual([
      { row: 2, field: 'Name', code: 'name-empty' },
      { row: 3, field: 'Username', code: 'duplicate-sign-in', value: 'a•••', otherRow: 2 },
      { row: 5, field: 'Username', code: 'duplicate-sign-in', value: 'z•••', otherRow: 4 },
    ]);
  });

  it('R1 warns of an address that stands on three accounts', () => {
    const shared = ['a', 'b', 'c'].map((name) => `${name},${name},team@example.net\n`).join('');
    const file = read(`Username,Name,Email\n${shared}d,d,d@example.net\n`);
    expect(file.warnings).toEqual(
      [2, 3, 4].map((at) => ({
        row: at,
        code: 'address-on-many-accounts',
        value: 't•••@example.net',
      })),
    );
  });

  it('says which columns of a list made by hand are not read', () => {
    const file = read('Username,Name,Mobiel nr\nanna,Anna,06-12345678\n');
    expect(file.warnings).toEqual([
      { row: 1, code: 'column-not-used', value: 'M•••nr' },
      { row: 2, code: 'no-contact-point' },
    ]);
  });
});

describe('exports with other values', () => {
  const entra = (signIn: string, enabled: string, type = 'Member', more = '', id = '') =>
    read(
      `userPrincipalName,displayName,userType,accountEnabled,alternateEmailAddress,id\n${signIn},A,${type},${enabled},${more},${id}\n`,
    );

  it('reads several alternate addresses of Entra', () => {
    const file = entra(
      'a@b.example',
      'True',
      'Member',
      'x@example.net; y@example.net;X@example.net',
    );
    expect(lines(file)).toEqual([
      '2 | a@b.example | A | active | no 2fa | x@example.net | y@example.net',
    ]);
  });

  it('opens no Entra account that is not plainly enabled', () => {
    expect(entra('a@b.example', '').refused).toMatchObject([{ code: 'unknown-status' }]);
    expect(entra('a@b.example', 'ONWAAR').accounts[0]?.disabled).toBe(true);
    expect(entra('a_x.example#EXT#@b.example', 'True').refused).toMatchObject([{ code: 'guest' }]);
    expect(entra('just-a-name', 'True').refused).toMatchObject([{ code: 'sign-in-unreadable' }]);
  });

  it('refuses the second of two equal ids', () => {
    const text =
      'userPrincipalName,displayName,userType,accountEnabled,id\na@b.nl,A,Member,True,7\nb@b.nl,B,Member,True,7\n';
    expect(read(text).refused).toMatchObject([
      { row: 3, code: 'duplicate-external-id', otherRow: 2 },
    ]);
  });

  it.each([
    ['Active', 'active'],
    ['Archived', 'disabled'],
    ['Resting', 'refused'],
  ])('Google status %s: %s', (status, outcome) => {
    const file = read(
      `First Name [Required],Last Name [Required],Email Address [Required],Org Unit Path [Required],Status [READ ONLY]\nA,B,a@b.nl,/,${status}\n`,
    );
    const [account] = file.accounts;
    expect(account ? (account.disabled ? 'disabled' : 'active') : 'refused').toBe(outcome);
  });
});
