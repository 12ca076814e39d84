import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOf, fresh } from '../../../test/case-stages';
import { doorOf, ok, openCaseFor } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { holderOf } from '../../../test/desk-over';
import { replaceApp } from '../../../test/new-holder';
import { days } from '../../domain/time';

const ADDRESS = 'zus.meijer@example.org';
const origin = { address: '192.0.2.81', userAgent: 'Mozilla/5.0 (Linux) Firefox/130.0' };

describe('a recovery contact vouches in a case', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const newest = () => {
    const [message] = d.inbox.messages({ to: ADDRESS });
    if (!message) throw new Error('nothing was mailed');
    return message;
  };
  const tokenIn = (text: string) => /\/contact\S*#([\w-]{43})/.exec(text)?.[1] ?? '';
  const door = () => ({ presented: tokenIn(newest().text), origin });

  it('R15 R40 with the code that the holder told them, and learns nothing else', async () => {
    const { accountId } = holderOf(d, 'lotte');
    ok(
      await d.desk.inviteContactFor(await fresh(d, 'kees'), {
        accountId,
        name: 'Zus',
        address: ADDRESS,
      }),
    );
    await d.settle();
    ok(await d.desk.acceptAsContact(door()));
    await d.settle();
    await d.moveClock(days(7));
    await d.settle();
    await d.moveClock(days(1));

    const c = await openCaseFor(d, 'lotte', replaceApp);
    const noor = await fresh(d, 'noor');
    const contactId =
      (await d.ports.store.read(noor, { accountId }))?.account.recoveryContacts[0]?.id ?? '';
    const asked = ok(await d.desk.askContact(noor, { caseId: c.caseId, contactId }));
    const proofId = asked.case.proofs.at(-1)?.id ?? '';
    await d.settle();
    const question = newest().text;
    expect(question).toContain('Lotte Meijer');
    expect(question).not.toContain(c.handle);
    expect(question).not.toMatch(/authenticator|vervangen/i);

    const shown = ok(await d.desk.showContactCode(doorOf(c), { proofId }));
    expect(question).not.toContain(shown.code);
    const answer = { spoken: 'known-number', code: shown.code } as const;
    expect(await d.desk.vouch(door(), { ...answer, code: '000000' })).toEqual({
      matched: false,
      entriesLeft: 4,
    });
    expect(ok(await d.desk.vouch(door(), answer))).toEqual({ matched: true });
    const now = await caseOf(d, c);
    expect(now.proofs.map(({ kind, status }) => [kind, status])).toEqual([
      ['recovery-contact', 'given'],
    ]);
    const secret = ok(
      await d.desk.showSecret({ ...doorOf(c), screenToken: shown.screenToken }),
    ).newSecret;
    expect(secret).toMatch(/^(?:[0-9A-Z]{4}-){6}[0-9A-Z]{2}$/);
    expect(await d.desk.vouch(door(), answer)).toMatchObject({ refused: 'no-code-sent' });
  });
});
