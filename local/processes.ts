import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** Starting, naming and ending processes, so that nothing is left behind and nothing foreign dies. */

export interface Child {
  name: string;
  pid: number;
  /** Tells this process from a later one that got the same number. */
  identity: string;
}

export interface RunningChild extends Child {
  process: ChildProcess;
  log: string;
}

interface StartOptions {
  name: string;
  command: string;
  args: string[];
  /** A file, or 'inherit' for the starter's own output. */
  log: string;
  env: NodeJS.ProcessEnv;
  cwd: string;
  user?: { uid: number; gid: number } | undefined;
}

/**
 * Starts a child in a process group of its own: a Ctrl-C in the terminal then reaches only the
 * starter, which ends the children in the right order (the database last).
 */
export function startChild(options: StartOptions): RunningChild {
  const out = options.log === 'inherit' ? 'inherit' : openSync(options.log, 'a', 0o600);
  try {
    const child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env,
      detached: true,
      stdio: ['ignore', out, out],
      ...options.user,
    });
    // A command that cannot be started at all is told by 'error'; its exit is what callers watch.
    child.on('error', () => undefined);
    if (child.pid === undefined) throw new Error(`${options.name} could not be started`);
    return {
      name: options.name,
      pid: child.pid,
      identity: identityOf(child.pid) ?? '',
      process: child,
      log: options.log,
    };
  } finally {
    if (typeof out === 'number') closeSync(out);
  }
}

/** When the process began, as the system tells it; null when there is no such process. */
export function identityOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, began] = [fields[0], fields[19]];
    return state === 'Z' ? null : `${bootId()}-${began}`;
  } catch {
    return process.platform === 'linux' ? null : identityWithoutProc(pid);
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'boot';
  }
}

/** Without /proc only being alive can be seen. */
function identityWithoutProc(pid: number): string | null {
  try {
    process.kill(pid, 0);
    return 'alive';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'alive' : null;
  }
}

export function isAlive(child: Child): boolean {
  return identityOf(child.pid) === child.identity;
}

/** Asks the group to end, waits, then insists. Resolves when it is gone. */
export async function stopChild(child: Child, signal: NodeJS.Signals, patienceMs: number) {
  if (!isAlive(child)) return;
  signalGroup(child.pid, signal);
  if (await goneWithin(child, patienceMs)) return;
  signalGroup(child.pid, 'SIGKILL');
  await goneWithin(child, 5_000);
}

function signalGroup(pid: number, signal: NodeJS.Signals) {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      // No such group: then the process itself; gone already: then nothing is left to do.
    }
  }
}

async function goneWithin(child: Child, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    if (!isAlive(child)) return true;
    await pause(40);
  }
  return !isAlive(child);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The last lines of a log, for a message that says why a child ended. */
export async function lastLines(file: string, count = 15): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
