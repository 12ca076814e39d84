import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrder } from '../../test/at-the-lock';
import {
  accountOf,
  approved,
  asked,
  caseOf,
  chosen,
  due,
  enrolled,
  enrolling,
  executing,
  fresh,
  proven,
  waiting,
} from '../../test/case-stages';
import { authenticatorCode, codeIn, doorOf, ok } from '../../test/case-steps';
import { openDesk, type TestDesk } from '../../test/desk';
import { newHolder, removeApp } from '../../test/new-holder';
import { quietPost } from '../../test/quiet-post';
import { look } from '../../test/superuser';
import { isRefusal } from '../domain/case/command';
import { fold } from '../domain/case/evolve';
import { hours, seconds } from '../domain/time';
import type { HolderDoor } from './holder/door';

/** Each race is run in both orders, with both acts already waiting for the account, and once left to chance. */
const ORDERS = ['first', 'second'] as const;

const refusals = (outcomes: readonly object[]): string[] =>
  outcomes.flatMap((outcome) => (isRefusal(outcome) ? [outcome.refused] : []));

const times = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));

describe('races, on real PostgreSQL', () => {
  let d: TestDesk;
  let post: ReturnType<typeof quietPost>;
  beforeAll(async () => {
    d = await openDesk();
    post = quietPost(d);
  });
  afterAll(() => d.close());

  const events = async (caseId: string, type: string) => {
    const rows = await look<{ n: number }>(
      d,
      'SELECT count(*)::int AS n FROM event WHERE case_id = $1 AND type = $2',
      [caseId, type],
    );
    return rows[0]?.n;
  };

  const denials = async (caseId: string) => {
    const rows = await look<{ n: number }>(
      d,
      `SELECT count(*)::int AS n FROM event WHERE type = 'denied' AND object_id = $1`,
      [caseId],
    );
    return rows[0]?.n ?? 0;
  };

  const alarm = async (c: { caseId: string; by: string }) => {
    const { organisationId } = await caseOf(d, c);
    await d.worker.ringAlarm({ id: c.caseId, organisationId });
    return caseOf(d, c);
  };

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
        expect(await denials(c.caseId)).toBe(1);
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
      const before = await denials(c.caseId);
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
      expect(await denials(c.caseId)).toBe(before + 197);
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

    it('from one address only the first 60 are looked at; the rest is not told from an unknown handle', async () => {
      const { c, proofId } = await sent();
      const origin = { address: '203.0.115.1', userAgent: 'guess' };
      const outcomes = await Promise.all(
        times(200, () =>
          d.desk.enterCode({ handle: c.handle, origin }, { proofId, code: '000000' }),
        ),
      );
      expect(refusals(outcomes).filter((code) => code === 'not-found')).toHaveLength(140);
      const rows = await look<{ n: number }>(
        d,
        `SELECT sum(count)::int AS n FROM anonymous_denial WHERE address = $1 AND code = 'too-fast'`,
        [origin.address],
      );
      expect(rows[0]?.n).toBe(140);
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

  it.each(ORDERS)('R13 two codes asked for at once: the limit holds for the %s', async () => {
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
        () => alarm(c),
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
          () => alarm(c),
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
    const toldBefore = d.inbox.messages({ to: c.holder.emails[1] ?? '' }).length;
    await d.moveClock(hours(24));
    await Promise.all(times(20, () => alarm(c)));
    await d.settle();
    expect(await events(c.caseId, 'half-time-told')).toBe(1);
    expect(d.inbox.messages({ to: c.holder.emails[1] ?? '' })).toHaveLength(toldBefore + 1);
    await d.moveClock(hours(24));
    await Promise.all(times(20, () => alarm(c)));
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
    d.inbox.clear();
    await Promise.all(
      times(20, () => Promise.all(effects.map(({ id }) => d.worker.performEffect(id)))),
    );
    const [email = ''] = c.holder.emails;
    expect(d.inbox.messages({ to: email })).toHaveLength(1);
    expect(await events(c.caseId, 'notice-accepted')).toBe(effects.length);
  });

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

    it.each(ORDERS)('against approval, as the %s', async (order) => {
      const c = await asked(d);
      const pim = await fresh(d, 'pim');
      const [no, yes] = await inOrder(
        d,
        c.accountId,
        order,
        () => d.desk.veto(c.door),
        () => d.desk.approve(pim, { caseId: c.caseId, planHash: c.planHash }),
      );
      expect(ok(no).status).toBe('vetoed');
      if (order === 'first') expect(yes).toMatchObject({ refused: 'wrong-status' });
      const { account } = await vetoedFor(c);
      unchanged(account, c.holder.appId);
    });

    it.each(ORDERS)('against the end of the wait, as the %s', async (order) => {
      const c = await due(d, { measures: removeApp });
      const [no] = await inOrder(
        d,
        c.accountId,
        order,
        () => d.desk.veto(c.door),
        () => alarm(c),
      );
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
        const [effect] = await look<{ id: string }>(
          d,
          `SELECT id FROM effect WHERE case_id = $1 AND payload->>'stepId' = $2`,
          [c.caseId, step?.id],
        );
        const [no] = await inOrder(
          d,
          c.accountId,
          order,
          () => d.desk.veto(c.door),
          () => d.worker.performEffect(effect?.id ?? ''),
        );
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
        const [no, confirmed] = await inOrder(
          d,
          c.accountId,
          order,
          () => d.desk.veto(c.door),
          () => d.desk.confirmEnrolment(c.door, { factorId: c.factorId, code }),
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
        const [effect] = await look<{ id: string }>(
          d,
          `SELECT id FROM effect WHERE case_id = $1 AND payload->>'stepId' = $2`,
          [c.caseId, step?.id],
        );
        const [no] = await inOrder(
          d,
          c.accountId,
          order,
          () => d.desk.veto(c.door),
          () => d.worker.performEffect(effect?.id ?? ''),
        );
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

    it('against the worker that runs everything at once, ten times: nothing that the case gave works', async () => {
      for (let i = 0; i < 10; i++) {
        const c = await enrolled(d);
        const later = new Promise((resolve) => setTimeout(resolve, i * 12));
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

  it.each(ORDERS)(
    'R5 measures changed while the first proof is given: the %s does not make it hold for more',
    async (order) => {
      const c = await chosen(d, { measures: removeApp });
      const door = doorOf(c);
      const point = (await accountOf(d, c)).contactPoints.find((p) => p.kind === 'email');
      const sent = ok(
        await d.desk.sendChallenge(d.caller('noor'), {
          caseId: c.caseId,
          kind: 'email-challenge',
          contactPointId: point?.id ?? '',
        }),
      );
      await d.settle();
      const code = codeIn(d.inbox.messages({ to: point?.address ?? '' })[0]?.text ?? '') ?? '';
      const proofId = sent.case.proofs[0]?.id ?? '';
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
    const rows = await look<{ state: { number: number }; events: never[] }>(
      d,
      `SELECT c.state, (SELECT jsonb_agg(e.data || jsonb_build_object('type', e.type, 'id', e.id,
         'at', iso(e.at), 'actor', e.actor) ORDER BY e.number) FROM event e WHERE e.case_id = c.id) AS events
       FROM recovery_case c`,
    );
    expect(rows.length).toBeGreaterThan(30);
    for (const { state, events: all } of rows) {
      expect(fold(all)).toEqual(state);
      expect(all).toHaveLength(state.number);
    }
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
