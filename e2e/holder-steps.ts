import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { generate } from 'otplib';
import pg from 'pg';
import type { Policy } from '../lib/domain/policy/policy';
import { nl } from '../lib/messages/nl';
import { HOLDERS, PASSWORD } from '../prisma/seed/people';
import { expect } from './fixtures';
import { lastNumber, messageTo } from './steps';
import type { TestDesk } from './test-desk';

/** What account holders do at their own sign-in, in the words that they read there. */

const words = nl.ownSignIn;
export const DEVICE = '__Host-account-device';

export const holderOf = (desk: TestDesk, key: string) => {
  const known = HOLDERS.find((holder) => holder.key === key);
  const seeded = desk.holders.find((holder) => holder.key === key);
  if (!known || !seeded) throw new Error(`no holder is called ${key}`);
  return { ...known, ...seeded };
};

export const holderPassword = async (
  page: Page,
  desk: TestDesk,
  key: string,
  password = PASSWORD,
) => {
  await page.goto('/account/sign-in');
  await page.getByLabel(words.signIn).fill(holderOf(desk, key).signIn);
  await page.getByLabel(words.password).fill(password);
  await page.getByRole('button', { name: words.submit }).click();
};

/** A step that was not used yet: the clock goes to the next one. */
export const appCode = async (desk: TestDesk, key: string): Promise<string> => {
  const now = await desk.clock.move(31);
  return generate({
    secret: holderOf(desk, key).app ?? '',
    epoch: Math.floor(Date.parse(now) / 1000),
  });
};

export const fillCode = async (page: Page, label: string, code: string) => {
  await page.getByRole('textbox', { name: label }).fill(code);
  await page.getByRole('button', { name: words.second.submit, exact: true }).click();
};

export const choose = (page: Page, kind: keyof typeof words.kinds) =>
  page.getByRole('link', { name: words.kinds[kind] }).click();

export const expectSignedIn = (page: Page) => expect(page).toHaveURL(/\/account(\?.*)?$/);

/** Password and app; `trust`: this browser skips the second factor from now on. */
export const holderSignIn = async (page: Page, desk: TestDesk, key: string, trust = false) => {
  await holderPassword(page, desk, key);
  if (trust) await page.getByLabel(words.second.trust).check();
  await fillCode(page, words.fields['authenticator-app'], await appCode(desk, key));
  await expectSignedIn(page);
};

/** What a message with a code brings after something was pressed; the route too. */
export const codeAfter = async (desk: TestDesk, to: string, press: () => Promise<unknown>) => {
  const before = await lastNumber(desk);
  await press();
  const message = await messageTo(desk, to, before);
  const code = /(?<![\d-])(\d{3} ?\d{3})(?![\d-])/.exec(message.text)?.[1]?.replace(' ', '');
  return { ...message, code: code ?? '' };
};

const asOwner = async (desk: TestDesk, sql: string, values: unknown[], organisationId: string) => {
  const client = new pg.Client({ connectionString: desk.database.ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT set_config('regain.organisations', $1, false)", [organisationId]);
    const { rowCount } = await client.query(sql, values);
    if (rowCount !== 1) throw new Error('not one row was planted');
  } finally {
    await client.end();
  }
};

/** Something of this holder is switched off: it was wrong a hundred times (R12). */
export const plantFailures = (
  desk: TestDesk,
  key: string,
  kind: 'authenticator-app' | 'security-key' | 'phone' | 'email',
) => {
  const { accountId, organisationId } = holderOf(desk, key);
  return asOwner(
    desk,
    `UPDATE account a SET guard = jsonb_set(guard::jsonb, ARRAY['failures', (
       SELECT id::text FROM (SELECT id, account_id, kind, removed_at FROM factor
         UNION ALL SELECT id, account_id, kind, removed_at FROM contact_point) AS thing
       WHERE account_id = a.id AND kind = $2 AND removed_at IS NULL LIMIT 1)],
       '{"inARow": 100, "lastAt": "2026-01-01T00:00:00.000Z"}') WHERE id = $1`,
    [accountId, kind],
    organisationId,
  );
};

/** Other specs share this desk: the key of this browser must not be asked for in theirs. */
export const dropKeys = (desk: TestDesk, key: string) => {
  const { accountId, organisationId } = holderOf(desk, key);
  return asOwner(
    desk,
    `DELETE FROM factor WHERE account_id = $1 AND kind = 'security-key'`,
    [accountId],
    organisationId,
  );
};

/** Other specs share this desk: what was guessed here must not stand in their way. */
export const forgetFailures = (desk: TestDesk, key: string) => {
  const { accountId, organisationId } = holderOf(desk, key);
  return asOwner(
    desk,
    `UPDATE account SET guard = jsonb_set(guard::jsonb, '{failures}', '{}') WHERE id = $1`,
    [accountId],
    organisationId,
  );
};

/** A newer policy of this holder's organisation, in force at once. */
export const plantPolicy = (desk: TestDesk, key: string, changes: Partial<Policy>) => {
  const { organisationId } = holderOf(desk, key);
  return asOwner(
    desk,
    `INSERT INTO policy_version (organisation_id, version, policy, activated_at)
     SELECT organisation_id, version + 1, policy::jsonb || $2::jsonb || jsonb_build_object('version', version + 1),
       desk_now() FROM policy_version WHERE organisation_id = $1 ORDER BY version DESC LIMIT 1`,
    [organisationId, JSON.stringify(changes)],
    organisationId,
  );
};

/** No message to this holder was taken any more. */
export const plantRefusals = (desk: TestDesk, key: string) => {
  const { accountId, organisationId } = holderOf(desk, key);
  return asOwner(
    desk,
    `WITH refused AS (UPDATE contact_point SET refused_at = desk_now() WHERE account_id = $1)
     SELECT id FROM account WHERE id = $1`,
    [accountId],
    organisationId,
  );
};

/** A factor for the device that this holder trusted last. */
export const plantPush = (desk: TestDesk, key: string, label: string) => {
  const { accountId, organisationId } = holderOf(desk, key);
  return asOwner(
    desk,
    `INSERT INTO factor (id, organisation_id, account_id, kind, label, device_id, started_at, added_at)
     SELECT $1, organisation_id, account_id, 'push', $3, id, desk_now(), desk_now() - interval '90 days'
     FROM trusted_device WHERE account_id = $2 ORDER BY trusted_at DESC LIMIT 1`,
    [randomUUID(), accountId, label],
    organisationId,
  );
};

/** A factor that needs no more than its row. */
export const plantFactor = (
  desk: TestDesk,
  key: string,
  { id, kind, label, ageInDays }: { id: string; kind: string; label: string; ageInDays: number },
) => {
  const { accountId, organisationId } = holderOf(desk, key);
  return asOwner(
    desk,
    `INSERT INTO factor (id, organisation_id, account_id, kind, label, started_at, added_at)
     SELECT $1, $2, $3, $4, $5, at, at FROM (SELECT desk_now() - make_interval(days => $6)) AS moment (at)`,
    [id, organisationId, accountId, kind, label, ageInDays],
    organisationId,
  );
};

/** A second app on another device, whose codes nobody here knows. */
export const plantApp = (desk: TestDesk, key: string, label: string) => {
  const { accountId, organisationId } = holderOf(desk, key);
  return asOwner(
    desk,
    `INSERT INTO factor (id, organisation_id, account_id, kind, label, sealed, started_at, added_at)
     SELECT $1, organisation_id, account_id, kind, $3, sealed, desk_now(), desk_now() - interval '10 days'
     FROM factor WHERE account_id = $2 AND kind = 'authenticator-app'`,
    [randomUUID(), accountId, label],
    organisationId,
  );
};

/** A security key in this browser that stands on the account: as if it had been set up long ago. */
export const plantKey = async (page: Page, desk: TestDesk, key: string) => {
  const { accountId, organisationId } = holderOf(desk, key);
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
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'usb',
      hasResidentKey: false,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await cdp.send('WebAuthn.addCredential', {
    authenticatorId,
    credential: {
      credentialId: id.toString('base64'),
      isResidentCredential: false,
      rpId: 'localhost',
      privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      signCount: 1,
    },
  });
  const credential = JSON.stringify({
    id: id.toString('base64url'),
    publicKey: cose.toString('base64url'),
    counter: 0,
    transports: ['usb'],
    synced: false,
  });
  await asOwner(
    desk,
    `INSERT INTO factor (id, organisation_id, account_id, kind, label, credential, started_at, added_at)
     VALUES ($1, $2, $3, 'security-key', 'YubiKey', $4, desk_now(), desk_now() - interval '90 days')`,
    [randomUUID(), organisationId, accountId, credential],
    organisationId,
  );
  return {
    /** What a thief of the whole key's memory has: the same key, counting from where it was copied. */
    countFrom: async (signCount: number) => {
      await cdp.send('WebAuthn.removeCredential', {
        authenticatorId,
        credentialId: id.toString('base64'),
      });
      await cdp.send('WebAuthn.addCredential', {
        authenticatorId,
        credential: {
          credentialId: id.toString('base64'),
          isResidentCredential: false,
          rpId: 'localhost',
          privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
          signCount,
        },
      });
    },
  };
};
