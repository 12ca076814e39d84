import { KEY } from '../../../test/key';
import { createCourier } from '../../adapters/channels/courier';
import { createSmsChannel } from '../../adapters/channels/sms-http';
import { createMailChannel } from '../../adapters/channels/smtp';
import { createSecrets } from '../../adapters/crypto/secrets';
import { createAccountStore } from '../../adapters/db/accounts';
import { openPool } from '../../adapters/db/pool';
import { createStaffStore } from '../../adapters/db/staff';
import { createStore } from '../../adapters/db/store';
import { createBuiltInDirectory } from '../../adapters/directory/built-in';
import { performEffect } from '../perform-effect';

/** A process that carries out one effect, so that a test can kill it: `child.ts <database> <smtp> <effect>`. */

const [url = '', smtpUrl = '', effectId = ''] = process.argv.slice(2);
const publicUrl = 'http://localhost:3000';
const secrets = createSecrets({
  keys: { current: 'k1', all: { k1: KEY } },
  origin: publicUrl,
  rpName: 'Regain',
});
const pool = openPool({ url, mode: 'local' });
const courier = createCourier({
  mail: createMailChannel({ smtpUrl, from: 'Regain <desk@regain.example>', route: 'smtp' }),
  sms: createSmsChannel({ routes: [], timeoutMs: 1_000 }),
  secrets,
  publicUrl,
  caseUrl: (id) => `${publicUrl}/cases/${id}`,
});
await performEffect(
  {
    store: createStore(pool, secrets.newId),
    secrets,
    courier,
    directory: createBuiltInDirectory(pool),
    accounts: createAccountStore(pool),
    staff: createStaffStore(pool),
    bell: { ring: async () => undefined },
  },
  effectId,
);
await pool.end();
