import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATIONS } from '../../prisma/seed/people';
import { accountOf, caseOf, chosen, fresh, sentCode, waiting } from '../../test/case-stages';
import { authenticatorCode, doorOf, ok } from '../../test/case-steps';
import { openDesk, type TestDesk } from '../../test/desk';
import { holderOf } from '../../test/desk-over';
import { newHolder } from '../../test/new-holder';
import { quietPost } from '../../test/quiet-post';
import { look } from '../../test/superuser';
import { minutes, seconds } from '../domain/time';

const { zorgpunt } = ORGANISATIONS;

describe('codes and links, tried by others than they were made for', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
    quietPost(d);
  });
  afterAll(() => d.close());

  const appCode = async (key: string) => {
    const { app = '' } = holderOf(d, key);
    return authenticatorCode(d, app);
  };

  describe('R11 a code', () => {
    it('that is not the newest does not work, the newest does, and neither works twice', async () => {
      const c = await chosen(d);
      const [email = ''] = c.holder.emails;
      const old = await sentCode(d, c, email);
      const now = await sentCode(d, c, email);
      expect(now.proofId).toBe(old.proofId);
      expect(ok(await d.desk.enterCode(doorOf(c), old)).matched).toBe(false);
      const given = ok(await d.desk.enterCode(doorOf(c), now));
      expect(given.matched).toBe(true);
      const door = { ...doorOf(c), ...(given.newSecret ? { secret: given.newSecret } : {}) };
      expect(await d.desk.enterCode(door, now)).toEqual({ refused: 'already-proven' });
      const { guard } = await accountOf(d, c);
      expect(guard.failures).toEqual({});
    });

    it('of one proof is not taken for another, nor after its ten minutes', async () => {
      const c = await chosen(d);
      const mail = await sentCode(d, c, c.holder.emails[0] ?? '');
      const sms = await sentCode(d, c, c.holder.phones[0] ?? '');
      expect(
        ok(await d.desk.enterCode(doorOf(c), { proofId: sms.proofId, code: mail.code })).matched,
      ).toBe(mail.code === sms.code);
      await d.moveClock(minutes(10));
      expect(await d.desk.enterCode(doorOf(c), mail)).toEqual({ refused: 'code-expired' });
    });

    it('of a set of backup codes that was replaced proves nothing any more', async () => {
      const c = await chosen(d);
      const { id: accountId, organisationId, factors } = await accountOf(d, c);
      const old = factors.find(({ kind }) => kind === 'backup-codes')?.id ?? '';
      const set = d.secrets.newId();
      await look(
        d,
        `WITH gone AS (UPDATE factor SET removed_at = desk_now() WHERE id = $1)
         INSERT INTO factor (id, organisation_id, account_id, kind, label, started_at, added_at)
         VALUES ($2, $3, $4, 'backup-codes', 'Codes', desk_now(), desk_now() - interval '90 days')`,
        [old, set, organisationId, accountId],
      );
      const code = d.secrets.linkCode({ purpose: 'backup-code', id: old, number: 1 });
      const door = doorOf(c);
      expect(await d.desk.proveWithBackupCode(door, { factorId: old, code })).toHaveProperty(
        'refused',
      );
      const under = await d.desk.proveWithBackupCode(door, { factorId: set, code });
      expect(ok(under).matched).toBe(false);
      const own = d.secrets.linkCode({ purpose: 'backup-code', id: set, number: 1 });
      const right = await d.desk.proveWithBackupCode(door, { factorId: set, code: own });
      expect(ok(right).matched).toBe(true);
    });

    it('R12 a new code, and a new case, begin with the failures of the old one', async () => {
      const key = await newHolder(d);
      const c = await chosen(d, { key });
      const [email = ''] = c.holder.emails;
      const wrongOf = (code: string) => (code === '123456' ? '654321' : '123456');
      for (let i = 0; i < 3; i++) {
        const { proofId, code } = await sentCode(d, c, email);
        ok(await d.desk.enterCode(doorOf(c), { proofId, code: wrongOf(code) }));
      }
      const noor = await fresh(d, 'noor');
      ok(await d.desk.cancel(noor, { caseId: c.caseId, reason: 'the line was cut' }));
      await d.moveClock(minutes(61));
      const again = await chosen(d, { key });
      const next = await sentCode(d, again, email);
      expect(
        ok(await d.desk.enterCode(doorOf(again), { ...next, code: wrongOf(next.code) })).matched,
      ).toBe(false);
      const waits = await d.desk.enterCode(doorOf(again), next);
      expect(waits).toMatchObject({ refused: 'wait-before-retry' });
      await d.moveClock(seconds(61));
      expect(ok(await d.desk.enterCode(doorOf(again), next)).matched).toBe(true);
    });

    it('of an authenticator is taken once, on the holder’s page and at a sign-in', async () => {
      const esra = holderOf(d, 'esra');
      const c = await chosen(d, {
        key: 'esra',
        measures: () => [{ kind: 'add-factor', enrol: 'security-key' }],
      });
      const code = await appCode('esra');
      const factorId = esra.appId ?? '';
      ok(await d.desk.proveWithAuthenticator(doorOf(c), { factorId, code }));
      expect((await caseOf(d, c)).proofs.map((p) => p.status)).toEqual(['given']);
      const signIn = {
        organisationId: zorgpunt.id,
        accountId: esra.accountId,
        factorId,
        country: 'NL',
        device: 'phone',
        origin: doorOf(c).origin,
      };
      expect(await d.desk.signInHolder({ ...signIn, code })).toEqual({ refused: 'code-used-up' });
      ok(
        await d.desk.cancel(await fresh(d, 'noor'), {
          caseId: c.caseId,
          reason: 'the line was cut',
        }),
      );
      const again = await chosen(d, {
        key: 'esra',
        measures: () => [{ kind: 'add-factor', enrol: 'security-key' }],
      });
      expect(
        ok(await d.desk.proveWithAuthenticator(doorOf(again), { factorId, code })).matched,
      ).toBe(false);
      await d.moveClock(seconds(60));
      const later = await appCode('esra');
      expect(
        ok(await d.desk.proveWithAuthenticator(doorOf(again), { factorId, code: later })).matched,
      ).toBe(true);
      expect((await accountOf(d, again)).guard.failures).toEqual({});
    });
  });

  describe('R18 R26 a link', () => {
    const linkOf = async (c: { caseId: string }) => {
      const [row] = await look<{ notice_id: string }>(
        d,
        'SELECT notice_id FROM link WHERE case_id = $1 ORDER BY created_at LIMIT 1',
        [c.caseId],
      );
      return { purpose: 'veto' as const, id: row?.notice_id ?? '', number: 0 };
    };
    const origin = { address: '198.51.100.9', userAgent: 'mail' };

    it('stops its own case and no other, and once', async () => {
      const [c, other] = [await waiting(d), await waiting(d)];
      const presented = d.secrets.linkToken(await linkOf(c));
      expect(await d.desk.vetoByLink({ presented, origin })).toEqual({ status: 'vetoed' });
      expect((await caseOf(d, other)).status).toBe('waiting');
      expect(await d.desk.vetoByLink({ presented, origin })).toEqual({
        refused: 'wrong-status',
        status: 'vetoed',
      });
      expect((await accountOf(d, other)).guard.contestedUntil).toBeUndefined();
    });

    it('can be typed by its code, with whatever stands between its letters', async () => {
      const c = await waiting(d);
      const code = d.secrets.linkCode(await linkOf(c));
      const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
      expect(await d.desk.vetoByLink({ presented: typed, origin })).toEqual({ status: 'vetoed' });
    });

    it('that is made up is refused alike, and counted', async () => {
      const c = await waiting(d);
      const of = await linkOf(c);
      const madeUp = [
        '',
        'AAAA-AAAA-AAAA-AAAA',
        c.handle,
        d.secrets.hash(d.secrets.linkToken(of)),
        d.secrets.linkToken({ ...of, number: 1 }),
        d.secrets.linkToken({ ...of, purpose: 'act' }),
      ];
      const guesser = { address: '198.51.100.99', userAgent: 'guess' };
      for (const presented of madeUp)
        expect(await d.desk.vetoByLink({ presented, origin: guesser })).toEqual({
          refused: 'not-found',
        });
      for (let i = madeUp.length; i < 31; i++)
        await d.desk.vetoByLink({ presented: `guess ${i}`, origin: guesser });
      const [tried] = await look<{ n: number }>(
        d,
        `SELECT sum(count)::int AS n FROM anonymous_denial WHERE address = $1 AND code = 'too-fast'`,
        [guesser.address],
      );
      expect(tried?.n).toBe(1);
      expect((await caseOf(d, c)).status).toBe('waiting');
      // Nobody can keep the owner's no away by guessing from the same address.
      const presented = d.secrets.linkToken(of);
      expect(await d.desk.vetoByLink({ presented, origin: guesser })).toEqual({ status: 'vetoed' });
    });
  });
});
