import type pg from 'pg';
import type { NewAccount } from '../../ports/accounts';
import type { Scope } from '../../ports/world';
import { insertEvents } from './events';

type Into = { scope: Scope; organisationId: string; now: string };

/** So many accounts in one statement: enough to be quick, few enough for one parameter. */
const BATCH = 1_000;

/** Waits for an import that adds the same sign-in at this moment, and then leaves the account to it. */
const ACCOUNTS = `INSERT INTO account (id, organisation_id, person_id, sign_in, display_name, locale, disabled,
    external_id, imported_at, created_at)
  SELECT n.id, $1, n."personId", n."signIn", n."displayName", n.locale, n.disabled, n."externalId", $2, $2
  FROM jsonb_to_recordset($3::jsonb) AS n(id uuid, "personId" uuid, "signIn" text, "displayName" text, locale text,
    disabled boolean, "externalId" text)
  ON CONFLICT (organisation_id, sign_in) DO NOTHING RETURNING id`;

const PERSONS = `INSERT INTO person (id, created_at)
  SELECT n."personId", $1 FROM jsonb_to_recordset($2::jsonb) AS n("personId" uuid) ON CONFLICT (id) DO NOTHING`;

const CONTACT_POINTS = `INSERT INTO contact_point (id, organisation_id, account_id, kind, address, source, added_at,
    opens_with_account, sms_capable)
  SELECT p.id, $1, p."accountId", p.kind, p.address, 'import-new-account', $2, p."opensWithAccount", p."smsCapable"
  FROM jsonb_to_recordset($3::jsonb) AS p(id uuid, "accountId" uuid, kind text, address text,
    "opensWithAccount" boolean, "smsCapable" boolean)`;

const FACTORS = `INSERT INTO factor (id, organisation_id, account_id, kind, label, contact_point_id, started_at, added_at)
  SELECT f.id, $1, f."accountId", f.kind, '', f."contactPointId", $2, $2
  FROM jsonb_to_recordset($3::jsonb) AS f(id uuid, "accountId" uuid, kind text, "contactPointId" uuid)`;

const WORDS = `INSERT INTO account_word (organisation_id, word, account_id)
  SELECT $1, w.word, w."accountId" FROM jsonb_to_recordset($2::jsonb) AS w(word text, "accountId" uuid)`;

/** Staff whom the actor may see, by the addresses that make them the same person (R21). */
const STAFF = `SELECT s.person_id AS "personId", s.sign_in AS "signIn", s.phone FROM staff_member s
  WHERE s.disabled_at IS NULL AND (s.sign_in = ANY ($1) OR s.phone = ANY ($1))`;

/** R1: an address on three or more accounts makes nobody the same person. */
const SHARED_BY_TOO_MANY = 3;

const ON_ACCOUNTS = `SELECT address, count(DISTINCT account_id)::int AS accounts FROM contact_point
  WHERE organisation_id = $1 AND address = ANY ($2) AND removed_at IS NULL GROUP BY address`;

const addressesOf = ({ signIn, contactPoints }: NewAccount): string[] => [
  ...new Set([signIn, ...contactPoints.map(({ address }) => address)]),
];

/** Gives an account the person of the staff member whose sign-in or number it has (R21). */
const withStaffPersons = async (
  client: pg.ClientBase,
  organisationId: string,
  accounts: readonly NewAccount[],
): Promise<NewAccount[]> => {
  const { rows: staff } = await client.query<{
    personId: string;
    signIn: string;
    phone: string | null;
  }>(STAFF, [[...new Set(accounts.flatMap(addressesOf))]]);
  if (staff.length === 0) return [...accounts];
  const personOf = new Map(
    staff.flatMap(({ personId, signIn, phone }) =>
      [signIn, phone].flatMap((address) => (address ? [[address, personId] as const] : [])),
    ),
  );
  const { rows: onFile } = await client.query<{ address: string; accounts: number }>(ON_ACCOUNTS, [
    organisationId,
    [...personOf.keys()],
  ]);
  const uses = new Map(onFile.map(({ address, accounts: count }) => [address, count]));
  for (const address of accounts.flatMap(addressesOf))
    if (personOf.has(address)) uses.set(address, (uses.get(address) ?? 0) + 1);
  return accounts.map((account) => {
    const own = addressesOf(account).find(
      (address) =>
        personOf.has(address) &&
        (address === account.signIn || (uses.get(address) ?? 0) < SHARED_BY_TOO_MANY),
    );
    return { ...account, personId: (own && personOf.get(own)) || account.personId };
  });
};

const addBatch = async (
  client: pg.ClientBase,
  { scope, organisationId, now }: Into,
  batch: readonly NewAccount[],
): Promise<Set<string>> => {
  const heads = batch.map(({ contactPoints: _, factors: __, words: ___, ...head }) => head);
  const { rows } = await client.query<{ id: string }>(ACCOUNTS, [
    organisationId,
    now,
    JSON.stringify(heads),
  ]);
  const ids = new Set(rows.map((row) => row.id));
  const added = batch.filter((account) => ids.has(account.id));
  const each = <T>(list: (account: NewAccount) => readonly T[]) =>
    JSON.stringify(
      added.flatMap((account) => list(account).map((item) => ({ accountId: account.id, ...item }))),
    );
  await client.query(PERSONS, [
    now,
    JSON.stringify([...new Set(added.map((a) => a.personId))].map((personId) => ({ personId }))),
  ]);
  await client.query(CONTACT_POINTS, [organisationId, now, each((a) => a.contactPoints)]);
  await client.query(FACTORS, [organisationId, now, each((a) => a.factors)]);
  await client.query(WORDS, [organisationId, each((a) => a.words.map((word) => ({ word })))]);
  await insertEvents(
    client,
    scope,
    now,
    added.map(({ id, contactPoints, factors }) => ({
      organisationId,
      event: {
        type: 'account-imported',
        source: 'import-new-account',
        contactPoints: contactPoints.length,
        factors: factors.map(({ kind }) => kind),
      },
      accountId: id,
      objectId: id,
    })),
  );
  return ids;
};

/** Adds new accounts with all that belongs to them, in the caller's transaction; gives the ids of those added. */
export const addAccounts = async (
  client: pg.ClientBase,
  into: Into,
  accounts: readonly NewAccount[],
): Promise<Set<string>> => {
  const whole = await withStaffPersons(client, into.organisationId, accounts);
  const added = new Set<string>();
  for (let at = 0; at < whole.length; at += BATCH)
    for (const id of await addBatch(client, into, whole.slice(at, at + BATCH))) added.add(id);
  return added;
};
