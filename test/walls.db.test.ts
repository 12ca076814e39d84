import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOf, chosen } from './case-stages';
import { openDesk, type TestDesk } from './desk';
import { quietPost } from './quiet-post';
import { fill } from './walls/fill';
import {
  APPLICATION,
  belongsTo,
  FOREIGN,
  LOOKED_UP,
  MAY_WRITE,
  NOT_TENANT,
  OWN,
  ROLES,
  readTables,
  type Table,
} from './walls/tables';
import { startWalk, touched } from './walls/walk';

describe('R46 the walls', () => {
  let d: TestDesk;
  let walk: Awaited<ReturnType<typeof startWalk>>;
  let tables: Table[];
  let walled: Table[];
  let daan: string;
  let kees: string;

  beforeAll(async () => {
    d = await openDesk();
    quietPost(d);
    walk = await startWalk(d.superuserUrl);
    const id = (key: string) => d.planted.staff.find((s) => s.key === key)?.id ?? '';
    daan = id('daan');
    kees = id('kees');
    tables = await readTables(walk.superuser);
    walled = tables.filter((table) => !(table.name in NOT_TENANT));
    await fill(d, walk.superuser, { own: daan, foreign: kees });
  });
  afterAll(() => Promise.all([walk.end(), d.close()]));

  const foreign = () => ({ organisation: FOREIGN, staff: kees });
  const own = () => ({ organisation: OWN, staff: daan });

  it('every table stands under row-level security, or in the list of those that need none', () => {
    const bare = tables.filter((table) => !table.walled).map((table) => table.name);
    expect(bare).toEqual(Object.keys(NOT_TENANT));
    expect(
      tables.filter(
        (table) => table.columns.includes('organisation_id') && table.name in NOT_TENANT,
      ),
    ).toEqual([]);
    expect(walled.length).toBeGreaterThan(18);
  });

  it('tables without a wall are read, and written only where said', async () => {
    for (const table of Object.keys(NOT_TENANT))
      for (const role of ROLES) {
        const written = (await walk.rights(role, table)).filter((right) => right !== 'SELECT');
        expect({ table, role, written }).toEqual({
          table,
          role,
          written: MAY_WRITE[table]?.[role] ?? [],
        });
      }
  });

  it('every walled table has rows of the organisation, else nothing is shown by not finding them', async () => {
    for (const table of walled) {
      const [row] = await walk.look<{ n: number }>(
        `SELECT count(*)::int AS n FROM public.${table.name} WHERE ${belongsTo(table, OWN, daan)}`,
      );
      expect({ table: table.name, some: (row?.n ?? 0) > 0 }).toEqual({
        table: table.name,
        some: true,
      });
    }
  });

  it.each(ROLES)('%s finds nothing of another organisation', async (role) => {
    for (const table of walled) {
      const found = await walk.as(role, foreign(), (client) =>
        touched(
          client,
          `SELECT count(*)::int AS n FROM public.${table.name} WHERE ${belongsTo(table, OWN, daan)}`,
        ),
      );
      const open = role === 'regain_lookup' && LOOKED_UP.includes(table.name);
      expect({ table: table.name, found: open || found === 0 || found === 'denied' }).toEqual({
        table: table.name,
        found: true,
      });
      if (role === 'regain_lookup' && !open) expect(found).toBe('denied');
      if (role === 'regain_queue') expect(found).toBe('denied');
    }
  });

  it.each(['regain_web', 'regain_worker'] as const)(
    '%s finds its own rows where it may look',
    async (role) => {
      let looked = 0;
      for (const table of walled) {
        if (!(await walk.rights(role, table.name)).includes('SELECT')) continue;
        looked++;
        const found = await walk.as(role, own(), (client) =>
          touched(
            client,
            `SELECT count(*)::int AS n FROM public.${table.name} WHERE ${belongsTo(table, OWN, daan)}`,
          ),
        );
        expect({ table: table.name, some: Number(found) > 0 }).toEqual({
          table: table.name,
          some: true,
        });
      }
      expect(looked).toBeGreaterThan(13);
    },
  );

  it('without a scope nothing is found at all', async () => {
    for (const role of ['regain_web', 'regain_worker'])
      for (const table of walled) {
        const found = await walk.as(role, { organisation: '', staff: '' }, (client) =>
          touched(client, `SELECT count(*)::int AS n FROM public.${table.name}`),
        );
        expect({ table: table.name, none: found === 0 || found === 'denied' }).toEqual({
          table: table.name,
          none: true,
        });
      }
  });

  it.each(ROLES)('%s writes nothing of another organisation', async (role) => {
    for (const table of walled) {
      const theirs = belongsTo(table, OWN, daan);
      const column =
        table.columns.find((name) => !table.key.some((part) => part.name === name)) ??
        table.columns[0];
      const fresh = table.key
        .map(
          ({ name, type }) =>
            `'${name}', ${type === 'uuid' ? 'gen_random_uuid()::text' : type === 'integer' ? '4711' : 'md5(random()::text)'}`,
        )
        .join(', ');
      const copy = (
        await walk.look<{ row: string }>(
          `SELECT (to_jsonb(t) || jsonb_build_object(${fresh}))::text AS row FROM public.${table.name} t WHERE ${theirs} LIMIT 1`,
        )
      )[0]?.row.replaceAll("'", "''");
      const outcome = await walk.as(role, foreign(), async (client) => ({
        inserted: await touched(
          client,
          `INSERT INTO public.${table.name} SELECT r.* FROM jsonb_populate_record(null::public.${table.name}, '${copy}') r`,
        ),
        updated: await touched(
          client,
          `UPDATE public.${table.name} SET ${column} = ${column} WHERE ${theirs}`,
        ),
        deleted: await touched(client, `DELETE FROM public.${table.name} WHERE ${theirs}`),
        truncated: await touched(client, `TRUNCATE public.${table.name}`),
      }));
      const nothing = (result: number | 'denied') => result === 0 || result === 'denied';
      expect({ table: table.name, inserted: outcome.inserted }).toEqual({
        table: table.name,
        inserted: 'denied',
      });
      expect({
        table: table.name,
        ...outcome,
        ok: nothing(outcome.updated) && nothing(outcome.deleted),
      }).toMatchObject({ ok: true });
      expect(outcome.truncated).toBe('denied');
    }
  });

  it('no row of the own organisation can be handed to another', async () => {
    for (const role of ['regain_web', 'regain_worker'])
      for (const table of walled.filter((t) => t.columns.includes('organisation_id'))) {
        const moved = await walk.as(role, foreign(), (client) =>
          touched(
            client,
            `UPDATE public.${table.name} SET organisation_id = '${OWN}' WHERE ${belongsTo(table, FOREIGN, kees)}`,
          ),
        );
        expect({ role, table: table.name, ok: moved === 'denied' || moved === 0 }).toEqual({
          role,
          table: table.name,
          ok: true,
        });
      }
  });

  it('a session, a ticket and a factor of staff are seen by nobody else, not even a colleague', async () => {
    const pim = d.planted.staff.find((s) => s.key === 'pim')?.id ?? '';
    for (const table of ['staff_session', 'sign_in_ticket', 'staff_factor', 'import_draft']) {
      const found = await walk.as('regain_web', { organisation: OWN, staff: pim }, (client) =>
        touched(
          client,
          `SELECT count(*)::int AS n FROM public.${table} WHERE staff_id = '${daan}'`,
        ),
      );
      expect({ table, found }).toEqual({ table, found: 0 });
    }
  });

  it('nobody reads the hash of a password but through the look-up', async () => {
    for (const role of APPLICATION) {
      const found = await walk.as(role, own(), (client) =>
        touched(client, 'SELECT password_hash FROM public.staff_member'),
      );
      expect(found).toBe('denied');
    }
  });

  it('R47 events can be added and nothing else', async () => {
    for (const role of ROLES)
      for (const sql of [
        'UPDATE public.event SET type = type',
        'DELETE FROM public.event',
        'TRUNCATE public.event',
      ])
        expect(await walk.as(role, own(), (client) => touched(client, sql))).toBe('denied');
    expect(await walk.rights('regain_web', 'event')).toEqual(['SELECT', 'INSERT']);
    expect(await walk.rights('regain_worker', 'event')).toEqual(['SELECT', 'INSERT']);
  });

  it('the look-up role sees the tables of the list, and writes nowhere', async () => {
    for (const table of tables) {
      const expected = LOOKED_UP.includes(table.name) || table.name === 'desk' ? ['SELECT'] : [];
      expect({ table: table.name, rights: await walk.rights('regain_lookup', table.name) }).toEqual(
        {
          table: table.name,
          rights: expected,
        },
      );
    }
  });

  it('R39 R14 a foreign case looks like one that does not exist, and leaves no trace where it belongs', async () => {
    const c = await chosen(d);
    const before = await caseOf(d, c);
    const outcomes = await Promise.all(
      [c.caseId, '0190a000-0000-7000-8000-00000000dead'].map((caseId) =>
        d.desk.takeCase(d.caller('kees'), { caseId }),
      ),
    );
    expect(outcomes).toEqual([{ refused: 'not-found' }, { refused: 'not-found' }]);
    const traces = await walk.look<{ organisation_id: string }>(
      `SELECT organisation_id::text FROM event WHERE type = 'denied' AND object_id = $1`,
      [c.caseId],
    );
    expect(traces).toEqual([{ organisation_id: FOREIGN }]);
    expect(await caseOf(d, c)).toEqual(before);
  });
});
