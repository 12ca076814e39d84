import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { deskNow, moveClock } from '../lib/adapters/clock/clock';
import { createInboxReader, type InboxReader } from '../lib/adapters/inbox/inbox';
import type { DatabaseUrls } from '../local/database';
import { type Desk, startDesk } from '../local/desk';
import { freePort } from '../local/ports';
import { stopChild } from '../local/processes';
import type { LocalSecrets } from '../local/secrets';
import { databaseFrom, dropDatabase, type TestServer } from '../local/test-server';

/** A desk for one file of the browser tests, on its own copy of the seeded database. */

export const SEEDED = 'regain_seeded';
export const DIST_DIR = '.next-test';
export const root = resolve(import.meta.dirname, '..');

/** What e2e/global-setup.ts hands to the workers. */
export interface Handover extends TestServer {
  folder: string;
}

/** One of prisma/seed.ts's staff members, as it wrote them down. */
export interface SeededPerson {
  id: string;
  personId: string;
  key: string;
  name: string;
  signIn: string;
  password: string;
  seed: string;
  role: string;
  organisation: string;
}

export interface SeededHolder {
  accountId: string;
  appId?: string;
  key: string;
  name: string;
  organisationId: string;
  organisation: string;
  seed: string | null;
}

export interface TestDesk extends Desk {
  database: DatabaseUrls;
  secrets: LocalSecrets;
  inbox: InboxReader;
  people: SeededPerson[];
  holders: SeededHolder[];
  clock: {
    now(): Promise<string>;
    move(seconds: number): Promise<string>;
  };
}

/** Without a worker nothing happens by itself: the test does what is due, when it wants it. */
export async function startTestDesk(index: number, worker: boolean): Promise<TestDesk> {
  const handover: Handover = JSON.parse(process.env.REGAIN_TEST_SERVER ?? 'null');
  const folder = join(handover.folder, `desk-${index}`);
  await mkdir(folder, { recursive: true });
  const people: SeededPerson[] = await handOn(handover.folder, folder, 'people.json');
  const holders: SeededHolder[] = await handOn(handover.folder, folder, 'holders.json');
  const database = await databaseFrom(handover, `e2e_${index}`, SEEDED);
  const desk = await startDesk({
    root,
    folder,
    distDir: DIST_DIR,
    port: await freePort(),
    database,
    secrets: handover.secrets,
  });
  for (const child of desk.children)
    if (child.name === 'worker' && !worker) await stopChild(child, 'SIGTERM', 10_000);
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  return {
    ...desk,
    database,
    secrets: handover.secrets,
    inbox: createInboxReader(desk.inboxUrl),
    people,
    holders,
    clock: { now: () => deskNow(owner), move: (seconds) => moveClock(owner, seconds) },
    stop: async () => {
      await owner.end();
      // Nothing of it is kept, so nobody waits for what it still wanted to put down.
      for (const child of desk.children) await stopChild(child, 'SIGKILL', 5_000);
      await dropDatabase(handover, database.name);
    },
  };
}

async function handOn<T>(from: string, to: string, name: string): Promise<T> {
  await copyFile(join(from, name), join(to, name));
  return JSON.parse(await readFile(join(to, name), 'utf8'));
}
