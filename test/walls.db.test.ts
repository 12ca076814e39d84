import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../lib/domain/case/command';
import { ORGANISATIONS } from '../prisma/seed/people';
import { caseOf, chosen, completed, fresh, proven } from './case-stages';
import { openDesk, type TestDesk } from './desk';
import { quietPost } from './quiet-post';

/** Tables that hold nothing of an organisation, and why. Every other table stands under row-level security. */
const NOT_TENANT: Record<string, string> = {
  _prisma_migrations: 'which migrations ran',
  anonymous_denial: 'counts per minute and address of those whom nobody can place: no ids',
  desk: 'one row: whether the database is local, and its clock',
  floor: 'numbers of the floor, the same for everybody',
  heartbeat: 'when each process was last alive',
  person: 'ids only: what is known of a person stands with accounts and staff',
  throttle: 'counters by key: no ids of accounts or cases',
};

/** What the application's roles may do with those, beside reading. */
const MAY_WRITE: Record<string, Record<string, string[]>> = {
  anonymous_denial: { regain_web: ['INSERT', 'UPDATE'] },
  // Deletes only what has been silent for a day: a wall of its own holds it to those.
  heartbeat: { regain_worker: ['INSERT', 'UPDATE', 'DELETE'] },
  person: { regain_web: ['INSERT'] },
  // The worker's only for counters that are a day old: a wall of its own holds it to those.
  throttle: {
    regain_web: ['INSERT', 'UPDATE', 'DELETE'],
    regain_worker: ['UPDATE', 'DELETE'],
  },
};

/** What the look-up role may see of all organisations, before a scope is known; it writes nowhere. */
const LOOKED_UP = [
  'account',
  'account_session',
  'account_ticket',
  'alarm',
  'code_link',
  'contact_link',
  'effect',
  'link',
  'membership',
  'message_attempt',
  'organisation',
  'recovery_case',
  'recovery_contact',
  'recovery_request',
  'sign_in_ticket',
  'staff_factor',
  'staff_member',
  'staff_session',
  'trusted_device',
];

const APPLICATION = ['regain_web', 'regain_worker', 'regain_queue'] as const;
const ROLES = [...APPLICATION, 'regain_lookup'] as const;
const WRITES = ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'] as const;

const OWN = ORGANISATIONS.zorgpunt.id;
const FOREIGN = ORGANISATIONS.gemeente.id;

type Table = {
  name: string;
  walled: boolean;
  columns: string[];
  key: { name: string; type: string }[];
};

describe('R46 the walls', () => {
  let d: TestDesk;
  const look = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await superuser.query<Row>(sql, values)).rows;

  let tables: Table[];
  let walled: Table[];
  let daan: string;
  let superuser: pg.Client;
  let kees: string;

  beforeAll(async () => {
    d = await openDesk();
    superuser = new pg.Client({ connectionString: d.superuserUrl });
    await superuser.connect();
    quietPost(d);
    const id = (key: string) => d.planted.staff.find((s) => s.key === key)?.id ?? '';
    daan = id('daan');
    kees = id('kees');
    tables =
      await look<Table>(`SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS walled,
         array(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
           AND NOT a.attisdropped) AS columns,
         (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null)))
           FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
           WHERE i.indrelid = c.oid AND i.indisprimary) AS key
       FROM pg_class c WHERE c.relkind IN ('r','p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1`);
    walled = tables.filter((table) => !(table.name in NOT_TENANT));
    await fill();
  });
  afterAll(() => Promise.all([superuser.end(), d.close()]));

  /** Rows of both organisations in every table: a wall before an empty room proves nothing. */
  async function fill(): Promise<void> {
    await completed(d);
    const open = await proven(d);
    expect(
      isRefusal(
        await d.desk.cancel(await fresh(d, 'noor'), {
          caseId: open.caseId,
          reason: 'found the phone',
        }),
      ),
    ).toBe(false);
    await chosen(d);
    for (const [organisation, staff] of [
      [OWN, daan],
      [FOREIGN, kees],
    ])
      await past(async (client) => {
        await client.query(
          `INSERT INTO staff_session (id, token_hash, staff_id, started_at, last_seen_at, reauthenticated_at, address, user_agent)
           VALUES (gen_random_uuid(), md5($1), $1::text::uuid, now(), now(), now(), '192.0.2.1', 'test')`,
          [staff],
        );
        await client.query(
          `INSERT INTO sign_in_ticket (hash, staff_id, number, expires_at) VALUES (md5($1), $1::text::uuid, 0, now())`,
          [staff],
        );
        await client.query(
          `INSERT INTO message_attempt (id, organisation_id, account_id, effect_id, channel, route, at)
           VALUES (gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 'mail', 'smtp', now())`,
          [organisation],
        );
        await client.query(
          `INSERT INTO account_ticket (hash, organisation_id, account_id, created_at, expires_at)
           VALUES (md5($1), $1::text::uuid, gen_random_uuid(), now(), now() + interval '1 year')`,
          [organisation],
        );
        await client.query(
          `INSERT INTO backup_code_use (factor_id, number, organisation_id, account_id, used_at)
           VALUES (gen_random_uuid(), 1, $1, gen_random_uuid(), now())`,
          [organisation],
        );
        await client.query(
          `INSERT INTO waiting_change (id, organisation_id, account_id, case_id, change, asked_at, due_at)
           VALUES (gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), '{}', now(), now())`,
          [organisation],
        );
        await client.query(
          `INSERT INTO case_setting (id, organisation_id, account_id, case_id, kind, value, created_at)
           VALUES (gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 'password', 'hash', now())`,
          [organisation],
        );
        await client.query(
          `INSERT INTO recovery_contact (id, organisation_id, account_id, name, address, mailbox, invited_by, invited_at, expires_at)
           VALUES (gen_random_uuid(), $1, gen_random_uuid(), 'Mirjam', 'm@example.net', 'm@example.net', 'holder', now(), now())`,
          [organisation],
        );
        await client.query(
          `INSERT INTO contact_link (hash, organisation_id, account_id, contact_id, purpose, created_at)
           VALUES (md5($1), $1::text::uuid, gen_random_uuid(), gen_random_uuid(), 'contact', now())`,
          [organisation],
        );
        await client.query(
          `INSERT INTO code_link (hash, organisation_id, account_id, about, created_at)
           VALUES (md5($1), $1::text::uuid, gen_random_uuid(), '{"kind": "request"}', now())`,
          [organisation],
        );
        await client.query(
          `INSERT INTO recovery_request (id, organisation_id, account_id, token_hash, symptom, over, contact_point_id,
             number, digits, sent_at, expires_at, wrong_entries, created_at)
           VALUES (gen_random_uuid(), $1::text::uuid, gen_random_uuid(), md5($1), 'other', 'email', gen_random_uuid(),
             1, 6, now(), now(), 0, now())`,
          [organisation],
        );
        await client.query(
          `INSERT INTO import_draft (id, organisation_id, staff_id, sealed, created_at, expires_at)
           VALUES (gen_random_uuid(), $1, $2, 'sealed', now(), now() + interval '1 year')`,
          [organisation, staff],
        );
      });
  }

  /** Rows that belong to this organisation or to this member of it. */
  const belongsTo = ({ columns, name }: Table, organisation: string, staff: string): string => {
    if (columns.includes('organisation_id'))
      return `organisation_id = '${organisation}'${columns.includes('staff_id') ? ` AND staff_id = '${staff}'` : ''}`;
    if (name === 'organisation') return `id = '${organisation}'`;
    if (columns.includes('staff_id')) return `staff_id = '${staff}'`;
    if (name === 'staff_member') return `id = '${staff}'`;
    throw new Error(`${name}: whose are its rows? Say so here.`);
  };

  /** One connection for the whole walk; a role that is taken on in a transaction ends with it. */
  const past = <T>(run: (client: pg.Client) => Promise<T>): Promise<T> => run(superuser);

  /** Runs as this role, in the scope of this organisation and staff member, and undoes it. */
  const as = <T>(
    role: string,
    scope: { organisation: string; staff: string },
    run: (client: pg.Client) => Promise<T>,
  ): Promise<T> =>
    past(async (client) => {
      await client.query('BEGIN');
      await client.query(
        "SELECT set_config('regain.organisations', $1, true), set_config('regain.staff', $2, true)",
        [scope.organisation, scope.staff],
      );
      await client.query(`SET LOCAL ROLE ${role}`);
      try {
        return await run(client);
      } finally {
        await client.query('ROLLBACK');
      }
    });

  const foreign = () => ({ organisation: FOREIGN, staff: kees });
  const own = () => ({ organisation: OWN, staff: daan });

  /** How many rows it touched, or `denied` by the wall or for want of the right. */
  const touched = async (client: pg.Client, sql: string): Promise<number | 'denied'> => {
    await client.query('SAVEPOINT before');
    try {
      const { rowCount, rows } = await client.query(sql);
      return rows[0] && 'n' in rows[0] ? Number(rows[0].n) : (rowCount ?? 0);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== '42501') throw error;
      return 'denied';
    } finally {
      await client.query('ROLLBACK TO SAVEPOINT before');
    }
  };

  const rights = async (role: string, table: string): Promise<string[]> => {
    const found = await look<{ right: string }>(
      `SELECT p AS right FROM unnest($3::text[]) AS p WHERE has_table_privilege($1, $2, p)
         OR CASE WHEN p IN ('SELECT','INSERT','UPDATE','REFERENCES') THEN has_any_column_privilege($1, $2, p) ELSE false END`,
      [role, `public.${table}`, ['SELECT', ...WRITES]],
    );
    return found.map(({ right }) => right);
  };

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
        const written = (await rights(role, table)).filter((right) => right !== 'SELECT');
        expect({ table, role, written }).toEqual({
          table,
          role,
          written: MAY_WRITE[table]?.[role] ?? [],
        });
      }
  });

  it('every walled table has rows of the organisation, else nothing is shown by not finding them', async () => {
    for (const table of walled) {
      const [row] = await look<{ n: number }>(
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
      const found = await as(role, foreign(), (client) =>
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
        if (!(await rights(role, table.name)).includes('SELECT')) continue;
        looked++;
        const found = await as(role, own(), (client) =>
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
        const found = await as(role, { organisation: '', staff: '' }, (client) =>
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
        await look<{ row: string }>(
          `SELECT (to_jsonb(t) || jsonb_build_object(${fresh}))::text AS row FROM public.${table.name} t WHERE ${theirs} LIMIT 1`,
        )
      )[0]?.row.replaceAll("'", "''");
      const outcome = await as(role, foreign(), async (client) => ({
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
        const moved = await as(role, foreign(), (client) =>
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
      const found = await as('regain_web', { organisation: OWN, staff: pim }, (client) =>
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
      const found = await as(role, own(), (client) =>
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
        expect(await as(role, own(), (client) => touched(client, sql))).toBe('denied');
    expect(await rights('regain_web', 'event')).toEqual(['SELECT', 'INSERT']);
    expect(await rights('regain_worker', 'event')).toEqual(['SELECT', 'INSERT']);
  });

  it('the look-up role sees the tables of the list, and writes nowhere', async () => {
    for (const table of tables) {
      const expected = LOOKED_UP.includes(table.name) || table.name === 'desk' ? ['SELECT'] : [];
      expect({ table: table.name, rights: await rights('regain_lookup', table.name) }).toEqual({
        table: table.name,
        rights: expected,
      });
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
    const traces = await look<{ organisation_id: string }>(
      `SELECT organisation_id::text FROM event WHERE type = 'denied' AND object_id = $1`,
      [c.caseId],
    );
    expect(traces).toEqual([{ organisation_id: FOREIGN }]);
    expect(await caseOf(d, c)).toEqual(before);
  });
});
