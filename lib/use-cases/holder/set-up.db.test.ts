import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountOf, caseOf, chosen, fresh, type Stage, sentCode } from '../../../test/case-stages';
import { codeIn, doorOf, ok } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { look } from '../../../test/superuser';
import type { Measure } from '../../domain/case/measure';
import { type Duration, days, hours } from '../../domain/time';

const PASSWORD = 'nieuw-en-alleen-van-mij';

/** What a case gives beside an app or a key: codes over a number, another contact point, a browser, a password. */
describe('what the holder sets up in a case', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const pointOf = async (c: Pick<Stage, 'caseId' | 'by'>, address: string) => {
    const account = await accountOf(d, c);
    return account.contactPoints.find((p) => p.address === address && !p.removedAt);
  };

  const numbersOf = async (c: Pick<Stage, 'caseId' | 'by'>): Promise<string[]> =>
    (await accountOf(d, c)).contactPoints
      .filter((p) => p.kind === 'phone' && !p.removedAt)
      .map(({ address }) => address);

  /** Proven over both mailboxes, so that the number may go; the wait is over and the enrolment open. */
  const ready = async (
    wish: (c: Stage) => Promise<Measure[]>,
    wait: Duration = hours(48),
  ): Promise<Stage> => {
    const opened = await chosen(d);
    const c: Stage = { ...opened, accountId: opened.holder.accountId, door: doorOf(opened) };
    const { caseId } = c;
    ok(await d.desk.chooseMeasures(await fresh(d, c.by), { caseId, measures: await wish(c) }));
    let { door } = c;
    for (const address of c.holder.emails) {
      const { proofId, code } = await sentCode(d, c, address);
      const { screenToken, newSecret } = ok(await d.desk.enterCode(door, { proofId, code }));
      door = { ...door, screenToken, ...(newSecret ? { secret: newSecret } : {}) };
    }
    const asked = ok(await d.desk.askApproval(await fresh(d, c.by), { caseId }));
    const planHash = asked.case.planHash ?? '';
    ok(await d.desk.approve(await fresh(d, 'pim'), { caseId, planHash }));
    await d.settle();
    for (let half = 0; half < 2; half++) {
      await d.moveClock(wait / 2);
      await d.worker.ringAlarm({
        subject: 'case',
        id: caseId,
        organisationId: (await caseOf(d, c)).organisationId,
      });
      await d.settle();
    }
    expect((await caseOf(d, c)).status).toBe('executing');
    return { ...c, door };
  };

  const toSms = (c: Stage): Promise<Measure[]> =>
    Promise.resolve([{ kind: 'replace-factor', factorId: c.holder.appId ?? '', enrol: 'sms' }]);
  const otherNumber = async (c: Stage): Promise<Measure[]> => {
    const point = await pointOf(c, c.holder.phones[0] ?? '');
    return [{ kind: 'change-contact-point', contactPointId: point?.id ?? '', point: 'phone' }];
  };
  const password = (): Promise<Measure[]> => Promise.resolve([{ kind: 'new-password' }]);

  const codeAt = async (address: string): Promise<string> => {
    await d.settle();
    return codeIn(d.inbox.messages({ to: address })[0]?.text ?? '') ?? 'no code came';
  };
  /** The newest code, without waiting for the post: a call says it digit by digit. */
  const newestCode = async (c: Stage): Promise<string> => {
    const { id = '', number = 0, digits = 6 } = (await caseOf(d, c)).enrolment?.code ?? {};
    return d.secrets.code({ purpose: 'enrolment', id, number, digits });
  };
  const confirm = async (c: Stage, code: string) => {
    const factorId = (await caseOf(d, c)).enrolment?.factorId ?? '';
    return d.desk.confirmEnrolment(c.door, { factorId, code });
  };
  const passwordRight = async (c: Stage, typed: string) => {
    const [row] = await look<{ hash: string }>(
      d,
      'SELECT password_hash AS hash FROM account WHERE id = $1',
      [c.accountId],
    );
    return d.secrets.passwordMatches(row?.hash, typed);
  };

  it('codes by SMS to a new number, in whatever writing: it comes on file when its code was answered', async () => {
    const c = await ready(toSms);
    ok(await d.desk.startEnrolmentOver(c.door, { text: '06 - 55 55 01 01' }));
    expect(await pointOf(c, '+31655550101')).toBeUndefined();
    expect(await confirm(c, '000000')).toEqual({ matched: false });
    expect(await confirm(c, await codeAt('+31655550101'))).toEqual({ matched: true });
    await d.settle();
    expect((await caseOf(d, c)).status).toBe('completed');
    const point = await pointOf(c, '+31655550101');
    expect(point).toMatchObject({ source: 'case', givenByCase: c.caseId, smsCapable: true });
    const factor = (await accountOf(d, c)).factors.find((f) => f.givenByCase === c.caseId);
    expect(factor).toMatchObject({ kind: 'sms', contactPointId: point?.id });
    const [word] = await look(d, 'SELECT word FROM account_word WHERE account_id = $1', [
      c.accountId,
    ]);
    expect(word).toBeDefined();
  });

  it("a landline, nonsense, and somebody else's contact point are refused, and change nothing", async () => {
    const c = await ready(toSms);
    const other = await chosen(d);
    const theirs = (await accountOf(d, other)).contactPoints.find((p) => p.kind === 'phone');
    const tries = [
      { text: '030 123 45 67' },
      { text: 'dat weet ik niet' },
      { contactPointId: theirs?.id ?? '' },
    ];
    const answers = [];
    for (const typed of tries) answers.push(await d.desk.startEnrolmentOver(c.door, typed));
    expect(answers).toEqual([
      { problem: 'phone-no-sms' },
      { problem: 'phone-unreadable' },
      { refused: 'contact-point-unknown' },
    ]);
    expect((await caseOf(d, c)).enrolment?.code).toBeUndefined();
    const { secret: _, ...without } = c.door;
    expect(await d.desk.startEnrolmentOver(without, { text: '0655550102' })).toEqual({
      refused: 'enrolment-closed',
    });
  });

  it('a code that was sent again kills the one before it, and a call says the new one', async () => {
    const c = await ready(toSms);
    ok(await d.desk.startEnrolmentOver(c.door, { text: '0655550103' }));
    const first = await codeAt('+31655550103');
    ok(await d.desk.sendEnrolmentCode(c.door, { byVoice: true }));
    const second = await newestCode(c);
    await d.settle();
    expect(d.inbox.messages({ to: '+31655550103' })[0]?.channel).toBe('voice');
    expect(await confirm(c, first)).toEqual({ matched: false });
    expect(await confirm(c, second)).toEqual({ matched: true });
  });

  it('R12 guesses wait, whatever number is tried next', async () => {
    const c = await ready(toSms);
    ok(await d.desk.startEnrolmentOver(c.door, { text: '0655550104' }));
    for (let n = 0; n < 3; n++) await confirm(c, '000000');
    expect(await confirm(c, await codeAt('+31655550104'))).toMatchObject({
      refused: 'wait-before-retry',
    });
    expect(await d.desk.startEnrolmentOver(c.door, { text: '0655550105' })).toMatchObject({
      refused: 'wait-before-retry',
    });
  });

  it('another number: the old one and what rested on it go, the factor moves along', async () => {
    const c = await ready(otherNumber, days(7));
    const old = c.holder.phones[0] ?? '';
    ok(await d.desk.startEnrolmentOver(c.door, { text: '+31 6 5555 0106' }));
    expect(await confirm(c, await codeAt('+31655550106'))).toEqual({ matched: true });
    await d.settle();
    expect((await caseOf(d, c)).status).toBe('completed');
    expect(await pointOf(c, old)).toBeUndefined();
    const now = await pointOf(c, '+31655550106');
    const sms = (await accountOf(d, c)).factors.filter((f) => f.kind === 'sms');
    expect(sms.map((f) => [f.removedAt !== undefined, f.contactPointId === now?.id])).toEqual([
      [true, false],
      [false, true],
    ]);
    const told = d.inbox.messages({ to: old })[0];
    expect(told?.text).toContain('Zorgpunt');
  });

  it('R26 a late no takes the new number off file; kept after all, it is back', async () => {
    const c = await ready(otherNumber, days(7));
    ok(await d.desk.startEnrolmentOver(c.door, { text: '0655550107' }));
    await confirm(c, await codeAt('+31655550107'));
    await d.settle();
    ok(await d.desk.veto(c.door));
    await d.settle();
    expect(await pointOf(c, '+31655550107')).toBeUndefined();
    const kept = { caseId: c.caseId, choice: 'kept' as const };
    ok(await d.desk.decideAfterVeto(await fresh(d, 'saskia'), kept));
    await d.settle();
    expect(await pointOf(c, '+31655550107')).toBeDefined();
  });

  it('R26 decided that it goes, the number that the case took off file is back', async () => {
    const c = await ready(otherNumber, days(7));
    const before = await numbersOf(c);
    ok(await d.desk.startEnrolmentOver(c.door, { text: '0655550109' }));
    await confirm(c, await codeAt('+31655550109'));
    await d.settle();
    expect(await numbersOf(c)).toEqual(['+31655550109']);
    ok(await d.desk.veto(c.door));
    await d.settle();
    const removed = { caseId: c.caseId, choice: 'removed' as const };
    ok(await d.desk.decideAfterVeto(await fresh(d, 'saskia'), removed));
    await d.settle();
    expect([before.length, await numbersOf(c)]).toEqual([1, before]);
  });

  it('R26 and it does not stand on file twice, where it was put back meanwhile', async () => {
    const c = await ready(otherNumber, days(7));
    const before = await numbersOf(c);
    ok(await d.desk.startEnrolmentOver(c.door, { text: '0655550110' }));
    await confirm(c, await codeAt('+31655550110'));
    await d.settle();
    ok(await d.desk.veto(c.door));
    await d.settle();
    await look(
      d,
      `INSERT INTO contact_point (id, organisation_id, account_id, kind, address, source, added_at, opens_with_account,
         sms_capable) SELECT gen_random_uuid(), organisation_id, id, 'phone', $2, 'staff', desk_now(), false, true
       FROM account WHERE id = $1`,
      [c.accountId, before[0]],
    );
    const removed = { caseId: c.caseId, choice: 'removed' as const };
    ok(await d.desk.decideAfterVeto(await fresh(d, 'saskia'), removed));
    await d.settle();
    expect(await numbersOf(c)).toEqual(before);
  });

  it('a browser that is asked from now on is trusted only then, and outlives the others', async () => {
    const c = await ready(async () => [{ kind: 'add-factor', enrol: 'push' }]);
    const begun = ok(await d.desk.startEnrolment(c.door));
    if (begun.kind !== 'push') throw new Error('another factor was asked for');
    const { factorId, deviceToken } = begun;
    const trusted = () =>
      look<{ id: string }>(
        d,
        'SELECT id FROM trusted_device WHERE account_id = $1 AND revoked_at IS NULL',
        [c.accountId],
      );
    expect((await trusted()).map(({ id }) => id)).not.toContain(factorId);
    expect(await d.desk.confirmEnrolment(c.door, { factorId, deviceToken: 'stolen' })).toEqual({
      matched: false,
    });
    ok(await d.desk.confirmEnrolment(c.door, { factorId, deviceToken }));
    await d.settle();
    expect((await caseOf(d, c)).status).toBe('completed');
    expect(await trusted()).toEqual([{ id: factorId }]);
    expect(await d.ports.holders.findDevice(d.secrets.hash(deviceToken))).toMatchObject({
      deviceId: factorId,
    });
  });

  it('R45 a new password is in force after its case, and nowhere but as a hash', async () => {
    const c = await ready(password, days(7));
    expect(await d.desk.chooseCasePassword(c.door, { password: 'welkom123' })).toEqual({
      problem: 'obvious',
    });
    ok(await d.desk.chooseCasePassword(c.door, { password: PASSWORD }));
    expect(await passwordRight(c, PASSWORD)).toBe(false);
    await d.settle();
    expect((await caseOf(d, c)).status).toBe('completed');
    expect(await passwordRight(c, PASSWORD)).toBe(true);
    const [events] = await look<{ n: number }>(
      d,
      `SELECT count(*)::int AS n FROM event WHERE data::text LIKE '%argon2%' OR data::text LIKE $1`,
      [`%${PASSWORD}%`],
    );
    expect(events?.n).toBe(0);
  });

  it('R26 after a late no the password from before the case is back', async () => {
    const c = await ready(password, days(7));
    const before = 'van-voor-de-zaak-zelf';
    const hash = await d.secrets.hashPassword(before);
    await look(d, 'UPDATE account SET password_hash = $2 WHERE id = $1', [c.accountId, hash]);
    ok(await d.desk.chooseCasePassword(c.door, { password: PASSWORD }));
    await d.settle();
    ok(await d.desk.veto(c.door));
    await d.settle();
    expect([await passwordRight(c, PASSWORD), await passwordRight(c, before)]).toEqual([
      false,
      true,
    ]);
  });

  it('R15 without the case secret no password costs the desk a hash', async () => {
    const c = await ready(password, days(7));
    const { secret: _, ...without } = c.door;
    expect(await d.desk.chooseCasePassword(without, { password: PASSWORD })).toEqual({
      refused: 'secret-needed',
    });
  });
});
