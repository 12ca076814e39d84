import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completed, fresh, proven, type Stage } from '../../../test/case-stages';
import { ok } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { look } from '../../../test/superuser';
import { days, seconds } from '../../domain/time';
import { forgetSettings } from './forget-settings';
import { inScope } from './scope';

describe('R26 what was set up in a case, when it is over', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const sets = ({ caseId }: Pick<Stage, 'caseId'>) =>
    look(
      d,
      `INSERT INTO case_setting (id, organisation_id, account_id, case_id, kind, value, created_at)
       SELECT gen_random_uuid(), organisation_id, account_id, id, 'password', 'hash', desk_now()
       FROM recovery_case WHERE id = $1`,
      [caseId],
    );
  const left = async ({ caseId }: Pick<Stage, 'caseId'>) =>
    (await look(d, 'SELECT FROM case_setting WHERE case_id = $1', [caseId])).length;
  /** As the job does it, and once more in the scope of the organisation. */
  const forget = async ({ caseId }: Pick<Stage, 'caseId'>) => {
    await forgetSettings(d.workerPool);
    const [row] = await look<{ id: string }>(
      d,
      'SELECT organisation_id AS id FROM recovery_case WHERE id = $1',
      [caseId],
    );
    const scope = { organisations: [row?.id ?? ''], actor: { kind: 'system' } } as const;
    await inScope(d.workerPool, scope, (client) => client.query('DELETE FROM case_setting'));
  };
  const ends = (c: Pick<Stage, 'caseId'>, set: string) =>
    look(d, `UPDATE recovery_case SET ${set} WHERE id = $1`, [c.caseId]);

  it('goes after 60 days and not before; that of an open case stays, however old', async () => {
    const over = await completed(d);
    const open = await proven(d);
    await sets(over);
    await sets(open);
    await ends(over, 'ended_at = desk_now()');
    await d.moveClock(days(60) - seconds(5));
    await forget(over);
    expect([await left(over), await left(open)]).toEqual([1, 1]);
    await d.moveClock(seconds(6));
    await forgetSettings(d.workerPool);
    expect([await left(over), await left(open)]).toEqual([0, 1]);
  });

  it('stays while a late no is undecided, and until what was decided is done', async () => {
    const c = await completed(d);
    await sets(c);
    ok(await d.desk.veto(c.door));
    await d.settle();
    await d.moveClock(days(61));
    await forget(c);
    expect(await left(c)).toBe(1);
    const kept = { caseId: c.caseId, choice: 'kept' as const };
    ok(await d.desk.decideAfterVeto(await fresh(d, 'saskia'), kept));
    await forget(c);
    expect(await left(c)).toBe(1);
    await d.settle();
    await forgetSettings(d.workerPool);
    expect(await left(c)).toBe(0);
  });

  it('the web deletes none', async () => {
    await expect(d.pool.query('DELETE FROM case_setting')).rejects.toThrow('denied');
  });
});
