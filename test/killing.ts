import { setTimeout as sleep } from 'node:timers/promises';
import { seconds } from '../lib/domain/time';
import type { TestDesk } from './desk';
import { type Fate, holdMoments } from './moments';
import type { RealWorker } from './real-worker';

/** A little more than a worker may keep an effect (lib/use-cases/perform-effect.ts). */
export const LEASE_OVER = seconds(31);

/** Kills the worker (kill -9) wherever it is held, lets what it had lapse, and starts the next one, until told to stop. */
export const killing = async (
  d: TestDesk,
  start: () => RealWorker,
  fates: Record<string, Fate[]>,
) => {
  const moments = await holdMoments(d, fates);
  const killedAt: string[] = [];
  let stopped = false;
  let running = start();
  const reaping = (async () => {
    while (!stopped) {
      const what = await moments.caught();
      if (!what) {
        await sleep(20);
        continue;
      }
      await running.kill();
      killedAt.push(`${what}: ${await moments.end(what)}`);
      await d.moveClock(LEASE_OVER);
      running = start();
    }
  })();
  // Heard when it is waited for; until then it must not end the tests beside it.
  reaping.catch(() => undefined);
  return {
    /** Where a worker died, and what became of what it was doing. */
    killedAt,
    left: moments.left,
    async stop(): Promise<void> {
      stopped = true;
      await reaping.finally(async () => {
        await moments.close();
        await running.kill();
      });
    },
  };
};
