import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  asSuperuser,
  type DatabaseUrls,
  databaseUrls,
  makeDatabase,
  makeRoles,
  migrateLocally,
} from './database';
import { freePort } from './ports';
import { endOrphan, type Postgres, startPostgres } from './postgres';
import { elsewhereOf } from './postgres-home';
import { identityOf } from './processes';
import { type LocalSecrets, makeSecrets } from './secrets';

/**
 * A PostgreSQL for one run of tests: in a folder of its own, so that two runs at once do not meet,
 * and gone afterwards. What an earlier run left behind when it was killed is cleared away first.
 */

/** All that a test process needs to make databases; plain data, so that it can be handed over. */
export interface TestServer {
  port: number;
  superuserUrl: string;
  secrets: LocalSecrets;
}

export interface RunningTestServer extends TestServer {
  folder: string;
  postgres: Postgres;
  stop(): Promise<void>;
}

const TEMPLATE = 'regain_template';
const runs = resolve(import.meta.dirname, '..', '.local', 'test');

export async function startTestServer(): Promise<RunningTestServer> {
  await clearDeadRuns();
  const folder = join(runs, `run-${process.pid}`);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const secrets = makeSecrets();
  const port = await freePort();
  const postgres = await startPostgres({
    folder,
    log: join(folder, 'database.log'),
    port,
    superuserPassword: secrets.superuserPassword,
    durable: false,
    say: () => undefined,
  });
  const server = { port, superuserUrl: postgres.superuserUrl('postgres'), secrets };
  const stop = async () => {
    await postgres.stop();
    await clear(folder);
  };
  try {
    await makeRoles(postgres, secrets);
    await makeDatabase(postgres, TEMPLATE);
    await migrateLocally(databaseUrls(port, secrets, TEMPLATE).ownerUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...server, folder, postgres, stop };
}

/** A new database from a template, with roles and grants as in production, marked local. */
export async function databaseFrom(
  server: TestServer,
  name: string,
  template = TEMPLATE,
): Promise<DatabaseUrls> {
  await makeDatabase(accessTo(server), name, template);
  return databaseUrls(server.port, server.secrets, name);
}

export async function dropDatabase(server: TestServer, name: string): Promise<void> {
  await asSuperuser(accessTo(server), 'postgres', async (client) => {
    await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  });
}

function accessTo(server: TestServer) {
  return {
    superuserUrl: (database: string) => server.superuserUrl.replace(/\/[^/]*$/, `/${database}`),
  };
}

async function clearDeadRuns(): Promise<void> {
  if (!existsSync(runs)) return;
  for (const name of await readdir(runs)) {
    const pid = Number(name.replace('run-', ''));
    if (!name.startsWith('run-') || identityOf(pid) !== null) continue;
    await clear(join(runs, name));
  }
}

/** The data may lie elsewhere, where the database's user could not reach it here. */
async function clear(folder: string): Promise<void> {
  for (const place of [folder, elsewhereOf(folder)]) {
    await endOrphan(join(place, 'postgres'), () => undefined);
    await rm(place, { recursive: true, force: true });
  }
}
