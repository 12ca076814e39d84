import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PRODUCTION_SWITCHES } from '../lib/env';
import type { DatabaseUrls } from './database';
import { freePort } from './ports';
import { Problem } from './problem';
import { isAlive, lastLines, pause, type RunningChild, startChild, stopChild } from './processes';
import type { LocalSecrets } from './secrets';

/**
 * One whole local desk on a database that is there: inbox, worker and web, each with its own
 * addresses and no more than it needs. `npm start` has one; every file of browser tests has its own.
 */

export interface DeskOptions {
  root: string;
  /** Logs and the inbox's store. */
  folder: string;
  distDir: string;
  port: number;
  database: DatabaseUrls;
  secrets: LocalSecrets;
  /** `next dev` and a watching worker instead of the built web. */
  dev?: boolean;
  /** Called for every child, so that the starter can remember whom to end after a crash. */
  onChild?(child: RunningChild): void;
}

export interface Desk {
  url: string;
  inboxUrl: string;
  addresses: Addresses;
  children: RunningChild[];
  /** Web first, then worker, then inbox: the worker can still put down what the web asked for. */
  stop(): Promise<void>;
}

type Addresses = Awaited<ReturnType<typeof commonAddresses>>;

export async function startDesk(options: DeskOptions): Promise<Desk> {
  const url = `http://localhost:${options.port}`;
  const common = await commonAddresses(options, url);
  const children: RunningChild[] = [];
  const begin = (
    name: string,
    args: string[],
    own: Record<string, string>,
    extra: Record<string, string>,
  ) => {
    const child = startChild({
      name,
      command: process.execPath,
      args,
      cwd: options.root,
      log: join(options.folder, 'logs', `${name}.log`),
      env: { ...cleanEnvironment(), ...extra, ...common, ...own },
    });
    children.push(child);
    options.onChild?.(child);
  };
  mkdirSync(join(options.folder, 'logs'), { recursive: true, mode: 0o700 });
  const stop = async () => {
    for (const child of [...children].reverse()) await stopChild(child, 'SIGTERM', 10_000);
  };
  const kind = { NODE_ENV: options.dev ? 'development' : 'production' };
  const queue = { REGAIN_LOCAL_QUEUE_URL: options.database.queueUrl };
  try {
    begin(
      'inbox',
      ['--import', 'tsx', 'local/inbox/main.ts'],
      {},
      {
        ...kind,
        REGAIN_INBOX_HTTP_PORT: new URL(common.REGAIN_LOCAL_INBOX_URL).port,
        REGAIN_INBOX_SMTP_PORT: new URL(common.REGAIN_LOCAL_SMTP_URL).port,
      },
    );
    const run = options.dev ? ['node_modules/tsx/dist/cli.mjs', 'watch'] : ['--import', 'tsx'];
    const worker = { REGAIN_LOCAL_DATABASE_URL: options.database.workerUrl, ...queue };
    begin('worker', [...run, 'workers/main.ts'], worker, kind);
    const web = { REGAIN_LOCAL_DATABASE_URL: options.database.webUrl, ...queue };
    begin('web', webArgs(options), web, { ...kind, REGAIN_DIST_DIR: options.distDir });
    await Promise.all([
      untilListening(common.REGAIN_LOCAL_INBOX_URL, children),
      untilHealthy(url, children),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, inboxUrl: common.REGAIN_LOCAL_INBOX_URL, addresses: common, children, stop };
}

async function commonAddresses(options: DeskOptions, url: string) {
  const [http, smtp] = await Promise.all([freePort(), freePort()]);
  return {
    REGAIN_LOCAL_DIR: options.folder,
    REGAIN_LOCAL_PUBLIC_URL: url,
    REGAIN_LOCAL_KEYS: options.secrets.keys,
    REGAIN_LOCAL_SESSION_SECRET: options.secrets.sessionSecret,
    REGAIN_LOCAL_INBOX_URL: `http://127.0.0.1:${http}`,
    REGAIN_LOCAL_SMTP_URL: `smtp://127.0.0.1:${smtp}`,
    REGAIN_LOCAL_SMS_URL: `http://127.0.0.1:${http}/cgi-bin/sendsms`,
  };
}

/** No address that a surrounding desk, a test or a real one left in the environment reaches a child. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = new Set<string>([...PRODUCTION_SWITCHES, 'REGAIN_ENV', 'REGAIN_PROCESS']);
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !foreign.has(name) &&
      (!name.startsWith('REGAIN_LOCAL_') || name === 'REGAIN_LOCAL_REDIS_URL'),
  );
  return { ...Object.fromEntries(kept), NODE_ENV: process.env.NODE_ENV };
}

function webArgs(options: DeskOptions): string[] {
  const command = options.dev ? 'dev' : 'start';
  // Loopback only (R48). Browsers that try [::1] first fall back to this.
  return [
    'node_modules/next/dist/bin/next',
    command,
    '-H',
    '127.0.0.1',
    '-p',
    String(options.port),
  ];
}

async function untilListening(url: string, children: RunningChild[]): Promise<void> {
  await until(children, 20_000, 'The inbox did not start.', async () => {
    await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return null;
  });
}

export async function untilHealthy(url: string, children: RunningChild[]): Promise<void> {
  const address = url.replace('//localhost:', '//127.0.0.1:');
  await until(children, 90_000, 'The desk did not become healthy.', async () => {
    const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5_000) });
    return answer.status === 200 ? null : `/api/health says: ${await answer.text()}`;
  });
}

async function until(
  children: RunningChild[],
  ms: number,
  problem: string,
  attempt: () => Promise<string | null>,
): Promise<void> {
  const end = performance.now() + ms;
  let last = 'no answer';
  while (performance.now() < end) {
    const dead = children.find((child) => !isAlive(child));
    if (dead) {
      throw new Problem(`The ${dead.name} ended while it started.`, await lastLines(dead.log), [
        `All it said is in ${dead.log}.`,
      ]);
    }
    try {
      const wrong = await attempt();
      if (wrong === null) return;
      last = wrong;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await pause(100);
  }
  const logs = children.map((child) => child.log).join(', ');
  throw new Problem(problem, last, [`Look in ${logs}.`]);
}
