import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../../../prisma/seed/people';
import { accountOf, completed, fresh } from '../../../test/case-stages';
import { authenticatorCode, ok } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { days, hours, minutes } from '../../domain/time';

const NEW = 'zeven blauwe fietsen';
const origin = { address: '192.0.2.79', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/130.0' };

describe('R32 a change that waits', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  /** A real case gave this holder a new app; so long after, somebody signs in with it. */
  const signedIn = async (key: string, after: number) => {
    const c = await completed(d, { key });
    const { signIn } = c.holder;
    // The step that set the app up is taken.
    await d.moveClock(after);
    const { ticket } = ok(await d.desk.checkHolderPassword({ signIn, password: PASSWORD, origin }));
    const shown = {
      kind: 'code',
      factorId: c.factorId,
      code: await authenticatorCode(d, c.seed),
    } as const;
    const answer = await d.desk.enterHolderFactor({ ticket, origin }, { shown, trust: false });
    if (!('token' in answer)) throw new Error(JSON.stringify(answer));
    const session = await d.desk.readHolderSession(answer.token, origin);
    if (!session) throw new Error('not signed in');
    return { c, session };
  };
  /** Whether the password from before and the new one each lead to the second factor. */
  const opens = async ({ holder: { signIn } }: Awaited<ReturnType<typeof signedIn>>['c']) => {
    const opened: boolean[] = [];
    for (const password of [PASSWORD, NEW])
      opened.push('ticket' in (await d.desk.checkHolderPassword({ signIn, password, origin })));
    return opened;
  };
  const wished = async (key: string) => {
    const { c, session } = await signedIn(key, minutes(1));
    const changed = await d.desk.changePassword(session, { password: NEW });
    expect(changed).toHaveProperty('waitsUntil');
    await d.settle();
    return { c, session };
  };

  it('“this was not me” in its message, without signing in, stops it and what the case gave', async () => {
    const { c, session } = await wished('anouk');
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

  it('R26 R32 made by the worker after its wait, and a late no takes it back', async () => {
    const { c } = await wished('fleur');
    await d.moveClock(hours(73));
    await d.settle();
    expect(await opens(c)).toEqual([false, true]);
    ok(await d.desk.veto(c.door));
    await d.settle();
    expect(await opens(c)).toEqual([true, false]);
  });

  it.each([
    ['removed', [true, false]],
    ['kept', [false, true]],
  ] as const)(
    'R26 R32 made at once after a week, and a late no takes it back: %s',
    async (choice, after) => {
      const { c, session } = await signedIn(choice === 'kept' ? 'wouter' : 'yara', days(8));
      const invited = await d.desk.inviteRecoveryContact(session.caller, {
        name: 'Mo',
        address: 'mo@example.org',
      });
      expect(invited).not.toHaveProperty('refused');
      const changed = await d.desk.changePassword(session, { password: NEW });
      expect(changed).not.toHaveProperty('waitsUntil');
      await d.settle();
      const contact = async () =>
        (await accountOf(d, c)).recoveryContacts.map(({ name, end }) => [name, end]);
      expect([await opens(c), await contact()]).toEqual([[false, true], [['Mo', undefined]]]);

      ok(await d.desk.veto(c.door));
      await d.settle();
      const { caseId } = c;
      ok(await d.desk.decideAfterVeto(await fresh(d, 'saskia'), { caseId, choice }));
      await d.settle();
      expect([await opens(c), await contact()]).toEqual([after, [['Mo', 'stopped']]]);
    },
  );
});
