import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOf, chosen, executing, fresh, sentCode } from '../../../test/case-stages';
import { doorOf as caseDoor, ok } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { guardOf, report, reportsOf, signInCode, wayToReport } from '../../../test/not-asked-steps';
import {
  doorOf,
  granted,
  LAPTOP,
  ownHolder,
  sentCodeOf,
  showBackupCode,
  showCode,
} from '../../../test/own-steps';
import { look } from '../../../test/superuser';
import { forgetSignIns } from '../../adapters/db/forget-sign-ins';
import { days, minutes } from '../../domain/time';

const SAME = { refused: 'not-found' };

describe('“I did not ask for this”', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  describe('R43 of a sign-in code', () => {
    it('ends that sign-in and stands in the history as reported, with where it came from', async () => {
      const holder = await ownHolder(d);
      const { door, factorId, sent, code } = await signInCode(d, holder);
      expect(await report(d, code)).toEqual({});
      expect(await showCode(d, door, factorId, sentCodeOf(d, sent))).toEqual({
        refused: 'ticket-over',
      });
      expect(await d.desk.readHolderFactors(door)).toBeUndefined();
      expect(
        await look(d, 'SELECT outcome, address, device FROM sign_in WHERE account_id = $1', [
          holder.accountId,
        ]),
      ).toEqual([{ outcome: 'reported', address: LAPTOP.address, device: 'Firefox, Windows' }]);
      expect(await reportsOf(d, holder.accountId)).toEqual(['not-asked-reported']);
      const guard = await guardOf(d, holder.accountId);
      expect(guard.notAsked).toEqual([expect.objectContaining({ over: 'sign-in' })]);
      expect(guard.contestedUntil).toBeUndefined();
    });

    it('leaves every other sign-in alone, and begins none', async () => {
      const holder = await ownHolder(d);
      const other = await doorOf(d, holder);
      const { code } = await signInCode(d, holder);
      expect(await report(d, code)).toEqual({});
      expect(
        await look(
          d,
          'SELECT FROM account_session WHERE account_id = $1 AND token_hash IS NOT NULL',
          [holder.accountId],
        ),
      ).toEqual([]);
      expect(await showBackupCode(d, other, 1)).toHaveProperty('token');
    });

    it('said twice, by the link or the typed code, in any writing: once on record, the same answer', async () => {
      const holder = await ownHolder(d);
      const { code } = await signInCode(d, holder);
      for (const written of [code, ` ${code.toLowerCase()} `, code.replaceAll('-', ' ')])
        expect(await report(d, written)).toEqual({});
      expect(await reportsOf(d, holder.accountId)).toEqual(['not-asked-reported']);
    });

    it('of a sign-in that came through only has it kept', async () => {
      const holder = await ownHolder(d);
      const { door, factorId, sent, code } = await signInCode(d, holder);
      const answer = await showCode(d, door, factorId, sentCodeOf(d, sent));
      expect(answer).toHaveProperty('token');
      expect(await report(d, code)).toEqual({});
      const token = 'token' in answer ? answer.token : '';
      expect(await d.desk.readHolderSession(token, LAPTOP)).toBeDefined();
      expect(await reportsOf(d, holder.accountId)).toEqual(['not-asked-reported']);
    });
  });

  describe('R43 of a code in a case', () => {
    const asked = async () => {
      const c = await chosen(d);
      const [address = ''] = c.holder.emails;
      const sent = await sentCode(d, c, address);
      await d.settle();
      return { c, sent, address, ...wayToReport(d, address) };
    };

    it('R18 the mail has the token in the fragment only, and another code beside it', async () => {
      const { address, token = '', code, sent } = await asked();
      const [mail] = d.inbox.messages({ to: address });
      for (const form of [mail?.text ?? '', mail?.html ?? '']) {
        expect(form.split(token)).toHaveLength(2);
        expect(form.split(token)[0]).toMatch(/http:\/\/localhost:3000\/not-asked#$/);
        expect(form).toContain(code);
      }
      expect(mail?.subject).not.toContain(code);
      expect(mail?.text).toContain(sent.code);
      expect(token).toHaveLength(43);
    });

    it('kills that code, pauses the case, and the next code works when it goes on', async () => {
      const { c, sent, address, token = '' } = await asked();
      expect(await report(d, token)).toEqual({});
      expect((await caseOf(d, c)).status).toBe('paused');
      expect(await d.desk.enterCode(caseDoor(c), sent)).toMatchObject({ refused: 'wrong-status' });
      expect(await reportsOf(d, c.holder.accountId)).toEqual(['code-not-asked', 'case-paused']);
      await d.moveClock(days(1));
      await d.settle();
      expect((await caseOf(d, c)).status).toBe('collecting');
      expect(await d.desk.enterCode(caseDoor(c), sent)).toEqual({ refused: 'code-expired' });
      const next = await sentCode(d, c, address);
      expect(ok(await d.desk.enterCode(caseDoor(c), next)).matched).toBe(true);
      // The timeline says who was asked, and how: by the link of a message.
      const [event] = await look<{ actor: object }>(
        d,
        "SELECT actor FROM event WHERE case_id = $1 AND type = 'code-not-asked'",
        [c.caseId],
      );
      expect(event?.actor).toEqual({ kind: 'holder', via: 'link' });
    });

    it('R11 of an older code kills nothing that is newer', async () => {
      const { c, address, code } = await asked();
      const next = await sentCode(d, c, address);
      expect(await report(d, code)).toEqual({});
      await d.moveClock(minutes(1));
      const challenge = (await caseOf(d, c)).proofs[0]?.challenge;
      expect(challenge?.id).toBeDefined();
      expect((challenge?.expiresAt ?? '') > (await d.ports.store.now())).toBe(true);
      expect(next.proofId).toBe((await caseOf(d, c)).proofs[0]?.id);
    });

    it('after the case ended only has it kept', async () => {
      const { c, code } = await asked();
      ok(
        await d.desk.cancel(await fresh(d, 'noor'), {
          caseId: c.caseId,
          reason: 'the line was cut',
        }),
      );
      expect(await report(d, code)).toEqual({});
      expect((await caseOf(d, c)).status).toBe('cancelled');
      expect(await reportsOf(d, c.holder.accountId)).toEqual(['code-not-asked']);
      expect((await guardOf(d, c.holder.accountId)).notAsked).toHaveLength(1);
    });
  });

  it('R43 of a code that confirms something new: the wish is over, the session stays', async () => {
    const holder = await ownHolder(d);
    const signedIn = granted(await showBackupCode(d, await doorOf(d, holder), 1));
    const session = async () => {
      const found = await d.desk.readHolderSession(
        'token' in signedIn ? signedIn.token : '',
        LAPTOP,
      );
      if (!found) throw new Error('signed out');
      return found;
    };
    const address = `new.${holder.key}@example.com`;
    granted(await d.desk.offerContactPoint(await session(), { kind: 'email', text: address }));
    await d.settle();
    expect((await session()).session.confirming).toBeDefined();
    expect(await report(d, wayToReport(d, address).code)).toEqual({});
    expect((await session()).session.confirming).toBeUndefined();
    expect((await guardOf(d, holder.accountId)).notAsked).toEqual([
      expect.not.objectContaining({ contactPointId: expect.anything() }),
    ]);
  });

  it('R43 of a code for what a case gives: that code is dead, the enrolment is not', async () => {
    const c = await executing(d, {
      measures: ({ appId = '' }) => [{ kind: 'replace-factor', factorId: appId, enrol: 'sms' }],
    });
    await d.settle();
    const number = '+31655550143';
    const started = async () => {
      ok(await d.desk.startEnrolmentOver(c.door, { text: number }));
      await d.settle();
      const { code, factorId = '' } = (await caseOf(d, c)).enrolment ?? {};
      if (!code) throw new Error('no code was sent');
      const { id, digits } = code;
      return {
        factorId,
        code: d.secrets.code({ purpose: 'enrolment', id, number: code.number, digits }),
      };
    };
    const first = await started();
    expect(await report(d, wayToReport(d, number).code)).toEqual({});
    expect(await d.desk.confirmEnrolment(c.door, first)).toEqual({ refused: 'code-expired' });
    expect((await caseOf(d, c)).status).toBe('executing');
    expect((await guardOf(d, c.accountId)).notAsked?.[0]?.over).toBe('enrolment');
    expect(await d.desk.confirmEnrolment(c.door, await started())).toEqual({ matched: true });
  });

  it('R43 R42 of a code for a request without a call: the request is over', async () => {
    const holder = await ownHolder(d);
    const asked = await d.desk.askRecovery({
      signIn: holder.signIn,
      symptom: 'app-lost',
      over: 'email',
      origin: LAPTOP,
    });
    if (!('token' in asked)) throw new Error(asked.refused);
    await d.settle();
    const address = holder.emails.find((email) => d.inbox.messages({ to: email })[0]) ?? '';
    expect(await report(d, wayToReport(d, address).code)).toEqual({});
    const text = d.inbox.messages({ to: address })[0]?.text ?? '';
    const code = /^\s+(\d{6})$/m.exec(text)?.[1] ?? '';
    expect(await d.desk.answerRequest({ ...asked, origin: LAPTOP, code })).toEqual({
      refused: 'code-wrong',
    });
    expect((await guardOf(d, holder.accountId)).notAsked?.[0]?.over).toBe('request');
  });

  describe('R14 R18 what is not right', () => {
    it('unknown, of another purpose, and too old look alike; and a GET of nothing changes nothing', async () => {
      const holder = await ownHolder(d);
      const { code } = await signInCode(d, holder);
      const veto = d.secrets.linkCode({ purpose: 'veto', id: holder.accountId, number: 0 });
      expect(await report(d, veto)).toEqual(SAME);
      expect(await report(d, d.secrets.newToken())).toEqual(SAME);
      expect(await report(d, '')).toEqual(SAME);
      await d.moveClock(days(30));
      expect(await report(d, code)).toEqual(SAME);
      expect(await reportsOf(d, holder.accountId)).toEqual([]);
    });

    it('guesses are counted per address, and a right one is never refused for them', async () => {
      const holder = await ownHolder(d);
      const { code } = await signInCode(d, holder);
      const address = '203.0.113.99';
      for (let i = 0; i < 31; i++) expect(await report(d, `guess-${i}`, address)).toEqual(SAME);
      const denied = await look<{ code: string; count: number }>(
        d,
        "SELECT code, count FROM anonymous_denial WHERE action = 'report-not-asked' AND address = $1 ORDER BY code",
        [address],
      );
      expect(denied.map((row) => row.code)).toEqual(['not-found', 'too-fast']);
      expect(await report(d, code, address)).toEqual({});
    });

    it('says to nobody what it is about: tokens and codes stand hashed, without an address', async () => {
      const holder = await ownHolder(d);
      const { code, token = 'none' } = await signInCode(d, holder);
      const [rows] = await look<{ text: string }>(
        d,
        "SELECT string_agg(l::text, ' ') AS text FROM code_link l WHERE account_id = $1",
        [holder.accountId],
      );
      for (const secret of [code, code.replaceAll('-', ''), token, holder.phones[0] ?? ''])
        expect(rows?.text).not.toContain(secret);
    });
  });

  it('R43 the links are forgotten after 30 days, and not before, whatever the worker tries', async () => {
    const holder = await ownHolder(d);
    await signInCode(d, holder);
    const left = async () =>
      (await look(d, 'SELECT FROM code_link WHERE account_id = $1', [holder.accountId])).length;
    expect(await left()).toBe(2);
    await d.moveClock(days(30) - minutes(1));
    await forgetSignIns(d.workerPool);
    expect(await left()).toBe(2);
    const client = await d.workerPool.connect();
    try {
      await client.query(
        `BEGIN; SELECT set_config('regain.organisations', '${holder.organisationId}', true)`,
      );
      const { rowCount } = await client.query('DELETE FROM code_link WHERE account_id = $1', [
        holder.accountId,
      ]);
      expect(rowCount).toBe(0);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
    await d.moveClock(minutes(1));
    await forgetSignIns(d.workerPool);
    expect(await left()).toBe(0);
  });
});
