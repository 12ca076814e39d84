import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { QueueConfig } from '../lib/adapters/queue/backend';
import { type Backend, backends } from '../lib/adapters/queue/testing/backends';
import { cable } from '../lib/adapters/queue/testing/cable';
import { freshDatabase } from '../test/database';
import { openPool, TABLES } from './testing/table-door';

const NOWHERE: QueueConfig = { kind: 'redis', url: 'redis://127.0.0.1:1' };

let url: string;
let pool: pg.Pool;
const children: ChildProcess[] = [];
let output = '';

beforeAll(async () => {
  url = (await freshDatabase()).ownerUrl;
  pool = openPool(url);
  await pool.query(TABLES);
}, 60_000);
beforeEach(async () => {
  output = '';
  await pool.query('TRUNCATE try_alarm, try_effect');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => pool?.end());

async function worker(queue: QueueConfig, hold = 0, database = url): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      join(import.meta.dirname, 'testing/child.ts'),
      database,
      JSON.stringify(queue),
      String(hold),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  children.push(child);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      output += text;
    });
  }
  await vi.waitFor(() => expect(output).toContain('worker-started'), 15_000);
  return child;
}

const alarm = (id: string, inSeconds: number) =>
  pool.query(`INSERT INTO try_alarm (id, at) VALUES ($1, now() + make_interval(secs => $2))`, [
    id,
    inSeconds,
  ]);
const effect = (id: string) =>
  pool.query('INSERT INTO try_effect (id, next_at) VALUES ($1, now())', [id]);

const all = async (sql: string) => (await pool.query(sql)).rows;

async function done(rows: number, withinMilliseconds: number): Promise<void> {
  const count = `SELECT (SELECT coalesce(sum(done), 0) FROM try_alarm)
                      + (SELECT coalesce(sum(done), 0) FROM try_effect) AS done`;
  await vi.waitFor(async () => expect(Number((await all(count))[0].done)).toBe(rows), {
    timeout: withinMilliseconds,
    interval: 50,
  });
}

describe.each(backends)('a worker with its queue on %s', (_name, start) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await start();
  }, 60_000);
  afterAll(() => backend?.stop());

  test('killed in the middle of a job: the next one does it', async () => {
    await alarm('a1', 0);
    await effect('e1');
    const first = await worker(backend.config, 60_000);
    const begun =
      'SELECT (SELECT rung FROM try_alarm) AS rung, (SELECT begun FROM try_effect) AS begun';
    await vi.waitFor(async () => expect(await all(begun)).toEqual([{ rung: 1, begun: 1 }]), 10_000);
    first.kill('SIGKILL');
    await once(first, 'exit');

    output = '';
    await worker(backend.config);
    await done(2, 10_000);
    expect(await all('SELECT done FROM try_alarm UNION ALL SELECT done FROM try_effect')).toEqual([
      { done: 1 },
      { done: 1 },
    ]);
  }, 40_000);

  test('the sweep gives near alarms to the queue, and they ring at their moment', async () => {
    await worker(backend.config);
    for (let i = 0; i < 20; i++) await alarm(`a${i}`, 4 + i / 10);
    await done(20, 12_000);
    const late = await all(
      'SELECT id, extract(epoch FROM done_at - at)::float8 AS late FROM try_alarm',
    );
    for (const row of late) expect(row.late).toBeLessThan(0.8);
  }, 30_000);

  test('flushed while alarms wait: they ring at their moment all the same', async () => {
    await worker(backend.config);
    for (let i = 0; i < 10; i++) await alarm(`a${i}`, 9 + i / 10);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await backend.flush();
    await done(10, 15_000);
    const late = await all(
      'SELECT max(extract(epoch FROM done_at - at))::float8 AS late FROM try_alarm',
    );
    expect(late[0].late).toBeLessThan(0.8);
  }, 30_000);
});

test('without any queue the sweep alone does everything, within seconds', async () => {
  await worker(NOWHERE);
  await alarm('a1', 0);
  await alarm('a2', 2);
  await effect('e1');
  await done(3, 12_000);
}, 30_000);

test('SIGTERM lets what runs be finished, and ends well', async () => {
  await effect('e1');
  const child = await worker(NOWHERE, 1_500);
  await vi.waitFor(
    async () => expect((await all('SELECT begun FROM try_effect'))[0].begun).toBe(1),
    10_000,
  );
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  await done(1, 100);
}, 30_000);

test('a database that is away is waited for, before and after', async () => {
  const wire = await cable(Number(new URL(url).port));
  const through = new URL(url);
  through.port = String(wire.port);
  const child = await worker(NOWHERE, 0, through.href);
  await alarm('a1', 0);
  await wire.plug();
  await done(1, 15_000);

  await wire.pull();
  await effect('e1');
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  const beats = (await all('SELECT beats FROM try_beat'))[0].beats;
  await wire.plug();
  await done(2, 15_000);
  await vi.waitFor(
    async () => expect((await all('SELECT beats FROM try_beat'))[0].beats).toBeGreaterThan(beats),
    10_000,
  );
  expect(child.exitCode).toBeNull();
  await wire.pull();
}, 60_000);
