import { cleanEnvironment } from './desk';
import { Problem } from './problem';
import { runToEnd } from './run-to-end';
import type { LocalSecrets } from './secrets';

/**
 * Named scenarios for a new local database; who is in them is left in `folder`. The seed is
 * idempotent: one that was cut off runs again.
 */
export async function seed(
  root: string,
  folder: string,
  ownerUrl: string,
  secrets: LocalSecrets,
): Promise<void> {
  const result = await runToEnd(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], {
    cwd: root,
    env: {
      ...cleanEnvironment(),
      REGAIN_LOCAL_DIR: folder,
      REGAIN_LOCAL_OWNER_URL: ownerUrl,
      REGAIN_LOCAL_KEYS: secrets.keys,
      REGAIN_LOCAL_SESSION_SECRET: secrets.sessionSecret,
    },
  });
  if (result.code === 0) return;
  throw new Problem('The seed failed.', result.output, [
    `Remove the folder ${folder} to begin anew.`,
  ]);
}
