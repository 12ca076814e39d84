import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../../../prisma/seed/people';
import { openDesk, type TestDesk } from '../../../test/desk';
import {
  came,
  type Door,
  doorOf,
  doorsOf,
  granted,
  LAPTOP,
  ownHolder,
  PHONE,
  sessionsBegun,
  showBackupCode,
} from '../../../test/own-steps';
import { look } from '../../../test/superuser';
import { seconds } from '../../domain/time';

/** Attempts to stay in, or to get in by what a browser keeps, without being the holder: devices, sessions, tickets. */

describe('breaking in at devices and sessions', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  it('a stranger’s tries at the name do not keep out who comes from a trusted device', async () => {
    const holder = await ownHolder(d);
    const door = await doorOf(d, holder, PHONE);
    const trusted = await showBackupCode(d, door, 1, true);
    const device = 'deviceToken' in trusted ? trusted.deviceToken : undefined;
    const attempt = { signIn: holder.signIn, password: PASSWORD };
    for (let n = 0; n < 6; n++)
      await d.desk.checkHolderPassword({
        signIn: holder.signIn,
        password: 'stranger',
        origin: { ...LAPTOP, address: `198.51.100.${n}` },
      });
    expect(came(await d.desk.checkHolderPassword({ ...attempt, origin: PHONE }))).toBe(
      'sign-in-wait',
    );
    expect(await d.desk.checkHolderPassword({ ...attempt, origin: PHONE, device })).toHaveProperty(
      'ticket',
    );
    // A stolen cookie of it guesses no faster.
    const guesses: object[] = [];
    for (let n = 0; n < 5; n++)
      guesses.push(
        await d.desk.checkHolderPassword({ ...attempt, password: 'x', origin: PHONE, device }),
      );
    expect(guesses.map(came)).toEqual([
      'sign-in-wrong',
      'sign-in-wrong',
      'sign-in-wrong',
      'sign-in-wait',
      'sign-in-wait',
    ]);
  });

  it('a stolen device cookie opens nothing in another browser, and then nowhere', async () => {
    const holder = await ownHolder(d);
    const trusted = await showBackupCode(d, await doorOf(d, holder, PHONE), 1, true);
    const device = ('deviceToken' in trusted && trusted.deviceToken) || '';
    const thief = await doorOf(d, holder, LAPTOP);
    expect(await d.desk.skipSecondFactor(thief, device)).toBeUndefined();
    expect(await d.desk.readPush({ device, origin: PHONE })).toBeUndefined();
    const owner = await doorOf(d, holder, PHONE);
    expect(await d.desk.skipSecondFactor(owner, device)).toBeUndefined();
    const [row] = await look<{ data: object }>(
      d,
      `SELECT data FROM event WHERE type = 'device-revoked' AND account_id = $1`,
      [holder.accountId],
    );
    expect(row?.data).toMatchObject({ reason: 'other-browser' });
  });

  it('a device’s token works once; a copy of an old one is worth nothing', async () => {
    const holder = await ownHolder(d);
    const trusted = await showBackupCode(d, await doorOf(d, holder), 1, true);
    const device = ('deviceToken' in trusted && trusted.deviceToken) || '';
    const doors = await doorsOf(d, holder, 2);
    const next = await d.desk.skipSecondFactor(doors[0] as Door, device);
    expect(next?.deviceToken).toBeTypeOf('string');
    expect(await d.desk.skipSecondFactor(doors[1] as Door, device)).toBeUndefined();
    const skipped = await d.desk.readHolderSession(next?.token ?? '', LAPTOP);
    expect([skipped?.fresh, skipped?.session.trustedDeviceId]).toEqual([false, expect.any(String)]);
  });

  it('the device cookie of one account skips nothing of another', async () => {
    const [one, other] = [await ownHolder(d), await ownHolder(d)];
    const trusted = await showBackupCode(d, await doorOf(d, one), 1, true);
    const device = ('deviceToken' in trusted && trusted.deviceToken) || '';
    expect(await d.desk.skipSecondFactor(await doorOf(d, other), device)).toBeUndefined();
    // And it stays what it was for its own.
    expect(await d.desk.skipSecondFactor(await doorOf(d, one), device)).toBeDefined();
  });

  it('R36 a ticket renews only its own session, and not one that was ended', async () => {
    const holder = await ownHolder(d);
    const begun = await showBackupCode(d, await doorOf(d, holder), 1);
    const token = ('token' in begun && begun.token) || '';
    const session = await d.desk.readHolderSession(token, LAPTOP);
    if (!session) throw new Error('not signed in');
    const again = granted(
      await d.desk.checkHolderPasswordAgain(session.caller, {
        signIn: holder.signIn,
        password: PASSWORD,
      }),
    );
    const door = { ticket: again.ticket, origin: LAPTOP };
    expect(await d.desk.skipSecondFactor(door, token)).toBeUndefined();
    await d.desk.signOutHolder(session.caller);
    expect(came(await showBackupCode(d, door, 2))).toBe('ticket-over');
    expect(await d.desk.readHolderSession(token, LAPTOP)).toBeUndefined();
  });

  it('R36 somebody else’s password renews nobody’s session, and the old token dies with a renewal', async () => {
    const holder = await ownHolder(d);
    const begun = await showBackupCode(d, await doorOf(d, holder), 1);
    const token = ('token' in begun && begun.token) || '';
    const session = await d.desk.readHolderSession(token, LAPTOP);
    if (!session) throw new Error('not signed in');
    expect(
      await d.desk.checkHolderPasswordAgain(session.caller, {
        signIn: 'lotte.meijer@gemeente.example',
        password: PASSWORD,
      }),
    ).toEqual({ refused: 'sign-in-wrong' });
    const { ticket } = granted(
      await d.desk.checkHolderPasswordAgain(session.caller, {
        signIn: holder.signIn,
        password: PASSWORD,
      }),
    );
    const renewed = await showBackupCode(d, { ticket, origin: LAPTOP }, 2);
    const next = ('token' in renewed && renewed.token) || '';
    expect(await d.desk.readHolderSession(token, LAPTOP)).toBeUndefined();
    const after = await d.desk.readHolderSession(next, LAPTOP);
    expect(after?.session).toMatchObject({ id: session.session.id });
    expect(after?.session.signInId).toBe(session.session.signInId);
  });

  it('a ticket of the old password is worth nothing once there is a new one', async () => {
    const holder = await ownHolder(d);
    const thief = await doorOf(d, holder);
    await d.moveClock(seconds(1));
    await look(d, 'UPDATE account SET password_changed_at = desk_now() WHERE id = $1', [
      holder.accountId,
    ]);
    expect(came(await showBackupCode(d, thief, 1))).toBe('ticket-over');
  });

  it('an account that was disabled or suspended in between lets nobody in', async () => {
    for (const [sql, refused] of [
      ['disabled = true', 'signed-out'],
      [
        `guard = jsonb_set(guard::jsonb, '{suspension}',
           '{"until":"2099-01-01T00:00:00.000Z","caseId":"0190a000-0000-7000-8000-00000000dead"}')`,
        'account-suspended',
      ],
    ] as const) {
      const holder = await ownHolder(d);
      const door = await doorOf(d, holder);
      await look(d, `UPDATE account SET ${sql} WHERE id = $1`, [holder.accountId]);
      expect(came(await showBackupCode(d, door, 1))).toBe(refused);
      expect(await sessionsBegun(d, holder.accountId)).toBe(0);
    }
  });
});
