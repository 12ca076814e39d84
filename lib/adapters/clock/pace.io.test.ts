import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createPace } from './pace';

const STEP = 100;
const took = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await createPace()
    .inSteps(STEP, work)
    .catch(() => undefined);
  return (performance.now() - begun) / STEP;
};

describe('R14 an answer in steps of time', () => {
  it.each<[string, () => Promise<unknown>, number]>([
    ['nothing to do takes one step', async () => undefined, 1],
    ['some work takes the same', () => wait(STEP / 2), 1],
    ['a failure takes the same', () => Promise.reject(new Error('no')), 1],
    ['more work takes whole steps', () => wait(STEP * 1.4), 2],
    // A busy machine wakes late: what must hold is that it never answers early.
  ])('%s', { retry: 3 }, async (_, work, steps) => {
    const passed = await took(work);
    expect(passed).toBeGreaterThanOrEqual(steps - 0.05);
    expect(passed).toBeLessThan(steps + 0.8);
  });

  it('gives what came of the work, and its failure', async () => {
    const pace = createPace();
    expect(await pace.inSteps(1, async () => 7)).toBe(7);
    await expect(pace.inSteps(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
