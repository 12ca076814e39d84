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
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      asked = true;
      child.kill(signal);
    });
  // Next ends with 143 when it was asked to, which a supervisor takes for a failure; and a web that was killed has no
  // code at all, which must not pass for a good end.
  child.on('exit', (code) => process.exit(asked ? 0 : (code ?? 1)));
}
