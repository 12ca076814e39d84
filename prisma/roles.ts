/**
 * The database's roles (R46), as SQL that a database administrator can read and run once. A local
 * desk runs the very same statements.
 *
 * - `regain_owner` owns the tables and migrates. NOINHERIT: it can hand a function to regain_lookup
 *   but does not live with that role's rights.
 * - `regain_web`, `regain_worker`, `regain_queue` own nothing and stand under row-level security.
 * - `regain_lookup` cannot sign in; functions that answer before a scope is known run as it.
 */

export const LOGIN_ROLES = ['regain_owner', 'regain_web', 'regain_worker', 'regain_queue'] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];
const LOOKUP_ROLE = 'regain_lookup';
export const ALL_ROLES = [...LOGIN_ROLES, LOOKUP_ROLE] as const;

/** Statements that make the roles; for those that exist, that set them right again. */
export function rolesSql(passwordOf: (role: LoginRole) => string): string[] {
  const attributes = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
  const made = LOGIN_ROLES.flatMap((role) => {
    const inherit = role === 'regain_owner' ? 'NOINHERIT' : 'INHERIT';
    return [
      createUnlessThere(role),
      `ALTER ROLE ${role} LOGIN ${inherit} ${attributes} PASSWORD ${literal(passwordOf(role))};`,
    ];
  });
  return [
    ...made,
    createUnlessThere(LOOKUP_ROLE),
    `ALTER ROLE ${LOOKUP_ROLE} NOLOGIN ${attributes};`,
    `GRANT ${LOOKUP_ROLE} TO regain_owner;`,
  ];
}

/** Statements that shut one database to everybody but these roles; run connected to it. */
export function databaseSql(database: string): string[] {
  const name = identifier(database);
  return [
    `ALTER DATABASE ${name} OWNER TO regain_owner;`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC;`,
    `GRANT CONNECT ON DATABASE ${name} TO ${LOGIN_ROLES.join(', ')};`,
    'ALTER SCHEMA public OWNER TO regain_owner;',
    'REVOKE ALL ON SCHEMA public FROM PUBLIC;',
    `GRANT USAGE ON SCHEMA public TO regain_web, regain_worker, ${LOOKUP_ROLE};`,
  ];
}

/** What `npm run migrate` prints when roles, database or rights are not there: it can be run as it is, and twice. */
export function sqlForAdministrator(database: string): string {
  const made = `CREATE DATABASE ${identifier(database)} TEMPLATE template0 ENCODING 'UTF8'`;
  return [
    '-- With psql, as a superuser of the server; put real passwords in.',
    ...rolesSql((role) => `password of ${role}`),
    `SELECT ${literal(made)} WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = ${literal(database)}) \\gexec`,
    `\\connect ${identifier(database)}`,
    ...databaseSql(database),
  ].join('\n');
}

function createUnlessThere(role: string): string {
  return `DO $$ BEGIN CREATE ROLE ${role}; EXCEPTION WHEN duplicate_object THEN NULL; END $$;`;
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
