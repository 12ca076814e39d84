import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrder } from '../../test/at-the-lock';
import {
  accountOf,
  approved,
  asked,
  caseOf,
  chosen,
  due,
  fresh,
  sentCode,
  waiting,
} from '../../test/case-stages';
import { doorOf, ok } from '../../test/case-steps';
import { openDesk, type TestDesk } from '../../test/desk';
import { newHolder, removeApp } from '../../test/new-holder';
import { quietPost } from '../../test/quiet-post';
import { look } from '../../test/superuser';
import { countOf, denialsOf, refusals, ring, storedCases, times } from '../../test/watching';
import { isRefusal } from '../domain/case/command';
import { fold } from '../domain/case/evolve';
import { hours, seconds } from '../domain/time';

/** Each race is run in both orders, with both acts already waiting for the account, and once left to chance. */
const ORDERS = ['first', 'second'] as const;

describe('races, on real PostgreSQL', () => {
  let d: TestDesk;
  let post: ReturnType<typeof quietPost>;
  beforeAll(async () => {
    d = await openDesk();
    post = quietPost(d);
  });
  afterAll(() => d.close());

  const events = (caseId: string, type: string) => countOf(d, caseId, type);

  describe('R20 two approvers at once', () => {
    it.each(ORDERS)(
      'the %s to reach the account approves, the other is told that it is done',
      async (order) => {
        const c = await asked(d);
        const [pim, tess] = [await fresh(d, 'pim'), await fresh(d, 'tess')];
        const plan = { caseId: c.caseId, planHash: c.planHash };
        const [one, other] = await inOrder(
          d,
          c.accountId,
          order,
          () => d.desk.approve(pim, plan),
          () => d.desk.approve(tess, plan),
        );
        const [won, lost] = order === 'first' ? [one, other] : [other, one];
        expect(ok(won).case.status).toBe('waiting');
        expect(lost).toEqual({ refused: 'wrong-status' });
        expect(await events(c.caseId, 'approval-given')).toBe(1);
        expect(await events(c.caseId, 'wait-planned')).toBe(1);
        expect(await denialsOf(d, c.caseId)).toBe(1);
      },
    );

    it('twelve at once, by three people: one approval', async () => {
      const c = await asked(d);
      const people = await Promise.all(['pim', 'saskia', 'tess'].map((key) => fresh(d, key)));
      const outcomes = await Promise.all(
        times(12, (i) =>
          d.desk.approve(people[i % 3] as (typeof people)[0], {
            caseId: c.caseId,
            planHash: c.planHash,
          }),
        ),
      );
      expect(refusals(outcomes)).toEqual(times(11, () => 'wrong-status'));
      expect(await events(c.caseId, 'approval-given')).toBe(1);
    });

    it.each(ORDERS)('a yes and a no: the %s holds', async (order) => {
      const c = await asked(d);
      const [pim, tess] = [await fresh(d, 'pim'), await fresh(d, 'tess')];
      const [yes, no] = await inOrder(
        d,
        c.accountId,
        order,
        () => d.desk.approve(pim, { caseId: c.caseId, planHash: c.planHash }),
        () => d.desk.decline(tess, { caseId: c.caseId, reason: 'not sure of this' }),
      );
      expect(refusals([yes, no])).toEqual(['wrong-status']);
      expect((await caseOf(d, c)).status).toBe(order === 'first' ? 'waiting' : 'declined');
    });
  });

  describe('R11 the same code twice at once', () => {
    const sent = async () => {
      const c = await chosen(d);
      return { c, ...(await sentCode(d, c, c.holder.emails[0] ?? '')) };
    };

    it.each(ORDERS)(
      'on two screens: the %s gets the case secret, the other nothing',
      async (order) => {
        const { c, code, proofId } = await sent();
        const enter = (screenToken: string) => () =>
          d.desk.enterCode({ ...doorOf(c), screenToken }, { proofId, code });
        const outcomes = await inOrder(d, c.holder.accountId, order, enter('one'), enter('other'));
        const [won, lost] = order === 'first' ? outcomes : outcomes.toReversed();
        expect(won).toMatchObject({ matched: true, newSecret: expect.any(String) });
        expect(lost).toEqual({ refused: 'already-proven' });
        expect(await events(c.caseId, 'proof-given')).toBe(1);
        expect(await events(c.caseId, 'case-secret-given')).toBe(1);
      },
    );

    it('twenty times on one screen: one proof, one secret', async () => {
      const { c, code, proofId } = await sent();
      const door = { ...doorOf(c), screenToken: 'the same' };
      const outcomes = await Promise.all(
        times(20, () => d.desk.enterCode(door, { proofId, code })),
      );
      expect(refusals(outcomes)).toEqual(times(19, () => 'already-proven'));
      expect(await events(c.caseId, 'proof-given')).toBe(1);
    });

    it('R12 200 guesses at once: all answered, all counted, none right, and the holder can go on', async () => {
      const { c, code, proofId } = await sent();
      const wrong = code === '123456' ? '654321' : '123456';
      const before = await denialsOf(d, c.caseId);
      const outcomes = await Promise.all(
        times(200, (i) =>
          d.desk.enterCode(
            { handle: c.handle, origin: { address: `203.0.113.${i}`, userAgent: 'guess' } },
            { proofId, code: wrong },
          ),
        ),
      );
      const judged = outcomes.filter((outcome) => !isRefusal(outcome));
      expect(judged).toEqual(times(3, () => expect.objectContaining({ matched: false })));
      expect(refusals(outcomes)).toEqual(times(197, () => 'wait-before-retry'));
      expect(await events(c.caseId, 'code-refused')).toBe(3);
      expect(await denialsOf(d, c.caseId)).toBe(before + 197);
      const proof = (await caseOf(d, c)).proofs.find((p) => p.id === proofId);
      expect(proof).toMatchObject({ status: 'open', wrongEntries: 3 });
      const { guard } = await accountOf(d, c);
      expect(guard.failures[proof?.restsOn ?? '']?.inARow).toBe(3);

      expect(await d.desk.enterCode(doorOf(c), { proofId, code })).toMatchObject({
        refused: 'wait-before-retry',
      });
      await d.moveClock(seconds(31));
      expect(ok(await d.desk.enterCode(doorOf(c), { proofId, code })).matched).toBe(true);
      expect((await accountOf(d, c)).guard.failures).toEqual({});
    });

    it('R12 the right code among 200 guesses is found only if it is one of the first three', async () => {
      const { c, code, proofId } = await sent();
      const wrong = code === '123456' ? '654321' : '123456';
      const outcomes = await Promise.all(
        times(200, (i) =>
          d.desk.enterCode(
            { handle: c.handle, origin: { address: `203.0.114.${i}`, userAgent: 'guess' } },
            { proofId, code: i === 199 ? code : wrong },
          ),
        ),
      );
      const judged = outcomes.filter((outcome) => !isRefusal(outcome));
      expect(judged.length).toBeLessThanOrEqual(3);
      expect(outcomes).toHaveLength(200);
    });

    it('200 handles guessed at once from one address: the right one is not told from them any more', async () => {
      const { c, proofId, code } = await sent();
      const origin = { address: '203.0.115.1', userAgent: 'guess' };
      const guess = (handle: string) => d.desk.enterCode({ handle, origin }, { proofId, code });
      const outcomes = await Promise.all(times(200, () => guess('ZZZZZZZZZZ')));
      expect(refusals(outcomes)).toEqual(times(200, () => 'not-found'));
      const rows = await look<{ n: number }>(
        d,
        `SELECT sum(count)::int AS n FROM anonymous_denial WHERE address = $1 AND code = 'too-fast'`,
        [origin.address],
      );
      expect(rows[0]?.n).toBe(140);
      expect(await guess(c.handle)).toEqual({ refused: 'not-found' });
      expect(ok(await d.desk.enterCode(doorOf(c), { proofId, code })).matched).toBe(true);
    });

    it.each(ORDERS)(
      'R11 the code against a new code: the %s decides which one works',
      async (order) => {
        const { c, code, proofId } = await sent();
        const point = (await caseOf(d, c)).proofs[0]?.restsOn ?? '';
        const [entered, again] = await inOrder(
          d,
          c.holder.accountId,
          order,
          () => d.desk.enterCode(doorOf(c), { proofId, code }),
          () =>
            d.desk.sendChallenge(d.caller('noor'), {
              caseId: c.caseId,
              kind: 'email-challenge',
              contactPointId: point,
            }),
        );
        if (order === 'first') {
          expect(ok(entered).matched).toBe(true);
          expect(again).toEqual({ refused: 'already-proven' });
        } else {
          ok(again);
          expect(entered).toEqual({ refused: 'code-expired' });
        }
      },
    );
  });

  it('R13 ten codes asked for at once: three are sent', async () => {
    const c = await chosen(d);
    const point = (await accountOf(d, c)).contactPoints.find((p) => p.kind === 'email');
    const send = () =>
      d.desk.sendChallenge(d.caller('noor'), {
        caseId: c.caseId,
        kind: 'email-challenge',
        contactPointId: point?.id ?? '',
      });
    const outcomes = await Promise.all(times(10, send));
    expect(refusals(outcomes)).toEqual(times(7, () => 'too-many-codes'));
    expect((await caseOf(d, c)).proofs).toHaveLength(1);
  });

  describe('R44 two cases of one account at once', () => {
    it('only one of them may give access', async () => {
      const key = await newHolder(d);
      const holder = d.planted.holders.find((h) => h.key === key);
      const accountId = holder?.accountId ?? '';
      const cases = await Promise.all(
        times(6, async (i) => {
          const caller = d.caller(i % 2 ? 'noor' : 'daan');
          const { case: opened } = ok(
            await d.desk.openCase(caller, { accountId, symptom: 'app-lost' }),
          );
          ok(await d.desk.finishRunbook(caller, { caseId: opened.id, helped: false }));
          return { caller, caseId: opened.id };
        }),
      );
      const measures = removeApp(holder ?? {});
      const outcomes = await Promise.all(
        cases.map(({ caller, caseId }) => d.desk.chooseMeasures(caller, { caseId, measures })),
      );
      expect(refusals(outcomes)).toEqual(times(5, () => 'another-case-open'));
    });
  });

  describe('wake against cancel', () => {
    it.each(ORDERS)('without an enrolment the %s wins', async (order) => {
      const c = await due(d, { measures: removeApp });
      const noor = await fresh(d, 'noor');
      const [woken, cancelled] = await inOrder(
        d,
        c.accountId,
        order,
        () => ring(d, c),
        () => d.desk.cancel(noor, { caseId: c.caseId, reason: 'found the old phone' }),
      );
      expect(woken).toBeDefined();
      await d.settle();
      const { status, steps } = await caseOf(d, c);
      if (order === 'first') {
        expect(cancelled).toMatchObject({ refused: 'wrong-status' });
        expect(status).toBe('completed');
      } else {
        expect(ok(cancelled).case.status).toBe('cancelled');
        expect(status).toBe('cancelled');
        expect(steps).toEqual([]);
      }
    });

    it.each(ORDERS)(
      'with an enrolment that nobody used the cancel holds, also when it is the %s',
      async (order) => {
        const c = await due(d);
        const noor = await fresh(d, 'noor');
        await inOrder(
          d,
          c.accountId,
          order,
          () => ring(d, c),
          () => d.desk.cancel(noor, { caseId: c.caseId, reason: 'found the old phone' }),
        );
        await d.settle();
        expect((await caseOf(d, c)).status).toBe('cancelled');
        expect(await d.desk.startEnrolment(c.door)).toEqual({ refused: 'enrolment-closed' });
        expect((await accountOf(d, c)).guard.accessCaseId).toBeUndefined();
      },
    );
  });

  it('an alarm rung twenty times at once does each thing once', async () => {
    const c = await waiting(d);
    post.sent.length = 0;
    await d.moveClock(hours(24));
    await Promise.all(times(20, () => ring(d, c)));
    await d.settle();
    expect(await events(c.caseId, 'half-time-told')).toBe(1);
    expect(post.sent.map((job) => job.to.address).sort()).toEqual(
      [...c.holder.phones, ...c.holder.emails].sort(),
    );
    await d.moveClock(hours(24));
    await Promise.all(times(20, () => ring(d, c)));
    expect(await events(c.caseId, 'wait-over')).toBe(1);
    expect(await events(c.caseId, 'enrolment-opened')).toBe(1);
  });

  it('an effect taken by twenty workers at once is carried out by one', async () => {
    const c = await approved(d);
    const effects = await look<{ id: string }>(
      d,
      `SELECT id FROM effect WHERE case_id = $1 AND status = 'pending'`,
      [c.caseId],
    );
    expect(effects.length).toBeGreaterThan(2);
    post.sent.length = 0;
    await Promise.all(
      times(20, () => Promise.all(effects.map(({ id }) => d.worker.performEffect(id)))),
    );
    const ids = post.sent.map((job) => job.id);
    expect(new Set(ids).size).toBe(ids.length);
    // Three of the holder's addresses, and three people who may approve.
    expect(ids).toHaveLength(6);
    expect(await events(c.caseId, 'notice-accepted')).toBe(3);
  });

  it.each(ORDERS)(
    'R5 measures changed while the first proof is given: the %s does not make it hold for more',
    async (order) => {
      const c = await chosen(d, { measures: removeApp });
      const door = doorOf(c);
      const { proofId, code } = await sentCode(d, c, c.holder.emails[0] ?? '');
      const appId = c.holder.appId ?? '';
      await inOrder(
        d,
        c.holder.accountId,
        order,
        () => d.desk.enterCode(door, { proofId, code }),
        () =>
          d.desk.chooseMeasures(d.caller('noor'), {
            caseId: c.caseId,
            measures: [{ kind: 'replace-factor', factorId: appId, enrol: 'authenticator-app' }],
          }),
      );
      expect((await caseOf(d, c)).proofs.map((p) => p.status)).toEqual(['void']);
    },
  );

  it('every stored case equals the fold of its events, and its numbers have no hole', async () => {
    const cases = await storedCases(d);
    expect(cases.length).toBeGreaterThan(15);
    for (const { state, events: all } of cases) {
      expect(fold(all)).toEqual(state);
      expect(all).toHaveLength(state.number);
    }
  });
});
