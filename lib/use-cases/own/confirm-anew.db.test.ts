import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticatorCode } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import {
  came,
  doorOf,
  factorOf,
  granted,
  type OwnHolder,
  ownHolder,
  sessionOf,
  showBackupCode,
  showCode,
  switchOff,
  wrongFor,
} from '../../../test/own-steps';
import { look } from '../../../test/superuser';
import { minutes, seconds } from '../../domain/time';

describe('R12 confirming anew on the own pages', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  let used = 0;
  const signedIn = async (holder: OwnHolder) => {
    used = (used % 9) + 1;
    return sessionOf(d, await showBackupCode(d, await doorOf(d, holder), used));
  };
  const again = async (session: Awaited<ReturnType<typeof signedIn>>) => {
    const read = await d.ports.holders.read(session.caller, {
      accountId: session.caller.actor.accountId,
    });
    const own = read?.own.sessions.find(({ id }) => id === session.session.id);
    if (!read || !own) throw new Error('no session any more');
    return { ...session, read, session: own };
  };
  const showApp = async (holder: OwnHolder) => {
    await d.moveClock(seconds(31));
    const door = await doorOf(d, holder);
    const factorId = await factorOf(d, door, 'authenticator-app');
    return showCode(d, door, factorId, await authenticatorCode(d, holder.app ?? ''));
  };

  it('an app that was switched off signs in again after a code of it', async () => {
    const holder = await ownHolder(d);
    const id = holder.appId ?? '';
    await switchOff(d, holder.accountId, id);
    expect(came(await showApp(holder))).toBe('confirm-anew');
    await d.moveClock(seconds(31));
    const session = await signedIn(holder);
    const right = await authenticatorCode(d, holder.app ?? '');
    expect(await d.desk.confirmAnew(session, { id, code: wrongFor(right) })).toEqual({
      wrong: true,
    });
    expect(came(await showApp(holder))).toBe('confirm-anew');
    const code = await authenticatorCode(d, holder.app ?? '');
    expect(await d.desk.confirmAnew(await again(session), { id, code })).toEqual({});
    // Its step is taken: the same code opens nothing any more.
    const door = await doorOf(d, holder);
    expect(came(await showCode(d, door, id, code))).toBe('wrong');
    expect(came(await showApp(holder))).toBe('in');
    const events = await look<{ type: string }>(
      d,
      "SELECT type FROM event WHERE account_id = $1 AND type LIKE 'confirm%anew%' ORDER BY at, id",
      [holder.accountId],
    );
    expect(events.map(({ type }) => type)).toEqual(['confirm-anew-refused', 'confirmed-anew']);
  });

  it('a number by a code that is sent to it', async () => {
    const holder = await ownHolder(d);
    const door = await doorOf(d, holder);
    const sms = await factorOf(d, door, 'sms');
    const session = await signedIn(holder);
    const phone = session.read.account.contactPoints.find(({ kind }) => kind === 'phone');
    const contactPointId = phone?.id ?? '';
    await switchOff(d, holder.accountId, contactPointId);
    expect(await d.desk.sendSignInCode(door, { factorId: sms })).toEqual({
      refused: 'confirm-anew',
    });
    granted(await d.desk.sendAnewCode(await again(session), { contactPointId, byVoice: false }));
    await d.settle();
    const [message] = d.inbox.messages({ to: phone?.address ?? '' });
    const code = /code (\d{6})/.exec(message?.text ?? '')?.[1] ?? '';
    expect(message?.text).toContain('bevestigen dat dit nog van jou is');
    const enter = async (typed: string) =>
      d.desk.confirmAnew(await again(session), { id: contactPointId, code: typed });
    expect(await enter(wrongFor(code))).toEqual({ wrong: true, entriesLeft: 4 });
    expect(await enter(code)).toEqual({});
    expect(await enter(code)).toEqual({ refused: 'nothing-to-do' });
    granted(await d.desk.sendSignInCode(door, { factorId: sms }));
  });

  it('twenty guesses at once: three are judged, and none reaches the hundred', async () => {
    const holder = await ownHolder(d);
    const id = holder.appId ?? '';
    await switchOff(d, holder.accountId, id);
    const session = await signedIn(holder);
    const wrong = wrongFor(await authenticatorCode(d, holder.app ?? ''));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => d.desk.confirmAnew(session, { id, code: wrong })),
    );
    expect(answers.filter((answer) => 'wrong' in answer)).toHaveLength(3);
    const { guard } = (await again(session)).read.account;
    expect(guard.failures[id]?.inARow).toBe(100);
    const right = await authenticatorCode(d, holder.app ?? '');
    expect(await d.desk.confirmAnew(session, { id, code: right })).toMatchObject({
      refused: 'sign-in-wait',
    });
  });

  it('not by a session whose second factor is older than five minutes', async () => {
    const holder = await ownHolder(d);
    const id = holder.appId ?? '';
    await switchOff(d, holder.accountId, id);
    const session = await signedIn(holder);
    await d.moveClock(minutes(5) + seconds(1));
    const code = await authenticatorCode(d, holder.app ?? '');
    expect(await d.desk.confirmAnew(session, { id, code })).toEqual({ refused: 'reauthenticate' });
  });

  it('R32 not by a sign-in that rests on what a case gave', async () => {
    const holder = await ownHolder(d);
    const id = holder.appId ?? '';
    await switchOff(d, holder.accountId, id);
    const session = await signedIn(holder);
    await look(
      d,
      `UPDATE factor SET given_by_case = gen_random_uuid(), added_at = desk_now()
       WHERE account_id = $1 AND kind = 'backup-codes'`,
      [holder.accountId],
    );
    const code = await authenticatorCode(d, holder.app ?? '');
    expect(await d.desk.confirmAnew(session, { id, code })).toEqual({ refused: 'reauthenticate' });
  });
});
