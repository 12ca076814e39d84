import pg from 'pg';
import { insertEvents } from '../lib/adapters/db/events';
import { DatabaseRefused, judgeConnection } from '../lib/adapters/db/pool';
import type { Role } from '../lib/domain/access/roles';
import type { RowEvent } from '../lib/domain/audit/event';
import { defaultPolicy } from '../lib/domain/policy/policy';
import type { Env } from '../lib/env';
import type { Secrets } from '../lib/ports/secrets';
import { staffFactorPlace } from '../lib/use-cases/staff/factor-place';

type Tools = Pick<
  Secrets,
  'newId' | 'newToken' | 'hashPassword' | 'newAuthenticator' | 'authenticatorUri'
>;

export type NewPerson = { name: string; signIn: string };

export type FirstOrganisation = {
  name: string;
  country: string;
  timeZone: string;
  mailDomain: string | null;
  helpdeskPhone: string | null;
  /** An organisation is active with two (R34). */
  administrators: readonly [NewPerson, NewPerson];
  /** Who else works here from the first day. */
  others: readonly (NewPerson & { role: OtherRole })[];
  platform: NewPerson;
};

export const OTHER_ROLES = ['agent', 'auditor', 'stand-in'] as const satisfies readonly Role[];
type OtherRole = (typeof OTHER_ROLES)[number];

/** What a person needs to sign in for the first time; told once, kept nowhere. */
export type Credentials = NewPerson & { role: Role; password: string; uri: string; secret: string };

export class NotEmpty extends Error {
  override readonly name = 'NotEmpty';
}

/** The set-up is nobody's session: the events say so. */
const SET_UP = {
  actor: { kind: 'system' },
  origin: { address: 'set-up', userAgent: 'organisation:create' },
} as const;

/**
 * Makes the first organisation with its first two functional administrators, whoever else is named, and the platform
 * administrator, in one transaction, as regain_owner. Refuses a database of another kind than the desk's (R48), and one
 * that has anybody in it: later ones are made by those who are there.
 */
export const createFirstOrganisation = async (
  ownerUrl: string,
  secrets: Tools,
  wanted: FirstOrganisation,
  mode: Env['mode'],
): Promise<Credentials[]> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect().catch((error: Error) => {
    throw new DatabaseRefused(`DATABASE_OWNER_URL gives no connection: ${error.message}`);
  });
  try {
    await judgeConnection(client, mode, 'owner');
    await client.query('BEGIN');
    await client.query("SELECT pg_advisory_xact_lock(hashtext('regain.first-organisation'))");
    const { rowCount } = await client.query('SELECT FROM staff_member LIMIT 1');
    if (rowCount) throw new NotEmpty('There are people in this database already.');
    const id = await makeOrganisation(client, secrets, wanted);
    const made: Credentials[] = [];
    for (const person of wanted.administrators)
      made.push(
        await makeStaff(client, secrets, { ...person, role: 'functional-administrator' }, id),
      );
    for (const person of wanted.others) made.push(await makeStaff(client, secrets, person, id));
    const platform = { ...wanted.platform, role: 'platform-administrator' } as const;
    made.push(await makeStaff(client, secrets, platform, null));
    await client.query('COMMIT');
    return made;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    await client.end();
  }
};

const tell = (
  client: pg.Client,
  organisationId: string | null,
  event: RowEvent,
  objectId: string,
) => insertEvents(client, SET_UP, undefined, [{ organisationId, event, objectId }]);

const makeOrganisation = async (
  client: pg.Client,
  secrets: Tools,
  { name, country, timeZone, mailDomain, helpdeskPhone }: FirstOrganisation,
): Promise<string> => {
  const id = secrets.newId();
  await client.query("SELECT set_config('regain.organisations', $1, true)", [id]);
  await client.query(
    `INSERT INTO organisation (id, name, country, time_zone, own_mail_domain, helpdesk_phone, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, desk_now())`,
    [id, name, country, timeZone, mailDomain, helpdeskPhone],
  );
  const policy = defaultPolicy();
  await client.query(
    'INSERT INTO policy_version (organisation_id, version, policy, activated_at) VALUES ($1, $2, $3, desk_now())',
    [id, policy.version, JSON.stringify(policy)],
  );
  await tell(client, id, { type: 'organisation-created', name }, id);
  await tell(client, id, { type: 'policy-set', version: policy.version }, id);
  return id;
};

const makeStaff = async (
  client: pg.Client,
  secrets: Tools,
  person: NewPerson & { role: Role },
  organisationId: string | null,
): Promise<Credentials> => {
  const [staffId, personId, factorId] = [secrets.newId(), secrets.newId(), secrets.newId()];
  const password = secrets.newToken().slice(0, 24);
  await client.query('INSERT INTO person (id, created_at) VALUES ($1, desk_now())', [personId]);
  await client.query(
    `INSERT INTO staff_member (id, person_id, sign_in, display_name, password_hash, platform,
       credentials_changed_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, desk_now(), desk_now())`,
    [
      staffId,
      personId,
      person.signIn,
      person.name,
      await secrets.hashPassword(password),
      organisationId === null,
    ],
  );
  const place = staffFactorPlace(factorId);
  const { sealed } = secrets.newAuthenticator(place, person.signIn, 'Regain');
  await client.query(
    `INSERT INTO staff_factor (id, staff_id, kind, label, sealed, added_at)
     VALUES ($1, $2, 'authenticator-app', 'Authenticator', $3, desk_now())`,
    [factorId, staffId, sealed],
  );
  await tell(client, organisationId, { type: 'staff-created', staffId }, staffId);
  if (organisationId)
    await giveMembership(client, secrets, { organisationId, staffId, role: person.role });
  return {
    ...person,
    password,
    ...secrets.authenticatorUri(sealed, place, person.signIn, 'Regain'),
  };
};

const giveMembership = async (
  client: pg.Client,
  secrets: Tools,
  { organisationId, staffId, role }: { organisationId: string; staffId: string; role: Role },
): Promise<void> => {
  const id = secrets.newId();
  await client.query(
    'INSERT INTO membership (id, organisation_id, staff_id, role, given_at) VALUES ($1, $2, $3, $4, desk_now())',
    [id, organisationId, staffId, role],
  );
  await tell(client, organisationId, { type: 'membership-given', staffId, role }, id);
};
