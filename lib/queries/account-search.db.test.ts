import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATIONS } from '../../prisma/seed/people';
import { openDesk, type TestDesk } from '../../test/desk';
import { inScope } from '../adapters/db/scope';
import { wordsToFind } from '../domain/account/search-words';
import { accountSearch, searchAccounts } from './account-search';

const { zorgpunt } = ORGANISATIONS;
const ROWS = 20_000;
const FIRST = [
  'Anouk',
  'Björn',
  'Coen',
  'Demi',
  'Eline',
  'Femke',
  'Gijs',
  'Hanna',
  'Ilse',
  'Joris',
];

let desk: TestDesk;
let importTook: number;

beforeAll(async () => {
  desk = await openDesk();
  const lines = Array.from({ length: ROWS }, (_, i) => {
    const mobile = `06${String(20_000_000 + i * 7)}`;
    return `u${i};${FIRST[i % FIRST.length]} Achternaam${i};u${i}@example.net;${mobile};sms;`;
  });
  const text = ['Gebruikersnaam;Naam;E-mailadres;Mobiel;Tweede factor;Status', ...lines].join('\n');
  const caller = desk.caller('saskia');
  const file = { organisationId: zorgpunt.id, bytes: new TextEncoder().encode(text), fileName: '' };
  const draft = await desk.desk.previewImport(caller, file);
  if (!('draftId' in draft)) throw new Error(JSON.stringify(draft));
  const start = performance.now();
  await desk.desk.importAccounts(caller, draft);
  importTook = performance.now() - start;
  const superuser = new pg.Client({ connectionString: desk.superuserUrl });
  await superuser.connect();
  await superuser.query('ANALYZE');
  await superuser.end();
}, 120_000);
afterAll(() => desk?.close());

describe('with twenty thousand imported accounts', () => {
  it('the import went through in one transaction within a minute', () => {
    expect(importTook).toBeLessThan(60_000);
  });

  it.each(['achternaam19', 'femke achternaam1', '06 2001', 'u1234@ex', 'an ach'])(
    'a search for "%s" uses the index of words, as the application\'s role',
    async (text) => {
      const caller = desk.caller('noor');
      const { text: sql, values } = accountSearch(
        wordsToFind(text),
        caller.organisations,
        undefined,
      );
      const plan = await inScope(desk.pool, caller, async (client) => {
        const { rows } = await client.query({
          text: `EXPLAIN (FORMAT JSON) ${sql}`,
          values,
        });
        return JSON.stringify(rows[0]['QUERY PLAN'][0]);
      });
      expect(plan).toContain('account_word_pkey');
      expect(plan).toContain('(word >= ');
      // Two organisations are read faster than looked up; nothing else is read whole.
      expect(plan).not.toMatch(/"Seq Scan"[^{}]*"Relation Name":"account/);
    },
  );

  it('a name that is there once is found in a moment', async () => {
    const start = performance.now();
    const { accounts } = await searchAccounts(
      desk.caller('noor'),
      'achternaam12345',
      {},
      desk.pool,
    );
    expect(accounts).toMatchObject([{ displayName: 'Femke Achternaam12345' }]);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('gives long lists page by page, by name, each account once', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await searchAccounts(
        desk.caller('saskia'),
        'achternaam77',
        { after },
        desk.pool,
      );
      seen.push(...page.accounts.map((account) => account.id));
      after = page.next;
    } while (after);
    // 77, 770 to 779 and 7700 to 7799.
    expect(seen).toHaveLength(111);
    expect(new Set(seen).size).toBe(111);
  });
});
