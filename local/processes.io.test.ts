import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type Child,
  identityOf,
  isAlive,
  type RunningChild,
  startChild,
  stopChild,
} from './processes';
import { claimFolder } from './run-record';

const folder = mkdtempSync(join(tmpdir(), 'regain-processes-'));
const children: RunningChild[] = [];

function sleeper(script = 'setInterval(() => {}, 1000)'): RunningChild {
  const child = startChild({
    name: 'sleeper',
    command: process.execPath,
    args: ['-e', script],
    log: join(folder, 'sleeper.log'),
    env: process.env,
    cwd: folder,
  });
  children.push(child);
  return child;
}

afterAll(async () => {
  await Promise.all(children.map((child) => stopChild(child, 'SIGKILL', 1_000)));
  rmSync(folder, { recursive: true, force: true });
});

describe('a child', () => {
  it('is ended, also when it does not want to', async () => {
    const stubborn = sleeper(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`);
    expect(isAlive(stubborn)).toBe(true);
    await stopChild(stubborn, 'SIGTERM', 200);
    expect(isAlive(stubborn)).toBe(false);
  });

  it('is not taken for another process that has its number', async () => {
    const child = sleeper();
    const earlier: Child = { ...child, identity: 'another-moment' };
    expect(isAlive(earlier)).toBe(false);
    await stopChild(earlier, 'SIGKILL', 100);
    expect(isAlive(child)).toBe(true);
  });
});

describe('a data folder', () => {
  const quiet = () => undefined;

  it('has one desk at a time', async () => {
    const other = sleeper();
    const first = await claimFolder(folder, 'http://localhost:3000', quiet);
    const file = join(folder, 'run.json');
    const run = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...run, starter: { ...other, process: undefined } }));
    await expect(claimFolder(folder, 'http://localhost:3001', quiet)).rejects.toThrow(
      'already runs',
    );
    await first.clear();
  });

  it('gives up what a killed start left behind', async () => {
    const orphan = sleeper();
    const record = await claimFolder(folder, 'http://localhost:3000', quiet);
    record.add(orphan);
    const said: string[] = [];
    const next = await claimFolder(folder, 'http://localhost:3000', (line) => said.push(line));
    expect(said.join()).toContain('sleeper');
    expect(identityOf(orphan.pid)).not.toBe(orphan.identity);
    await next.clear();
  });
});
