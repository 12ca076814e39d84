import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createSecrets } from '../lib/adapters/crypto/secrets';
import { ORGANISATIONS } from './seed/people';
import { plant } from './seed/plant';

const { REGAIN_LOCAL_DIR, REGAIN_LOCAL_OWNER_URL, REGAIN_LOCAL_KEYS } = process.env;
if (!REGAIN_LOCAL_DIR || !REGAIN_LOCAL_OWNER_URL || !REGAIN_LOCAL_KEYS)
  throw new Error('the seed is for a local desk: npm start runs it');

const entries = REGAIN_LOCAL_KEYS.split(',').map((entry) => entry.split(':') as [string, string]);
const secrets = createSecrets({
  keys: {
    current: entries[0]?.[0] ?? '',
    all: Object.fromEntries(entries.map(([id, key]) => [id, Buffer.from(key, 'base64')])),
  },
  origin: 'http://localhost',
  rpName: 'Regain',
});

const isPlanted = async (): Promise<boolean> => {
  const client = new pg.Client({ connectionString: REGAIN_LOCAL_OWNER_URL });
  await client.connect();
  const { rowCount } = await client.query('SELECT FROM staff_member LIMIT 1');
  await client.end();
  return (rowCount ?? 0) > 0;
};

if (await isPlanted()) {
  if (!existsSync(join(REGAIN_LOCAL_DIR, 'people.json')))
    throw new Error('the seed was cut off half-way: remove the folder to begin anew');
} else {
  const { staff, holders } = await plant(REGAIN_LOCAL_OWNER_URL, secrets);
  const people = staff.map(({ id, personId, key, name, signIn, password, seed, roles }) => ({
    id,
    personId,
    key,
    name,
    signIn,
    password,
    seed,
    role: [...new Set(roles.map((r) => r.role))].join(', '),
    organisation: roles
      .flatMap((r) => (r.organisation ? [ORGANISATIONS[r.organisation].name] : []))
      .join(', '),
  }));
  const accounts = holders.map(({ accountId, appId, key, name, organisation, app }) => ({
    accountId,
    appId,
    key,
    name,
    organisationId: ORGANISATIONS[organisation].id,
    organisation: ORGANISATIONS[organisation].name,
    seed: app,
  }));
  await writeFile(join(REGAIN_LOCAL_DIR, 'people.json'), JSON.stringify(people, null, 2), {
    mode: 0o600,
  });
  await writeFile(join(REGAIN_LOCAL_DIR, 'holders.json'), JSON.stringify(accounts, null, 2), {
    mode: 0o600,
  });
}
