import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATIONS } from '../../prisma/seed/people';
import { openDesk, type TestDesk } from '../../test/desk';
import { holderOf } from '../../test/desk-over';
import { inScope } from '../adapters/db/scope';
import type { AuditFilter } from '../domain/audit/audit-view';
import { formatHandle } from '../domain/case/handle';
import { type AuditWhere, auditSql, searchAudit } from './audit';

const { zorgpunt, gemeente } = ORGANISATIONS;
const ZONE = 'Europe/Amsterdam';
const NOISE = 200_000;

let desk: TestDesk;
let root: pg.Client;
let noor: string;
let opened: { id: string; handle: string };

const search = (filter: AuditFilter = {}, cursor = {}, who = 'mila') =>
  searchAudit(desk.caller(who), filter, ZONE, cursor, desk.pool);
const linesOf = async (filter: AuditFilter = {}, who = 'mila') => {
  const page = await search(filter, {}, who);
  if (!page) throw new Error('nothing to see');
  return page.lines;
};

beforeAll(async () => {
  desk = await openDesk();
  root = new pg.Client({ connectionString: desk.superuserUrl });
  await root.connect();
  noor = desk.planted.staff.find((s) => s.key === 'noor')?.id ?? '';
  // A busy year: many kinds, two organisations, thousands of accounts and forty colleagues.
  await root.query(
    `INSERT INTO event (id, organisation_id, at, type, result, account_id, object_id, actor_kind, actor_id,
       origin_address, origin_agent, actor, data)
     SELECT gen_random_uuid(), (ARRAY[$1, $2]::uuid[])[1 + i % 2], desk_now() - interval '2 days' - i * interval '2 minutes',
       (ARRAY['account-read','accounts-searched','session-started','session-ended','account-imported'])[1 + i % 5], 'done',
       md5((i % 5000)::text)::uuid, NULL, 'staff', md5((i % 40)::text)::uuid::text, '192.0.2.9', 'noise',
       '{"kind":"system"}', '{"reason":"idle","words":1,"found":0}'
     FROM generate_series(1, ${NOISE}) AS i`,
    [zorgpunt.id, gemeente.id],
  );
  await root.query('ANALYZE event');
  const { accountId } = holderOf(desk, 'fatima');
  const outcome = await desk.desk.openCase(desk.caller('noor'), { accountId, symptom: 'no-sms' });
  if (!('case' in outcome)) throw new Error(outcome.refused);
  opened = outcome.case;
  await desk.desk.cancel(desk.caller('noor'), { caseId: opened.id, reason: 'toch gelukt' });
  // Refused: the case is over; and saskia reaches for a case of another organisation.
  await desk.desk.finishRunbook(desk.caller('noor'), { caseId: opened.id, helped: true });
  await desk.desk.cancel(desk.caller('saskia'), { caseId: opened.id, reason: 'niet van mij' });
}, 120_000);
afterAll(async () => {
  await root?.end();
  await desk?.close();
});

describe('searching the log', () => {
  it('shows of each line who, what, on what, with what result, from where and when', async () => {
    const lines = await linesOf({ actorId: noor });
    const line = lines.find((l) => l.event.type === 'case-opened');
    expect(line).toMatchObject({
      organisation: gemeente.name,
      result: 'done',
      origin: { address: '192.0.2.1', agent: 'test' },
      account: { name: 'Fatima Jansen' },
      case: { id: opened.id, handle: opened.handle },
      event: { actor: { kind: 'staff', id: noor } },
    });
  });

  it('goes over all organisations of the auditor, newest first', async () => {
    const lines = await linesOf({ types: ['account-read'] });
    expect(new Set(lines.map((l) => l.organisation))).toEqual(
      new Set([zorgpunt.name, gemeente.name]),
    );
    const times = lines.map((l) => l.event.at);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('finds by organisation, kind, account, handle and staff member', async () => {
    const only = await linesOf({ organisationId: gemeente.id, types: ['case-opened'] });
    expect(only).toHaveLength(1);
    const byAccount = await linesOf({
      account: 'fatima jans',
      types: ['case-opened', 'case-cancelled'],
    });
    expect(byAccount.map((l) => l.event.type)).toEqual(['case-cancelled', 'case-opened']);
    const byHandle = await linesOf({ handle: formatHandle(opened.handle).toLowerCase() });
    expect(byHandle.map((l) => l.event.type)).toEqual(
      expect.arrayContaining(['case-opened', 'case-cancelled', 'denied']),
    );
    expect(
      await linesOf({ actorId: noor, types: ['case-opened'], organisationId: zorgpunt.id }),
    ).toEqual([]);
    expect(await linesOf({ handle: '22222-22222' })).toEqual([]);
    expect(await linesOf({ account: 'bestaat niet' })).toEqual([]);
  });

  it('finds by time on the clock of the organisation, to the minute', async () => {
    const { rows } = await root.query(
      `SELECT to_char(at AT TIME ZONE $1, 'YYYY-MM-DD"T"HH24:MI') AS minute, at FROM event
       WHERE type = 'session-started' ORDER BY at LIMIT 1 OFFSET 100`,
      [ZONE],
    );
    const { minute, at } = rows[0];
    const lines = await linesOf({ from: minute, until: minute, types: ['session-started'] });
    expect(lines.map((l) => l.event.at)).toContain(at.toISOString());
    expect(lines.length).toBeLessThan(3);
  });

  it('R39 shows denials: what was refused to whom, in the log of whoever was refused', async () => {
    const denied = await linesOf({ types: ['denied'] });
    expect(denied.map((l) => [l.result, l.event])).toEqual(
      expect.arrayContaining([
        ['refused', expect.objectContaining({ action: 'finish-runbook', code: 'wrong-status' })],
        ['refused', expect.objectContaining({ action: 'cancel', code: 'not-found' })],
      ]),
    );
    const foreign = denied.find((l) => 'action' in l.event && l.event.action === 'cancel');
    expect(foreign?.organisation).toBe(zorgpunt.name);
  });

  it('pages without a gap or a repetition, forwards and back', async () => {
    const filter: AuditFilter = { types: ['session-started', 'account-read'] };
    const first = await search(filter);
    const second = await search(filter, { after: first?.next });
    const third = await search(filter, { after: second?.next });
    const back = await search(filter, { before: third?.previous });
    const ids = [first, second, third].flatMap((p) => p?.lines.map((l) => l.event.id) ?? []);
    expect(new Set(ids).size).toBe(150);
    expect(back?.lines).toEqual(second?.lines);
    const again = await search(filter, { before: second?.previous });
    expect(again?.lines).toEqual(first?.lines);
    expect(again?.previous).toBeUndefined();
  });

  it('R39 the search is itself a line, which says by what and never for what', async () => {
    await search({ account: 'fatima', from: '2026-01-01T00:00' });
    const [newest] = await linesOf({ types: ['audit-searched'] });
    expect(newest?.event).toMatchObject({ type: 'audit-searched', filters: ['account', 'from'] });
    expect(JSON.stringify(newest)).not.toContain('fatima');
  });

  it('R46 is only for auditors, of their own organisations; to others it is not there', async () => {
    for (const who of ['noor', 'saskia', 'tess', 'olaf'])
      expect(await search({}, {}, who)).toBeUndefined();
    const only: AuditFilter = { organisationId: '0190a000-0000-7000-8000-00000000dead' };
    expect(await search(only)).toBeUndefined();
    const lines = await linesOf({ types: ['denied'] });
    expect(
      lines.filter((l) => 'action' in l.event && l.event.action === 'search-audit').length,
    ).toBeGreaterThan(3);
  });

  it('R47 nothing is shown when the search cannot be put on record', async () => {
    await root.query('REVOKE INSERT ON event FROM regain_web');
    await expect(search()).rejects.toThrow('permission denied');
    await root.query('GRANT INSERT ON event TO regain_web');
  });

  it('takes whatever is typed into an address for what it is', async () => {
    const odd: AuditFilter = {
      from: "'; DROP",
      until: '9',
      actorId: 'x',
      account: "' OR 1=1",
      handle: undefined,
    };
    expect(await linesOf(odd)).toEqual([]);
    expect(
      await search({}, { after: 'nonsense', before: '2026-99-99T00:00:00.000Z_x' }),
    ).toBeDefined();
    for (const from of ['2026-13-45T99:99', '2026-02-30T00:00', '0000-01-01T00:00'])
      expect(await linesOf({ from })).not.toEqual([]);
  });
});

describe('with 200,000 lines', () => {
  const edge = { at: '2026-06-01T12:00:00.000Z', id: '0190a000-0000-7000-8000-000000000000' };
  const account = ['0190a000-0000-7000-8000-000000000009'];
  it.each<[string, AuditWhere, typeof edge | undefined, boolean]>([
    ['all', {}, undefined, false],
    ['all, further on', {}, edge, false],
    ['all, back', {}, edge, true],
    ['a time', { from: '2026-03-01T00:00', until: '2026-03-02T00:00' }, undefined, false],
    ['kinds', { types: ['denied', 'account-read'] }, undefined, false],
    ['kinds, further on', { types: ['denied', 'account-read'] }, edge, false],
    ['a staff member', { actorId: account[0] }, undefined, false],
    ['an account', { accountIds: account }, undefined, false],
    ['an account and kinds', { accountIds: account, types: ['account-read'] }, edge, false],
    ['a case', { caseId: account[0] ?? '' }, undefined, false],
    ['a case and a staff member', { caseId: account[0] ?? '', actorId: account[0] }, edge, false],
  ])('%s: reads along an index as regain_web', async (_, where, at, backwards) => {
    const caller = desk.caller('mila');
    const { text, values } = auditSql(caller.organisations, where, ZONE, at, backwards);
    const plan = await inScope(desk.pool, caller, async (client) => {
      const { rows } = await client.query({
        text: `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
        values,
      });
      return rows[0]['QUERY PLAN'][0];
    });
    expect(JSON.stringify(plan)).not.toMatch(/"Seq Scan"[^{}]*"Relation Name":"event"/);
    expect(JSON.stringify(plan)).toMatch(/"Index Name":"event_/);
    expect(plan['Execution Time']).toBeLessThan(200);
  });
});
