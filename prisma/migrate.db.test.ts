import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskNow, moveClock } from '../lib/adapters/clock/clock';
import { databaseHealth } from '../lib/adapters/db/health';
import { beat } from '../lib/adapters/db/heartbeat';
import { openPool } from '../lib/adapters/db/pool';
import { queueHealth } from '../lib/adapters/queue/health';
import type { DatabaseUrls } from '../local/database';
import { freshDatabase, superuserUrl } from '../test/database';
import { migrate } from './migrate';

let database: DatabaseUrls;
const clients: pg.Client[] = [];
const pools: pg.Pool[] = [];

async function as(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  clients.push(client);
  await client.connect();
  return client;
}

function pooled(url: string, mode: 'local' | 'production' = 'local'): pg.Pool {
  const pool = openPool({ url, mode });
  pools.push(pool);
  return pool;
}

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(async () => {
  await Promise.all([...clients, ...pools].map((connection) => connection.end()));
});

describe('migrating', () => {
  it('twice changes nothing, also two at once', async () => {
    expect(await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)])).toEqual([
      [],
      [],
    ]);
  });

  it('says what to run on a server where nobody can sign in yet, as it is and in one go', async () => {
    const stranger = new URL(database.ownerUrl);
    stranger.password = 'not-this-one';
    await expect(migrate(stranger.href)).rejects.toThrow(/CREATE ROLE regain_owner[\s\S]*gexec/);
    const nowhere = new URL(database.ownerUrl);
    nowhere.pathname = '/nowhere';
    await expect(migrate(nowhere.href)).rejects.toThrow('CREATE DATABASE "nowhere"');
    nowhere.port = '1';
    const away = migrate(nowhere.href);
    await expect(away).rejects.toThrow('gives no connection to 127.0.0.1:1');
    await expect(away).rejects.not.toThrow('CREATE');
  });

  it('is refused to any role but the owner', async () => {
    await expect(migrate(database.webUrl)).rejects.toThrow('regain_owner');
  });
});

describe('the roles', () => {
  it('R46 none stands above row-level security, may create roles or databases, or inherits the look-ups', async () => {
    const { rows } = await (await as(superuserUrl(database))).query(
      `SELECT rolname, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS above,
              rolcanlogin FROM pg_roles WHERE rolname LIKE 'regain\\_%' ORDER BY rolname`,
    );
    expect(rows).toEqual(
      ['lookup', 'owner', 'queue', 'web', 'worker'].map((name) => ({
        rolname: `regain_${name}`,
        above: false,
        rolcanlogin: name !== 'lookup',
      })),
    );
  });

  it('R46 only the owner owns anything, and the look-up role only its functions', async () => {
    const { rows } = await (await as(superuserUrl(database))).query(
      `SELECT DISTINCT r.rolname FROM (
         SELECT relowner AS owner FROM pg_class UNION SELECT nspowner FROM pg_namespace
         UNION SELECT datdba FROM pg_database WHERE datname = current_database()) o
       JOIN pg_roles r ON r.oid = o.owner WHERE r.rolname LIKE 'regain\\_%'`,
    );
    expect(rows).toEqual([{ rolname: 'regain_owner' }]);
  });

  it.each(['webUrl', 'workerUrl', 'queueUrl'] as const)('R46 %s creates nothing', async (url) => {
    const client = await as(database[url]);
    await expect(client.query('CREATE TABLE public.mine (id int)')).rejects.toThrow('denied');
    await expect(client.query('CREATE SCHEMA mine')).rejects.toThrow('denied');
    await expect(client.query('SET ROLE regain_owner')).rejects.toThrow('denied');
    await expect(client.query('SET ROLE regain_lookup')).rejects.toThrow('denied');
  });

  it('R46 the look-up role creates nothing once the migration is over', async () => {
    const owner = await as(database.ownerUrl);
    await owner.query('SET ROLE regain_lookup');
    await expect(owner.query('CREATE TABLE public.mine (id int)')).rejects.toThrow('denied');
  });

  it('R46 the queue sees no table of the desk, and the desk none of the queue', async () => {
    const [queue, web] = await Promise.all([as(database.queueUrl), as(database.webUrl)]);
    await expect(queue.query('SELECT * FROM public.account')).rejects.toThrow('denied');
    await expect(web.query('SELECT * FROM bullmq.migration')).rejects.toThrow('denied');
  });
});

describe('a new connection', () => {
  it('R48 of a local desk is refused to production, and of a real one to a local desk', async () => {
    await expect(pooled(database.webUrl, 'production').query('SELECT 1')).rejects.toThrow(
      'marked as local',
    );
    const real = await freshDatabase();
    await (await as(real.ownerUrl)).query('UPDATE desk SET local = false');
    await expect(pooled(real.webUrl, 'local').query('SELECT 1')).rejects.toThrow('not marked');
    await expect(pooled(real.webUrl, 'production').query('SELECT 1')).resolves.toBeTruthy();
  });

  it('R48 only the owner marks a database', async () => {
    for (const url of [database.webUrl, database.workerUrl, database.queueUrl]) {
      const client = await as(url);
      await expect(client.query('UPDATE public.desk SET local = true')).rejects.toThrow('denied');
    }
  });

  it('R46 above row-level security is refused', async () => {
    await expect(pooled(superuserUrl(database)).query('SELECT 1')).rejects.toThrow('above');
  });

  it('R47 of whoever owns the tables is refused', async () => {
    await expect(pooled(database.ownerUrl).query('SELECT 1')).rejects.toThrow('owns the tables');
  });

  it('gives counts as numbers and instants as ISO strings', async () => {
    const pool = pooled(database.webUrl);
    const { rows } = await pool.query(
      `SELECT 5::int8 AS count, timestamptz '2026-11-22 11:00:00.5+01' AS at`,
    );
    expect(rows).toEqual([{ count: 5, at: '2026-11-22T10:00:00.500Z' }]);
  });
});

describe('the clock', () => {
  it('moves in a local database, for everybody', async () => {
    const [web, worker] = [pooled(database.webUrl), pooled(database.workerUrl)];
    const before = Date.parse(await deskNow(web));
    const moved = Date.parse(await moveClock(web, 3600));
    const seen = Date.parse(await deskNow(worker));
    expect(moved - before).toBeGreaterThanOrEqual(3_600_000);
    expect(seen).toBeGreaterThanOrEqual(moved);
    await expect(moveClock(web, -1)).rejects.toThrow('forward');
  });

  it('R48 of a real database cannot be moved', async () => {
    const real = await freshDatabase();
    await (await as(real.ownerUrl)).query('UPDATE desk SET local = false');
    await expect(moveClock(pooled(real.webUrl, 'production'), 60)).rejects.toThrow('not marked');
  });
});

describe('health', () => {
  it('names what is not well', async () => {
    const web = pooled(database.webUrl);
    expect(await databaseHealth(web)).toEqual({
      database: null,
      migrations: null,
      worker: 'never heard',
    });
    await beat(pooled(database.workerUrl), 'worker-1');
    expect((await databaseHealth(web)).worker).toBeNull();
    const owner = await as(database.ownerUrl);
    await owner.query(`UPDATE heartbeat SET at = clock_timestamp() - interval '31 seconds'`);
    expect((await databaseHealth(web)).worker).toMatch('silent');
    await owner.query(
      `DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`,
    );
    expect((await databaseHealth(web)).migrations).toMatch('not applied');
  });

  it('moving the clock makes no living worker look dead', async () => {
    const worker = pooled(database.workerUrl);
    await beat(worker, 'worker-1');
    await moveClock(pooled(database.webUrl), 86_400);
    expect((await databaseHealth(worker)).worker).toBeNull();
  });

  it('tells a queue that is away', async () => {
    expect(await queueHealth({ kind: 'postgres', url: database.queueUrl })).toBeNull();
    const away = await queueHealth({ kind: 'redis', url: 'redis://127.0.0.1:1' });
    expect(away).toEqual(expect.any(String));
  });
});
