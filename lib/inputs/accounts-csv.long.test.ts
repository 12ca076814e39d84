import { expect, it } from 'vitest';
import { readAccountsCsv } from './accounts-csv';
import { MAX_ROWS } from './import-limits';

const readText = (text: string) =>
  readAccountsCsv(new TextEncoder().encode(text), {
    country: 'NL',
    ownMailDomain: 'org.example',
    mailApart: false,
  });

const HEAD = 'Gebruikersnaam;Voornaam;Achternaam;E-mailadres;Mobiel;Telefoon;Tweede factor\r\n';
const person = (at: number) =>
  `p${at}@org.example;Voor ${at};van der Achternaam;p${at}@example.net;06 ${10_000_000 + at};030 ${2_000_000 + at};sms, authenticator-app\r\n`;

// Processor time, because the tests of others on the same machine must not fail this one.
it('reads 20,000 rows with three contact values each in under 3 s', { timeout: 60_000 }, () => {
  const text = HEAD + Array.from({ length: MAX_ROWS }, (_, at) => person(at)).join('');
  const start = process.cpuUsage();
  const file = readText(text);
  const { user, system } = process.cpuUsage(start);
  if ('problem' in file) throw new Error(`refused: ${JSON.stringify(file)}`);
  expect([file.accounts.length, file.refused.length]).toEqual([MAX_ROWS, 0]);
  expect((user + system) / 1_000_000).toBeLessThan(3);
});

it.each([
  ['one row too many', HEAD + 'a;A;A;;;;\n'.repeat(MAX_ROWS + 1)],
  ['a million empty lines', `${HEAD}a;A;A;;;;${'\n'.repeat(1_000_000)}`],
])('refuses %s', { timeout: 60_000 }, (_what, text) => {
  expect(readText(text)).toEqual({ problem: 'too-many-rows' });
});
