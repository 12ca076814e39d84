import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accountOf, approved, caseOf, completed, executing, fresh } from '../../test/case-stages';
import { doorOf, ok } from '../../test/case-steps';
import { Crash, crashing } from '../../test/crashing';
import { openDesk, type TestDesk } from '../../test/desk';
import { newHolder, removeApp } from '../../test/new-holder';
import { quietPost } from '../../test/quiet-post';
import { look } from '../../test/superuser';
import { countOf, effectsOf, eventsOf } from '../../test/watching';
import { scriptedDirectory } from '../adapters/directory/testing/scripted';
import { hours, minutes, seconds } from '../domain/time';
import { bind } from './index';

/** A little more than a worker may keep an effect. */
const LEASE = minutes(2) + seconds(1);

describe('faults of the directory, and a late veto, on real PostgreSQL', () => {
  let d: TestDesk;
  let realDirectory: TestDesk['workerPorts']['directory'];
  beforeAll(async () => {
    d = await openDesk();
    realDirectory = d.workerPorts.directory;
    quietPost(d);
  });
  afterEach(async () => {
    await d.settle();
    d.workerPorts.directory = realDirectory;
    quietPost(d);
  });
  afterAll(() => d.close());

  const count = (caseId: string, type: string) => countOf(d, caseId, type);

  describe('R30 R31 a directory elsewhere, whose changes do not commit with ours', () => {
    const elsewhere = async () => {
      const key = await newHolder(d);
      const holder = d.planted.holders.find((h) => h.key === key);
      const scripted = scriptedDirectory({ factorIds: [holder?.appId ?? ''] });
      d.workerPorts.directory = scripted.directory;
      const c = await executing(d, { key, measures: removeApp });
      return { c, ...scripted };
    };

    it('that works: each change once, read back, completed', async () => {
      const { c, calls } = await elsewhere();
      await d.settle();
      expect((await caseOf(d, c)).status).toBe('completed');
      expect(calls.map((change) => change.kind)).toEqual([
        'remove-factor',
        'remove-backup-codes',
        'revoke-devices',
        'end-sessions',
      ]);
    });

    it.each([
      ['lost', 'unknown-outcome'],
      ['down', 'unknown-outcome'],
      ['refused', 'refused'],
    ] as const)(
      'whose answer is %s: stuck, and not asked again by itself',
      async (manner, reason) => {
        const { c, calls, behave } = await elsewhere();
        behave((change) => (change.kind === 'revoke-devices' ? manner : 'well'));
        await d.settle();
        for (let i = 0; i < 3; i++) {
          await d.moveClock(LEASE);
          await d.settle();
        }
        const after = await caseOf(d, c);
        expect(after.status).toBe('stuck');
        expect(
          (await eventsOf(d, c.caseId)).find((e) => e.type === 'case-stuck')?.data,
        ).toMatchObject({ reason });
        expect(calls.filter((change) => change.kind === 'revoke-devices')).toHaveLength(1);
        expect(calls.some((change) => change.kind === 'end-sessions')).toBe(false);

        behave(() => 'well');
        expect(
          await d.desk.endStuck(await fresh(d, 'noor'), { caseId: c.caseId, choice: 'try-again' }),
        ).toMatchObject({
          refused: 'not-allowed',
        });
        ok(
          await d.desk.endStuck(await fresh(d, 'tess'), { caseId: c.caseId, choice: 'try-again' }),
        );
        await d.settle();
        expect((await caseOf(d, c)).status).toBe('completed');
        expect(calls.filter((change) => change.kind === 'revoke-devices')).toHaveLength(2);
      },
    );

    it('found claimed after a crash, whenever it came: never asked twice, stuck for a person', async () => {
      for (const when of ['before', 'after'] as const) {
        const { c, calls } = await elsewhere();
        const [effect] = await effectsOf(d, c.caseId, `kind = 'step' AND status = 'pending'`);
        // claim of the effect, read, claim of the step, and then the call itself.
        const worker = bind(crashing(d.workerPorts, 4, when));
        await expect(worker.performEffect(effect?.id ?? '')).rejects.toThrow(Crash);
        expect(calls).toHaveLength(when === 'before' ? 0 : 1);
        expect((await caseOf(d, c)).steps[0]?.status).toBe('claimed');
        await d.moveClock(LEASE);
        await d.settle();
        expect((await caseOf(d, c)).status).toBe('stuck');
        expect(calls).toHaveLength(when === 'before' ? 0 : 1);
        ok(
          await d.desk.endStuck(await fresh(d, 'pim'), {
            caseId: c.caseId,
            choice: when === 'before' ? 'try-again' : 'was-done',
          }),
        );
        await d.settle();
        expect((await caseOf(d, c)).status).toBe('completed');
        expect(calls.filter((change) => change.kind === 'remove-factor')).toHaveLength(1);
      }
    });

    it('dead at any call: each change is asked for at most once, and only a person goes on', async () => {
      const { c, calls } = await elsewhere();
      for (let i = 0; (await caseOf(d, c)).status !== 'completed'; i++) {
        const [effect] = await effectsOf(d, c.caseId, `kind = 'step' AND status <> 'done'`);
        const worker = bind(crashing(d.workerPorts, 5 - (i % 5), i % 2 ? 'before' : 'after'));
        await worker.performEffect(effect?.id ?? '').catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error;
        });
        await d.moveClock(LEASE);
        await d.worker.performEffect(effect?.id ?? '');
        const now = await caseOf(d, c);
        if (now.status !== 'stuck') continue;
        const step = now.steps.find((s) => s.id === now.stuckStepId);
        const made = calls.some((change) => change.kind === step?.change.kind);
        const choice = made ? 'was-done' : 'try-again';
        ok(await d.desk.endStuck(await fresh(d, 'pim'), { caseId: c.caseId, choice }));
      }
      expect(calls.map((change) => change.kind)).toEqual([
        'remove-factor',
        'remove-backup-codes',
        'revoke-devices',
        'end-sessions',
      ]);
      expect(await count(c.caseId, 'case-stuck')).toBeGreaterThan(1);
    });

    it('that says done and did nothing: read back, stuck, and never taken as gone on somebody’s word', async () => {
      const { c, behave, byHand } = await elsewhere();
      behave((change) => (change.kind === 'remove-factor' ? 'lies' : 'well'));
      await d.settle();
      const after = await caseOf(d, c);
      expect(after.status).toBe('stuck');
      expect(
        (await eventsOf(d, c.caseId)).find((e) => e.type === 'read-back-failed')?.data,
      ).toMatchObject({
        left: [c.holder.appId],
      });
      const pim = await fresh(d, 'pim');
      expect(await d.desk.endStuck(pim, { caseId: c.caseId, choice: 'was-done' })).toMatchObject({
        refused: 'nothing-to-decide',
      });
      ok(await d.desk.endStuck(pim, { caseId: c.caseId, choice: 'try-again' }));
      await d.settle();
      expect((await caseOf(d, c)).status).toBe('stuck');
      byHand({ kind: 'remove-factor', factorId: c.holder.appId ?? '' });
      ok(
        await d.desk.endStuck(await fresh(d, 'saskia'), { caseId: c.caseId, choice: 'try-again' }),
      );
      await d.settle();
      expect((await caseOf(d, c)).status).toBe('completed');
    });

    it('opened by the one who would end it: refused; ended by another: no change is made any more', async () => {
      const key = await newHolder(d);
      const scripted = scriptedDirectory({ factorIds: [] });
      scripted.behave(() => 'lost');
      d.workerPorts.directory = scripted.directory;
      const c = await executing(d, { key, measures: removeApp, by: 'saskia' });
      await d.settle();
      expect((await caseOf(d, c)).status).toBe('stuck');
      expect(
        await d.desk.endStuck(await fresh(d, 'saskia'), { caseId: c.caseId, choice: 'end' }),
      ).toMatchObject({
        refused: 'not-the-opener',
      });
      ok(await d.desk.endStuck(await fresh(d, 'tess'), { caseId: c.caseId, choice: 'end' }));
      await d.settle();
      expect((await caseOf(d, c)).status).toBe('cancelled');
      expect(scripted.calls).toHaveLength(1);
      expect((await accountOf(d, c)).guard.accessCaseId).toBeUndefined();
    });

    it('R26 stuck on an account that was contested meanwhile: it can only be ended', async () => {
      const key = await newHolder(d);
      const earlier = await completed(d, { key });
      const newApp = (await accountOf(d, earlier)).factors.find(
        (f) => f.givenByCase === earlier.caseId,
      );
      const scripted = scriptedDirectory({ factorIds: [] });
      scripted.behave(() => 'lost');
      d.workerPorts.directory = scripted.directory;
      const c = await executing(d, { key, measures: () => removeApp({ appId: newApp?.id ?? '' }) });
      await d.settle();
      ok(await d.desk.veto(earlier.door));
      const pim = await fresh(d, 'pim');
      for (const choice of ['try-again', 'was-done'] as const)
        expect(await d.desk.endStuck(pim, { caseId: c.caseId, choice })).toEqual({
          refused: 'contested',
        });
      ok(await d.desk.endStuck(pim, { caseId: c.caseId, choice: 'end' }));
    });
  });

  describe('R26 a late veto on an earlier case, while another one waits', () => {
    const two = async () => {
      const key = await newHolder(d);
      const earlier = await completed(d, { key });
      const given = await accountOf(d, earlier);
      const newApp = given.factors.find((f) => f.givenByCase === earlier.caseId)?.id ?? '';
      const later = await approved(d, {
        key,
        measures: () => [{ kind: 'replace-factor', factorId: newApp, enrol: 'authenticator-app' }],
      });
      return { earlier, later };
    };

    it('messages of the later case are still noted as sent, and sent once', async () => {
      const { earlier, later } = await two();
      ok(await d.desk.veto(earlier.door));
      const post = quietPost(d);
      await d.settle();
      await d.moveClock(LEASE);
      await d.settle();
      const ids = post.sent.map((job) => job.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(await count(later.caseId, 'notice-accepted')).toBe(3);
    });

    it('the later case does not get to its measures', async () => {
      const { earlier, later } = await two();
      await d.settle();
      ok(await d.desk.veto(earlier.door));
      await d.moveClock(hours(24));
      await d.settle();
      await d.moveClock(hours(24));
      await d.settle();
      expect((await caseOf(d, later)).status).toBe('collecting');
      expect(await count(later.caseId, 'wait-over')).toBe(0);
    });

    it('a case that was paused comes back to where proofs are asked, not to the wait', async () => {
      const { earlier, later } = await two();
      await d.settle();
      const [gone] = await look<{ id: string }>(
        d,
        `UPDATE contact_point SET removed_at = added_at + interval '1 day' WHERE account_id = $1 AND address = $2 RETURNING id`,
        [later.accountId, later.holder.emails[1]],
      );
      const { organisationId } = await caseOf(d, later);
      const [link] = await look<{ notice_id: string }>(
        d,
        'SELECT notice_id FROM link WHERE case_id = $1 AND contact_point_id = $2 LIMIT 1',
        [later.caseId, gone?.id],
      );
      const presented = d.secrets.linkToken({
        purpose: 'veto',
        id: link?.notice_id ?? '',
        number: 0,
      });
      expect(organisationId).toBeDefined();
      expect(ok(await d.desk.vetoByLink({ presented, origin: doorOf(later).origin })).status).toBe(
        'paused',
      );
      ok(await d.desk.veto(earlier.door));
      await d.moveClock(hours(72));
      const resumed = ok(await d.desk.resumeCase(await fresh(d, 'pim'), { caseId: later.caseId }));
      expect(resumed.case.status).toBe('collecting');
      expect(resumed.case.approval).toBeUndefined();
    });
  });
});
