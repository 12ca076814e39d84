import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, superuserUrl } from './database';

/** Everything that runs with the rights of another role than the caller's. */
const DEFINERS: Record<string, string> = {
  lookup_account_named: 'regain_lookup',
  lookup_account_session: 'regain_lookup',
  lookup_account_ticket: 'regain_lookup',
  lookup_approver: 'regain_lookup',
  lookup_attempt: 'regain_lookup',
  lookup_code_link: 'regain_lookup',
  lookup_contact_accounts: 'regain_lookup',
  lookup_contact_link: 'regain_lookup',
  lookup_due_alarms: 'regain_lookup',
  lookup_effect: 'regain_lookup',
  lookup_handle: 'regain_lookup',
  lookup_holder: 'regain_lookup',
  lookup_is_staff: 'regain_lookup',
  lookup_link: 'regain_lookup',
  lookup_long_over: 'regain_lookup',
  lookup_memberships: 'regain_lookup',
  lookup_next_alarm: 'regain_lookup',
  lookup_recovery_request: 'regain_lookup',
  lookup_session: 'regain_lookup',
  lookup_staff: 'regain_lookup',
  lookup_ticket: 'regain_lookup',
  lookup_trusted_device: 'regain_lookup',
  lookup_unfinished_effects: 'regain_lookup',
  // Writes `desk`, which nobody else may; refuses unless the database is marked local (R48).
  move_clock: 'regain_owner',
};

describe('R46 the rights of the roles', () => {
  let superuser: pg.Client;
  beforeAll(async () => {
    superuser = new pg.Client({ connectionString: superuserUrl(await freshDatabase()) });
    await superuser.connect();
  });
  afterAll(() => superuser.end());

  const look = async <Row extends pg.QueryResultRow>(sql: string) =>
    (await superuser.query<Row>(sql)).rows;

  it('nobody but the owner owns anything, and the look-up role its functions only', async () => {
    const owned = await look<{
      role: string;
      what: string;
      name: string;
    }>(`SELECT refobjid::regrole::text AS role, classid::regclass::text AS what,
         CASE WHEN classid = 'pg_proc'::regclass THEN (SELECT proname FROM pg_proc WHERE oid = objid) ELSE objid::text END AS name
       FROM pg_shdepend WHERE deptype = 'o' AND refclassid = 'pg_authid'::regclass
         AND dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
         AND refobjid::regrole::text <> 'regain_owner' AND refobjid::regrole::text LIKE 'regain%' ORDER BY name`);
    const lookups = Object.keys(DEFINERS).filter((name) => DEFINERS[name] === 'regain_lookup');
    expect(owned).toEqual(
      lookups.map((name) => ({ role: 'regain_lookup', what: 'pg_proc', name })),
    );
  });

  it('no role bypasses the walls or may give itself rights, and none may become another', async () => {
    const roles = await look(`SELECT rolname FROM pg_roles WHERE rolname LIKE 'regain%'
         AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`);
    expect(roles).toEqual([]);
    const members =
      await look(`SELECT m.member::regrole::text AS member, m.roleid::regrole::text AS of FROM pg_auth_members m
       WHERE m.member::regrole::text LIKE 'regain%' OR m.roleid::regrole::text LIKE 'regain%'`);
    expect(members).toEqual([{ member: 'regain_owner', of: 'regain_lookup' }]);
  });

  it('what runs with other rights than the caller’s is exactly known, and cannot be led astray', async () => {
    const definers = await look<{
      name: string;
      owner: string;
      config: string[];
      to_public: boolean;
    }>(`SELECT p.proname AS name, p.proowner::regrole::text AS owner, p.proconfig AS config,
         has_function_privilege('public', p.oid, 'EXECUTE') AS to_public
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE p.prosecdef AND n.nspname NOT IN ('pg_catalog','information_schema') ORDER BY 1`);
    expect(definers).toEqual(
      Object.entries(DEFINERS).map(([name, owner]) => ({
        name,
        owner,
        config: ['search_path=pg_catalog, public'],
        to_public: false,
      })),
    );
    const open =
      await look(`SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
         AND has_function_privilege('public', p.oid, 'EXECUTE')`);
    expect(open).toEqual([]);
  });
});
