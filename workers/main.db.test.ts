import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { DatabaseUrls } from '../local/database';
import { freshDatabase } from '../test/database';

let urls: DatabaseUrls;
let owner: pg.Client;

beforeAll(async () => {
  urls = await freshDatabase();
  owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
}, 60_000);
afterAll(() => owner?.end());

function start(variables: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'main.ts')], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said.text += text;
    });
  }
  return { child, said };
}

test('the real worker comes up on a real desk, beats, sweeps without a fault, and ends well', async () => {
  const { child, said } = start({
    REGAIN_LOCAL_PUBLIC_URL: 'http://localhost:3000',
    REGAIN_LOCAL_DATABASE_URL: urls.workerUrl,
    REGAIN_LOCAL_QUEUE_URL: urls.queueUrl,
    REGAIN_LOCAL_SMTP_URL: 'smtp://127.0.0.1:1',
    REGAIN_LOCAL_SMS_URL: 'http://127.0.0.1:1/',
    REGAIN_LOCAL_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    REGAIN_LOCAL_SESSION_SECRET: randomBytes(32).toString('hex'),
  });
  try {
    await vi.waitFor(
      async () => {
        const { rows } = await owner.query(
          `SELECT process FROM heartbeat WHERE process ^@ 'worker'`,
        );
        expect(rows, said.text).toHaveLength(1);
      },
      { timeout: 15_000, interval: 200 },
    );
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    expect(said.text).not.toContain('"level":"error"');
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended, said.text).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
  }
}, 40_000);

test('R48 on a database of the other kind the worker says so and ends', async () => {
  const key = randomBytes(32);
  const { child, said } = start({
    REGAIN_PROCESS: 'worker',
    DATABASE_URL: urls.webUrl,
    DATABASE_WORKER_URL: urls.workerUrl,
    DATABASE_QUEUE_URL: urls.queueUrl,
    PUBLIC_URL: 'https://regain.example.org',
    SMTP_URL: 'smtp://127.0.0.1:1',
    SMTP_FROM: 'regain@example.org',
    SMS_ROUTES: '[]',
    REGAIN_KEYS: `k1:${key.toString('base64')}`,
    SESSION_SECRET: key.toString('hex'),
  });
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(said.text).toContain('marked as local');
});

test('without its addresses the worker says what is missing and ends', async () => {
  const { child, said } = start({});
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(said.text).toContain('REGAIN_LOCAL_DATABASE_URL');
});
