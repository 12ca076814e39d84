import { seconds } from '../lib/domain/time';
import type { Log } from './log';

const FIRST_PAUSE = seconds(3);
const LONGEST_PAUSE = seconds(30);
/** What another worker put right is never reported here: forgetting costs one try too early. */
const REMEMBERED_AT_MOST = 10_000;

export type Attempts = ReturnType<typeof attempts>;

/**
 * What this process is busy with and what failed in it a moment ago. The rows decide what is done;
 * this only keeps a sweep from starting what a job is doing, and one broken row from filling the log.
 */
export function attempts(log: Log) {
  const running = new Map<string, number>();
  const failed = new Map<string, { times: number; until: number }>();

  return {
    /** Never throws: a failure is logged, and the row is found again. */
    async run(
      key: string,
      fault: string,
      ids: Record<string, string>,
      work: () => Promise<unknown>,
    ) {
      running.set(key, (running.get(key) ?? 0) + 1);
      try {
        await work();
        failed.delete(key);
      } catch (error) {
        const times = (failed.get(key)?.times ?? 0) + 1;
        const pause = Math.min(FIRST_PAUSE * 2 ** (times - 1), LONGEST_PAUSE);
        if (failed.size >= REMEMBERED_AT_MOST) failed.clear();
        failed.set(key, { times, until: performance.now() + pause });
        log.fault(fault, { ...ids, times }, error);
      } finally {
        const left = (running.get(key) ?? 1) - 1;
        if (left > 0) running.set(key, left);
        else running.delete(key);
      }
    },
    isRunning: (key: string): boolean => running.has(key),
    /** Free to be taken up by the sweep: not under way here, and not failed a moment ago. */
    isFree: (key: string): boolean =>
      !running.has(key) && (failed.get(key)?.until ?? 0) <= performance.now(),
  };
}

/** Does `work` for each, so many at once, until all were begun or the signal says stop. */
export async function inParallel<T>(
  atOnce: number,
  items: readonly T[],
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  const one = async () => {
    for (const item of rest) {
      if (signal.aborted) return;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, one));
}
