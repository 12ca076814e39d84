import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  accountOf,
  approved,
  asked,
  caseOf,
  completed,
  due,
  enrolling,
  executing,
  fresh,
  waiting,
} from '../../test/case-stages';
import { authenticatorCode, ok } from '../../test/case-steps';
import { Crash, crashing } from '../../test/crashing';
import { openDesk, type TestDesk } from '../../test/desk';
import { removeApp } from '../../test/new-holder';
import { quietPost } from '../../test/quiet-post';
import { asSuperuser, look } from '../../test/superuser';
import { countOf, effectsOf, eventsOf, ring, storedCases } from '../../test/watching';
import { unfinishedEffects } from '../adapters/db/due';
import { fold } from '../domain/case/evolve';
import { hours, minutes, seconds } from '../domain/time';
import { bind } from './index';

/** A little more than a worker may keep an effect. */
const LEASE = minutes(2) + seconds(1);

describe('faults, on real PostgreSQL', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
    quietPost(d);
  });
  afterEach(async () => {
    await d.settle();
    quietPost(d);
  });
  afterAll(() => d.close());

  const count = (caseId: string, type: string) => countOf(d, caseId, type);

  /** Carries this effect out with workers that die, each one call later than the one before, until one lives. */
  const throughCrashes = async (effectId: string): Promise<number> => {
    for (let nth = 1, deaths = 0; ; nth++)
      for (const when of ['before', 'after'] as const) {
        const worker = bind(crashing(d.workerPorts, nth, when));
        const died = await worker.performEffect(effectId).then(
          () => false,
          (error: unknown) => {
            if (!(error instanceof Crash)) throw error;
            return true;
          },
        );
        if (!died) return deaths;
        deaths += 1;
        await d.moveClock(LEASE);
      }
  };

  const workThroughCrashes = async (): Promise<number> => {
    let deaths = 0;
    for (;;) {
      const effects = await unfinishedEffects(d.workerPool, 100);
      if (effects.length === 0) return deaths;
      for (const { effectId } of effects) deaths += await throughCrashes(effectId);
    }
  };

  it('a worker that dies at every call of every effect: nothing is lost, nothing is done twice', async () => {
    await d.settle();
    const post = quietPost(d);
    const c = await approved(d);
    let deaths = await workThroughCrashes();
    const { wait } = await caseOf(d, c);
    expect(wait?.endsAt).toBeDefined();
    await d.moveClock(hours(48));
    await ring(d, c);
    await ring(d, c);
    deaths += await workThroughCrashes();
    const started = ok(await d.desk.startEnrolment(c.door));
    const seed = started.kind === 'authenticator-app' ? started.secret : '';
    const code = await authenticatorCode(d, seed);
    ok(await d.desk.confirmEnrolment(c.door, { factorId: started.factorId, code }));
    deaths += await workThroughCrashes();
    expect(deaths).toBeGreaterThan(100);

    const after = await caseOf(d, c);
    expect(after.status).toBe('completed');
    expect(after.steps.every((step) => step.status === 'done')).toBe(true);
    const events = await eventsOf(d, c.caseId);
    const done = events.filter((e) => e.type === 'step-done').map((e) => e.data.stepId);
    expect(done).toEqual(after.steps.map((step) => step.id));
    const accepted = events.filter((e) => e.type === 'notice-accepted').map((e) => e.data.noticeId);
    expect(accepted.toSorted()).toEqual(after.notices.map((notice) => notice.id).toSorted());
    // At least once, and however often it was sent, as one message.
    const sent = new Map<string, Set<string>>();
    for (const { effect, id } of post.sent)
      if (effect.kind === 'send-notice')
        sent.set(effect.noticeId, (sent.get(effect.noticeId) ?? new Set()).add(id));
    expect([...sent.keys()].toSorted()).toEqual(accepted.toSorted());
    expect([...sent.values()].every((ids) => ids.size === 1)).toBe(true);
    const left = await effectsOf(d, c.caseId, `status NOT IN ('done')`);
    expect(left).toEqual([]);
    const account = await accountOf(d, c);
    expect(account.factors.filter((f) => !f.removedAt && !f.disabledAt).map((f) => f.kind)).toEqual(
      ['sms', 'authenticator-app'],
    );
    expect([account.trustedDevices, account.openSessions]).toEqual([0, 0]);
  }, 60_000);

  it('a clock that dies in the middle rings again, and the case goes on once', async () => {
    const c = await due(d, { measures: removeApp });
    const { organisationId } = await caseOf(d, c);
    for (const when of ['before', 'after'] as const) {
      const worker = bind(crashing(d.workerPorts, 1, when));
      await expect(
        worker.ringAlarm({ subject: 'case', id: c.caseId, organisationId }),
      ).rejects.toThrow(Crash);
    }
    await d.settle();
    expect(await count(c.caseId, 'wait-over')).toBe(1);
    expect((await caseOf(d, c)).status).toBe('completed');
  });

  describe('alarms', () => {
    it('rung early, change nothing', async () => {
      const c = await waiting(d);
      await d.moveClock(hours(23));
      const before = await caseOf(d, c);
      expect(await ring(d, c)).toEqual(before);
      await d.moveClock(hours(1) - seconds(30));
      expect(await ring(d, c)).toEqual(before);
    });

    it('rung twice, do it once; rung a day late, still do it', async () => {
      const c = await waiting(d, { measures: removeApp });
      await d.moveClock(hours(72));
      const first = await ring(d, c);
      expect(first.status).toBe('executing');
      expect(await ring(d, c)).toEqual(first);
      await d.settle();
      expect((await caseOf(d, c)).status).toBe('completed');
    });

    it('rung for a case of which nobody knows, or that has ended, change nothing', async () => {
      const c = await completed(d);
      const before = await caseOf(d, c);
      expect(await ring(d, c)).toEqual(before);
      const { organisationId } = before;
      await d.worker.ringAlarm({
        subject: 'case',
        id: '0190a000-0000-7000-8000-00000000dead',
        organisationId,
      });
      expect(await look(d, `SELECT FROM alarm WHERE subject_id = $1`, [c.caseId])).toEqual([]);
    });

    it('an enrolment that nobody looked at for a week is over for the holder at its minute', async () => {
      const c = await enrolling(d);
      const code = await authenticatorCode(d, c.seed);
      await d.moveClock(hours(72));
      expect(await d.desk.confirmEnrolment(c.door, { factorId: c.factorId, code })).toEqual({
        refused: 'enrolment-closed',
      });
      await d.moveClock(hours(24 * 7));
      await d.settle();
      expect((await caseOf(d, c)).status).toBe('expired');
    });
  });

  it('every connection cut again and again while the worker works: it ends as if nothing had been', async () => {
    const c = await executing(d, { measures: removeApp });
    const cut = () =>
      look(
        d,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'regain'`,
      );
    for (let i = 0; i < 8; i++) {
      const working = d.settle().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 5 + i * 7));
      await cut();
      await working;
      await d.moveClock(LEASE).catch(() => d.moveClock(LEASE));
    }
    await d.settle();
    const after = await caseOf(d, c);
    expect(after.status).toBe('completed');
    expect(await count(c.caseId, 'step-done')).toBe(after.steps.length);
    expect(await effectsOf(d, c.caseId, `status <> 'done'`)).toEqual([]);
  });

  describe('R47 when an event cannot be written', () => {
    const withoutEvents = <T>(work: () => Promise<T>): Promise<T> =>
      asSuperuser(d, async (client) => {
        await client.query('ALTER TABLE event ADD CONSTRAINT full_up CHECK (false) NOT VALID');
        try {
          return await work();
        } finally {
          await client.query('ALTER TABLE event DROP CONSTRAINT full_up');
        }
      });

    it('the thing does not happen, and nobody gets an answer', async () => {
      const c = await asked(d);
      const before = await caseOf(d, c);
      const pim = await fresh(d, 'pim');
      await withoutEvents(async () => {
        const plan = { caseId: c.caseId, planHash: c.planHash };
        await expect(d.desk.approve(pim, plan)).rejects.toThrow('full_up');
        // A refusal is an event too: without it there is no refusal either.
        await expect(d.desk.approve(d.caller('noor'), plan)).rejects.toThrow('full_up');
        await expect(d.desk.veto(c.door)).rejects.toThrow('full_up');
      });
      expect(await caseOf(d, c)).toEqual(before);
      expect(await effectsOf(d, c.caseId, `kind = 'send-notice'`)).toEqual([]);
      ok(await d.desk.approve(pim, { caseId: c.caseId, planHash: c.planHash }));
    });

    it('a change in the directory is not made either', async () => {
      const c = await executing(d, { measures: removeApp });
      await withoutEvents(async () => {
        await expect(d.settle()).rejects.toThrow('full_up');
      });
      const app = (await accountOf(d, c)).factors.find((f) => f.id === c.holder.appId);
      expect(app?.removedAt).toBeUndefined();
      await d.moveClock(LEASE);
      await d.settle();
      expect((await caseOf(d, c)).status).toBe('completed');
    });
  });

  it('every stored case equals the fold of its events', async () => {
    const cases = await storedCases(d);
    expect(cases.length).toBeGreaterThan(5);
    for (const { state, events } of cases) expect(fold(events)).toEqual(state);
  });
});
