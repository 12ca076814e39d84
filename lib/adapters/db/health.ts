import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { HEARTBEAT_DEAD_AFTER_SECONDS, silence } from './heartbeat';

/** What the database can tell about the desk's health: null is well, else the reason, in a few words. */
export interface DatabaseHealth {
  database: string | null;
  migrations: string | null;
  worker: string | null;
}

export async function databaseHealth(db: Pool): Promise<DatabaseHealth> {
  try {
    await db.query('SELECT desk_now()');
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no answer';
    return { database: reason, migrations: 'unknown', worker: 'unknown' };
  }
  const [migrations, worker] = await Promise.all([
    reasonOf(() => missingMigrations(db)),
    reasonOf(() => workerSilence(db)),
  ]);
  return { database: null, migrations, worker };
}

async function reasonOf(check: () => Promise<string | null>): Promise<string | null> {
  try {
    return await check();
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  }
}

async function missingMigrations(db: Pool): Promise<string | null> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const applied = new Set(rows.map((row) => row.name));
  const missing = (await broughtMigrations()).filter((name) => !applied.has(name));
  return missing.length === 0 ? null : `not applied: ${missing.join(', ')}`;
}

let brought: Promise<string[]> | undefined;

/** The migrations of the version that runs; read once, they do not change under a running process. */
function broughtMigrations(): Promise<string[]> {
  brought ??= readdir(join(process.cwd(), 'prisma', 'migrations'), { withFileTypes: true }).then(
    (entries) => entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name),
  );
  return brought;
}

async function workerSilence(db: Pool): Promise<string | null> {
  const seconds = await silence(db, 'worker');
  if (seconds === null) return 'never heard';
  if (seconds <= HEARTBEAT_DEAD_AFTER_SECONDS) return null;
  return `silent for ${Math.round(seconds)} seconds`;
}
