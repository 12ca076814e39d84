import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATIONS } from '../../../prisma/seed/people';
import { openDesk, type TestDesk } from '../../../test/desk';
import { holderOf } from '../../../test/desk-over';
import { look } from '../../../test/superuser';
import { forgetDrafts } from '../../adapters/db/accounts';
import { isRefusal } from '../../domain/case/command';
import { hours, minutes } from '../../domain/time';
import { searchAccounts } from '../../queries/account-search';
import type { ImportPreview } from './read-import';

const { zorgpunt, gemeente } = ORGANISATIONS;
const HEAD = 'Gebruikersnaam;Naam;E-mailadres;Mobiel;Tweede factor;Status';

let desk: TestDesk;

const events = (type: string, objectId?: string) =>
  look<{ data: Record<string, unknown>; organisation_id: string; account_id: string | null }>(
    desk,
    'SELECT data, organisation_id, account_id FROM event WHERE type = $1 AND ($2::text IS NULL OR object_id = $2)',
    [type, objectId ?? null],
  );
const denials = (objectId: string) => events('denied', objectId);

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const preview = async (
  text: string | Uint8Array,
  who = 'saskia',
  organisationId: string = zorgpunt.id,
) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return desk.desk.previewImport(desk.caller(who), {
    organisationId,
    bytes,
    fileName: 'lijst.csv',
  });
};

const shown = async (who: string, draft: { draftId: string }): Promise<ImportPreview> => {
  const outcome = await desk.desk.readImport(desk.caller(who), draft);
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
};

/** Previews, looks, imports and looks again; fails on any refusal. */
const imported = async (text: string | Uint8Array, who = 'saskia', organisationId?: string) => {
  const draft = await preview(text, who, organisationId);
  if (!('draftId' in draft)) throw new Error(JSON.stringify(draft));
  const before = await shown(who, draft);
  const outcome = await desk.desk.importAccounts(desk.caller(who), draft);
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  const after = await shown(who, draft);
  return { ...draft, before, after };
};

const rows = (...lines: string[]) => [HEAD, ...lines].join('\r\n');
const accountOf = async (signIn: string) => {
  const [account] = await look<{
    id: string;
    person_id: string;
    disabled: boolean;
    organisation_id: string;
  }>(desk, 'SELECT * FROM account WHERE sign_in = $1', [signIn]);
  if (!account) throw new Error(`no account ${signIn}`);
  return account;
};

describe('importing accounts', () => {
  it('adds the accounts of a Google Workspace file with all that belongs to them', async () => {
    const file = readFileSync('lib/inputs/testdata/google-workspace-users.csv');
    const { before, after, draftId } = await imported(file);
    // Anouk, Björn, Saskia and Jan are among the seeded people already.
    expect(before.accounts).toHaveLength(0);
    expect(after.refusedRows.map(({ code }) => code)).toEqual(Array(4).fill('exists-already'));
    expect(after.accepted).toBe(0);
    expect(await events('accounts-imported', draftId)).toMatchObject([
      {
        data: { accepted: 0, refused: 4, format: 'google-workspace' },
        organisation_id: zorgpunt.id,
      },
    ]);
  });

  it('adds those of an Entra file: guests stay out, disabled ones come in as disabled', async () => {
    const file = readFileSync('lib/inputs/testdata/entra-users.csv');
    const { after } = await imported(file, 'kees', gemeente.id);
    expect(after.accepted).toBe(1);
    expect(after.refusedRows).toMatchObject([
      { row: 2, code: 'exists-already' },
      { row: 3, code: 'guest' },
    ]);
    expect(await accountOf('k.degroot@gemeente.example')).toMatchObject({
      disabled: true,
      organisation_id: gemeente.id,
    });
  });

  it('adds those of a spreadsheet as saved in the Netherlands, with factors and contact points', async () => {
    const { after } = await imported(readFileSync('lib/inputs/testdata/excel-nl.csv'));
    expect(after.accepted).toBe(2);
    expect(after.refusedRows).toMatchObject([
      { row: 4, code: 'email-unreadable' },
      { row: 5, code: 'duplicate-sign-in' },
    ]);
    const { id } = await accountOf('p.smit');
    const points = await look(
      desk,
      'SELECT id, kind, address, source, opens_with_account, sms_capable FROM contact_point WHERE account_id = $1 ORDER BY kind',
      [id],
    );
    expect(points).toMatchObject([
      {
        kind: 'email',
        address: 'pim.smit@school.example',
        source: 'import-new-account',
        opens_with_account: false,
      },
      { kind: 'phone', address: '+31612345608', sms_capable: true },
    ]);
    expect(
      await look(
        desk,
        'SELECT kind, contact_point_id, sealed, added_at IS NOT NULL AS added FROM factor WHERE account_id = $1',
        [id],
      ),
    ).toEqual([{ kind: 'sms', contact_point_id: points[1]?.id, sealed: null, added: true }]);
    expect(await events('account-imported', id)).toMatchObject([
      {
        data: { source: 'import-new-account', contactPoints: 2, factors: ['sms'] },
        account_id: id,
      },
    ]);
  });

  it('R7 an address in the own mail domain is marked, and never a proof', async () => {
    await imported(rows(`r.zeven;Roos Zeven;r.zeven@${zorgpunt.ownMailDomain};;;`));
    const { id } = await accountOf('r.zeven');
    const marked = await look(
      desk,
      'SELECT opens_with_account FROM contact_point WHERE account_id = $1',
      [id],
    );
    expect(marked).toEqual([{ opens_with_account: true }]);
  });

  it('R37 contact points are dated by the database, which no file can say', async () => {
    const [clock] = await look<{ now: Date }>(desk, 'SELECT desk_now() AS now');
    await imported(rows('d.atum;Dora Datum;dora@example.net;;;'));
    const [point] = await look<{ added_at: Date; imported_at: Date }>(
      desk,
      `SELECT p.added_at, a.imported_at FROM contact_point p JOIN account a ON a.id = p.account_id
       WHERE a.sign_in = 'd.atum'`,
    );
    expect(point?.added_at.getTime()).toBeGreaterThanOrEqual(clock?.now.getTime() ?? Number.NaN);
    expect(point?.imported_at).toEqual(point?.added_at);
  });

  it('R37 an account that is there already stays exactly as it is', async () => {
    const anouk = holderOf(desk, 'anouk');
    const state = () =>
      look(
        desk,
        `SELECT to_jsonb(a) AS a, (SELECT jsonb_agg(p ORDER BY p.id) FROM contact_point p WHERE p.account_id = a.id) AS p,
           (SELECT jsonb_agg(f ORDER BY f.id) FROM factor f WHERE f.account_id = a.id) AS f FROM account a WHERE a.id = $1`,
        [anouk.accountId],
      );
    const before = await state();
    const { after } = await imported(
      rows(
        `${anouk.signIn.toUpperCase()};Anouk Vervalst;dief@example.net;0612345699;geen;inactief`,
      ),
    );
    expect(after).toMatchObject({ accepted: 0, refusedRows: [{ row: 2, code: 'exists-already' }] });
    expect(await state()).toEqual(before);
  });

  it('R2 an imported account counts as having a second factor', async () => {
    await imported(rows('z.factor;Zoë Factor;zoe@example.net;;geen;'));
    const { id } = await accountOf('z.factor');
    const read = await desk.ports.store.read(desk.caller('noor'), { accountId: id });
    expect(read?.account.importedAt).toBeDefined();
  });

  it('R21 an account with the sign-in or number of a staff member is the same person', async () => {
    await look(
      desk,
      "UPDATE staff_member SET phone = '+31612340000' WHERE sign_in = 'pim.smit@zorgpunt.example'",
    );
    const pim = desk.planted.staff.find((s) => s.key === 'pim');
    await imported(
      rows(
        'Pim.Smit@zorgpunt.example;Pim Smit;;;;',
        'p.prive;P. Smit;;06 12 34 00 00;;',
        'vreemde;Iemand Anders;ander@example.net;;;',
      ),
    );
    for (const [signIn, same] of [
      ['pim.smit@zorgpunt.example', true],
      ['p.prive', true],
      ['vreemde', false],
    ] as const)
      expect((await accountOf(signIn)).person_id === pim?.personId).toBe(same);
  });

  it('R1 a number on three accounts makes nobody the same person', async () => {
    await look(
      desk,
      "UPDATE staff_member SET phone = '+31612349999' WHERE sign_in = 'daan@helpdesk.example'",
    );
    const daan = desk.planted.staff.find((s) => s.key === 'daan');
    const names = ['balie1', 'balie2', 'balie3'];
    const { before } = await imported(rows(...names.map((n) => `${n};Balie;;0612349999;;`)));
    expect(before.warnings.map(({ code }) => code)).toEqual(
      Array(3).fill('address-on-many-accounts'),
    );
    for (const name of names) expect((await accountOf(name)).person_id).not.toBe(daan?.personId);
  });

  it('is done once, however often the button is pressed; the draft then holds no address', async () => {
    const draft = await preview(rows('e.en;Een Keer;een@example.net;;;'));
    if (!('draftId' in draft)) throw new Error('refused');
    const presses = await Promise.all(
      [1, 2, 3].map(() => desk.desk.importAccounts(desk.caller('saskia'), draft)),
    );
    expect(presses).toEqual([draft, draft, draft]);
    expect(await events('accounts-imported', draft.draftId)).toHaveLength(1);
    expect(await shown('saskia', draft)).toMatchObject({ accepted: 1, accounts: [] });
  });

  it('leaves an account to whichever of two files that come at once is first', async () => {
    const drafts = await Promise.all(
      ['saskia', 'pim'].map((who) => preview(rows('t.wee;Twee Tegelijk;;;;'), who)),
    );
    const results = await Promise.all(
      drafts.map(async (draft, i) => {
        if (!('draftId' in draft)) throw new Error('refused');
        const caller = desk.caller(i === 0 ? 'saskia' : 'pim');
        await desk.desk.importAccounts(caller, draft);
        return shown(i === 0 ? 'saskia' : 'pim', draft);
      }),
    );
    expect(results.map((r) => r.accepted).sort()).toEqual([0, 1]);
    expect(results.flatMap((r) => r.refusedRows)).toMatchObject([
      { row: 2, code: 'exists-already' },
    ]);
  });

  it('R36 is refused to whoever lacks the role, and to strangers as if there were nothing', async () => {
    const draft = await preview(rows('g.een;Geen Recht;;;;'));
    if (!('draftId' in draft)) throw new Error('refused');
    expect(await preview(HEAD, 'noor')).toEqual({ refused: 'not-allowed' });
    expect(await preview(HEAD, 'mila')).toEqual({ refused: 'not-allowed' });
    expect(await preview(HEAD, 'kees')).toEqual({ refused: 'not-found' });
    const nowhere = '0190a000-0000-7000-8000-0000000000de';
    expect(await preview(HEAD, 'saskia', nowhere)).toEqual({ refused: 'not-found' });
    for (const who of ['pim', 'kees', 'noor', 'olaf'])
      expect(await desk.desk.readImport(desk.caller(who), draft)).toEqual({ refused: 'not-found' });
    expect(await desk.desk.importAccounts(desk.caller('pim'), draft)).toEqual({
      refused: 'not-found',
    });
    // A denial stands in the log of whoever was denied, not of the organisation that was reached for.
    expect((await denials(zorgpunt.id)).map((d) => d.organisation_id)).toContain(gemeente.id);
    expect(await denials(draft.draftId)).not.toHaveLength(0);
  });

  it('needs a sign-in of at most five minutes old', async () => {
    const now = await desk.ports.store.now();
    const old = desk.caller('saskia', {
      now: new Date(Date.parse(now) - minutes(6)).toISOString(),
    });
    const wish = { organisationId: zorgpunt.id, bytes: new Uint8Array(), fileName: '' };
    expect(await desk.desk.previewImport(old, wish)).toEqual({ refused: 'reauthenticate' });
  });

  it('R39 the report is on record before it leaves the desk', async () => {
    const { draftId } = await imported(
      rows('r.apport;Rik Rapport;geen-adres;;;', 'r.goed;Rik Goed;;;;'),
    );
    const report = await desk.desk.exportImportReport(desk.caller('saskia'), { draftId });
    expect(report).toMatchObject({
      refusedRows: [{ row: 2, code: 'email-unreadable' }],
      warnings: [{ row: 3, code: 'no-contact-point' }],
    });
    expect(await events('import-report-exported', draftId)).toMatchObject([{ data: { lines: 2 } }]);
    expect(await desk.desk.exportImportReport(desk.caller('pim'), { draftId })).toEqual({
      refused: 'not-found',
    });
  });

  it('says what is wrong with a file that cannot be read', async () => {
    expect(await preview('')).toEqual({ problem: 'file-empty' });
    expect(await preview('kleur;maat\nrood;42')).toMatchObject({ problem: 'unknown-columns' });
  });

  it('R47 imports nothing when its events cannot be written', async () => {
    const draft = await preview(rows('s.til;Stil Geheim;;;;'));
    if (!('draftId' in draft)) throw new Error('refused');
    await look(desk, 'REVOKE INSERT ON event FROM regain_web');
    await expect(desk.desk.importAccounts(desk.caller('saskia'), draft)).rejects.toThrow();
    await look(desk, 'GRANT INSERT ON event TO regain_web');
    expect(await look(desk, "SELECT 1 FROM account WHERE sign_in = 's.til'")).toEqual([]);
  });
});

describe('finding accounts', () => {
  const find = (who: string, text: string, after?: string) =>
    searchAccounts(desk.caller(who), text, { after }, desk.pool);
  const names = async (who: string, text: string) =>
    (await find(who, text)).accounts.map((a) => a.displayName);

  it('finds by beginnings of words in name, sign-in, address and number', async () => {
    for (const text of ['anouk', 'vri ano', 'anouk.prive@ex', '06-12345601', '+31 6 12345601'])
      expect(await names('noor', text)).toEqual(['Anouk de Vries']);
    expect(await names('noor', 'ostergard')).toEqual(['Björn Østergård']);
  });

  it('R38 shows sign-ins masked', async () => {
    const { accounts } = await find('noor', 'fatima');
    expect(accounts).toMatchObject([
      { signInMasked: 'f•••@gemeente.example', organisation: gemeente.name },
    ]);
    expect(JSON.stringify(accounts)).not.toContain('jansen@');
  });

  it('finds an imported account at once', async () => {
    await imported(rows('v.indbaar;Victor Vindbaar;;0612340077;;'));
    expect(await names('saskia', 'vindb 0612340077')).toEqual(['Victor Vindbaar']);
  });

  it('R46 finds nothing of another organisation, by name or by number', async () => {
    expect(await names('saskia', 'fatima')).toEqual([]);
    expect(await names('saskia', '0612345605')).toEqual([]);
    expect(await names('kees', 'fatima')).toEqual(['Fatima Jansen']);
  });

  it('R39 every look-up is an event with counts and not with what was looked for', async () => {
    const before = (await events('accounts-searched')).length;
    await find('noor', 'mirthe hoek');
    const lines = (await events('accounts-searched')).slice(before);
    expect(lines.map((l) => [l.organisation_id, l.data])).toEqual(
      expect.arrayContaining([
        [zorgpunt.id, { words: 2, found: 1 }],
        [gemeente.id, { words: 2, found: 0 }],
      ]),
    );
    expect(JSON.stringify(lines)).not.toContain('hoek');
  });

  it('R39 a search without the right to it finds nothing and is a denial', async () => {
    expect(await names('tess', 'anouk')).toEqual([]);
    const lines = await look(
      desk,
      "SELECT data FROM event WHERE type = 'denied' AND data->>'action' = 'search-accounts'",
    );
    expect(lines).toEqual([{ data: { action: 'search-accounts', code: 'not-allowed' } }]);
  });
});

// Last: it moves the clock, and so ages every sign-in.
describe('a draft', () => {
  it('changes nothing before it is confirmed, and the draft is gone from reading after an hour', async () => {
    const draft = await preview(rows('n.iets;Nog Niets;;;;'));
    if (!('draftId' in draft)) throw new Error('refused');
    expect(await look(desk, "SELECT 1 FROM account WHERE sign_in = 'n.iets'")).toEqual([]);
    const [stored] = await look<{ sealed: string }>(
      desk,
      'SELECT sealed FROM import_draft WHERE id = $1',
      [draft.draftId],
    );
    expect(stored?.sealed).toMatch(/^v1\.k1\./);
    await desk.moveClock(hours(1) + minutes(1));
    const now = await desk.ports.store.now();
    expect(await desk.desk.importAccounts(desk.caller('saskia', { now }), draft)).toEqual({
      refused: 'not-found',
    });
    expect(await look(desk, "SELECT 1 FROM account WHERE sign_in = 'n.iets'")).toEqual([]);
    // The worker clears such drafts away; it can neither read one nor delete a young one.
    await look(
      desk,
      `INSERT INTO import_draft SELECT gen_random_uuid(), organisation_id, staff_id, sealed, desk_now(),
         desk_now() + interval '1 hour' FROM import_draft WHERE id = $1`,
      [draft.draftId],
    );
    await expect(desk.workerPool.query('SELECT FROM import_draft')).rejects.toThrow(
      'permission denied',
    );
    await forgetDrafts(desk.workerPool);
    expect(await look(desk, 'SELECT expires_at > desk_now() AS young FROM import_draft')).toEqual([
      { young: true },
    ]);
  });
});
