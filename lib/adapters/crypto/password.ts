import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** `é` typed on one machine and on another may be different characters (NIST SP 800-63B asks to normalise). */
const normalised = (password: string): string => password.normalize('NFKC');

/** argon2id is the vendor's default algorithm; a test holds it to that. */
export const hashPassword = (password: string): Promise<string> => hash(normalised(password), COST);

/** Costs what a real hash costs, and was never made from a password. */
const nobodysHash = (): string => {
  const base64 = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '');
  const { memoryCost, timeCost, parallelism, outputLen } = COST;
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${base64(16)}$${base64(outputLen)}`;
};

const NOBODY = nobodysHash();

/** Takes as long where there is no account as where there is one, and then answers false (R14). */
export const passwordMatches = async (
  stored: string | undefined,
  password: string,
): Promise<boolean> => {
  const matches = await verify(stored ?? NOBODY, normalised(password));
  return matches && stored !== undefined;
};
