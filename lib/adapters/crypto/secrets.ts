import type { Secrets } from '../../ports/secrets';
import { createAuthenticators } from './authenticator';
import { createCodes } from './code';
import { createDerivation, type Keys } from './derivation';
import { hash, newHandle, newId, newToken } from './identifiers';
import { createCaseSecrets, createLinks, createPasses } from './link';
import { createPasskeys } from './passkey';
import { hashPassword, passwordMatches } from './password';
import { createSeal } from './seal';

/**
 * Everything that knows a key. `origin` is PUBLIC_URL, never a Host header: passkeys are bound to it.
 * A key may be dropped only when nothing sealed with it is left and the last veto link sent under it has
 * ended (30 days after completion).
 */
export const createSecrets = (config: { keys: Keys; origin: string; rpName: string }): Secrets => {
  const derivation = createDerivation(config.keys);
  const sealing = createSeal(derivation);
  return {
    newId,
    newToken,
    hash,
    newHandle,
    ...createCodes(derivation),
    ...createLinks(derivation),
    ...createCaseSecrets(derivation),
    ...createPasses(derivation),
    ...sealing,
    hashPassword,
    passwordMatches,
    ...createAuthenticators(sealing),
    ...createPasskeys(derivation, config),
  };
};
