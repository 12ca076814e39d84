import { hash } from '@node-rs/argon2';
import { createSecrets } from '../lib/adapters/crypto/secrets';
import type { DatabaseUrls } from '../local/database';
import { plant } from '../prisma/seed/plant';
import { KEY } from './key';

/** The template with people in it, beside the one that is only migrated. */
export const PLANTED = 'regain_planted';

export const PUBLIC_URL = 'http://localhost:3000';

/** The same in every process of a test: what one sealed, another opens. */
export const testSecrets = () =>
  createSecrets({
    keys: { current: 'k1', all: { k1: KEY } },
    origin: PUBLIC_URL,
    rpName: 'Regain',
  });

/** argon2id as well; what it costs to check stands in the hash, and tests check hundreds. */
const quickHash = (password: string): Promise<string> =>
  hash(password.normalize('NFKC'), { memoryCost: 8, timeCost: 1, parallelism: 1 });

/**
 * The invented people, whose passwords are quick to check. Where it is measured how long that takes, or that it takes as
 * long for nobody's name, they cost what real ones do.
 */
export const plantPeople = ({ ownerUrl }: DatabaseUrls, passwords: 'quick' | 'real' = 'quick') => {
  const secrets = testSecrets();
  return plant(ownerUrl, {
    ...secrets,
    hashPassword: passwords === 'real' ? secrets.hashPassword : quickHash,
  });
};
