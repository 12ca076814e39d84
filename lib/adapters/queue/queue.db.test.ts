import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Alarm } from '../../ports/bell';
import type { QueueConfig } from './backend';
import type { Handlers, Running } from './consumer';
import type { QueueFault } from './faults';
import { queueHealth } from './health';
import { createQueue, type DeskQueue } from './queue';
import { type Backend, backends } from './testing/backends';
import { cable } from './testing/cable';

const CONCURRENCY = { alarm: 4, effect: 4 };
/** The machine that runs the tests is shared: this bounds a stall, the bench measures lateness. */
const LATE_AT_MOST = 700;

const alarmIn = (milliseconds: number, more: Partial<Alarm> = {}): Alarm => ({
  subject: 'case',
  id: randomUUID(),
  organisationId: randomUUID(),
  at: new Date(Date.now() + milliseconds).toISOString(),
  ...more,
});

describe.each(backends)('the queue on %s', (_name, start) => {
  let backend: Backend;
  const open: { close(): Promise<unknown> }[] = [];
  const faults: QueueFault[] = [];

  beforeAll(async () => {
    backend = await start();
  }, 60_000);
  afterEach(async () => {
    await Promise.all(open.splice(0).map((it) => it.close()));
    await backend.flush();
    faults.length = 0;
  });
  afterAll(() => backend?.stop());

  function openQueue(config: QueueConfig = backend.config): DeskQueue {
    const queue = createQueue(config, {
      deskNow: async () => new Date().toISOString(),
      report: (fault) => faults.push(fault),
    });
    open.push(queue);
    return queue;
  }

  /** Takes jobs into lists of ids and moments. */
  async function take(queue: DeskQueue, more: Partial<Handlers> = {}) {
    const alarms: { id: string; at: number }[] = [];
    const effects: string[] = [];
    const running: Running = await queue.work(
      {
        alarm: async ({ id }) => void alarms.push({ id, at: Date.now() }),
        effect: async ({ effectId }) => void effects.push(effectId),
        ...more,
      },
      CONCURRENCY,
    );
    open.unshift({ close: () => running.stop(5_000) });
    return { alarms, effects, running };
  }

  test('an alarm is taken at its moment, none before it', async () => {
    const queue = openQueue();
    const { alarms, running } = await take(queue);
    await running.ready();
    const wanted = [1_200, 400, 800, 805].map((milliseconds) => alarmIn(milliseconds));
    await queue.bell.ring(wanted, []);
    await vi.waitFor(() => expect(alarms).toHaveLength(4), 5_000);
    for (const { id, at } of wanted) {
      const taken = alarms.find((alarm) => alarm.id === id)?.at ?? 0;
      expect(taken - Date.parse(at)).toBeGreaterThanOrEqual(0);
      expect(taken - Date.parse(at)).toBeLessThan(LATE_AT_MOST);
    }
  });

  test('an alarm that comes nearer gets a second job; the old one finds its own moment', async () => {
    const queue = openQueue();
    const { alarms, running } = await take(queue);
    await running.ready();
    const alarm = alarmIn(1_500);
    await queue.bell.ring([alarm], []);
    await queue.settled();
    await queue.bell.ring([{ ...alarm, at: alarmIn(300).at }], []);
    await vi.waitFor(() => expect(alarms).toHaveLength(1), 1_200);
    await vi.waitFor(() => expect(alarms).toHaveLength(2), 3_000);
  });

  test('the same alarm and the same effect, rung by two processes, are one job each', async () => {
    const [one, other] = [openQueue(), openQueue()];
    const [alarm, effect] = [alarmIn(600), randomUUID()];
    await Promise.all([
      one.bell.ring([alarm, alarm], [effect]),
      other.bell.ring([alarm], [effect]),
    ]);
    await Promise.all([one.settled(), other.settled()]);
    await other.restore([alarm], [{ effectId: effect, attempt: 0 }]);
    await other.settled();
    const { alarms, effects } = await take(openQueue());
    await vi.waitFor(() => expect(alarms.length + effects.length).toBe(2), 5_000);
    await sleep(400);
    expect(alarms).toHaveLength(1);
    expect(effects).toEqual([effect]);
  });

  test('the next try of an effect is a job of its own', async () => {
    const queue = openQueue();
    const { effects } = await take(queue);
    const effectId = randomUUID();
    await queue.bell.ring([], [effectId]);
    await queue.restore([], [{ effectId, attempt: 1 }]);
    await vi.waitFor(() => expect(effects).toEqual([effectId, effectId]), 5_000);
  });

  test('an alarm that is far away gets no job', async () => {
    const queue = openQueue();
    const [near, far] = [alarmIn(14 * 60_000), alarmIn(16 * 60_000)];
    await queue.bell.ring([near, far], []);
    await queue.settled();
    const held = await backend.everything();
    expect(held).toContain(near.id);
    expect(held).not.toContain(far.id);
  });

  test('R45 the queue holds ids only, also after a job that failed with its words', async () => {
    const queue = openQueue();
    const secret = `code 482913 for jan@example.org ${randomUUID()}`;
    const failing = vi.fn(async () => {
      throw new Error(secret);
    });
    const { running } = await take(queue, { effect: failing });
    await running.ready();
    const alarm = { ...alarmIn(10 * 60_000), note: secret };
    const effectId = randomUUID();
    await queue.bell.ring([alarm], [effectId]);
    await vi.waitFor(() => expect(faults.map(({ fault }) => fault)).toContain('job-failed'), 5_000);
    await queue.settled();
    expect(faults.find(({ fault }) => fault === 'job-failed')?.jobId).toBe(`e-${effectId}-0`);
    const held = await backend.everything();
    expect(held).toContain(alarm.id);
    expect(held).not.toContain(secret);
    expect(held).not.toContain('482913');
    expect(failing).toHaveBeenCalledOnce();
  });

  test('after a flush the sweep puts everything back, on time', async () => {
    const queue = openQueue();
    const { alarms, effects, running } = await take(queue);
    await running.ready();
    const wanted = [alarmIn(3_500), alarmIn(4_000)];
    await queue.bell.ring(wanted, []);
    await queue.settled();
    await backend.flush();
    const effectId = randomUUID();
    await queue.restore(wanted, [{ effectId, attempt: 0 }]);
    await vi.waitFor(() => expect(alarms).toHaveLength(2), 8_000);
    for (const { id, at } of wanted) {
      const taken = alarms.find((alarm) => alarm.id === id)?.at ?? 0;
      expect(taken - Date.parse(at)).toBeGreaterThanOrEqual(0);
      expect(taken - Date.parse(at)).toBeLessThan(LATE_AT_MOST);
    }
    expect(effects).toEqual([effectId]);
  }, 15_000);

  test('stopping finishes what was begun, and takes nothing after it', async () => {
    const queue = openQueue();
    let finished = 0;
    const started = vi.fn(async () => {
      await sleep(800);
      finished += 1;
    });
    const { running } = await take(queue, { effect: started });
    await queue.bell.ring([], [randomUUID()]);
    await vi.waitFor(() => expect(started).toHaveBeenCalledOnce(), 5_000);
    expect(await running.stop(5_000)).toBe(true);
    expect(finished).toBe(1);
    await queue.bell.ring([], [randomUUID()]);
    await queue.settled();
    await sleep(300);
    expect(started).toHaveBeenCalledOnce();
  });

  test('what does not finish in time is given up', async () => {
    const queue = openQueue();
    let finish = () => {};
    const started = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const { running } = await take(queue, { effect: started });
    await queue.bell.ring([], [randomUUID()]);
    await vi.waitFor(() => expect(started).toHaveBeenCalledOnce(), 5_000);
    expect(await running.stop(300)).toBe(false);
    finish();
  });

  test('a queue that is away costs the caller nothing, is said once, and is found again', async () => {
    const wire = await cable(backend.port);
    const config = backend.configAt(wire.port);
    const queue = openQueue(config);
    const { alarms, effects, running } = await take(queue);
    const effectId = randomUUID();
    const asked = performance.now();
    await queue.bell.ring([alarmIn(100)], [effectId]);
    expect(performance.now() - asked).toBeLessThan(50);
    expect(await queueHealth(config)).toBeTruthy();
    await queue.settled();
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThan(4);

    await wire.plug();
    await running.ready();
    expect(await queueHealth(config)).toBeNull();
    await queue.restore([], [{ effectId, attempt: 0 }]);
    await vi.waitFor(() => expect(effects).toEqual([effectId]), 5_000);

    const alarm = alarmIn(4_000);
    await queue.bell.ring([alarm], []);
    await queue.settled();
    await wire.pull();
    await sleep(1_000);
    expect(await queueHealth(config)).toBeTruthy();
    await wire.plug();
    await vi.waitFor(() => expect(alarms.map(({ id }) => id)).toEqual([alarm.id]), 10_000);
    expect(faults.length).toBeLessThan(8);
    await running.stop(5_000);
    await queue.close();
    await wire.pull();
  }, 40_000);
});
