import { renameSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from './problem';
import { type Child, identityOf, isAlive, stopChild } from './processes';

/**
 * Who runs in a data folder, on disk, so that a start after `kill -9` of everything finds the
 * children that were left behind and ends them: only those that it started itself.
 */
interface Run {
  starter: Child;
  url: string;
  children: Child[];
}

export interface RunRecord {
  /** On disk before it returns: what is not written down cannot be ended later. */
  add(child: Child): void;
  clear(): Promise<void>;
}

export async function claimFolder(
  folder: string,
  url: string,
  say: (line: string) => void,
): Promise<RunRecord> {
  const file = join(folder, 'run.json');
  const earlier = await readRun(file);
  if (earlier) {
    if (earlier.starter.pid !== process.pid && isAlive(earlier.starter)) {
      throw new Problem(
        `Regain already runs here, at ${earlier.url} (process ${earlier.starter.pid}).`,
        '',
        [
          `Stop it first (kill ${earlier.starter.pid}), or give this one its own data: REGAIN_LOCAL_DIR=/some/folder PORT=3001 npm start.`,
        ],
      );
    }
    const orphans = earlier.children.filter(isAlive);
    if (orphans.length > 0) {
      say(
        `Ending what an earlier start left behind: ${orphans.map((child) => child.name).join(', ')}`,
      );
    }
    for (const orphan of orphans.reverse()) await stopChild(orphan, 'SIGTERM', 10_000);
  }
  const starter = { name: 'start', pid: process.pid, identity: identityOf(process.pid) ?? '' };
  const run: Run = { starter, url, children: [] };
  const write = () => {
    writeFileSync(`${file}.new`, JSON.stringify(run, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  write();
  return {
    add: ({ name, pid, identity }) => {
      run.children.push({ name, pid, identity });
      write();
    },
    clear: () => rm(file, { force: true }),
  };
}

async function readRun(file: string): Promise<Run | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Half written when everything was killed: what it named cannot be known any more.
    return null;
  }
}
