import { generate } from 'otplib';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createSecrets } from '../lib/adapters/crypto/secrets';
import { openPool } from '../lib/adapters/db/pool';
import { createStaffStore } from '../lib/adapters/db/staff';
import { createStore } from '../lib/adapters/db/store';
import type { Ports } from '../lib/use-cases/gate';
import { bind } from '../lib/use-cases/index';
import { isSignInRefusal } from '../lib/use-cases/staff/refusal';
import { readWanted } from '../local/organisation-create';
import { freshDatabase, superuserUrl } from '../test/database';
import { createFirstOrganisation, NotEmpty } from './first-organisation';

const secrets = createSecrets({
  keys: { current: 'k1', all: { k1: Buffer.alloc(48, 9) } },
  origin: 'http://localhost:3000',
  rpName: 'Regain',
});
const origin = { address: '192.0.2.1', userAgent: 'test' };
const ASKED = [
  '--name',
  'Zorgpunt',
  '--administrator',
  'Saskia Bakker <Saskia@zorgpunt.example>',
  '--administrator',
  'Pim Smit <pim@zorgpunt.example>',
  '--auditor',
  'Mila Visser <mila@audit.example>',
  '--agent',
  'Noor Jacobs <noor@helpdesk.example>',
  '--platform',
  'Olaf Brouwer <olaf@platform.example>',
];

describe('the first organisation', () => {
  it('stands with its administrators, agent, auditor and platform administrator, who can sign in, once, and all is on record', async () => {
    const urls = await freshDatabase();
    const made = await createFirstOrganisation(urls.ownerUrl, secrets, readWanted(ASKED), 'local');
    expect(made.map(({ signIn }) => signIn)).toEqual([
      'saskia@zorgpunt.example',
      'pim@zorgpunt.example',
      'noor@helpdesk.example',
      'mila@audit.example',
      'olaf@platform.example',
    ]);
    const pool = openPool({ url: urls.webUrl, mode: 'local' });
    const store = createStore(pool, secrets.newId);
    const ports = { store, secrets, staff: createStaffStore(pool) } as unknown as Ports;
    const desk = bind(ports);
    for (const { role, signIn, password, secret } of made) {
      const first = await desk.checkPassword({ signIn, password, origin });
      if (isSignInRefusal(first)) throw new Error(first.refused);
      const epoch = Math.floor(Date.parse(await store.now()) / 1000);
      const shown = {
        kind: 'authenticator-app',
        code: await generate({ secret, epoch }),
      } as const;
      const answer = await desk.checkSecondFactor({ ticket: first.ticket, shown, origin });
      if (isSignInRefusal(answer)) throw new Error(answer.refused);
      const session = await desk.readSession(answer.token, origin, 'page');
      const platform = role === 'platform-administrator';
      expect(session?.memberships.map((m) => m.role)).toEqual(platform ? [] : [role]);
      expect(session?.staff.platform).toBe(platform);
    }
    await pool.end();

    const client = new pg.Client({ connectionString: superuserUrl(urls) });
    await client.connect();
    const { rows } = await client.query(
      "SELECT type FROM event WHERE origin_address = 'set-up' ORDER BY type",
    );
    const { rows: all } = await client.query('SELECT to_jsonb(e)::text AS row FROM event e');
    await client.end();
    expect(rows.map(({ type }) => type)).toEqual([
      'membership-given',
      'membership-given',
      'membership-given',
      'membership-given',
      'organisation-created',
      'policy-set',
      'staff-created',
      'staff-created',
      'staff-created',
      'staff-created',
      'staff-created',
    ]);
    for (const { password, secret } of made)
      for (const { row } of all) {
        expect(row).not.toContain(password);
        expect(row).not.toContain(secret);
      }

    await expect(
      createFirstOrganisation(urls.ownerUrl, secrets, readWanted(ASKED), 'local'),
    ).rejects.toThrow(NotEmpty);
  });

  it('R48 is not made by a production command in a database marked local, nor in one that is not there', async () => {
    const urls = await freshDatabase();
    const make = (url: string) =>
      createFirstOrganisation(url, secrets, readWanted(ASKED), 'production');
    await expect(make(urls.ownerUrl)).rejects.toThrow('marked as local');
    const bare = urls.ownerUrl.replace(/\/[^/]*$/, '/nowhere');
    await expect(make(bare)).rejects.toThrow('gives no connection');
  });

  it.each([
    ['one administrator', ASKED.filter((_, i) => i !== 4 && i !== 5)],
    ['one person twice', ASKED.map((text) => text.replace('olaf@platform', 'pim@zorgpunt'))],
    ['an agent who is an administrator too', [...ASKED, '--agent', 'Pim <pim@zorgpunt.example>']],
    ['an agent without an address', [...ASKED, '--agent', 'Daan Willems']],
    ['an unknown option', [...ASKED, '--role', 'auditor']],
    ['an unknown time zone', [...ASKED, '--time-zone', 'Europe/Nergens']],
    ['nothing', []],
  ])('is not made from %s', (_, args) => {
    expect(() => readWanted(args)).toThrow('Nothing was made.');
  });
});
