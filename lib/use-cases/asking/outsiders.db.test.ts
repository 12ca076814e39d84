import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, requestCode, requestsOf, somewhere } from '../../../test/asking-steps';
import { chosen, fresh } from '../../../test/case-stages';
import { ok } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { holderOf } from '../../../test/desk-over';
import { newHolder } from '../../../test/new-holder';
import { wrongFor } from '../../../test/own-steps';
import { look } from '../../../test/superuser';
import { hours, seconds } from '../../domain/time';

const holding = async (d: TestDesk) => holderOf(d, await newHolder(d));

describe('what outsiders can use up', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const guardOf = async (accountId: string) => {
    const [row] = await look<{
      guard: {
        failures: Record<string, { inARow: number }>;
        sends: Record<string, Record<string, string[]>>;
      };
    }>(d, 'SELECT guard FROM account WHERE id = $1', [accountId]);
    if (!row) throw new Error('no account');
    return row.guard;
  };

  it('R13 they have three codes an hour of their own, and no one else’s', async () => {
    const holder = await holding(d);
    for (let i = 0; i < 5; i++) await ask(d, holder);
    const requests = await requestsOf(d, holder.accountId);
    expect(requests).toHaveLength(3);
    const point = requests[0]?.contact_point_id ?? '';
    const { sends } = await guardOf(holder.accountId);
    expect(sends[point]?.nobody).toHaveLength(3);
    expect([sends[point]?.staff ?? [], sends[point]?.holder ?? []]).toEqual([[], []]);
    const c = await chosen(d, { key: holder.key });
    const input = { caseId: c.caseId, kind: 'email-challenge', contactPointId: point } as const;
    for (let i = 0; i < 3; i++) ok(await d.desk.sendChallenge(await fresh(d, 'noor'), input));
    await d.moveClock(hours(1));
    await ask(d, holder);
    expect(await requestsOf(d, holder.accountId)).toHaveLength(4);
  });

  it('R13 one network may ask twenty times an hour, in whatever names', async () => {
    const origin = somewhere();
    const wish = (i: number) => ({
      signIn: `nobody-${i}@zorgpunt.example`,
      symptom: 'other' as const,
      over: 'sms' as const,
      origin,
    });
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, i) => d.desk.askRecovery(wish(i))),
    );
    expect(answers.filter((answer) => 'token' in answer)).toHaveLength(20);
    expect(
      answers.filter((answer) => 'refused' in answer && answer.refused === 'too-fast'),
    ).toHaveLength(5);
  });

  it('R12 they guess on a counter of their own: the owner enters codes as before', async () => {
    const holder = await holding(d);
    const screen = await ask(d, holder);
    const code = await requestCode(d, holder.accountId);
    const guess = () =>
      d.desk.answerRequest({ ...screen, origin: somewhere(), code: wrongFor(code) });
    for (let i = 0; i < 3; i++) expect(await guess()).toEqual({ refused: 'code-wrong' });
    const [request] = await requestsOf(d, holder.accountId);
    const point = request?.contact_point_id ?? '';
    const { failures } = await guardOf(holder.accountId);
    expect(failures[point]).toBeUndefined();
    expect(failures[`request:${point}`]?.inARow).toBe(3);
    // From the third on they wait: the right code is a wrong one to them.
    expect(await d.desk.answerRequest({ ...screen, code })).toEqual({ refused: 'code-wrong' });
    const c = await chosen(d, { key: holder.key });
    const kind = 'email-challenge';
    const sent = ok(
      await d.desk.sendChallenge(await fresh(d, 'noor'), {
        caseId: c.caseId,
        kind,
        contactPointId: point,
      }),
    );
    const proof = sent.case.proofs[0];
    const { id = '', number = 0, digits = 6 } = proof?.challenge ?? {};
    const proven = ok(
      await d.desk.enterCode(
        { handle: c.handle, origin: somewhere() },
        { proofId: proof?.id ?? '', code: d.secrets.code({ purpose: kind, id, number, digits }) },
      ),
    );
    expect(proven.matched).toBe(true);
    // It was shown to work: counting begins anew for them as well.
    expect((await guardOf(holder.accountId)).failures[`request:${point}`]).toBeUndefined();
  });

  it('R12 of a hundred guesses at once three are judged, and five count for one screen', async () => {
    const holder = await holding(d);
    const screen = await ask(d, holder);
    const code = await requestCode(d, holder.accountId);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        d.desk.answerRequest({ ...screen, origin: somewhere(), code: wrongFor(code) }),
      ),
    );
    const told = answers.map((answer) => ('refused' in answer ? answer.refused : 'in'));
    expect(told.filter((one) => one === 'code-wrong')).toHaveLength(5);
    expect(told.filter((one) => one === 'code-used-up')).toHaveLength(95);
    const [request] = await requestsOf(d, holder.accountId);
    expect(request?.wrong_entries).toBe(3);
    await d.moveClock(seconds(31));
    // The screen has had its five for this code.
    expect(await d.desk.answerRequest({ ...screen, code })).toEqual({ refused: 'code-used-up' });
    const cases = await look(d, 'SELECT id FROM recovery_case WHERE account_id = $1', [
      holder.accountId,
    ]);
    expect(cases).toEqual([]);
  });

  it('R12 at a hundred in a row nothing is asked over this contact point any more', async () => {
    const holder = await holding(d);
    await ask(d, holder);
    const [first] = await requestsOf(d, holder.accountId);
    const key = `request:${first?.contact_point_id}`;
    await look(
      d,
      `UPDATE account SET guard = jsonb_set(guard, ARRAY['failures', $2::text],
         jsonb_build_object('inARow', 100, 'lastAt', iso(desk_now() - interval '30 days'))) WHERE id = $1`,
      [holder.accountId, key],
    );
    await ask(d, holder);
    const [next] = await requestsOf(d, holder.accountId);
    expect(next?.contact_point_id).not.toBe(first?.contact_point_id);
  });
});
