import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATIONS } from '../../prisma/seed/people';
import { openDesk, type TestDesk } from '../../test/desk';
import { holderOf } from '../../test/desk-over';
import { look } from '../../test/superuser';
import { accountPage } from './account-page';

const { zorgpunt } = ORGANISATIONS;
let desk: TestDesk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const page = (who: string, accountId: string) =>
  accountPage(desk.caller(who), accountId, desk.pool);
const pageOf = async (who: string, key: string) => {
  const found = await page(who, holderOf(desk, key).accountId);
  if (!found) throw new Error('nothing to see');
  return found;
};
const events = (type: string, where: string, value: string) =>
  look(
    desk,
    `SELECT organisation_id, account_id, data FROM event WHERE type = $1 AND ${where} = $2`,
    [type, value],
  );

describe('the page of an account', () => {
  it('R38 shows contact points and sign-in masked, and no address anywhere', async () => {
    const { account, ...rest } = await pageOf('noor', 'anouk');
    expect(account.signInMasked).toBe('a•••@zorgpunt.example');
    expect(account.points.map((p) => p.masked)).toEqual(
      expect.arrayContaining(['a•••@zorgpunt.example', 'a•••@example.net', '••••• ••01']),
    );
    const all = JSON.stringify({ account, ...rest });
    for (const secret of ['anouk.prive', 'anouk.devries', '612345601', 'TFXWC43U', 'sealed'])
      expect(all).not.toContain(secret);
  });

  it('R7 says which contact points count as a proof, and why the others do not', async () => {
    const { account } = await pageOf('noor', 'anouk');
    expect(account.points.map((p) => [p.masked, p.noCount])).toEqual(
      expect.arrayContaining([
        ['a•••@zorgpunt.example', 'opens-with-account'],
        ['a•••@example.net', undefined],
      ]),
    );
  });

  it('shows what was removed as removed, and devices, sessions, sign-ins and factors', async () => {
    const mirthe = await pageOf('noor', 'mirthe');
    expect(mirthe.account.points.filter((p) => p.removedAt)).toMatchObject([{ onFile: false }]);
    const anouk = await pageOf('noor', 'anouk');
    expect(anouk.devices).toHaveLength(2);
    expect(anouk.sessions.every((s) => s.endedAt === null)).toBe(true);
    expect(anouk.signIns.map((s) => s.outcome)).toEqual(['refused', 'ok']);
    expect(anouk.account.factors.map((f) => f.kind).sort()).toEqual([
      'authenticator-app',
      'backup-codes',
    ]);
  });

  it('R39 writes that it was read, and by whom, in the same transaction', async () => {
    const { accountId } = holderOf(desk, 'thijs');
    await page('kees', accountId);
    expect(await events('account-read', 'account_id', accountId)).toHaveLength(1);
  });

  it('R47 shows nothing when that line cannot be written', async () => {
    await look(desk, 'REVOKE INSERT ON event FROM regain_web');
    await expect(pageOf('noor', 'anouk')).rejects.toThrow('permission denied');
    await look(desk, 'GRANT INSERT ON event TO regain_web');
  });

  it('R46 a foreign account and one that is not there look alike, and are denials in the own log', async () => {
    const foreign = holderOf(desk, 'fatima').accountId;
    const nowhere = '0190a000-0000-7000-8000-00000000dead';
    for (const id of [foreign, nowhere, 'geen-id']) {
      expect(await page('saskia', id)).toBeUndefined();
      expect(await events('denied', 'object_id', id)).toEqual([
        {
          organisation_id: zorgpunt.id,
          account_id: null,
          data: { action: 'read-account', code: 'not-found' },
        },
      ]);
    }
    expect(await page('kees', foreign)).toBeDefined();
  });

  it('a stand-in sees no account outside a case, an auditor sees it without unmasking', async () => {
    expect(await page('tess', holderOf(desk, 'anouk').accountId)).toBeUndefined();
    expect((await pageOf('mila', 'anouk')).mayUnmask).toBe(false);
    expect((await pageOf('noor', 'anouk')).mayUnmask).toBe(true);
  });

  it('R21 says on the own account that others work on it', async () => {
    const saskia = await pageOf('saskia', 'saskia-account');
    expect(saskia).toMatchObject({ own: true, mayUnmask: false, noCase: 'own-account' });
    expect(await pageOf('pim', 'saskia-account')).toMatchObject({ own: false, mayUnmask: true });
  });

  it('says why no case can be opened', async () => {
    expect((await pageOf('noor', 'jan')).noCase).toBe('account-disabled');
    expect((await pageOf('mila', 'anouk')).noCase).toBe('not-allowed');
    expect((await pageOf('noor', 'anouk')).noCase).toBeUndefined();
  });

  it('lists open and past cases and what was sent', async () => {
    const { accountId } = holderOf(desk, 'bjorn');
    const opened = await desk.desk.openCase(desk.caller('noor'), { accountId, symptom: 'no-sms' });
    if (!('case' in opened)) throw new Error(opened.refused);
    const { cases } = await pageOf('noor', 'bjorn');
    expect(cases).toMatchObject([{ id: opened.case.id, status: 'collecting', endedAt: null }]);
  });
});
