import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticatorCode } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { softwareAuthenticator } from '../../adapters/crypto/testing/software-authenticator';
import { minutes } from '../../domain/time';
import { isSignInRefusal } from './refusal';
import {
  isSignedIn,
  ORIGIN,
  rowsOf,
  sessionOf,
  staffOf,
  ticketFor,
  tokenFor,
} from './testing/sign-in-steps';

const site = { origin: 'http://localhost:3000', rpId: 'localhost' };

describe('one’s own second factors', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const offer = async (token: string, kind: 'authenticator-app' | 'security-key') => {
    const { caller, staff } = await sessionOf(d, token);
    const offered = await d.desk.offerFactor(caller, { kind, signIn: staff.signIn });
    if (isSignInRefusal(offered)) throw new Error(offered.refused);
    return { caller, offered };
  };

  it('a security key is added once it has answered, and then signs in: each challenge once', async () => {
    const key = softwareAuthenticator(site);
    const { caller, offered } = await offer(await tokenFor(d, 'noor'), 'security-key');
    if (offered.kind !== 'security-key') throw new Error(offered.kind);
    const response = key.register(offered.options);
    const shown = { kind: 'security-key', factorId: offered.factorId, response } as const;
    expect(await d.desk.addFactor(caller, { shown, label: 'Sleutel' })).toEqual({});

    const ticket = await ticketFor(d, 'noor');
    const page = await d.desk.readSecondFactor(ticket);
    expect(page?.kinds.sort()).toEqual(['authenticator-app', 'security-key']);
    const answer = key.answer(page?.passkeyOptions);
    const other = softwareAuthenticator(site).answer(page?.passkeyOptions);
    const wrong = { kind: 'security-key', response: other } as const;
    expect(await d.desk.checkSecondFactor({ ticket, shown: wrong, origin: ORIGIN })).toEqual({
      refused: 'factor-wrong',
    });
    // After a wrong entry the page asks another challenge: an answer to the old one is worth nothing.
    const old = { kind: 'security-key', response: answer } as const;
    expect(await d.desk.checkSecondFactor({ ticket, shown: old, origin: ORIGIN })).toEqual({
      refused: 'factor-wrong',
    });
    const next = await d.desk.readSecondFactor(ticket);
    const right = { kind: 'security-key', response: key.answer(next?.passkeyOptions) } as const;
    expect(await d.desk.checkSecondFactor({ ticket, shown: right, origin: ORIGIN })).toHaveProperty(
      'token',
    );
  });

  it('an authenticator app is added only with a code of its own, and only for whom it was offered', async () => {
    const { caller, offered } = await offer(await tokenFor(d, 'pim'), 'authenticator-app');
    if (offered.kind !== 'authenticator-app') throw new Error(offered.kind);
    const { factorId, pending, secret } = offered;
    const shown = { kind: 'authenticator-app', factorId, pending } as const;
    const label = 'Tablet';
    const wrong = await d.desk.addFactor(caller, { shown: { ...shown, code: '000000' }, label });
    expect(wrong).toEqual({ refused: 'factor-not-confirmed' });
    const stranger = await sessionOf(d, await tokenFor(d, 'saskia'));
    const code = await authenticatorCode(d, secret);
    for (const bent of [
      { ...shown, code, pending: 'x' },
      { ...shown, code, factorId: d.secrets.newId() },
    ])
      expect(await d.desk.addFactor(caller, { shown: bent, label })).toEqual({
        refused: 'factor-not-confirmed',
      });
    expect(await d.desk.addFactor(stranger.caller, { shown: { ...shown, code }, label })).toEqual({
      refused: 'factor-not-confirmed',
    });
    expect(await d.desk.addFactor(caller, { shown: { ...shown, code }, label })).toEqual({});
    const rows = await rowsOf<{ sealed: string }>(
      d,
      'SELECT sealed FROM staff_factor WHERE id = $1',
      [factorId],
    );
    expect(rows[0]?.sealed).not.toContain(secret);
    expect(rows[0]?.sealed).not.toBe(pending);
    // The code that confirmed it is used up.
    const ticket = await ticketFor(d, 'pim');
    const replayed = { kind: 'authenticator-app', code } as const;
    expect(await d.desk.checkSecondFactor({ ticket, shown: replayed, origin: ORIGIN })).toEqual({
      refused: 'factor-wrong',
    });
  });

  it('adding and removing ask a sign-in of at most five minutes ago, also where the page was opened in time', async () => {
    const token = await tokenFor(d, 'kees');
    const { offered } = await offer(token, 'authenticator-app');
    if (offered.kind !== 'authenticator-app') throw new Error(offered.kind);
    await d.moveClock(minutes(5) + 1000);
    const { caller, staff } = await sessionOf(d, token);
    const refused = { refused: 'reauthenticate' };
    const { factorId, pending, secret } = offered;
    const code = await authenticatorCode(d, secret);
    const shown = { kind: 'authenticator-app', factorId, pending, code } as const;
    expect(await d.desk.addFactor(caller, { shown, label: 'x' })).toEqual(refused);
    expect(await d.desk.removeFactor(caller, { factorId })).toEqual(refused);
    expect(
      await d.desk.offerFactor(caller, { kind: 'security-key', signIn: staff.signIn }),
    ).toEqual(refused);
    const denied = await rowsOf<{ data: object }>(
      d,
      "SELECT data FROM event WHERE type = 'denied' AND actor_id = $1",
      [staff.id],
    );
    expect(denied).toHaveLength(3);
  });

  it('the last factor stays; another’s cannot be touched; a removal ends the other sessions', async () => {
    const other = await tokenFor(d, 'daan');
    const token = await tokenFor(d, 'daan');
    const { caller, offered } = await offer(token, 'security-key');
    if (offered.kind !== 'security-key') throw new Error(offered.kind);
    const own = (await d.ports.staff.factors({ ...caller, staffId: caller.actor.staffId }))[0];
    const remove = (factorId: string) => d.desk.removeFactor(caller, { factorId });
    expect(await remove(own?.id ?? '')).toEqual({ refused: 'last-factor' });

    const response = softwareAuthenticator(site).register(offered.options);
    const shown = { kind: 'security-key', factorId: offered.factorId, response } as const;
    expect(await d.desk.addFactor(caller, { shown, label: 'Sleutel' })).toEqual({});
    const iris = await rowsOf<{ id: string }>(
      d,
      'SELECT id FROM staff_factor WHERE staff_id = $1',
      [staffOf(d, 'iris').id],
    );
    for (const foreign of [iris[0]?.id ?? '', d.secrets.newId(), 'no id'])
      expect(await remove(foreign)).toEqual({ refused: 'not-found' });

    const both = await Promise.all([remove(own?.id ?? ''), remove(offered.factorId)]);
    expect(both.filter((answer) => !isSignInRefusal(answer))).toHaveLength(1);
    expect(await isSignedIn(d, other)).toBe(false);
    expect(await isSignedIn(d, token)).toBe(true);
    const types = await rowsOf<{ type: string }>(
      d,
      "SELECT type FROM event WHERE actor_id = $1 AND type LIKE 'staff-factor%' ORDER BY at",
      [caller.actor.staffId],
    );
    expect(types.map((e) => e.type)).toEqual(['staff-factor-added', 'staff-factor-removed']);
  });
});

describe('memberships', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const membershipOf = async (key: string, role: string): Promise<string> => {
    const rows = await rowsOf<{ id: string }>(
      d,
      'SELECT id FROM membership WHERE staff_id = $1 AND role = $2 AND ended_at IS NULL ORDER BY organisation_id',
      [staffOf(d, key).id, role],
    );
    return rows[0]?.id ?? '';
  };
  const callerOf = async (key: string) => (await sessionOf(d, await tokenFor(d, key))).caller;

  it('R36 ending one works at once: the next call of who held it finds it gone', async () => {
    const noor = await tokenFor(d, 'noor');
    expect((await sessionOf(d, noor)).caller.organisations).toHaveLength(2);
    const saskia = await callerOf('saskia');
    const membershipId = await membershipOf('noor', 'agent');
    expect(await d.desk.endMembership(saskia, { membershipId })).toEqual({});
    const session = await sessionOf(d, noor);
    expect(session.memberships.map((m) => m.organisation)).toEqual(['Gemeente Voorbeeld']);
    const answer = await d.desk.openCase(session.caller, {
      accountId: d.planted.holders.find((h) => h.key === 'anouk')?.accountId ?? '',
      symptom: 'app-lost',
    });
    expect(answer).toMatchObject({ refused: 'not-found' });
    const told = await rowsOf<{ data: object; organisation_id: string }>(
      d,
      "SELECT data, organisation_id FROM event WHERE type = 'membership-ended'",
    );
    expect(told).toMatchObject([{ data: { staffId: staffOf(d, 'noor').id, role: 'agent' } }]);
    expect(await d.desk.endMembership(saskia, { membershipId })).toEqual({ refused: 'not-found' });
  });

  it('only a functional administrator of the same organisation may; a foreign one looks like none', async () => {
    const membershipId = await membershipOf('tess', 'stand-in');
    for (const [key, refused] of [
      ['daan', 'not-allowed'],
      ['mila', 'not-allowed'],
      ['kees', 'not-found'],
      ['olaf', 'not-found'],
    ] as const)
      expect(await d.desk.endMembership(await callerOf(key), { membershipId })).toEqual({
        refused,
      });
    for (const unknown of [d.secrets.newId(), 'no id'])
      expect(
        await d.desk.endMembership(await callerOf('saskia'), { membershipId: unknown }),
      ).toEqual({ refused: 'not-found' });
  });

  it('asks a fresh sign-in', async () => {
    const token = await tokenFor(d, 'saskia');
    await d.moveClock(minutes(5) + 1000);
    const membershipId = await membershipOf('tess', 'stand-in');
    const { caller } = await sessionOf(d, token);
    expect(await d.desk.endMembership(caller, { membershipId })).toEqual({
      refused: 'reauthenticate',
    });
  });

  it('two functional administrators who end each other at once leave one', async () => {
    const [kees, iris] = [await callerOf('kees'), await callerOf('iris')];
    const role = 'functional-administrator';
    const ids = [await membershipOf('kees', role), await membershipOf('iris', role)];
    const answers = await Promise.all([
      d.desk.endMembership(kees, { membershipId: ids[1] ?? '' }),
      d.desk.endMembership(iris, { membershipId: ids[0] ?? '' }),
    ]);
    expect(answers.filter(isSignInRefusal)).toEqual([{ refused: 'last-administrator' }]);
  });
});
