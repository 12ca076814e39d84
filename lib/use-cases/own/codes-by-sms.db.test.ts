import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type TestDesk } from '../../../test/desk';
import {
  doorOf,
  granted,
  ownHolder,
  sessionOf,
  showBackupCode,
  withPolicy,
} from '../../../test/own-steps';
import { look } from '../../../test/superuser';
import { minutes, seconds } from '../../domain/time';

describe('backup codes by SMS', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const made = async (organisation: 'zorgpunt' | 'gemeente' = 'zorgpunt') => {
    const holder = await ownHolder(d, { organisation });
    const door = await doorOf(d, holder);
    const { caller, read } = await sessionOf(d, await showBackupCode(d, door, 1));
    const phone = read.account.contactPoints.find(({ kind }) => kind === 'phone');
    const { codes, factorId } = granted(await d.desk.newBackupCodes(caller));
    return { holder, caller, codes, factorId, contactPointId: phone?.id ?? '' };
  };

  it('is refused where the organisation does not allow it', async () => {
    const { caller, factorId, contactPointId } = await made('gemeente');
    expect(await d.desk.sendBackupCodes(caller, { factorId, contactPointId })).toEqual({
      refused: 'not-allowed',
    });
  });

  it('R10 R13 R45 goes once to the number, is told everywhere, and stands in no row', async () => {
    const { holder, caller, codes, factorId, contactPointId } = await made();
    await withPolicy(d, holder.organisationId, { backupCodesBySms: true });
    const send = () => d.desk.sendBackupCodes(caller, { factorId, contactPointId });
    const both = await Promise.all([send(), send()]);
    expect(both.filter((answer) => 'refused' in answer)).toEqual([{ refused: 'nothing-to-do' }]);
    await d.settle();
    const texts = d.inbox.messages({ to: holder.phones[0] ?? '' }).map(({ text }) => text);
    const [sms, ...more] = texts.filter((text) => text.includes(codes[0] ?? ''));
    expect(more).toEqual([]);
    for (const code of codes) expect(sms).toContain(code);
    expect(sms).toContain('Zorgpunt');
    expect(sms).toContain('Niemand vraagt je hierom');
    const mails = holder.emails.map((to) => d.inbox.messages({ to }).map(({ text }) => text));
    for (const told of mails) {
      expect(told.join()).toContain('per sms naar je telefoon gestuurd');
      for (const code of codes) expect(told.join()).not.toContain(code);
    }
    const rows = await look<{ text: string }>(
      d,
      `SELECT t::text AS text FROM effect t WHERE account_id = $1
       UNION ALL SELECT t::text FROM message_attempt t WHERE account_id = $1
       UNION ALL SELECT t::text FROM event t WHERE account_id = $1
       UNION ALL SELECT t::text FROM factor t WHERE account_id = $1`,
      [holder.accountId],
    );
    expect(rows.some(({ text }) => codes.some((code) => text.includes(code)))).toBe(false);
    // What arrived is the set that works.
    const door = await doorOf(d, holder);
    const shown = { kind: 'code', factorId, code: codes[3] ?? '' } as const;
    expect(await d.desk.enterHolderFactor(door, { shown, trust: false })).toHaveProperty('token');
  });

  it('a set that was replaced before its message went out is not sent', async () => {
    const { holder, caller, codes, factorId, contactPointId } = await made();
    granted(await d.desk.sendBackupCodes(caller, { factorId, contactPointId }));
    granted(await d.desk.newBackupCodes(caller));
    await d.settle();
    const texts = d.inbox.messages({ to: holder.phones[0] ?? '' }).map(({ text }) => text);
    expect(texts.join()).not.toContain(codes[0]);
  });

  it('not ten minutes later', async () => {
    const { holder, factorId, contactPointId } = await made();
    await d.moveClock(minutes(10) + seconds(1));
    const door = await doorOf(d, holder);
    const { caller } = await sessionOf(d, await showBackupCode(d, door, 2));
    expect(await d.desk.sendBackupCodes(caller, { factorId, contactPointId })).toEqual({
      refused: 'nothing-to-do',
    });
  });
});
