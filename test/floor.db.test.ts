import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope } from '../lib/adapters/db/scope';
import { FLOOR } from '../lib/domain/policy/floor';
import { approved, asked, caseOf, proven } from './case-stages';
import { openDesk, type TestDesk } from './desk';
import { allowed } from './floor/history';
import { ORGANISATION } from './floor/ids';
import { letsThrough } from './floor/rows';
import { type Situation, situation } from './floor/situation';
import { quietPost } from './quiet-post';
import { asSuperuser, look } from './superuser';

const CASES = 1_000;

describe('R19 the floor in the database', () => {
  let d: TestDesk;
  const scope = { organisations: [ORGANISATION], actor: { kind: 'system' } } as const;
  beforeAll(async () => {
    d = await openDesk();
    quietPost(d);
  });
  afterAll(() => d.close());

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
  }, 120_000);

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
