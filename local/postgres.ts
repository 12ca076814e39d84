import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { reachableHome } from './postgres-home';
import { explainProblem, Problem } from './problem';
import {
  type Child,
  identityOf,
  isAlive,
  lastLines,
  pause,
  type RunningChild,
  startChild,
  stopChild,
} from './processes';

/**
 * PostgreSQL from the npm package, run by us and not by the package's class: that one installs exit
 * hooks which stop the server before the worker has put down its work.
 */

export interface Postgres {
  port: number;
  child: RunningChild;
  /** Connection string of the superuser for one database. */
  superuserUrl(database: string): string;
  stop(): Promise<void>;
}

interface Options {
  /** Where data goes if the database's user can reach it. */
  folder: string;
  log: string;
  port: number;
  superuserPassword: string;
  /** Tests lose nothing that matters when the machine goes down. */
  durable: boolean;
  say(line: string): void;
}

export async function startPostgres(options: Options): Promise<Postgres> {
  const home = await reachableHome(options.folder, options.say);
  const data = join(home.folder, 'postgres');
  await endOrphan(data, options.say);
  if (!existsSync(data)) await initialise(home, data, options);
  const child = await startServer(home, data, options);
  const superuserUrl = (database: string) =>
    `postgres://postgres:${options.superuserPassword}@127.0.0.1:${options.port}/${database}`;
  await untilReady(superuserUrl('postgres'), child, data);
  return {
    port: options.port,
    child,
    superuserUrl,
    // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, nothing is lost.
    stop: () => stopChild(child, 'SIGINT', 15_000),
  };
}

type Home = Awaited<ReturnType<typeof reachableHome>>;

async function initialise(home: Home, data: string, options: Options): Promise<void> {
  options.say('Making a new database');
  // Made beside and then renamed: a first start that is killed leaves no half of a database.
  const made = `${data}.new`;
  await rm(made, { recursive: true, force: true });
  await mkdir(made, { mode: 0o700 });
  if (home.user) await chown(made, home.user.uid, home.user.gid);
  const passwordFile = join(home.folder, `.password-${randomBytes(6).toString('hex')}`);
  await writeFile(passwordFile, `${options.superuserPassword}\n`, { mode: 0o600 });
  if (home.user) await chown(passwordFile, home.user.uid, home.user.gid);
  try {
    execFileSync(
      home.initdb,
      [
        `--pgdata=${made}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The same order and case rules on every machine, whatever locales it has.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...(options.durable ? [] : ['--no-sync']),
      ],
      { ...home.user, stdio: 'pipe', env: { ...process.env, LC_ALL: 'C' }, cwd: home.folder },
    );
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    throw new Problem('PostgreSQL could not make its data folder.', explainProblem(error), [
      `Is there room on the disk of ${home.folder}?`,
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(made, data);
}

async function startServer(home: Home, data: string, options: Options): Promise<RunningChild> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    // Times are UTC in the data; sessions that ask for nothing else see it so.
    timezone: 'UTC',
    ...(options.durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return startChild({
    name: 'database',
    command: home.postgres,
    args: ['-D', data, '-p', String(options.port), ...flags],
    log: options.log,
    env: { ...process.env, LC_ALL: 'C' },
    cwd: home.folder,
    user: home.user,
  });
}

async function untilReady(url: string, child: RunningChild, data: string): Promise<void> {
  const end = performance.now() + 60_000;
  let last: unknown;
  while (performance.now() < end) {
    if (!isAlive(child)) break;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      return;
    } catch (error) {
      last = error;
      await pause(60);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  const wrongPassword = last instanceof pg.DatabaseError && last.code === '28P01';
  await stopChild(child, 'SIGINT', 10_000);
  throw new Problem(
    'PostgreSQL did not start.',
    wrongPassword ? 'Its password is not the one in the data folder.' : await lastLines(child.log),
    [
      wrongPassword
        ? `The secrets belong to another database: remove ${data} to begin anew.`
        : `All it said is in ${child.log}.`,
    ],
  );
}

/**
 * After a kill -9 of the starter the old server may still run, or have left its number behind. Ours
 * is ended; a foreign process that now has that number is left alone.
 */
export async function endOrphan(data: string, say: (line: string) => void): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return;
  const pid = Number.parseInt(text, 10);
  const identity = Number.isInteger(pid) && pid > 1 ? identityOf(pid) : null;
  if (identity === null) {
    await backendsGone(data);
    // A killed server that nobody has buried yet still counts as running for PostgreSQL itself.
    await rm(file, { force: true });
    return;
  }
  const orphan: Child = { name: 'database', pid, identity };
  if (!(await isServerOf(pid, data))) {
    await rm(file, { force: true });
    return;
  }
  say('Ending the database that an earlier start left behind');
  await stopChild(orphan, 'SIGINT', 15_000);
}

/** Backends of a killed server hold its shared memory for a moment; a new one refuses till then. */
async function backendsGone(data: string): Promise<void> {
  if (process.platform !== 'linux') return;
  for (let i = 0; i < 100; i++) {
    const { stdout } = spawnSync('sh', ['-c', 'readlink /proc/[0-9]*/cwd'], { encoding: 'utf8' });
    if (!stdout?.split('\n').includes(data)) return;
    await pause(100);
  }
}

async function isServerOf(pid: number, data: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (command !== null) return command.split('\0').includes(data);
  const listed = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.includes(data);
}
