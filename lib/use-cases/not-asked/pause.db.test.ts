import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asked, caseOf, chosen, fresh, waiting } from '../../../test/case-stages';
import { ok } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { guardOf, report, reportsOf, signInCode } from '../../../test/not-asked-steps';
import { ownHolder } from '../../../test/own-steps';
import { look } from '../../../test/superuser';
import { between, hours, minutes } from '../../domain/time';

describe('R43 a case that “I did not ask for this” pauses', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const scene = async () => {
    const holder = await ownHolder(d);
    return { holder, open: await waiting(d, { key: holder.key }) };
  };
  const statusOf = async (open: Parameters<typeof caseOf>[1]) => (await caseOf(d, open)).status;
  const left = async (open: Parameters<typeof caseOf>[1]) =>
    between(await d.ports.store.now(), (await caseOf(d, open)).wait?.endsAt ?? '');

  it('by a sign-in code, for 24 h, and goes on by alarm with what was left of the wait', async () => {
    const { holder, open } = await scene();
    await d.moveClock(hours(10));
    await d.settle();
    const { code } = await signInCode(d, holder);
    const before = await left(open);
    expect(await report(d, code)).toEqual({});
    expect(await statusOf(open)).toBe('paused');
    expect(await reportsOf(d, holder.accountId)).toEqual([
      'not-asked-reported',
      'code-not-asked',
      'case-paused',
    ]);
    const [alarm] = await look<{ at: Date }>(d, 'SELECT at FROM alarm WHERE subject_id = $1', [
      open.caseId,
    ]);
    expect(alarm?.at.toISOString()).toBe((await caseOf(d, open)).pause?.until);
    await d.moveClock(hours(24) - minutes(1));
    await d.settle();
    expect(await statusOf(open)).toBe('paused');
    await d.moveClock(minutes(1));
    await d.settle();
    expect(await statusOf(open)).toBe('waiting');
    expect(Math.abs((await left(open)) - before)).toBeLessThan(minutes(1));
    await d.moveClock(before);
    await d.settle();
    expect(await statusOf(open)).toBe('executing');
  });

  it('tells the staff who can look into it, once, and the queue that there is nothing to do but wait', async () => {
    const { holder, open } = await scene();
    const [first, second] = [await signInCode(d, holder), await signInCode(d, holder)];
    await report(d, first.code);
    await report(d, second.code);
    await d.settle();
    const told = await look<{ payload: { letter: string } }>(
      d,
      "SELECT payload FROM effect WHERE case_id = $1 AND kind = 'tell-staff' AND payload->>'letter' = 'code-not-asked'",
      [open.caseId],
    );
    expect(told).toHaveLength(1);
    const [mail] = d.inbox
      .messages({ to: 'pim.smit@zorgpunt.example' })
      .filter(({ text }) => text.includes(open.caseId));
    expect(mail?.subject ?? '').toMatch(/niet gevraagd|did not ask/);
    const [row] = await look(
      d,
      'SELECT status, next_action, status_group FROM recovery_case WHERE id = $1',
      [open.caseId],
    );
    expect(row).toEqual({ status: 'paused', next_action: 'wait', status_group: 'waiting' });
  });

  it('is kept awake for a day after it, whoever reports what', async () => {
    const { holder, open } = await scene();
    await report(d, (await signInCode(d, holder)).code);
    await d.moveClock(hours(24));
    await d.settle();
    expect(await statusOf(open)).toBe('waiting');
    await d.moveClock(hours(23));
    await report(d, (await signInCode(d, holder)).code);
    expect(await statusOf(open)).toBe('waiting');
    expect((await guardOf(d, holder.accountId)).notAsked).toHaveLength(2);
  });

  it('ten reports of one code at once, and of ten codes: one pause', async () => {
    const { holder, open } = await scene();
    const { code } = await signInCode(d, holder);
    const answers = await Promise.all(Array.from({ length: 10 }, () => report(d, code)));
    expect(answers).toEqual(answers.map(() => ({})));
    const events = await reportsOf(d, holder.accountId);
    expect(events.filter((type) => type === 'not-asked-reported')).toHaveLength(1);
    expect(events.filter((type) => type === 'case-paused')).toHaveLength(1);
    expect(await statusOf(open)).toBe('paused');
  });

  it('said again because the first answer was lost on the way, what was missing is made up', async () => {
    const { holder, open } = await scene();
    const { code } = await signInCode(d, holder);
    const { commitCase } = d.ports.store;
    d.ports.store.commitCase = async () => {
      throw new Error('the line was cut');
    };
    await expect(report(d, code)).rejects.toThrow('cut');
    d.ports.store.commitCase = commitCase;
    expect(await statusOf(open)).toBe('waiting');
    expect(await report(d, code)).toEqual({});
    expect(await statusOf(open)).toBe('paused');
  });

  it('goes on earlier by a functional administrator who did not open it, and by no agent', async () => {
    const { holder, open } = await scene();
    await report(d, (await signInCode(d, holder)).code);
    const { caseId } = open;
    expect(await d.desk.resumeCase(await fresh(d, 'noor'), { caseId })).toEqual({
      refused: 'not-allowed',
    });
    ok(await d.desk.resumeCase(await fresh(d, 'pim'), { caseId }));
    expect(await statusOf(open)).toBe('waiting');
    expect(await left(open)).toBeGreaterThanOrEqual(hours(24));
  });

  it('gives way to no approval, and approval to it', async () => {
    const holder = await ownHolder(d);
    const open = await asked(d, { key: holder.key });
    await report(d, (await signInCode(d, holder)).code);
    const { caseId, planHash } = open;
    const approve = async () => d.desk.approve(await fresh(d, 'pim'), { caseId, planHash });
    expect(await approve()).toMatchObject({ refused: 'wrong-status' });
    await d.moveClock(hours(24));
    await d.settle();
    expect(await statusOf(open)).toBe('awaiting-approval');
    ok(await approve());
  });

  it('is of this account only: another holder’s code changes nothing of it', async () => {
    const [{ open }, other] = [await scene(), await ownHolder(d)];
    const before = await caseOf(d, open);
    await report(d, (await signInCode(d, other)).code);
    expect(await caseOf(d, open)).toEqual(before);
  });

  it('where no case is open any more it is only kept', async () => {
    const holder = await ownHolder(d);
    const c = await chosen(d, { key: holder.key });
    ok(
      await d.desk.cancel(await fresh(d, 'noor'), { caseId: c.caseId, reason: 'the line was cut' }),
    );
    expect(await report(d, (await signInCode(d, holder)).code)).toEqual({});
    expect(await reportsOf(d, holder.accountId)).toEqual(['not-asked-reported']);
  });
});
