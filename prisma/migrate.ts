import { join } from 'node:path';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { fillFloor } from '../lib/adapters/db/floor';
import { ALL_ROLES, sqlForAdministrator } from './roles';
import { applyMigrations } from './schema-engine';

/** The schema that holds the queue's tables when the queue runs on PostgreSQL. */
export const QUEUE_SCHEMA = 'bullmq';

export const MIGRATIONS_FOLDER = join(import.meta.dirname, 'migrations');

export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/**
 * Brings one database to the newest form, as regain_owner: the tables, then the queue's schema, then
 * the grants on both. Doing it twice changes nothing; two at once wait for each other.
 */
export async function migrate(ownerUrl: string, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect().catch((error: unknown) => refuseWithout(client, error));
  try {
    await demandRoles(client);
    await client.query(`SELECT pg_advisory_lock(hashtext('regain.migrate'))`);
    // Only while migrating: a function can be handed only to a role that may create in its schema.
    await client.query('GRANT CREATE ON SCHEMA public TO regain_lookup');
    try {
      const applied = await applyMigrations(ownerUrl, folder).catch(refuse);
      await fillFloor(client);
      await runMigrations(client, QUEUE_SCHEMA);
      await grant(client);
      return applied;
    } finally {
      await client.query('REVOKE CREATE ON SCHEMA public FROM regain_lookup');
    }
  } finally {
    await client.end();
  }
}

/** On a new server there is nobody to sign in as and nothing to sign in to: just then the SQL is needed. */
function refuseWithout({ database, host, port }: pg.Client, error: unknown): never {
  const said = error instanceof Error ? error.message || error.name : String(error);
  const where = `DATABASE_OWNER_URL gives no connection to ${host}:${port}: ${said}`;
  const answered = error instanceof pg.DatabaseError && NOBODY_THERE.includes(error.code ?? '');
  if (!answered) throw new MigrationRefused(where);
  throw new MigrationRefused(
    `${where}.\nIf the server is new, have this run once, then migrate again:\n\n${sqlForAdministrator(database ?? 'regain')}`,
  );
}

/** No such role, a wrong password, no such database, no right to connect to it. */
const NOBODY_THERE = ['28000', '28P01', '3D000', '42501'];

/** The engine's own words, without its inner call stack. */
function refuse(error: unknown): never {
  const said = error instanceof Error ? error.message : String(error);
  throw new MigrationRefused(`A migration failed.\n${said.split(/\n\s+0: /)[0]?.trim()}`);
}

async function demandRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{
    found: string[];
    database: string;
    owner: boolean;
    ready: boolean;
  }>(
    `SELECT array(SELECT rolname::text FROM pg_roles WHERE rolname = ANY($1)) AS found,
            current_database() AS database, current_user = 'regain_owner' AS owner,
            has_schema_privilege('public', 'CREATE') AS ready`,
    [ALL_ROLES],
  );
  const found = new Set(rows[0]?.found);
  const missing = ALL_ROLES.filter((role) => !found.has(role));
  const database = rows[0]?.database ?? 'regain';
  if (missing.length > 0) {
    throw new MigrationRefused(
      `The database has no role ${missing.join(', ')}. Have this run once, then migrate again:\n\n${sqlForAdministrator(database)}`,
    );
  }
  if (!rows[0]?.owner) {
    throw new MigrationRefused('DATABASE_OWNER_URL must sign in as regain_owner.');
  }
  if (!rows[0].ready) {
    throw new MigrationRefused(
      `regain_owner may not create anything in the database ${database}. Have this run once, then migrate again:\n\n${sqlForAdministrator(database)}`,
    );
  }
}

/** The migrations grant what belongs to tables of ours; here only what BullMQ made. */
async function grant(client: pg.Client): Promise<void> {
  await client.query(`
    GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO regain_queue;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO regain_queue;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO regain_queue;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO regain_queue;
  `);
}
