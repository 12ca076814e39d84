import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import {
  type DatabaseUrls,
  databaseUrls,
  makeDatabase,
  makeRoles,
  migrateLocally,
} from '../local/database';
import { freePort } from '../local/ports';
import { startPostgres } from '../local/postgres';
import { type RunningChild, startChild, stopChild } from '../local/processes';
import { type LocalSecrets, makeSecrets } from '../local/secrets';

/**
 * A PostgreSQL of its own, as durable as the one of `npm start` (fsync on), in a folder that goes with the run. Every
 * child is remembered, so that nothing is left behind whatever fails.
 */
export interface Ground {
  folder: string;
  secrets: LocalSecrets;
  database(name: string): Promise<DatabaseUrls>;
  /** Past every wall: to put rows there and to look. */
  asSuperuser<T>(name: string, work: (client: pg.Client) => Promise<T>): Promise<T>;
  child(name: string, command: string, args: string[], env: NodeJS.ProcessEnv): RunningChild;
  redis(): Promise<string>;
  stop(): Promise<void>;
}

export async function openGround(): Promise<Ground> {
  const root = resolve(import.meta.dirname, '..');
  const folder = join(root, '.local', 'bench', `run-${process.pid}`);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const secrets = makeSecrets();
  const postgres = await startPostgres({
    folder,
    log: join(folder, 'database.log'),
    port: await freePort(),
    superuserPassword: secrets.superuserPassword,
    durable: true,
    say: console.log,
  });
  await makeRoles(postgres, secrets);
  const children: RunningChild[] = [];
  const child: Ground['child'] = (name, command, args, env) => {
    const log = join(folder, `${name}.log`);
    const started = startChild({ name, command, args, log, env, cwd: root });
    children.push(started);
    return started;
  };
  return {
    folder,
    secrets,
    async database(name) {
      await makeDatabase(postgres, name);
      const urls = databaseUrls(postgres.port, secrets, name);
      await migrateLocally(urls.ownerUrl);
      return urls;
    },
    async asSuperuser(name, work) {
      const client = new pg.Client({ connectionString: postgres.superuserUrl(name) });
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.end();
      }
    },
    child,
    async redis() {
      const port = String(await freePort());
      // As durable as the queue needs to be: its truth is in PostgreSQL and it may be lost at any moment.
      const settings = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
      child('redis', 'redis-server', settings, { PATH: process.env.PATH, NODE_ENV: 'production' });
      const client = new Redis({
        port: Number(port),
        host: '127.0.0.1',
        maxRetriesPerRequest: null,
      });
      client.on('error', () => undefined);
      await client.ping();
      client.disconnect();
      return `redis://127.0.0.1:${port}`;
    },
    async stop() {
      for (const started of children.reverse()) await stopChild(started, 'SIGTERM', 2_000);
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Asks again and again until the answer is yes. */
export async function until(
  what: string,
  patience: number,
  isSo: () => Promise<boolean>,
): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what}: not within ${patience / 1000} s`);
    await sleep(250);
  }
}
