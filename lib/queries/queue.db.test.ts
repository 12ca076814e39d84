import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATIONS } from '../../prisma/seed/people';
import { openDesk, type TestDesk } from '../../test/desk';
import { asSuperuser } from '../../test/superuser';
import { inScope } from '../adapters/db/scope';
import { wordsToFind } from '../domain/account/search-words';
import { approvalsSql } from './approvals';
import { countSql, deskCounts, type QueueFilter, queueCounts, queuePage, queueSql } from './queue';
import { searchQueue, searchSql } from './queue-search';
import type { Reader } from './reader';

const { zorgpunt, gemeente } = ORGANISATIONS;
const CASES = 50_000;
const ACCOUNTS = 10_000;

let desk: TestDesk;
let noor: string;

/** Cases that fill the tables: every fourth done, every fourth waiting, the rest to be done; every tenth is Noor's. */
const FILL = `INSERT INTO recovery_case (id, organisation_id, account_id, handle, number, state, status, status_group,
    next_action, due_at, assignee_id, opened_by, opened_at, ended_at)
  SELECT gen_random_uuid(), CASE WHEN i % 2 = 0 THEN $1::uuid ELSE $2::uuid END,
    md5('account ' || i % $3::int)::uuid, lpad(upper(to_hex(i)), 10, 'Z'), 1,
    '{"symptom":"no-sms","measures":[],"proofs":[],"openedBy":{},"staffActed":[],"personsActed":[]}',
    CASE i / 2 % 4 WHEN 0 THEN 'completed' WHEN 1 THEN 'waiting' ELSE 'collecting' END,
    CASE i / 2 % 4 WHEN 0 THEN 'done' WHEN 1 THEN 'waiting' ELSE 'todo' END,
    CASE WHEN i / 2 % 4 = 0 THEN 'none' WHEN i / 2 % 4 = 1 THEN 'wait' WHEN i % 1000 < 2 THEN 'approve'
      WHEN i / 2 % 4 = 2 THEN 'collect-proofs' ELSE 'run-runbook' END,
    timestamptz '2026-12-01' + i * interval '1 minute', CASE WHEN i / 2 % 10 = 0 THEN $4::uuid END, $5, now(),
    CASE WHEN i / 2 % 4 = 0 THEN now() END
  FROM generate_series(1, $6::int) AS i`;

/** Everybody is called Persoon, and nobody has the same number. */
const FILL_ACCOUNTS = `INSERT INTO account (id, organisation_id, person_id, sign_in, display_name, created_at)
  SELECT md5('account ' || i)::uuid, CASE WHEN i % 2 = 0 THEN $1::uuid ELSE $2::uuid END, gen_random_uuid(),
    'p' || i, 'Persoon Nr' || i, now() FROM generate_series(0, $3::int - 1) AS i`;
const FILL_WORDS = `INSERT INTO account_word (organisation_id, word, account_id)
  SELECT CASE WHEN i % 2 = 0 THEN $1::uuid ELSE $2::uuid END, word, md5('account ' || i)::uuid
  FROM generate_series(0, $3::int - 1) AS i, unnest(array['persoon', 'nr' || i]) AS word`;

beforeAll(async () => {
  desk = await openDesk();
  const idOf = (key: string) => desk.planted.staff.find((s) => s.key === key)?.id ?? '';
  noor = idOf('noor');
  await asSuperuser(desk, async (client) => {
    // The floor's trigger is about real cases; these only fill the tables.
    await client.query("SET session_replication_role = 'replica'");
    const half = [zorgpunt.id, gemeente.id, ACCOUNTS];
    await client.query(FILL_ACCOUNTS, half);
    await client.query(FILL_WORDS, half);
    await client.query(FILL, [...half, noor, idOf('daan'), CASES]);
    await client.query('ANALYZE');
  });
}, 120_000);
afterAll(() => desk?.close());

const explain = (reader: Reader, text: string, values: unknown[]): Promise<string> =>
  inScope(desk.pool, reader, async (client) => {
    const { rows } = await client.query({ text: `EXPLAIN (FORMAT JSON) ${text}`, values });
    return JSON.stringify(rows[0]['QUERY PLAN'][0]);
  });

const readsNoTableWhole = (plan: string): void => {
  // Two organisations, ten accounts and ten colleagues are read faster than looked up.
  expect(plan).not.toMatch(/"Seq Scan"[^{}]*"Relation Name":"(recovery_case|account_word|event)/);
};

describe("with fifty thousand cases, as the application's role", () => {
  const edge = { dueAt: '2026-12-09T00:00:00.000Z', id: ORGANISATIONS.zorgpunt.id };
  const filters: [string, QueueFilter, string][] = [
    ['to do', { group: 'todo', mine: false }, 'organisation_id_status_group_due_at_id'],
    ['waiting', { group: 'waiting', mine: false }, 'organisation_id_status_group_due_at_id'],
    ['done', { group: 'done', mine: false }, 'organisation_id_status_group_due_at_id'],
    ['mine', { group: 'todo', mine: true }, 'organisation_id_assignee_id_status_group'],
    [
      'one next step',
      { group: 'todo', mine: false, nextAction: 'collect-proofs' },
      'organisation_id_next_action_due_at_id',
    ],
  ];

  it.each(filters)(
    'the tab "%s" walks its index, from the front and from a place',
    async (...row) => {
      const [, filter, index] = row;
      const caller = desk.caller('noor');
      for (const from of [undefined, edge])
        for (const backwards of [false, true]) {
          const { text, values } = queueSql(caller.organisations, filter, noor, from, backwards);
          const plan = await explain(caller, text, values);
          expect(plan).toContain(index);
          readsNoTableWhole(plan);
        }
    },
  );

  it('the counts, the approvals and the search use theirs', async () => {
    const caller = desk.caller('noor');
    const pim = desk.caller('pim');
    const words = wordsToFind('nr123');
    const plans = [
      await explain(caller, countSql('c.status_group = $2'), [caller.organisations, 'todo']),
      await explain(pim, approvalsSql, [pim.organisations, noor, noor]),
      await explain(caller, searchSql(words.length), [caller.organisations, ...words]),
    ];
    for (const plan of plans) readsNoTableWhole(plan);
    expect(plans[0]).toContain('organisation_id_status_group_due_at_id');
    expect(plans[1]).toContain('organisation_id_next_action_due_at_id');
    expect(plans[2]).toContain('account_word_pkey');
  });

  it('a page is there in a moment', async () => {
    const start = performance.now();
    const { rows } = await queuePage(
      desk.caller('noor'),
      { group: 'todo', mine: false },
      {},
      desk.pool,
    );
    expect(rows).toHaveLength(50);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('counts stop where nobody needs them exact', async () => {
    const { todo, waiting } = await queueCounts(desk.caller('noor'), { mine: false }, desk.pool);
    expect([todo, waiting]).toEqual([2_000, 2_000]);
  });
});

describe('the pages of the queue', () => {
  const walk = async (filter: QueueFilter, pages: number) => {
    const caller = desk.caller('noor');
    let page = await queuePage(caller, filter, {}, desk.pool);
    const seen = [page];
    for (let i = 1; i < pages; i++) {
      page = await queuePage(caller, filter, { after: page.next }, desk.pool);
      seen.push(page);
    }
    return seen;
  };

  it.each(['todo', 'done'] as const)('of "%s" follow each other, and lead back', async (group) => {
    const pages = await walk({ group, mine: false }, 3);
    const due = pages.flatMap((page) => page.rows.map((row) => row.dueAt));
    expect(due).toEqual(group === 'done' ? [...due].sort().reverse() : [...due].sort());
    expect(new Set(pages.flatMap((page) => page.rows.map((row) => row.id))).size).toBe(150);
    const caller = desk.caller('noor');
    const back = await queuePage(
      caller,
      { group, mine: false },
      { before: pages[2]?.previous },
      desk.pool,
    );
    expect(back.rows.map((row) => row.id)).toEqual(pages[1]?.rows.map((row) => row.id));
    expect(pages[0]?.previous).toBeUndefined();
    const first = await queuePage(
      caller,
      { group, mine: false },
      { before: pages[1]?.previous },
      desk.pool,
    );
    expect(first.previous).toBeUndefined();
    expect(first.next).toBeDefined();
  });

  it('are narrowed to a person, an organisation and a step', async () => {
    const caller = desk.caller('noor');
    const read = (filter: Partial<QueueFilter>) =>
      queuePage(caller, { group: 'todo', mine: false, ...filter }, {}, desk.pool);
    for (const row of (await read({ mine: true })).rows) expect(row.assigneeId).toBe(noor);
    for (const row of (await read({ organisationId: gemeente.id })).rows)
      expect(row.organisation).toBe('Gemeente Voorbeeld');
    for (const row of (await read({ nextAction: 'run-runbook' })).rows)
      expect(row.nextAction).toBe('run-runbook');
  });

  it('show nothing of an organisation that is not the own', async () => {
    const daan = desk.caller('daan');
    const own = await queuePage(daan, { group: 'todo', mine: false }, {}, desk.pool);
    expect(new Set(own.rows.map((row) => row.organisationId))).toEqual(new Set([zorgpunt.id]));
    const foreign = { group: 'todo', mine: false, organisationId: gemeente.id } as const;
    expect((await queuePage(daan, foreign, {}, desk.pool)).rows).toEqual([]);
    expect(await queueCounts(daan, foreign, desk.pool)).toEqual({ todo: 0, waiting: 0 });
    // A platform administrator sees no case at all (R34).
    expect(
      (await queuePage(desk.caller('olaf'), { group: 'todo', mine: false }, {}, desk.pool)).rows,
    ).toEqual([]);
    expect(await deskCounts(desk.caller('olaf'), desk.pool)).toEqual({ queue: 0, approvals: 0 });
  });

  it.each(['', 'nonsense', `2026-13-45T99:00:00.000Z_${zorgpunt.id}`, "'; DROP TABLE event; --"])(
    'begin at the front for a place that is none: %j',
    async (after) => {
      const page = await queuePage(
        desk.caller('noor'),
        { group: 'todo', mine: false },
        { after },
        desk.pool,
      );
      expect(page.rows).toHaveLength(50);
      expect(page.previous).toBeUndefined();
    },
  );
});

describe('searching cases', () => {
  const handleOf = async (organisationId: string) =>
    asSuperuser(desk, async (client) => {
      const { rows } = await client.query<{ id: string; handle: string }>(
        `SELECT id, handle FROM recovery_case WHERE organisation_id = $1
         AND handle !~ '[1ILO]' ORDER BY handle LIMIT 1`,
        [organisationId],
      );
      return rows[0] ?? { id: '', handle: '' };
    });

  it('finds the one case of a handle, however it was typed', async () => {
    const { id, handle } = await handleOf(zorgpunt.id);
    const typed = `hz ${handle.slice(0, 5).toLowerCase()} ${handle.slice(5).toLowerCase()}`;
    expect((await searchQueue(desk.caller('noor'), typed, desk.pool)).exact).toBe(id);
  });

  it("does not find another organisation's, by handle or by name", async () => {
    const { handle } = await handleOf(gemeente.id);
    const daan = desk.caller('daan');
    expect(await searchQueue(daan, handle, desk.pool)).toMatchObject({ rows: [] });
    expect((await searchQueue(daan, handle, desk.pool)).exact).toBeUndefined();
    expect((await searchQueue(daan, 'persoon nr4321', desk.pool)).rows).toEqual([]);
  });

  it('R39 leaves a line of counts, never what was looked for', async () => {
    const { rows, more } = await searchQueue(desk.caller('daan'), 'Persoon Nr1', desk.pool);
    expect(rows).toHaveLength(50);
    expect(more).toBe(true);
    for (const { holder } of rows) expect(holder).toMatch(/^Persoon Nr1/);
    await asSuperuser(desk, async (client) => {
      const { rows: lines } = await client.query(
        "SELECT data FROM event WHERE type = 'accounts-searched' ORDER BY at DESC LIMIT 1",
      );
      expect(lines[0].data).toEqual({ words: 2, found: 50 });
    });
  });
});
