import { existsSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { detectMode } from '../lib/env';
import { buildWeb } from './build';
import { databaseUrls, makeDatabase, makeRoles, migrateLocally } from './database';
import { type Desk, startDesk } from './desk';
import { freePort, portIsFree } from './ports';
import { startPostgres } from './postgres';
import { Problem } from './problem';
import { startProduction } from './production';
import { claimFolder, type RunRecord } from './run-record';
import { showScreen } from './screen';
import { localSecrets } from './secrets';
import { seed } from './seed';
import { type Stopping, stopOnSignals } from './stopping';
import { watchChildren } from './watch';

/** `npm start`: the whole desk on this machine, or web and worker of a real one (R48). */

const root = resolve(import.meta.dirname, '..');
const DATABASE = 'regain';

export async function start(options: { dev?: boolean } = {}): Promise<void> {
  const distDir = process.env.REGAIN_DIST_DIR ?? '.next';
  const prepareWeb = async () => {
    if (!options.dev) await buildWeb(root, distDir, say);
  };
  if (detectMode(process.env) === 'production') {
    await startProduction(root, distDir, prepareWeb, say);
    return;
  }
  const port = readPort(process.env.PORT);
  const folder = resolve(root, process.env.REGAIN_LOCAL_DIR ?? '.local');
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o711);
  const record = await claimFolder(folder, `http://localhost:${port}`, say);
  const stopping = stopOnSignals(record, say);
  try {
    await demandPort(port);
    await prepareWeb();
    const desk = await startAll({ ...options, folder, distDir, port, record, stopping });
    await showScreen(desk.url, folder);
    watchChildren([...desk.children], stopping);
  } catch (error) {
    await stopping.stop();
    throw error;
  }
}

interface StartAll {
  dev?: boolean;
  folder: string;
  distDir: string;
  port: number;
  record: RunRecord;
  stopping: Stopping;
}

async function startAll({ folder, distDir, port, record, stopping, dev }: StartAll): Promise<Desk> {
  const secrets = await localSecrets(folder);
  await mkdir(join(folder, 'logs'), { recursive: true, mode: 0o700 });
  say('Starting PostgreSQL');
  const postgres = await startPostgres({
    folder,
    log: join(folder, 'logs', 'database.log'),
    port: await freePort(),
    superuserPassword: secrets.superuserPassword,
    durable: true,
    say,
  });
  stopping.postgres = postgres;
  record.add(postgres.child);
  await makeRoles(postgres, secrets);
  await makeDatabase(postgres, DATABASE);
  const database = databaseUrls(postgres.port, secrets, DATABASE);
  const applied = await migrateLocally(database.ownerUrl);
  if (applied.length > 0) say(`Migrated: ${applied.join(', ')}`);
  if (!existsSync(join(folder, 'seeded'))) {
    say('Putting in organisations, people and accounts to try things with');
    await seed(root, folder, database.ownerUrl, secrets);
    await writeFile(join(folder, 'seeded'), '');
  }
  say('Starting inbox, worker and web');
  const desk = await startDesk({
    root,
    folder,
    distDir,
    port,
    database,
    secrets,
    dev: dev ?? false,
    onChild: (child) => record.add(child),
  });
  stopping.desk = desk;
  return desk;
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? '3000');
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Problem(`PORT is "${text}", which is no port.`, '', [
    'For example: PORT=3001 npm start',
  ]);
}

async function demandPort(port: number): Promise<void> {
  if (await portIsFree(port)) return;
  throw new Problem(`Port ${port} is taken by another program.`, '', [
    `Stop that one, or take another port: PORT=${port + 1} npm start`,
  ]);
}

function say(line: string): void {
  console.log(`· ${line}`);
}
