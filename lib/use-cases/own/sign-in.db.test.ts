import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../../../prisma/seed/people';
import { openDesk, type TestDesk } from '../../../test/desk';
import { isOwnRefusal } from '../../domain/account/own/command';

const origin = { address: '192.0.2.77', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/130.0' };

describe('signing in to the own pages', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const ticketOf = async (signIn: string) => {
    const answer = await d.desk.checkHolderPassword({ signIn, password: PASSWORD, origin });
    if ('refused' in answer) throw new Error(answer.refused);
    return { ticket: answer.ticket, origin };
  };

  it('lists exactly what the account has set up', async () => {
    const door = await ticketOf('lotte.meijer@gemeente.example');
    const page = await d.desk.readHolderFactors(door);
    expect(page?.factors.map(({ kind }) => kind)).toEqual([
      'authenticator-app',
      'sms',
      'voice',
      'email-code',
      'backup-codes',
    ]);
  });

  it('lets in with a code by SMS, once', async () => {
    const door = await ticketOf('lotte.meijer@gemeente.example');
    const page = await d.desk.readHolderFactors(door);
    const sms = page?.factors.find(({ kind }) => kind === 'sms');
    const sent = await d.desk.sendSignInCode(door, { factorId: sms?.id ?? '' });
    if (isOwnRefusal(sent)) throw new Error(sent.refused);
    await d.settle();
    const { id, number } = sent.sent;
    const code = d.ports.secrets.code({ purpose: 'sign-in', id, number, digits: 6 });
    const shown = { kind: 'code', factorId: sms?.id ?? '', code } as const;
    const answer = await d.desk.enterHolderFactor(door, { shown, trust: true });
    if (!('token' in answer)) throw new Error(JSON.stringify(answer));
    const session = await d.desk.readHolderSession(answer.token, origin);
    expect(session?.read.account.displayName).toBe('Lotte Meijer');
    expect(session?.fresh).toBe(true);
    expect(await d.desk.enterHolderFactor(door, { shown, trust: false })).toEqual({
      refused: 'ticket-over',
    });
    const again = await ticketOf('lotte.meijer@gemeente.example');
    const skipped = await d.desk.skipSecondFactor(again, answer.deviceToken ?? '');
    expect(skipped?.token).toBeTypeOf('string');
  });
});
