import { expect, test, vi } from 'vitest';
import { attempts, inParallel } from './attempts';

const log = () => ({ said: vi.fn(), fault: vi.fn() });

test('what is under way or failed a moment ago is not free; what went through is', async () => {
  const to = log();
  const known = attempts(to);
  let finish = () => {};
  const first = known.run(
    'case 1',
    'alarm-failed',
    {},
    () => new Promise<void>((r) => (finish = r)),
  );
  expect(known.isFree('case 1')).toBe(false);
  expect(known.isFree('case 2')).toBe(true);
  finish();
  await first;
  expect(known.isFree('case 1')).toBe(true);

  await known.run('case 1', 'alarm-failed', { id: '1' }, async () => {
    throw new Error('broken');
  });
  expect(known.isFree('case 1')).toBe(false);
  expect(known.isRunning('case 1')).toBe(false);
  expect(to.fault).toHaveBeenCalledWith('alarm-failed', { id: '1', times: 1 }, expect.any(Error));
  await known.run('case 1', 'alarm-failed', {}, async () => undefined);
  expect(known.isFree('case 1')).toBe(true);
});

test('never more at once than asked, and none is begun after the signal', async () => {
  const stop = new AbortController();
  let [now, most, begun] = [0, 0, 0];
  await inParallel(3, Array.from({ length: 20 }), stop.signal, async () => {
    begun += 1;
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 2));
    now -= 1;
    if (begun >= 9) stop.abort();
  });
  expect(most).toBe(3);
  expect(begun).toBeGreaterThanOrEqual(9);
  expect(begun).toBeLessThan(13);
});
