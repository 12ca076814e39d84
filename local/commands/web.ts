import { spawn } from 'node:child_process';
import { env } from '../../lib/env';
import { buildWeb } from '../build';

/** `npm run web`: one web process, in front; it ends with the signal that it is given. */
export async function main(): Promise<void> {
  const { mode } = env();
  const distDir = process.env.REGAIN_DIST_DIR ?? '.next';
  await buildWeb(process.cwd(), distDir, (line) => console.log(`· ${line}`));
  const host = mode === 'local' ? '127.0.0.1' : (process.env.HOST ?? '0.0.0.0');
  const port = process.env.PORT ?? '3000';
  const child = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-H', host, '-p', port],
    { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } },
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 0));
}
