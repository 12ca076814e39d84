import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../../../prisma/seed/people';
import { authenticatorCode } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { days, hours, minutes } from '../../domain/time';

const LOTTE = 'lotte.meijer@gemeente.example';
const origin = { address: '192.0.2.78', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/130.0' };

/** What must not be a refusal. */
const ok = <T extends object>(answer: T): Exclude<T, { refused: unknown }> => {
  if ('refused' in answer) throw new Error(`refused: ${String(answer.refused)}`);
  return answer as Exclude<T, { refused: unknown }>;
};

describe('the account holder’s page', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const door = async (password = PASSWORD) => {
    const { ticket } = ok(await d.desk.checkHolderPassword({ signIn: LOTTE, password, origin }));
    return { ticket, origin };
  };
  const factorOf = async (at: Awaited<ReturnType<typeof door>>, kind: string) => {
    const page = await d.desk.readHolderFactors(at);
    if (!page) throw new Error('no page of the second factor');
    const factor = page.factors.find((one) => one.kind === kind);
    if (!factor) throw new Error(`no ${kind}`);
    return factor.id;
  };
  const shownCode = async (at: Awaited<ReturnType<typeof door>>) => {
    const factorId = await factorOf(at, 'email-code');
    const { sent } = ok(await d.desk.sendSignInCode(at, { factorId }));
    const code = d.secrets.code({
      purpose: 'sign-in',
      id: sent.id,
      number: sent.number,
      digits: 6,
    });
    return { kind: 'code', factorId, code } as const;
  };
  /** With an e-mail code: no step of an app is used up. */
  const signIn = async (password = PASSWORD) => {
    // Three codes an hour go to one address.
    await d.moveClock(hours(1) + minutes(1));
    const at = await door(password);
    const answer = await d.desk.enterHolderFactor(at, { shown: await shownCode(at), trust: false });
    if (!('token' in answer)) throw new Error(JSON.stringify(answer));
    return answer.token;
  };
  const session = async (token: string) => {
    const found = await d.desk.readHolderSession(token, origin);
    if (!found) throw new Error('not signed in');
    return found;
  };
  const confirmingCode = async (token: string) => {
    const { confirming } = (await session(token)).session;
    if (!confirming) throw new Error('no code under way');
    const { id, number } = confirming;
    return d.secrets.code({ purpose: 'own-confirm', id, number, digits: 6 });
  };

  it('adds an app by a code of it, and a code of another seed adds none', async () => {
    const token = await signIn();
    const offer = ok(await d.desk.offerOwnApp(await session(token)));
    const wrong = { ...offer, code: '000000', label: 'Telefoon' };
    expect(await d.desk.addOwnApp(await session(token), wrong)).toEqual({
      refused: 'factor-not-confirmed',
    });
    const code = await authenticatorCode(d, offer.secret);
    ok(await d.desk.addOwnApp(await session(token), { ...offer, code, label: 'Telefoon' }));
    const { read } = await session(token);
    expect(read.account.factors.map(({ label }) => label)).toContain('Telefoon');
    await d.settle();
  });

  it('adds a number in any writing by a code to it, told to the old addresses', async () => {
    const token = await signIn();
    ok(
      await d.desk.offerContactPoint(await session(token), {
        kind: 'phone',
        text: '06-1234 56 99',
      }),
    );
    await d.settle();
    const code = await confirmingCode(token);
    const wrongCode = code === '111111' ? '222222' : '111111';
    expect(await d.desk.enterConfirmingCode(await session(token), { code: wrongCode })).toEqual({
      entriesLeft: 4,
    });
    ok(await d.desk.enterConfirmingCode(await session(token), { code }));
    const { read } = await session(token);
    const point = read.account.contactPoints.find(({ address }) => address === '+31612345699');
    expect(point).toMatchObject({ source: 'holder', smsCapable: true });
    ok(
      await d.desk.removeContactPoint((await session(token)).caller, {
        contactPointId: point?.id ?? '',
      }),
    );
    await d.settle();
  });

  it('gives ten backup codes once; the old set is dead, and each works once', async () => {
    const token = await signIn();
    const before = (await session(token)).read.account.factors;
    const old = before.find(({ kind, removedAt }) => kind === 'backup-codes' && !removedAt);
    const { codes } = ok(await d.desk.newBackupCodes((await session(token)).caller));
    expect(new Set(codes).size).toBe(10);
    const after = (await session(token)).read.account.factors;
    expect(after.find(({ id }) => id === old?.id)?.removedAt).toBeTypeOf('string');
    const at = await door();
    const factorId = await factorOf(at, 'backup-codes');
    const oldCode = d.secrets.linkCode({ purpose: 'backup-code', id: old?.id ?? '', number: 1 });
    const show = (code: string) =>
      d.desk.enterHolderFactor(at, { shown: { kind: 'code', factorId, code }, trust: false });
    expect(await show(oldCode)).toEqual({ entriesLeft: 4 });
    expect(await show(codes[0] ?? '')).toHaveProperty('token');
  });

  it('signs out everywhere: every session is out at its next request', async () => {
    const tokens = [await signIn(), await signIn()];
    const last = tokens.at(-1) ?? '';
    ok(await d.desk.signOutEverywhere((await session(last)).caller));
    for (const token of tokens)
      expect(await d.desk.readHolderSession(token, origin)).toBeUndefined();
    await d.settle();
  });

  it('changes the password: the old one is wrong, other sessions end, and an obvious one is refused', async () => {
    const other = await signIn();
    const at = await door();
    const answer = await d.desk.enterHolderFactor(at, { shown: await shownCode(at), trust: false });
    const token = 'token' in answer ? answer.token : '';
    expect(await d.desk.changePassword(await session(token), { password: 'welkom2026' })).toEqual({
      problem: 'obvious',
    });
    ok(await d.desk.changePassword(await session(token), { password: 'zeven fietsen' }));
    expect(await d.desk.readHolderSession(other, origin)).toBeUndefined();
    expect(await d.desk.checkHolderPassword({ signIn: LOTTE, password: PASSWORD, origin })).toEqual(
      {
        refused: 'sign-in-wrong',
      },
    );
    await d.settle();
  });

  it('R32 keeps a wish of what a case gave for 72 hours, and makes it at that moment', async () => {
    const token = await signIn('zeven fietsen');
    const { read } = await session(token);
    const mail = read.account.factors.find(({ kind }) => kind === 'email-code');
    const app = read.account.factors.find(({ label }) => label === 'Telefoon');
    const caseId = d.secrets.newId();
    await asOwner(d, read.account.organisationId, [
      [
        'UPDATE factor SET given_by_case = $2, added_at = desk_now() WHERE id = $1',
        [mail?.id, caseId],
      ],
    ]);
    const { caller } = await session(token);
    const wish = ok(await d.desk.removeOwnFactor(caller, { factorId: app?.id ?? '' }));
    expect(wish.waitsUntil).toBeTypeOf('string');
    // Whatever the worker is to make later, it must be able to.
    const waits = expect.objectContaining({ waitsUntil: expect.any(String) });
    expect(await d.desk.newBackupCodes(caller)).toEqual(waits);
    const password = 'acht groene fietsen';
    expect(await d.desk.changePassword(await session(token), { password })).toEqual(waits);
    await d.desk.offerContactPoint(await session(token), { kind: 'email', text: 'l@example.org' });
    const code = await confirmingCode(token);
    expect(await d.desk.enterConfirmingCode(await session(token), { code })).toEqual(waits);
    ok(await d.desk.inviteRecoveryContact(caller, { name: 'Mo', address: 'mo@example.org' }));
    expect((await session(token)).read.own.waitingChanges).toHaveLength(5);
    await d.settle();
    const gone = async () => {
      const found = await d.ports.holders.read(caller, { accountId: read.account.id });
      return found?.account.factors.find(({ id }) => id === app?.id)?.removedAt !== undefined;
    };
    await d.moveClock(hours(72) - minutes(1));
    await d.settle();
    expect(await gone()).toBe(false);
    await d.moveClock(minutes(1));
    await d.settle();
    expect(await gone()).toBe(true);
    const after = await d.ports.holders.read(caller, { accountId: read.account.id });
    expect(after?.own.waitingChanges).toEqual([]);
    const { contactPoints, recoveryContacts } = after?.account ?? {};
    expect(contactPoints?.map(({ address }) => address)).toContain('l@example.org');
    expect(recoveryContacts?.map(({ address }) => address)).toEqual(['mo@example.org']);
    // Seven days after the case gave it, it is free.
    await d.moveClock(days(4));
    const free = await signIn(password);
    const { codes, waitsUntil } = ok(await d.desk.newBackupCodes((await session(free)).caller));
    expect(waitsUntil).toBeUndefined();
    expect(codes).toHaveLength(10);
  });
});

const asOwner = async (d: TestDesk, organisationId: string, statements: [string, unknown[]][]) => {
  const client = await d.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('regain.organisations', $1, true)", [organisationId]);
    for (const [sql, values] of statements) await client.query(sql, values);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
};
