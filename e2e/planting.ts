import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import pg from 'pg';
import type { Policy } from '../lib/domain/policy/policy';
import { holderOf } from './holder-steps';
import { withSecurityKey } from './steps';
import type { TestDesk } from './test-desk';

/** What stands on an account as if it had come there long ago, put into the database by the tests themselves. */

/** What is asked of the database itself, in the scope of these organisations. */
export const asOwner = async (
  desk: TestDesk,
  organisationIds: string,
  sql: string,
  values: unknown[],
) => {
  const client = new pg.Client({ connectionString: desk.database.ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT set_config('regain.organisations', $1, false)", [organisationIds]);
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
};

const planted = async (desk: TestDesk, key: string, sql: string, values: unknown[]) => {
  const { accountId, organisationId } = holderOf(desk, key);
  const { rowCount } = await asOwner(desk, organisationId, sql, [accountId, ...values]);
  if (rowCount !== 1) throw new Error('not one row was planted');
};

/** Something of this holder is switched off: it was wrong a hundred times (R12). */
export const plantFailures = (
  desk: TestDesk,
  key: string,
  kind: 'authenticator-app' | 'security-key' | 'phone' | 'email',
) =>
  planted(
    desk,
    key,
    `UPDATE account a SET guard = jsonb_set(guard::jsonb, ARRAY['failures', (
       SELECT id::text FROM (SELECT id, account_id, kind, removed_at FROM factor
         UNION ALL SELECT id, account_id, kind, removed_at FROM contact_point) AS thing
       WHERE account_id = a.id AND kind = $2 AND removed_at IS NULL LIMIT 1)],
       '{"inARow": 100, "lastAt": "2026-01-01T00:00:00.000Z"}') WHERE id = $1`,
    [kind],
  );

/** A newer policy of this holder's organisation, in force at once. */
export const plantPolicy = (desk: TestDesk, key: string, changes: Partial<Policy>) =>
  planted(
    desk,
    key,
    `INSERT INTO policy_version (organisation_id, version, policy, activated_at)
     SELECT organisation_id, version + 1, policy::jsonb || $2::jsonb || jsonb_build_object('version', version + 1),
       desk_now() FROM policy_version
     WHERE organisation_id = (SELECT organisation_id FROM account WHERE id = $1) ORDER BY version DESC LIMIT 1`,
    [JSON.stringify(changes)],
  );

/** No message to this holder was taken any more. */
export const plantRefusals = (desk: TestDesk, key: string) =>
  planted(
    desk,
    key,
    `WITH refused AS (UPDATE contact_point SET refused_at = desk_now() WHERE account_id = $1)
     SELECT id FROM account WHERE id = $1`,
    [],
  );

/** As if a case had given this holder the app just now. */
export const plantGivenByCase = (desk: TestDesk, key: string) =>
  planted(
    desk,
    key,
    `UPDATE factor SET given_by_case = gen_random_uuid(), added_at = desk_now()
     WHERE account_id = $1 AND kind = 'authenticator-app'`,
    [],
  );

/** A factor for the device that this holder trusted last. */
export const plantPush = (desk: TestDesk, key: string, label: string) =>
  planted(
    desk,
    key,
    `INSERT INTO factor (id, organisation_id, account_id, kind, label, device_id, started_at, added_at)
     SELECT gen_random_uuid(), organisation_id, account_id, 'push', $2, id, desk_now(), desk_now() - interval '90 days'
     FROM trusted_device WHERE account_id = $1 ORDER BY trusted_at DESC LIMIT 1`,
    [label],
  );

/** A temporary pass that was given just now. */
export const plantPass = async (desk: TestDesk, key: string): Promise<string> => {
  const id = randomUUID();
  await planted(
    desk,
    key,
    `INSERT INTO factor (id, organisation_id, account_id, kind, label, started_at, added_at)
     SELECT $2, organisation_id, id, 'temporary-pass', 'Pas', at, at
     FROM account, (SELECT desk_now()) AS moment (at) WHERE id = $1`,
    [id],
  );
  return id;
};

/** A second app on another device, whose codes nobody here knows. */
export const plantApp = (desk: TestDesk, key: string, label: string) =>
  planted(
    desk,
    key,
    `INSERT INTO factor (id, organisation_id, account_id, kind, label, sealed, started_at, added_at)
     SELECT gen_random_uuid(), organisation_id, account_id, kind, $2, sealed, desk_now(), desk_now() - interval '10 days'
     FROM factor WHERE account_id = $1 AND kind = 'authenticator-app'`,
    [label],
  );

/** A security key in this browser that stands on the account: as if it had been set up long ago. */
export const plantKey = async (page: Page, desk: TestDesk, key: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  // COSE: an elliptic key (1: 2) for ES256 (3: -7) on P-256 (-1: 1), with its two coordinates.
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
  const id = randomBytes(32);
  const { cdp, authenticatorId } = await withSecurityKey(page);
  const credentialId = id.toString('base64');
  const holds = (signCount: number) =>
    cdp.send('WebAuthn.addCredential', {
      authenticatorId,
      credential: {
        credentialId,
        isResidentCredential: false,
        rpId: 'localhost',
        privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
        signCount,
      },
    });
  await holds(1);
  const credential = JSON.stringify({
    id: id.toString('base64url'),
    publicKey: cose.toString('base64url'),
    counter: 0,
    transports: ['usb'],
    synced: false,
  });
  await planted(
    desk,
    key,
    `INSERT INTO factor (id, organisation_id, account_id, kind, label, credential, started_at, added_at)
     SELECT gen_random_uuid(), organisation_id, id, 'security-key', 'YubiKey', $2, desk_now(), desk_now() - interval '90 days'
     FROM account WHERE id = $1`,
    [credential],
  );
  return {
    /** What a thief of the whole key's memory has: the same key, counting from where it was copied. */
    countFrom: async (signCount: number) => {
      await cdp.send('WebAuthn.removeCredential', { authenticatorId, credentialId });
      await holds(signCount);
    },
  };
};
