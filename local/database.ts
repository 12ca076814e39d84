import pg from 'pg';
import { migrate } from '../prisma/migrate';
import { databaseSql, identifier, type LoginRole, rolesSql } from '../prisma/roles';
import type { Postgres } from './postgres';
import type { LocalSecrets } from './secrets';

/** What a local desk, or one test, needs to reach its own database. */
export interface DatabaseUrls {
  name: string;
  webUrl: string;
  workerUrl: string;
  ownerUrl: string;
  queueUrl: string;
}

export function databaseUrls(port: number, secrets: LocalSecrets, name: string): DatabaseUrls {
  const url = (role: LoginRole) =>
    `postgres://${role}:${secrets.passwords[role]}@127.0.0.1:${port}/${name}`;
  return {
    name,
    webUrl: url('regain_web'),
    workerUrl: url('regain_worker'),
    ownerUrl: url('regain_owner'),
    queueUrl: url('regain_queue'),
  };
}

export async function makeRoles(server: SuperuserAccess, secrets: LocalSecrets): Promise<void> {
  await asSuperuser(server, 'postgres', async (client) => {
    for (const sql of rolesSql((role) => secrets.passwords[role])) await client.query(sql);
  });
}

/** Makes the database unless it is there; true when it was made now. */
export async function makeDatabase(
  server: SuperuserAccess,
  name: string,
  template = 'template0',
): Promise<boolean> {
  const made = await asSuperuser(server, 'postgres', async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount) return false;
    await client.query(
      `CREATE DATABASE ${identifier(name)} TEMPLATE ${identifier(template)} OWNER regain_owner`,
    );
    return true;
  });
  await asSuperuser(server, name, async (client) => {
    for (const sql of databaseSql(name)) await client.query(sql);
  });
  return made;
}

/** Migrates, and marks the database as local: only then its clock can be moved (R48). */
export async function migrateLocally(ownerUrl: string): Promise<string[]> {
  const applied = await migrate(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('UPDATE desk SET local = true WHERE NOT local');
  } finally {
    await client.end();
  }
  return applied;
}

export type SuperuserAccess = Pick<Postgres, 'superuserUrl'>;

export async function asSuperuser<T>(
  server: SuperuserAccess,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: server.superuserUrl(database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
