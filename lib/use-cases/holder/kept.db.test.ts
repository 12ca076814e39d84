import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../../../prisma/seed/people';
import { accountOf, caseOf, chosen, executing } from '../../../test/case-stages';
import { doorOf, ok } from '../../../test/case-steps';
import { openDesk, type TestDesk } from '../../../test/desk';
import { minutes } from '../../domain/time';
import { backupCodes } from '../backup-codes';

const origin = { address: '192.0.2.88', userAgent: 'Mozilla/5.0 (Linux) Firefox/130.0' };

describe('what a holder keeps: backup codes and a temporary pass', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const kept = async (enrol: 'backup-codes' | 'temporary-pass', key?: string) => {
    const measures = () => [{ kind: 'add-factor', enrol } as const];
    const c = await executing(d, { measures, ...(key ? { key } : {}) });
    const started = ok(await d.desk.startEnrolment(c.door));
    if (!('kept' in started)) throw new Error('nothing to keep');
    const [code = ''] = started.kept;
    ok(await d.desk.confirmEnrolment(c.door, { factorId: started.factorId, code }));
    await d.settle();
    return { c, code, ...started };
  };

  it('R31 new backup codes are given, ten of them, and the old ones are gone', async () => {
    const { c, kept: codes, factorId } = await kept('backup-codes');
    expect(new Set(codes).size).toBe(10);
    expect((await caseOf(d, c)).status).toBe('completed');
    const sets = (await accountOf(d, c)).factors.filter(
      ({ kind, removedAt }) => kind === 'backup-codes' && !removedAt,
    );
    expect(sets.map(({ id }) => id)).toEqual([factorId]);
  });

  it('R4 R11 a backup code is a proof, once', async () => {
    const c = await chosen(d);
    const set = (await accountOf(d, c)).factors.find(({ kind }) => kind === 'backup-codes');
    const factorId = set?.id ?? '';
    const [, code = ''] = backupCodes(d.secrets, factorId);
    const proven = ok(await d.desk.proveWithBackupCode(doorOf(c), { factorId, code }));
    expect(proven.matched).toBe(true);
    expect((await accountOf(d, c)).factors.find(({ id }) => id === factorId)?.usedCodes).toEqual([
      2,
    ]);
    ok(await d.desk.cancel(d.caller(c.by), { caseId: c.caseId, reason: 'Toch niet nodig' }));
  });

  it('a temporary pass lets in once, within the hour', async () => {
    const { code, factorId } = await kept('temporary-pass', 'anouk');
    const signIn = 'anouk.devries@zorgpunt.example';
    const doors = async () => {
      const right = await d.desk.checkHolderPassword({ signIn, password: PASSWORD, origin });
      if ('refused' in right) throw new Error(right.refused);
      return { ticket: right.ticket, origin };
    };
    const shown = { kind: 'code', factorId, code } as const;
    const wrong = { ...shown, code: 'AAAA-BBBB-CCCC' };
    expect(await d.desk.enterHolderFactor(await doors(), { shown: wrong, trust: false })).toEqual({
      entriesLeft: 4,
    });
    const [one, other] = [await doors(), await doors()];
    const [first, second] = await Promise.all(
      [one, other].map((door) => d.desk.enterHolderFactor(door, { shown, trust: false })),
    );
    expect([first, second].filter((answer) => answer && 'token' in answer)).toHaveLength(1);

    const late = await kept('temporary-pass', 'fleur');
    await d.moveClock(minutes(60));
    const right = await d.desk.checkHolderPassword({
      signIn: 'fleur.dekker@zorgpunt.example',
      password: PASSWORD,
      origin,
    });
    if ('refused' in right) throw new Error(right.refused);
    expect(
      await d.desk.enterHolderFactor(
        { ticket: right.ticket, origin },
        { shown: { kind: 'code', factorId: late.factorId, code: late.code }, trust: false },
      ),
    ).toEqual({ refused: 'factor-unavailable' });
  });
});
