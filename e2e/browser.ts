import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/**
 * A Chromium without a download and without root: the one inside an npm package where it runs (Linux,
 * x64), with its own libraries where the system has none; else the system's. With neither, Playwright
 * looks for its own and says how to get it.
 */

interface Launch {
  executablePath?: string;
  args: string[];
  env?: Record<string, string>;
}

export function findBrowser(): Launch {
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-gpu',
  ];
  // As root Chromium refuses its own sandbox; the pages under test are ours.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
  if (platform() === 'linux' && arch() === 'x64') return { ...packaged(), args };
  const system = onPath('chromium', 'chromium-headless-shell', 'chromium-browser', 'google-chrome');
  return system ? { executablePath: system, args } : { args };
}

function packaged(): Omit<Launch, 'args'> {
  const folder = unpacked();
  const executablePath = join(folder, 'chromium');
  const env: Record<string, string> = {};
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(folder, 'fonts');
  if (spawnSync(executablePath, ['--version']).status !== 0) {
    env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
  }
  const own = Object.keys(env).length > 0;
  return own
    ? { executablePath, env: { ...(process.env as typeof env), ...env } }
    : { executablePath };
}

/** Unpacked beside and then renamed, so that a half one (killed, disk full) is never used. */
function unpacked(): string {
  const folder = resolve(import.meta.dirname, '..', '.local', 'browser');
  if (existsSync(folder)) return folder;
  const half = `${folder}-${process.pid}`;
  mkdirSync(half, { recursive: true });
  // The package unpacks into the temporary folder, and its libraries only where it thinks it is at
  // Amazon: both are said to a process of its own.
  execFileSync(
    process.execPath,
    ['-e', "import('@sparticuz/chromium').then(({ default: it }) => it.executablePath())"],
    { env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' } },
  );
  try {
    renameSync(half, folder);
  } catch (error) {
    // Another run was quicker.
    if (!existsSync(folder)) throw error;
    rmSync(half, { recursive: true, force: true });
  }
  return folder;
}

function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}
