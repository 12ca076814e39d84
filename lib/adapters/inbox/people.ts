import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from 'otplib';
import { z } from 'zod';
import type { Instant } from '../../domain/time';

const people = z.array(z.object({ id: z.string(), name: z.string(), seed: z.string() }));
const holders = z.array(
  z.object({
    accountId: z.string(),
    appId: z.string().optional(),
    organisationId: z.string(),
    organisation: z.string(),
    name: z.string(),
    seed: z.string().optional(),
  }),
);

export type LocalHolder = { accountId: string; appId: string; organisationId: string; who: string };

const STEP_SECONDS = 30;

/** The invented people of a local desk, as the seed wrote them down: their apps are on the inbox's page. */
export const createLocalPeople = (folder: string) => {
  const read = async <T>(file: string, schema: z.ZodType<T[]>): Promise<T[]> => {
    const text = await readFile(join(folder, file), 'utf8').catch(() => '[]');
    return schema.parse(JSON.parse(text));
  };
  /** What an app with this seed shows at this moment of the desk's clock, and for how long. */
  const codeOf = async (seed: string, now: Instant) => {
    const epoch = Math.floor(Date.parse(now) / 1000);
    const code = await generate({ secret: seed, epoch });
    return { code, secondsLeft: STEP_SECONDS - (epoch % STEP_SECONDS) };
  };
  return {
    codeOf,
    /** What each authenticator app shows at this moment of the desk's clock. */
    async codes(now: Instant) {
      const epoch = Math.floor(Date.parse(now) / 1000);
      const staff = (await read('people.json', people)).map(({ id, name, seed }) => ({
        id,
        of: 'staff' as const,
        who: name,
        seed,
      }));
      const accounts = (await read('holders.json', holders)).flatMap((holder) =>
        holder.seed
          ? [
              {
                id: holder.accountId,
                of: 'account' as const,
                who: `${holder.name}, ${holder.organisation}`,
                seed: holder.seed,
              },
            ]
          : [],
      );
      const codes = await Promise.all(
        [...staff, ...accounts].map(async ({ seed, ...shown }) => ({
          ...shown,
          code: (await codeOf(seed, now)).code,
        })),
      );
      return { codes, secondsLeft: STEP_SECONDS - (epoch % STEP_SECONDS) };
    },
    /** Account holders with an app, who can sign in at the inbox. */
    async holders(): Promise<LocalHolder[]> {
      return (await read('holders.json', holders)).flatMap(
        ({ accountId, appId, organisationId, organisation, name }) =>
          appId ? [{ accountId, appId, organisationId, who: `${name}, ${organisation}` }] : [],
      );
    },
  };
};
