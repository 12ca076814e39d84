import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { deskClock } from './desk-clock';

test('a reading (the quickest of three) serves many questions, and never runs ahead of the desk', async () => {
  let readings = 0;
  const clock = deskClock(async () => {
    readings += 1;
    const now = new Date().toISOString();
    // The way back: the answer is already old when it arrives.
    await sleep(10);
    return now;
  });
  const first = await Promise.all([clock(), clock(), clock()]);
  for (const said of first) expect(said).toBeLessThanOrEqual(Date.now());
  await sleep(12);
  expect(await clock()).toBeGreaterThanOrEqual((first[0] ?? 0) + 10);
  expect(await clock()).toBeLessThanOrEqual(Date.now());
  expect(readings).toBe(3);
});

test('a reading that failed is not kept', async () => {
  let fails = true;
  const clock = deskClock(async () => {
    if (fails) throw new Error('away');
    return '2026-11-22T10:00:00.000Z';
  });
  await expect(clock()).rejects.toThrow('away');
  fails = false;
  expect(await clock()).toBeGreaterThanOrEqual(Date.parse('2026-11-22T10:00:00.000Z'));
});
