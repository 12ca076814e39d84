import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountOf, completed, executing, fresh, type Stage } from '../../../test/case-stages';
import { ok } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { look } from '../../../test/superuser';
import { onFile } from '../../domain/account/account';
import { isUsable } from '../../domain/account/factor';

/** What a case gave, and what came in by it, after its owner said no when it was done. */
describe('R26 after a late no', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const trusted = async ({ accountId }: Pick<Stage, 'accountId'>) =>
    (
      await look<{ label: string }>(
        d,
        'SELECT label FROM trusted_device WHERE account_id = $1 AND revoked_at IS NULL ORDER BY label',
        [accountId],
      )
    ).map(({ label }) => label);
  const trusts = (c: Pick<Stage, 'accountId' | 'caseId'>, label: string) =>
    look(
      d,
      `INSERT INTO trusted_device (id, organisation_id, account_id, label, token_hash, agent_hash, trusted_at,
         last_used_at, expires_at)
       SELECT gen_random_uuid(), organisation_id, id, $2, gen_random_uuid()::text, 'agent', desk_now(), desk_now(),
         desk_now() + interval '30 days' FROM account WHERE id = $1`,
      [c.accountId, label],
    );

  it('what was added since at a wish that rested on the case goes, and comes back if it is kept', async () => {
    const c = await completed(d);
    await look(
      d,
      `INSERT INTO contact_point (id, organisation_id, account_id, kind, address, source, added_at, opens_with_account,
         sms_capable, given_by_case)
       SELECT gen_random_uuid(), organisation_id, id, 'email', 'wished@example.com', 'holder', desk_now(), false, false,
         $2 FROM account WHERE id = $1`,
      [c.accountId, c.caseId],
    );
    await look(
      d,
      `INSERT INTO factor (id, organisation_id, account_id, kind, label, started_at, added_at, given_by_case)
       SELECT gen_random_uuid(), organisation_id, id, 'authenticator-app', 'wished', desk_now(), desk_now(), $2
       FROM account WHERE id = $1`,
      [c.accountId, c.caseId],
    );
    const wished = async () => {
      const account = await accountOf(d, c);
      return [
        account.factors.some((f) => f.label === 'wished' && isUsable(f)),
        onFile(account).some(({ address }) => address === 'wished@example.com'),
      ];
    };
    expect(await wished()).toEqual([true, true]);
    ok(await d.desk.veto(c.door));
    await d.settle();
    expect(await wished()).toEqual([false, false]);
    const kept = { caseId: c.caseId, choice: 'kept' as const };
    ok(await d.desk.decideAfterVeto(await fresh(d, 'saskia'), kept));
    await d.settle();
    expect(await wished()).toEqual([true, true]);
  });

  it('a browser that was trusted after a sign-in with the new app skips nothing any more', async () => {
    const c = await completed(d);
    await trusts(c, 'of a thief');
    ok(await d.desk.veto(c.door));
    await d.settle();
    expect(await trusted(c)).toEqual([]);
    ok(
      await d.desk.decideAfterVeto(await fresh(d, 'saskia'), {
        caseId: c.caseId,
        choice: 'removed',
      }),
    );
    await d.settle();
    expect(await trusted(c)).toEqual([]);
  });

  it.each([
    ['removed', 0],
    ['kept', 1],
  ] as const)('the browser that the case itself made one to be asked: %s', async (choice, left) => {
    const c = await executing(d, { measures: () => [{ kind: 'add-factor', enrol: 'push' }] });
    const begun = ok(await d.desk.startEnrolment(c.door));
    if (begun.kind !== 'push') throw new Error('another factor was asked for');
    const { factorId, deviceToken } = begun;
    ok(await d.desk.confirmEnrolment(c.door, { factorId, deviceToken }));
    await d.settle();
    expect(await trusted(c)).toHaveLength(1);
    await trusts(c, 'of a thief');
    ok(await d.desk.veto(c.door));
    await d.settle();
    expect(await trusted(c)).toEqual([]);
    ok(await d.desk.decideAfterVeto(await fresh(d, 'saskia'), { caseId: c.caseId, choice }));
    await d.settle();
    const after = await trusted(c);
    expect([after.length, after.includes('of a thief')]).toEqual([left, false]);
  });
});
