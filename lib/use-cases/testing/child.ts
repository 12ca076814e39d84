import { KEY } from '../../../test/key';
import { createChannels } from '../../adapters/channels/channels';
import { createCourier } from '../../adapters/channels/courier';
import { createPace } from '../../adapters/clock/pace';
import { createSecrets } from '../../adapters/crypto/secrets';
import { createAccountStore } from '../../adapters/db/accounts';
import { createAttempts } from '../../adapters/db/attempts';
import { createCodeLinkStore } from '../../adapters/db/code-links';
import { createHolderStore } from '../../adapters/db/holders';
import { openPool } from '../../adapters/db/pool';
import { createContactStore } from '../../adapters/db/recovery-contacts';
import { createRequestStore } from '../../adapters/db/recovery-requests';
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
const attempts = createAttempts(pool);
const channels = createChannels(
  {
    smtpUrls: [smtpUrl],
    smtpFrom: 'Regain <desk@regain.example>',
    smsRoutes: [],
    voiceRoutes: [],
  },
  { keeping: { attempts, newId: secrets.newId } },
);
const courier = createCourier({
  ...channels,
  attempts,
  secrets,
  publicUrl,
  caseUrl: (id) => `${publicUrl}/cases/${id}`,
});
await performEffect(
  {
    store: createStore(pool, secrets.newId),
    secrets,
    courier,
    attempts,
    directory: createBuiltInDirectory(pool),
    accounts: createAccountStore(pool),
    staff: createStaffStore(pool),
    holders: createHolderStore(pool, secrets.newId),
    contacts: createContactStore(pool),
    codeLinks: createCodeLinkStore(pool),
    requests: createRequestStore(pool),
    pace: createPace(),
    bell: { ring: async () => undefined },
  },
  effectId,
);
await pool.end();
