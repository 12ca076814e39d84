import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCAL_SECRET_MARK } from '../lib/env';
import type { LoginRole } from '../prisma/roles';
import { Problem } from './problem';

/**
 * The secrets of one data folder, made at its first start and readable by its owner only. Keys and
 * session secret carry a mark, by which production knows and refuses them.
 */
export interface LocalSecrets {
  superuserPassword: string;
  passwords: Record<LoginRole, string>;
  /** In the form of REGAIN_KEYS. */
  keys: string;
  sessionSecret: string;
}

export async function localSecrets(folder: string): Promise<LocalSecrets> {
  const file = join(folder, 'secrets.json');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known === null) {
    const made = makeSecrets();
    await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  }
  try {
    return JSON.parse(known);
  } catch {
    throw new Problem(`${file} cannot be read.`, '', [
      `Remove the folder ${folder} to begin anew (everything in the local desk goes).`,
    ]);
  }
}

export function makeSecrets(): LocalSecrets {
  const password = () => randomBytes(24).toString('base64url');
  const key = Buffer.concat([randomBytes(32), Buffer.from(LOCAL_SECRET_MARK)]);
  return {
    superuserPassword: password(),
    passwords: {
      regain_owner: password(),
      regain_web: password(),
      regain_worker: password(),
      regain_queue: password(),
    },
    keys: `local-1:${key.toString('base64')}`,
    sessionSecret: `${randomBytes(32).toString('base64url')}-${LOCAL_SECRET_MARK}`,
  };
}
