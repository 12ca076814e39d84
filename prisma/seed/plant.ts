import pg from 'pg';
import { fillFloor } from '../../lib/adapters/db/floor';
import { wordsOfAccount } from '../../lib/domain/account/search-words';
import { defaultPolicy } from '../../lib/domain/policy/policy';
import type { Secrets } from '../../lib/ports/secrets';
import { HOLDERS, type Holder, ORGANISATIONS, PASSWORD, STAFF, type StaffPerson } from './people';

export type Planted = {
  staff: (StaffPerson & { id: string; personId: string; password: string })[];
  holders: (Holder & { accountId: string; appId?: string; phoneId?: string })[];
};

type Tools = Pick<Secrets, 'newId' | 'seal' | 'hashPassword'>;

/** Puts the invented people into an empty local database. Runs as the owner; a database with people is left alone. */
export const plant = async (ownerUrl: string, secrets: Tools): Promise<Planted> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    const ids = Object.values(ORGANISATIONS).map((o) => o.id);
    await client.query("SELECT set_config('regain.organisations', $1, true)", [ids.join(',')]);
    await fillFloor(client);
    await plantOrganisations(client);
    const password = await secrets.hashPassword(PASSWORD);
    const persons = new Map<string, string>();
    const planted: Planted = { staff: [], holders: [] };
    for (const person of STAFF)
      planted.staff.push(await plantStaff(client, secrets, person, password, persons));
    for (const holder of HOLDERS)
      planted.holders.push(await plantHolder(client, secrets, holder, password, persons));
    await client.query('COMMIT');
    return planted;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    await client.end();
  }
};

const plantOrganisations = async (client: pg.Client): Promise<void> => {
  for (const o of Object.values(ORGANISATIONS)) {
    await client.query(
      `INSERT INTO organisation (id, name, own_mail_domain, helpdesk_phone, created_at)
       VALUES ($1, $2, $3, $4, desk_now() - interval '800 days')`,
      [o.id, o.name, o.ownMailDomain, o.helpdeskPhone],
    );
    await client.query(
      `INSERT INTO policy_version (organisation_id, version, policy, activated_at)
       VALUES ($1, 1, $2, desk_now() - interval '800 days')`,
      [o.id, JSON.stringify(defaultPolicy())],
    );
  }
};

const newPerson = async (client: pg.Client, secrets: Tools): Promise<string> => {
  const id = secrets.newId();
  await client.query('INSERT INTO person (id, created_at) VALUES ($1, desk_now())', [id]);
  return id;
};

const plantStaff = async (
  client: pg.Client,
  secrets: Tools,
  person: StaffPerson,
  password: string,
  persons: Map<string, string>,
): Promise<Planted['staff'][number]> => {
  const id = secrets.newId();
  const personId = await newPerson(client, secrets);
  persons.set(person.key, personId);
  await client.query(
    `INSERT INTO staff_member (id, person_id, sign_in, display_name, password_hash, platform,
       credentials_changed_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, desk_now() - interval '300 days', desk_now() - interval '300 days')`,
    [id, personId, person.signIn, person.name, password, person.roles.some((r) => !r.organisation)],
  );
  for (const { role, organisation } of person.roles)
    if (organisation)
      await client.query(
        `INSERT INTO membership (id, organisation_id, staff_id, role, given_at)
         VALUES ($1, $2, $3, $4, desk_now() - interval '300 days')`,
        [secrets.newId(), ORGANISATIONS[organisation].id, id, role],
      );
  const factorId = secrets.newId();
  const place = { table: 'staff_factor', column: 'sealed', row: factorId, organisation: '' };
  await client.query(
    `INSERT INTO staff_factor (id, staff_id, kind, label, sealed, added_at)
     VALUES ($1, $2, 'authenticator-app', 'Authenticator', $3, desk_now() - interval '300 days')`,
    [factorId, id, secrets.seal(person.seed, place)],
  );
  return { ...person, id, personId, password: PASSWORD };
};

const AGO = "desk_now() - interval '400 days'";

const plantHolder = async (
  client: pg.Client,
  secrets: Tools,
  holder: Holder,
  password: string,
  persons: Map<string, string>,
): Promise<Planted['holders'][number]> => {
  const organisation = ORGANISATIONS[holder.organisation];
  const accountId = secrets.newId();
  const personId =
    (holder.staffKey && persons.get(holder.staffKey)) ?? (await newPerson(client, secrets));
  await client.query(
    `INSERT INTO account (id, organisation_id, person_id, sign_in, display_name, disabled, privileged, imported_at, created_at,
       password_hash, password_changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $8 THEN ${AGO} END, ${AGO}, $9, ${AGO})`,
    [
      accountId,
      organisation.id,
      personId,
      holder.signIn,
      holder.name,
      holder.disabled ?? false,
      holder.privileged ?? false,
      holder.imported ?? false,
      password,
    ],
  );
  const point = async (
    kind: 'email' | 'phone',
    address: string,
    removed: boolean,
  ): Promise<string> => {
    const id = secrets.newId();
    const own = address === holder.signIn || address.endsWith(`@${organisation.ownMailDomain}`);
    await client.query(
      `INSERT INTO contact_point (id, organisation_id, account_id, kind, address, source, added_at, removed_at,
         opens_with_account, sms_capable)
       VALUES ($1, $2, $3, $4, $5, 'import-new-account', ${AGO},
         CASE WHEN $6 THEN desk_now() - interval '30 days' END, $7, $8)`,
      [id, organisation.id, accountId, kind, address, removed, own, kind === 'phone'],
    );
    return id;
  };
  const mailboxes: string[] = [];
  for (const email of holder.emails) mailboxes.push(await point('email', email, false));
  for (const email of holder.removedEmails ?? []) await point('email', email, true);
  const phones: string[] = [];
  for (const phone of holder.phones) phones.push(await point('phone', phone, false));
  const numbers = holder.phones.flatMap((phone) => [phone, phone.replace(/^\+31/, '0')]);
  const { name: displayName, signIn, emails } = holder;
  for (const word of wordsOfAccount({ displayName, signIn, emails, numbers }))
    await client.query(
      'INSERT INTO account_word (organisation_id, word, account_id) VALUES ($1, $2, $3)',
      [organisation.id, word, accountId],
    );
  const appId = await plantFactors(client, secrets, holder, {
    accountId,
    organisationId: organisation.id,
    phones,
    mailboxes,
  });
  return { ...holder, accountId, ...(appId ? { appId } : {}) };
};

const plantFactors = async (
  client: pg.Client,
  secrets: Tools,
  holder: Holder,
  {
    accountId,
    organisationId,
    phones,
    mailboxes,
  }: { accountId: string; organisationId: string; phones: string[]; mailboxes: string[] },
): Promise<string | undefined> => {
  const factor = async (
    kind: string,
    label: string,
    more: { seed?: string; device?: string; point?: string },
  ) => {
    const id = secrets.newId();
    const place = { table: 'factor', column: 'sealed', row: id, organisation: organisationId };
    await client.query(
      `INSERT INTO factor (id, organisation_id, account_id, kind, label, sealed, device_id, contact_point_id, started_at, added_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ${AGO}, ${AGO})`,
      [
        id,
        organisationId,
        accountId,
        kind,
        label,
        more.seed ? secrets.seal(more.seed, place) : null,
        more.device ?? null,
        more.point ?? null,
      ],
    );
    return id;
  };
  const app =
    holder.app &&
    (await factor('authenticator-app', holder.appOnTablet ? 'Tablet' : 'Telefoon', {
      seed: holder.app,
      ...(holder.appOnTablet ? { device: 'tablet' } : {}),
    }));
  if (holder.sms && phones[0]) await factor('sms', 'Sms', { point: phones[0] });
  if (holder.voice && phones[0]) await factor('voice', 'Telefoontje', { point: phones[0] });
  if (holder.emailCode && mailboxes[0])
    await factor('email-code', 'E-mail', { point: mailboxes[0] });
  if (holder.backupCodes) await factor('backup-codes', 'Back-upcodes', {});
  for (let i = 0; i < (holder.devices ?? 0); i++) {
    await client.query(
      `INSERT INTO trusted_device (id, organisation_id, account_id, label, trusted_at, expires_at)
       VALUES ($1, $2, $3, $4, desk_now() - interval '9 days', desk_now() + interval '21 days')`,
      [
        secrets.newId(),
        organisationId,
        accountId,
        ['Laptop, Firefox', 'Tablet, Safari', 'Werkplek, Edge'][i] ?? 'Apparaat',
      ],
    );
    await client.query(
      `INSERT INTO account_session (id, organisation_id, account_id, device, address, started_at)
       VALUES ($1, $2, $3, $4, '192.0.2.10', desk_now() - interval '2 days')`,
      [
        secrets.newId(),
        organisationId,
        accountId,
        ['Laptop, Firefox', 'Tablet, Safari', 'Werkplek, Edge'][i] ?? 'Apparaat',
      ],
    );
  }
  for (const [days, outcome] of [
    [2, 'ok'],
    [1, 'refused'],
  ] as const)
    await client.query(
      `INSERT INTO sign_in (id, organisation_id, account_id, at, address, country, device, outcome, factor_id)
       VALUES ($1, $2, $3, desk_now() - make_interval(days => $4), '192.0.2.10', 'NL', 'Laptop, Firefox', $5, $6)`,
      [secrets.newId(), organisationId, accountId, days, outcome, app || null],
    );
  return app || undefined;
};
