import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Problem } from './problem';
import { runToEnd } from './run-to-end';

/** Generating Prisma's client and building the web, each only when its sources changed. */

const CLIENT_SOURCES = ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'];
const CLIENT = 'lib/generated/prisma';
const WEB_SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
];
const NOT_BUILT = /\.(test|snap)\b|[/\\]testdata([/\\]|$)|[/\\]generated([/\\]|$)/;

type Say = (line: string) => void;

export async function generateClient(root: string, say: Say): Promise<void> {
  const stamp = join(root, CLIENT, '.sources');
  const sources = hashOf(root, CLIENT_SOURCES);
  if (read(stamp) === sources) return;
  say('Generating the database client');
  await run(
    root,
    ['node_modules/prisma/build/index.js', 'generate', '--no-hints'],
    {},
    'prisma generate',
  );
  mkdirSync(join(root, CLIENT), { recursive: true });
  writeFileSync(stamp, sources);
}

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
    REGAIN_TSCONFIG: tsconfigFor(root, distDir),
    NEXT_TELEMETRY_DISABLED: '1',
  };
  await run(root, ['node_modules/next/dist/bin/next', 'build'], env, 'next build');
  writeFileSync(stamp, sources);
  return true;
}

/** Next writes its types folder into the tsconfig that it builds with: tests give it one to write in. */
function tsconfigFor(root: string, distDir: string): string {
  if (distDir === '.next') return 'tsconfig.json';
  const name = `.local/tsconfig-${basename(distDir)}.json`;
  mkdirSync(join(root, '.local'), { recursive: true, mode: 0o711 });
  const real = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  const include = (real.include as string[]).map((pattern) => `../${pattern}`);
  const own = {
    extends: '../tsconfig.json',
    compilerOptions: { plugins: [{ name: 'next' }] },
    include,
  };
  writeFileSync(join(root, name), JSON.stringify(own, null, 2));
  return name;
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
