import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../../../prisma/seed/people';
import { completed } from '../../../test/case-stages';
import { authenticatorCode, ok } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { hours, minutes } from '../../domain/time';

const origin = { address: '192.0.2.79', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/130.0' };

describe('R32 a change that waits', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  /** A real case gave Anouk a new app; with it, minutes later, somebody wants her password. */
  const wished = async () => {
    const c = await completed(d, { key: 'anouk' });
    const signIn = c.holder.signIn;
    const { ticket } = ok(await d.desk.checkHolderPassword({ signIn, password: PASSWORD, origin }));
    // The step that set the app up is taken.
    await d.moveClock(minutes(1));
    const shown = {
      kind: 'code',
      factorId: c.factorId,
      code: await authenticatorCode(d, c.seed),
    } as const;
    const door = { ticket, origin };
    const answer = await d.desk.enterHolderFactor(door, { shown, trust: false });
    if (!('token' in answer)) throw new Error(JSON.stringify(answer));
    const session = await d.desk.readHolderSession(answer.token, origin);
    if (!session) throw new Error('not signed in');
    const changed = await d.desk.changePassword(session, { password: 'zeven blauwe fietsen' });
    expect(changed).toHaveProperty('waitsUntil');
    await d.settle();
    return { c, session };
  };

  it('“this was not me” in its message, without signing in, stops it and what the case gave', async () => {
    const { c, session } = await wished();
    const mails = d.inbox.messages({ to: 'anouk.prive@example.net' });
    const text = mails[0]?.text ?? '';
    expect(text).toContain('Dit was ik niet');
    const token = /\/veto#([\w-]+)/.exec(text)?.[1] ?? '';
    expect(await d.desk.vetoByLink({ presented: token, origin })).not.toHaveProperty('refused');
    await d.settle();
    await d.moveClock(hours(73));
    await d.settle();
    const accountId = c.holder.accountId;
    const read = await d.ports.holders.read(session.caller, { accountId });
    expect(read?.own.waitingChanges).toEqual([]);
    expect(read?.own.sessions).toEqual([]);
    expect(
      await d.desk.checkHolderPassword({ signIn: c.holder.signIn, password: PASSWORD, origin }),
    ).toHaveProperty('ticket');
  });
});
