import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOf, waiting } from '../../../test/case-stages';
import { openDesk, type TestDesk } from '../../../test/desk';
import { guardOf, report, reportsOf, wayToReport } from '../../../test/not-asked-steps';
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

  describe('R43 "I did not ask for this", of codes by SMS', () => {
    const sent = async () => {
      const one = await made();
      await withPolicy(d, one.holder.organisationId, { backupCodesBySms: true });
      const { caller, factorId, contactPointId } = one;
      granted(await d.desk.sendBackupCodes(caller, { factorId, contactPointId }));
      await d.settle();
      const sms = d.inbox
        .messages({ to: one.holder.phones[0] ?? '' })
        .find(({ text }) => text.includes(one.codes[0] ?? ''));
      return { ...one, sms: sms?.text ?? '', ...wayToReport(d, one.holder.phones[0] ?? '') };
    };

    it('R18 stands in the message, as a code to type that is none of the set', async () => {
      const { sms, code, codes } = await sent();
      expect(sms).toContain(`localhost:3000/not-asked ${code}`);
      expect(codes).not.toContain(code);
      expect(sms).not.toContain('#');
      // A code of the set disowns nothing.
      expect(await report(d, codes[0] ?? '')).toEqual({ refused: 'not-found' });
    });

    it('said, by who is not signed in: that set is dead, everybody on file hears it, the rest stays', async () => {
      const { holder, caller, factorId, code, codes } = await sent();
      const before = holder.emails.map((to) => d.inbox.messages({ to }).length);
      expect(await report(d, code)).toEqual({});
      expect(await report(d, code)).toEqual({});
      await d.settle();
      const door = await doorOf(d, holder);
      const shown = { kind: 'code', factorId, code: codes[3] ?? '' } as const;
      expect(await d.desk.enterHolderFactor(door, { shown, trust: false })).toEqual({
        refused: 'factor-unavailable',
      });
      expect(
        await look(
          d,
          `SELECT kind FROM factor WHERE account_id = $1 AND removed_at IS NULL ORDER BY kind`,
          [holder.accountId],
        ),
      ).not.toContainEqual({ kind: 'backup-codes' });
      for (const [i, to] of holder.emails.entries()) {
        const told = d.inbox.messages({ to });
        expect(told).toHaveLength((before[i] ?? 0) + 1);
        expect(told[0]?.text).toContain('Je back-upcodes werken niet meer');
      }
      expect(await reportsOf(d, holder.accountId)).toEqual(['not-asked-reported']);
      expect(
        await look<{ actor: object }>(
          d,
          `SELECT actor, data->>'factorId' AS "factorId" FROM event
           WHERE account_id = $1 AND type = 'holder-factor-removed'`,
          [holder.accountId],
        ),
      ).toEqual([{ actor: expect.objectContaining({ via: 'link' }), factorId }]);
      expect((await guardOf(d, holder.accountId)).notAsked).toEqual([
        expect.objectContaining({ over: 'backup-codes' }),
      ]);
      // Whoever is signed in stays so, and may make a new set.
      granted(await d.desk.newBackupCodes(caller));
    });

    it('of a set that was replaced since: it is kept, and the new one works', async () => {
      const { holder, caller, code } = await sent();
      const newer = granted(await d.desk.newBackupCodes(caller));
      expect(await report(d, code)).toEqual({});
      const { factorId } = newer;
      const shown = { kind: 'code', factorId, code: newer.codes[0] ?? '' } as const;
      const door = await doorOf(d, holder);
      expect(await d.desk.enterHolderFactor(door, { shown, trust: false })).toHaveProperty('token');
      expect(await reportsOf(d, holder.accountId)).toEqual(['not-asked-reported']);
    });

    it('pauses the open case of the account, once', async () => {
      const { holder, code } = await sent();
      const open = await waiting(d, { key: holder.key });
      expect(await report(d, code)).toEqual({});
      expect(await report(d, code)).toEqual({});
      expect((await caseOf(d, open)).pause).toMatchObject({ reason: 'not-asked' });
      expect(await reportsOf(d, holder.accountId)).toEqual([
        'not-asked-reported',
        'code-not-asked',
        'case-paused',
      ]);
    });
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
