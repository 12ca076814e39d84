import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrder } from '../../test/at-the-lock';
import {
  accountOf,
  asked,
  caseOf,
  due,
  enrolled,
  enrolling,
  executing,
  fresh,
  proven,
  type Stage,
  waiting,
} from '../../test/case-stages';
import { authenticatorCode, ok } from '../../test/case-steps';
import { openDesk, type TestDesk } from '../../test/desk';
import { removeApp } from '../../test/new-holder';
import { quietPost } from '../../test/quiet-post';
import { look } from '../../test/superuser';
import { countOf, refusals, ring, times } from '../../test/watching';
import type { Step } from '../domain/case/case';
import type { HolderDoor } from './holder/door';

/** Each race is run in both orders, with both acts already waiting for the account, and once left to chance. */
const ORDERS = ['first', 'second'] as const;

describe('races for what gives access, on real PostgreSQL', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
    quietPost(d);
  });
  afterAll(() => d.close());

  const events = (caseId: string, type: string) => countOf(d, caseId, type);

  describe('R17 the same enrolment confirmed twice at once', () => {
    it.each(ORDERS)('the %s sets the factor up, the other finds it used', async (order) => {
      const c = await enrolling(d);
      const code = await authenticatorCode(d, c.seed);
      const confirm = (door: HolderDoor) => () =>
        d.desk.confirmEnrolment(door, { factorId: c.factorId, code });
      const outcomes = await inOrder(
        d,
        c.accountId,
        order,
        confirm(c.door),
        confirm({ ...c.door, screenToken: 'another tab' }),
      );
      const [won, lost] = order === 'first' ? outcomes : outcomes.toReversed();
      expect(won).toEqual({ matched: true });
      expect(lost).toEqual({ refused: 'enrolment-used' });
      await d.settle();
      expect((await caseOf(d, c)).status).toBe('completed');
      expect(await events(c.caseId, 'enrolment-confirmed')).toBe(1);
    });

    it.each(ORDERS)(
      'begun anew while it is confirmed: the %s decides, one factor comes of it',
      async (order) => {
        const c = await enrolling(d);
        const code = await authenticatorCode(d, c.seed);
        const [confirmed, again] = await inOrder(
          d,
          c.accountId,
          order,
          () => d.desk.confirmEnrolment(c.door, { factorId: c.factorId, code }),
          () => d.desk.startEnrolment(c.door),
        );
        expect(refusals([confirmed, again])).toEqual([
          order === 'first' ? 'enrolment-used' : 'enrolment-closed',
        ]);
        await d.settle();
        const apps = (await accountOf(d, c)).factors.filter((f) => f.givenByCase === c.caseId);
        expect(apps).toHaveLength(order === 'first' ? 1 : 0);
      },
    );
  });

  describe('R26 a veto cannot lose a race', () => {
    const vetoedFor = async (c: { caseId: string; by: string }) => {
      await d.settle();
      const after = await caseOf(d, c);
      const account = await accountOf(d, c);
      expect(after.status).toBe('vetoed');
      expect(account.guard.contestedUntil).toBeDefined();
      expect(account.guard.accessCaseId).toBeUndefined();
      return { after, account };
    };
    const unchanged = (
      account: Awaited<ReturnType<typeof accountOf>>,
      appId: string | undefined,
    ) => {
      expect(account.factors.filter((f) => f.givenByCase)).toEqual([]);
      const app = account.factors.find((f) => f.id === appId);
      expect(app?.removedAt ?? app?.disabledAt).toBeUndefined();
      expect(account.trustedDevices).toBe(2);
    };

    const vetoAgainst = <T>(c: Stage, order: (typeof ORDERS)[number], other: () => Promise<T>) =>
      inOrder(d, c.accountId, order, () => d.desk.veto(c.door), other);
    /** What the worker does at this step. */
    const performing = async ({ caseId }: Stage, step: Step | undefined) => {
      const [effect] = await look<{ id: string }>(
        d,
        `SELECT id FROM effect WHERE case_id = $1 AND payload->>'stepId' = $2`,
        [caseId, step?.id],
      );
      return () => d.worker.performEffect(effect?.id ?? '');
    };

    it.each(ORDERS)('against approval, as the %s', async (order) => {
      const c = await asked(d);
      const pim = await fresh(d, 'pim');
      const [no, yes] = await vetoAgainst(c, order, () =>
        d.desk.approve(pim, { caseId: c.caseId, planHash: c.planHash }),
      );
      expect(ok(no).status).toBe('vetoed');
      if (order === 'first') expect(yes).toMatchObject({ refused: 'wrong-status' });
      const { account } = await vetoedFor(c);
      unchanged(account, c.holder.appId);
    });

    it.each(ORDERS)('against the end of the wait, as the %s', async (order) => {
      const c = await due(d, { measures: removeApp });
      const [no] = await vetoAgainst(c, order, () => ring(d, c));
      expect(ok(no).status).toBe('vetoed');
      const { account, after } = await vetoedFor(c);
      unchanged(account, c.holder.appId);
      expect(after.steps.every((step) => step.status === 'dropped')).toBe(true);
    });

    it.each(ORDERS)(
      'against the first change, as the %s: what was not done is never done',
      async (order) => {
        const c = await executing(d, { measures: removeApp });
        const step = (await caseOf(d, c)).steps[0];
        const [no] = await vetoAgainst(c, order, await performing(c, step));
        expect(ok(no).status).toBe('vetoed');
        const { after, account } = await vetoedFor(c);
        expect(after.steps.map((s) => s.status)).toEqual(
          order === 'first'
            ? after.steps.map(() => 'dropped')
            : ['done', ...after.steps.slice(1).map(() => 'dropped')],
        );
        if (order === 'first') unchanged(account, c.holder.appId);
        expect(account.trustedDevices).toBe(2);
      },
    );

    it.each(ORDERS)(
      'against the confirmation of the new factor, as the %s: it never signs anybody in',
      async (order) => {
        const c = await enrolling(d);
        const code = await authenticatorCode(d, c.seed);
        const [no, confirmed] = await vetoAgainst(c, order, () =>
          d.desk.confirmEnrolment(c.door, { factorId: c.factorId, code }),
        );
        expect(ok(no).status).toBe('vetoed');
        if (order === 'first') expect(confirmed).toMatchObject({ refused: 'enrolment-closed' });
        const { account } = await vetoedFor(c);
        unchanged(account, c.holder.appId);
      },
    );

    it.each(ORDERS)(
      'against the change that gives access, as the %s: it is off afterwards',
      async (order) => {
        const c = await enrolled(d);
        const step = (await caseOf(d, c)).steps.find((s) => s.change.kind === 'confirm-factor');
        const [no] = await vetoAgainst(c, order, await performing(c, step));
        expect(ok(no).status).toBe('vetoed');
        const { account } = await vetoedFor(c);
        const given = account.factors.filter((f) => f.givenByCase === c.caseId);
        if (order === 'first') expect(given).toEqual([]);
        else {
          expect(given).toHaveLength(1);
          expect(given[0]?.disabledAt).toBeDefined();
          expect(account.openSessions).toBe(0);
          expect(account.guard.suspension).toBeDefined();
        }
      },
    );

    it('against the worker that runs everything at once, six times: nothing that the case gave works', async () => {
      for (let i = 0; i < 6; i++) {
        const c = await enrolled(d);
        const later = new Promise((resolve) => setTimeout(resolve, i * 15));
        const [, no] = await Promise.all([d.settle(), later.then(() => d.desk.veto(c.door))]);
        expect(ok(no).status).toBe('vetoed');
        const { account } = await vetoedFor(c);
        const given = account.factors.filter((f) => f.givenByCase === c.caseId);
        expect(given.every((f) => f.disabledAt !== undefined)).toBe(true);
      }
    });

    it('twenty at once are one veto', async () => {
      const c = await waiting(d);
      const outcomes = await Promise.all(times(20, () => d.desk.veto(c.door)));
      expect(refusals(outcomes)).toEqual(times(19, () => 'wrong-status'));
      expect(await events(c.caseId, 'case-vetoed')).toBe(1);
    });
  });

  it('R15 two screens that give the second proof at once: only the one with the secret counts', async () => {
    const c = await proven(d);
    const stranger = {
      ...c.door,
      screenToken: 'stranger',
      secret: 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA-A',
    };
    const outcomes = await Promise.all([
      d.desk.reportLoss(stranger, { ids: [c.holder.appId ?? ''] }),
      d.desk.reportLoss(c.door, { ids: [c.holder.appId ?? ''] }),
    ]);
    expect(outcomes).toEqual([{ refused: 'secret-needed' }, {}]);
  });
});
