import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem';
import { runToEnd } from './run-to-end';

/** Building the web, only when its sources changed. */

const WEB_SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
];
const NOT_BUILT = /\.(test|snap)\b|[/\\]testdata([/\\]|$)/;

type Say = (line: string) => void;

/** True when it built. `distDir` is a folder of the root, so that tests do not touch the real one. */
export async function buildWeb(root: string, distDir: string, say: Say): Promise<boolean> {
  const stamp = join(root, distDir, 'regain-sources');
  const sources = hashOf(root, WEB_SOURCES);
  if (existsSync(join(root, distDir, 'BUILD_ID')) && read(stamp) === sources) return false;
  say('Building the web (half a minute or so)');
  rmSync(stamp, { force: true });
  const env = {
    NODE_ENV: 'production',
    REGAIN_DIST_DIR: distDir,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  await run(root, ['node_modules/next/dist/bin/next', 'build'], env, 'next build');
  writeFileSync(stamp, sources);
  return true;
}

async function run(root: string, args: string[], env: Record<string, string>, name: string) {
  const result = await runToEnd(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
  });
  if (result.code === 0) return;
  const said = result.output.trim().split('\n').slice(-40).join('\n');
  throw new Problem(`"${name}" failed.`, said, [
    'It says above what is wrong; start again when that is mended.',
  ]);
}

export function hashOf(root: string, sources: string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources.flatMap((source) => filesBelow(root, source))) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesBelow(root: string, path: string): string[] {
  if (NOT_BUILT.test(path) || !existsSync(join(root, path))) return [];
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(join(root, path), { withFileTypes: true });
  } catch {
    return [path];
  }
  return entries
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => filesBelow(root, join(path, name)));
}

function read(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
