import { createSecrets } from '../lib/adapters/crypto/secrets';
import type { TestDesk } from './test-desk';

/** What derives the codes and passes of this very desk. */
export const secretsOf = ({ secrets, url }: Pick<TestDesk, 'secrets' | 'url'>) => {
  const entries = secrets.keys.split(',').map((one) => one.split(':') as [string, string]);
  return createSecrets({
    keys: {
      current: entries[0]?.[0] ?? '',
      all: Object.fromEntries(entries.map(([id, key]) => [id, Buffer.from(key, 'base64')])),
    },
    origin: url,
    rpName: 'Regain',
  });
};
