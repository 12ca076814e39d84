import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type TestDesk } from '../../../test/desk';
import { hours, minutes } from '../../domain/time';
import { isSignInRefusal } from './refusal';
import {
  eventsOf,
  freshCode,
  isSignedIn,
  ORIGIN,
  rowsOf,
  sessionOf,
  staffOf,
  tokenFor,
} from './testing/sign-in-steps';

describe('desk sessions', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const again = async (token: string, key: string) => {
    const { caller, staff } = await sessionOf(d, token);
    const { password } = staffOf(d, key);
    const answer = await d.desk.checkPasswordAgain(caller, { signIn: staff.signIn, password });
    if (isSignInRefusal(answer)) throw new Error(answer.refused);
    const shown = { kind: 'authenticator-app', code: await freshCode(d, key) } as const;
    return d.desk.checkSecondFactor({ ticket: answer.ticket, shown, origin: ORIGIN });
  };

  it('R36 the cookie holds a random id and nothing else; the row holds only its hash', async () => {
    const token = await tokenFor(d, 'noor');
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const rows = await rowsOf<{ token_hash: string }>(d, 'SELECT token_hash FROM staff_session');
    expect(rows.map((row) => row.token_hash)).toContain(d.secrets.hash(token));
    expect(await isSignedIn(d, d.secrets.hash(token))).toBe(false);
    expect(await isSignedIn(d, `${token}x`)).toBe(false);
    expect(await isSignedIn(d, '')).toBe(false);
  });

  it('R36 a session that is ended elsewhere is over at the next call', async () => {
    const [here, there] = [await tokenFor(d, 'daan'), await tokenFor(d, 'daan')];
    const mine = await sessionOf(d, here);
    const other = await sessionOf(d, there);
    const { sessionId } = other.caller.actor;
    expect(await d.desk.revokeSession(mine.caller, { sessionId })).toEqual({});
    expect(await isSignedIn(d, there)).toBe(false);
    expect(await isSignedIn(d, here)).toBe(true);
    await d.desk.signOut(mine.caller);
    expect(await isSignedIn(d, here)).toBe(false);
    const ended = (await eventsOf(d, staffOf(d, 'daan').id)).filter(
      (e) => e.type === 'session-ended',
    );
    expect(ended.map((e) => e.data)).toEqual([{ reason: 'revoked' }, { reason: 'signed-out' }]);
  });

  it('ends all other sessions at once, and nobody else’s', async () => {
    const tokens = [await tokenFor(d, 'pim'), await tokenFor(d, 'pim'), await tokenFor(d, 'pim')];
    const saskia = await tokenFor(d, 'saskia');
    const mine = await sessionOf(d, tokens[0] ?? '');
    expect(await d.desk.revokeOtherSessions(mine.caller)).toEqual({ ended: 2 });
    const alive = await Promise.all(tokens.map((token) => isSignedIn(d, token)));
    expect(alive).toEqual([true, false, false]);
    const { sessionId } = (await sessionOf(d, saskia)).caller.actor;
    for (const foreign of [sessionId, d.secrets.newId(), 'no id'])
      expect(await d.desk.revokeSession(mine.caller, { sessionId: foreign })).toEqual({
        refused: 'not-found',
      });
    expect(await isSignedIn(d, saskia)).toBe(true);
  });

  it('ends after 15 minutes without a page, on record; a page or the button keeps it standing', async () => {
    const token = await tokenFor(d, 'tess');
    for (let i = 0; i < 3; i++) {
      await d.moveClock(minutes(14));
      expect(await isSignedIn(d, token)).toBe(true);
    }
    await d.moveClock(minutes(14));
    const kept = await d.desk.readSession(token, ORIGIN, 'extend');
    expect(Date.parse(kept?.endsAt ?? '') - Date.parse(kept?.now ?? '')).toBe(minutes(15));
    await d.moveClock(minutes(15));
    expect(await isSignedIn(d, token)).toBe(false);
    expect(await d.desk.readSession(token, ORIGIN, 'extend')).toBeUndefined();
    const last = (await eventsOf(d, staffOf(d, 'tess').id)).at(-1);
    expect(last).toMatchObject({
      type: 'session-ended',
      data: { reason: 'idle' },
      actor_kind: 'system',
    });
  });

  it('ends after eight hours, however busy', async () => {
    const token = await tokenFor(d, 'mila');
    for (let i = 0; i < 34; i++) {
      await d.moveClock(minutes(14));
      expect(await isSignedIn(d, token)).toBe(true);
    }
    await d.moveClock(hours(8) - 34 * minutes(14));
    expect(await isSignedIn(d, token)).toBe(false);
    const last = (await eventsOf(d, staffOf(d, 'mila').id)).at(-1);
    expect(last?.data).toEqual({ reason: 'absolute' });
  });

  it('marks a session as seen at most once a minute', async () => {
    const token = await tokenFor(d, 'kees');
    const seen = async () => {
      const rows = await rowsOf<{ last_seen_at: Date }>(
        d,
        'SELECT last_seen_at FROM staff_session WHERE token_hash = $1',
        [d.secrets.hash(token)],
      );
      return rows[0]?.last_seen_at.getTime();
    };
    const began = await seen();
    await d.moveClock(minutes(0.9));
    await isSignedIn(d, token);
    expect(await seen()).toBe(began);
    await d.moveClock(minutes(0.2));
    await isSignedIn(d, token);
    expect(await seen()).toBeGreaterThan(began ?? 0);
  });

  it('signing in again renews the same session with a new token, and the old one is worth nothing', async () => {
    const token = await tokenFor(d, 'iris');
    const before = await sessionOf(d, token);
    await d.moveClock(minutes(6));
    const answer = await again(token, 'iris');
    if (isSignInRefusal(answer)) throw new Error(answer.refused);
    expect(await isSignedIn(d, token)).toBe(false);
    const after = await sessionOf(d, answer.token);
    expect(after.caller.actor.sessionId).toBe(before.caller.actor.sessionId);
    const { reauthenticatedAt } = after.caller.actor;
    expect(reauthenticatedAt && reauthenticatedAt > before.now).toBe(true);
    expect(after.latestEndsAt).toBe(before.latestEndsAt);
    const types = (await eventsOf(d, staffOf(d, 'iris').id)).map((e) => e.type);
    expect(types).toContain('reauthenticated');
  });

  it('R36 signing in again does not bring back a session that was ended meanwhile, nor with another’s password', async () => {
    const token = await tokenFor(d, 'saskia');
    const { caller, staff } = await sessionOf(d, token);
    const pim = staffOf(d, 'pim');
    expect(
      await d.desk.checkPasswordAgain(caller, { signIn: pim.signIn, password: pim.password }),
    ).toEqual({ refused: 'sign-in-wrong' });

    const { password } = staffOf(d, 'saskia');
    const answer = await d.desk.checkPasswordAgain(caller, { signIn: staff.signIn, password });
    if (isSignInRefusal(answer)) throw new Error(answer.refused);
    await d.desk.signOut(caller);
    const shown = { kind: 'authenticator-app', code: await freshCode(d, 'saskia') } as const;
    expect(
      await d.desk.checkSecondFactor({ ticket: answer.ticket, shown, origin: ORIGIN }),
    ).toEqual({ refused: 'ticket-over' });
    expect(await isSignedIn(d, token)).toBe(false);
  });
});
