import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope } from '../lib/adapters/db/scope';
import type { Account } from '../lib/domain/account/account';
import type { Factor, FactorKind } from '../lib/domain/account/factor';
import { emptyGuard } from '../lib/domain/account/guard';
import type { CaseEvent, Recorded } from '../lib/domain/audit/event';
import { isOpener } from '../lib/domain/case/case';
import { fold } from '../lib/domain/case/evolve';
import type { ProofKind } from '../lib/domain/case/proof';
import { compilePlan, proofsSuffice } from '../lib/domain/policy/compile';
import { FLOOR } from '../lib/domain/policy/floor';
import { defaultPolicy } from '../lib/domain/policy/policy';
import { days, type Instant, plus } from '../lib/domain/time';
import { ORGANISATIONS } from '../prisma/seed/people';
import { approved, asked, caseOf, proven } from './case-stages';
import { openDesk, type TestDesk } from './desk';
import { quietPost } from './quiet-post';
import { asSuperuser, look } from './superuser';

const ORGANISATION = ORGANISATIONS.zorgpunt.id;
const CASES = 1_000;
const CASE = '0190b000-0000-7000-8000-0000000000c1';
const ACCOUNT = '0190b000-0000-7000-8000-0000000000a1';
const OTHER_CASE = '0190b000-0000-7000-8000-0000000000c2';
const OPENER = {
  staffId: '0190b000-0000-7000-8000-00000000005a',
  personId: '0190b000-0000-7000-8000-0000000000f1',
};
const CHECK = { documentKind: 'passport', place: 'town hall', recordedBy: OPENER.staffId } as const;

const id = (n: number): string => `0190b000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** What may stand in the history of a case before it moves on. `who` and `which` pick from what is there. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('give' as const),
      proof: fc.constantFrom(
        { kind: 'email-challenge', means: 'mailbox:a' },
        { kind: 'email-challenge', means: 'mailbox:b' },
        { kind: 'sms-challenge', means: 'phone:?' },
        { kind: 'sms-challenge', means: 'phone:x' },
        { kind: 'remaining-factor', means: 'phone:y' },
        { kind: 'remaining-factor', means: 'phone:?' },
        { kind: 'remaining-factor', means: 'key:k' },
        { kind: 'identity-check', means: 'identity-check', mode: 'remote' },
        { kind: 'identity-check', means: 'identity-check', mode: 'in-person' },
      ),
      readOut: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom('void', 'lose', 'choose', 'heavier'),
      which: fc.nat(5),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('approve' as const),
      who: fc.constantFrom('other', 'another', 'opener', 'same-person'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('lapse' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('act' as const),
      who: fc.constantFrom('other', 'another', 'opener', 'same-person', 'holder'),
      act: fc.constantFrom(
        'take',
        'check-failed',
        'start-clock',
        'clock',
        'wait',
        'drop',
        'refuse',
      ),
    }),
  },
);
type Steps = (typeof step extends fc.Arbitrary<infer S> ? S : never)[];

const factor = fc.record({
  kind: fc.constantFrom<FactorKind>(
    'authenticator-app',
    'sms',
    'security-key',
    'backup-codes',
    'temporary-pass',
  ),
  removedDaysAgo: fc.constantFrom(undefined, 1, 89, 91, 400),
  disabled: fc.boolean(),
  by: fc.constantFrom('nobody', 'this case', 'another case'),
  pending: fc.boolean(),
});

const situation = fc.record({
  /** The holder asked for it, without calling: the first of the staff to act counts as the opener (R20). */
  asked: fc.boolean(),
  imported: fc.boolean(),
  factors: fc.array(factor, { maxLength: 2 }),
  contested: fc.constantFrom(undefined, -1, 1),
  // Half of the histories end as they should, so that enough of them pass.
  steps: fc.oneof(
    fc.array(step, { maxLength: 7 }),
    fc
      .array(step, { maxLength: 5 })
      .map((steps): Steps => [...steps, { what: 'approve', who: 'other' }]),
  ),
  from: fc.constantFrom('collecting', 'awaiting-approval', 'paused', 'stuck'),
  to: fc.constantFrom('waiting', 'executing'),
});
type Situation = typeof situation extends fc.Arbitrary<infer S> ? S : never;

/** What staff do, and what only follows from a yes: the second makes nobody an opener. */
const actOf = (act: string): CaseEvent => {
  switch (act) {
    case 'take':
      return { type: 'case-assigned', staffId: OPENER.staffId };
    case 'check-failed':
      return { type: 'identity-check-failed', identityCheck: { ...CHECK, mode: 'remote' } };
    case 'start-clock':
      return {
        type: 'wait-started',
        rule: 'daily',
        endsAt: '2027-01-01T00:00:00.000Z',
        by: 'staff',
      };
    case 'clock':
      return { type: 'wait-started', rule: 'daily', endsAt: '2027-01-01T00:00:00.000Z' };
    case 'wait':
      return { type: 'wait-planned', rule: 'daily', length: days(7) };
    case 'drop':
      return { type: 'steps-dropped', stepIds: [] };
    default:
      return { type: 'code-refused', proofId: id(200), restsOn: id(1), reason: 'expired' };
  }
};

const actorOf = (who: string): Recorded<CaseEvent>['actor'] => {
  if (who === 'holder') return { kind: 'holder', via: 'request' };
  if (who === 'opener') return { kind: 'staff', id: OPENER.staffId, personId: OPENER.personId };
  if (who === 'same-person') return { kind: 'staff', id: id(901), personId: OPENER.personId };
  const n = who === 'other' ? 902 : 903;
  return { kind: 'staff', id: id(n), personId: id(n) };
};

const accountOf = ({ factors, imported, contested }: Situation, now: Instant): Account => ({
  id: ACCOUNT,
  organisationId: ORGANISATION,
  personId: id(1),
  signIn: 'someone-0190b000@zorgpunt.example',
  displayName: 'Someone',
  locale: 'nl',
  disabled: false,
  privileged: false,
  ofStaff: false,
  ...(imported ? { importedAt: now } : {}),
  contactPoints: [],
  recoveryContacts: [],
  // One that is not set up yet is no factor; one that this case gave does not raise the case's own floor.
  factors: factors
    .filter((f) => !f.pending && f.by !== 'this case')
    .map(
      (f, n): Factor => ({
        id: id(100 + n),
        kind: f.kind,
        label: '',
        addedAt: plus(now, -days(500)),
        ...(f.removedDaysAgo === undefined
          ? {}
          : { removedAt: plus(now, -days(f.removedDaysAgo)) }),
      }),
    ),
  trustedDevices: 0,
  openSessions: 0,
  guard: {
    ...emptyGuard(),
    ...(contested === undefined ? {} : { contestedUntil: plus(now, days(contested)) }),
  },
});

const historyOf = (
  { steps, asked }: Situation,
  account: Account,
  now: Instant,
): Recorded<CaseEvent>[] => {
  const plan = compilePlan({
    measures: [{ kind: 'add-factor', enrol: 'authenticator-app' }],
    reported: [],
    account,
    policy: defaultPolicy(),
    now,
  });
  const proofs: string[] = [];
  const events: { event: CaseEvent; who?: string }[] = [
    {
      event: {
        type: 'case-opened',
        caseId: CASE,
        handle: '7K3M9Q2XTB',
        organisationId: ORGANISATION,
        accountId: ACCOUNT,
        symptom: 'app-lost',
        ...(asked ? {} : { openedBy: OPENER }),
        policyVersion: 1,
      },
    },
    { event: { type: 'measures-chosen', measures: plan.measures, plan, voided: [] } },
  ];
  for (const s of steps) {
    const voided = 'which' in s ? proofs.filter((_, n) => n % 2 === s.which % 2) : [];
    switch (s.what) {
      case 'give': {
        const { kind, means } = s.proof as { kind: ProofKind; means: string };
        const proofId = id(200 + proofs.length);
        proofs.push(proofId);
        const mode = 'mode' in s.proof ? (s.proof.mode as 'remote' | 'in-person') : undefined;
        const through = s.readOut && kind.endsWith('challenge');
        events.push(
          { event: { type: 'proof-opened', proofId, kind, means } },
          {
            event: {
              type: 'proof-given',
              proofId,
              kind,
              means,
              weight: 2,
              ...(through ? { throughStaff: true } : {}),
              ...(mode ? { identityCheck: { ...CHECK, mode } } : {}),
            },
          },
        );
        break;
      }
      case 'void':
        events.push({ event: { type: 'proofs-voided', proofIds: voided, reason: 'lapsed' } });
        break;
      case 'lose':
        events.push({ event: { type: 'loss-reported', ids: [], voided } });
        break;
      case 'choose':
        events.push({ event: { type: 'measures-chosen', measures: plan.measures, plan, voided } });
        break;
      case 'heavier':
        events.push({ event: { type: 'plan-grew-heavier', plan, voided } });
        break;
      case 'approve':
        events.push({ event: { type: 'approval-given', planHash: 'hash' }, who: s.who });
        break;
      case 'act':
        events.push({ event: actOf(s.act), who: s.who });
        break;
      case 'lapse':
        events.push({ event: { type: 'approval-lapsed', reason: 'membership-ended' } });
    }
  }
  return events.map(({ event, who = asked ? 'holder' : 'opener' }, n) => ({
    ...event,
    id: id(300 + n),
    at: now,
    actor: actorOf(who),
  }));
};

/** What the rules of the domain say of it. */
const allowed = (s: Situation, now: Instant): boolean => {
  const account = accountOf(s, now);
  const c = fold(historyOf(s, account, now));
  if (!c?.plan || !c.approval || !c.openedBy) return false;
  return proofsSuffice(c.plan, c.proofs) && !isOpener(c, c.approval);
};

const rowsOf = (s: Situation, now: Instant): string => {
  const account = accountOf(s, now);
  const events = historyOf(s, account, now).map(({ id: eventId, at, actor, type, ...data }, n) => ({
    id: eventId,
    at,
    type,
    number: n + 1,
    actor,
    actor_id: actor.kind === 'staff' ? actor.id : null,
    data,
  }));
  const factors = s.factors.map((f, n) => ({
    id: id(100 + n),
    kind: f.kind,
    started_at: plus(now, -days(500)),
    added_at: f.pending ? null : plus(now, -days(500)),
    given_by_case: f.by === 'this case' ? CASE : f.by === 'another case' ? OTHER_CASE : null,
    removed_at: f.removedDaysAgo === undefined ? null : plus(now, -days(f.removedDaysAgo)),
    disabled_at: f.disabled ? now : null,
  }));
  const literal = (value: unknown) => pg.escapeLiteral(JSON.stringify(value));
  return `
    INSERT INTO account (id, organisation_id, person_id, sign_in, display_name, imported_at, guard, created_at)
    VALUES ('${ACCOUNT}', '${ORGANISATION}', '${account.personId}', '${account.signIn}', 'Someone',
      ${s.imported ? 'desk_now()' : 'NULL'}, ${literal(account.guard)}, desk_now());
    INSERT INTO factor (id, organisation_id, account_id, kind, label, started_at, added_at, given_by_case, removed_at, disabled_at)
    SELECT f.id, '${ORGANISATION}', '${ACCOUNT}', f.kind, '', f.started_at, f.added_at, f.given_by_case, f.removed_at, f.disabled_at
    FROM jsonb_to_recordset(${literal(factors)}) AS f(id uuid, kind text, started_at timestamptz, added_at timestamptz,
      given_by_case uuid, removed_at timestamptz, disabled_at timestamptz);
    INSERT INTO recovery_case (id, organisation_id, account_id, handle, number, state, status, status_group, next_action,
      due_at, opened_by, opened_at)
    VALUES ('${CASE}', '${ORGANISATION}', '${ACCOUNT}', '7K3M9Q2XTB-0190b000', ${events.length}, '{}', '${s.from}', 'todo', 'wait',
      desk_now(), '${OPENER.staffId}', desk_now());
    INSERT INTO event (id, organisation_id, at, type, result, case_id, number, account_id, actor_kind, actor_id,
      origin_address, origin_agent, actor, data)
    SELECT e.id, '${ORGANISATION}', e.at, e.type, 'done', '${CASE}', e.number, '${ACCOUNT}', 'staff', e.actor_id, '', '', e.actor, e.data
    FROM jsonb_to_recordset(${literal(events)}) AS e(id uuid, at timestamptz, type text, number int, actor jsonb,
      actor_id text, data jsonb);
    UPDATE recovery_case SET status = '${s.to}' WHERE id = '${CASE}';
    SET CONSTRAINTS ALL IMMEDIATE;`;
};

const CHECK_VIOLATION = '23514';

describe('R19 the floor in the database', () => {
  let d: TestDesk;
  let tries = 0;
  const scope = { organisations: [ORGANISATION], actor: { kind: 'system' } } as const;
  beforeAll(async () => {
    d = await openDesk();
    quietPost(d);
  });
  afterAll(() => d.close());

  /** Whether the trigger lets it through; nothing of it stays. */
  const letsThrough = async (
    client: pg.ClientBase,
    s: Situation,
    now: Instant,
  ): Promise<boolean> => {
    // Rows that were undone still lie in the indexes: under ids of its own no case has to look past the others.
    const own = (0x0190b000 + ++tries).toString(16).padStart(8, '0');
    await client.query('SAVEPOINT before');
    try {
      await client.query(rowsOf(s, now).replaceAll('0190b000', own));
      return true;
    } catch (error) {
      const { code, message } = error as { code?: string; message?: string };
      if (code !== CHECK_VIOLATION || !message?.startsWith('floor:')) throw error;
      return false;
    } finally {
      await client.query('ROLLBACK TO SAVEPOINT before; SET CONSTRAINTS ALL DEFERRED');
    }
  };

  it(`R19 R20 is the same as that of the domain, in ${CASES} random cases`, async () => {
    const now = await d.ports.store.now();
    const seen = { through: 0, stopped: 0 };
    await inScope(d.pool, scope, async (client) => {
      await fc.assert(
        fc.asyncProperty(situation, async (s) => {
          const expected = allowed(s, now);
          seen[expected ? 'through' : 'stopped']++;
          expect(await letsThrough(client, s, now)).toBe(expected);
        }),
        { numRuns: CASES },
      );
    });
    expect(Math.min(seen.through, seen.stopped)).toBeGreaterThan(CASES / 20);
  });

  it('has the numbers of the domain, and stops everything where one is missing', async () => {
    const rows = await look<{ key: string; value: number }>(d, 'SELECT key, value FROM floor');
    expect(Object.fromEntries(rows.map(({ key, value }) => [key, value]))).toEqual(FLOOR);
    const now = await d.ports.store.now();
    const enough: Situation = {
      asked: false,
      imported: true,
      factors: [],
      contested: undefined,
      steps: [
        {
          what: 'give',
          proof: { kind: 'identity-check', means: 'identity-check', mode: 'in-person' },
          readOut: false,
        },
        { what: 'approve', who: 'other' },
      ],
      from: 'collecting',
      to: 'waiting',
    };
    await asSuperuser(d, async (client) => {
      await client.query('BEGIN');
      expect(await letsThrough(client, enough, now)).toBe(true);
      await client.query(`DELETE FROM floor WHERE key = 'meansWithSecondFactor'`);
      expect(await letsThrough(client, enough, now)).toBe(false);
      await client.query('ROLLBACK');
    });
  });

  it.each(['waiting', 'executing'])(
    'a row that is set to %s by hand is refused, whoever asks',
    async (status) => {
      const c = await proven(d);
      const before = await caseOf(d, c);
      for (const pool of [d.pool, d.workerPool]) {
        const tampered = inScope(pool, scope, (client) =>
          client.query(
            `UPDATE recovery_case SET status = $2, opened_by = gen_random_uuid(),
             state = state || jsonb_build_object('status', $2::text, 'approval', state->'openedBy') WHERE id = $1`,
            [c.caseId, status],
          ),
        );
        await expect(tampered).rejects.toThrow('no approval by another person');
      }
      expect(await caseOf(d, c)).toEqual(before);
    },
  );

  it('a state that says more than its column is refused at the next command', async () => {
    const c = await asked(d);
    await inScope(d.pool, scope, (client) =>
      client.query(
        `UPDATE recovery_case SET state = state || '{"status":"executing"}' WHERE id = $1`,
        [c.caseId],
      ),
    );
    await expect(d.desk.takeCase(d.caller('daan'), { caseId: c.caseId })).rejects.toThrow('floor');
  });

  it('a case that is inserted as executing is refused; an honest one passes', async () => {
    const c = await approved(d);
    expect((await caseOf(d, c)).status).toBe('waiting');
    const forged = inScope(d.pool, scope, (client) =>
      client.query(
        `INSERT INTO recovery_case SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
           'handle', 'AAAAAAAAAA', 'status', 'executing'))).* FROM recovery_case r WHERE id = $1`,
        [c.caseId],
      ),
    );
    await expect(forged).rejects.toThrow('floor');
  });
});
