import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { TestDesk } from './desk';
import { KEY } from './key';

export type RealWorker = ReturnType<typeof startWorker>;

/** The worker as it runs in production, in a process of its own, on the database and the post of this desk. */
export const startWorker = (
  { urls, inbox }: Pick<TestDesk, 'urls' | 'inbox'>,
  more: Record<string, string> = {},
) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'workers/main.ts'], {
    cwd: resolve(import.meta.dirname, '..'),
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH,
      REGAIN_LOCAL_PUBLIC_URL: 'http://localhost:3000',
      REGAIN_LOCAL_DATABASE_URL: urls.workerUrl,
      REGAIN_LOCAL_QUEUE_URL: urls.queueUrl,
      REGAIN_LOCAL_SMTP_URL: inbox.smtpUrl,
      REGAIN_LOCAL_SMTP_FROM: 'Regain <desk@regain.example>',
      REGAIN_LOCAL_SMS_URL: inbox.smsUrl,
      REGAIN_LOCAL_KEYS: `k1:${KEY.toString('base64')}`,
      REGAIN_LOCAL_SESSION_SECRET: KEY.toString('hex'),
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text;
    });
  const alive = () => child.exitCode === null && child.signalCode === null;
  return {
    alive,
    /** All that it wrote, for the message of a test that failed. */
    said: () => said,
    /** kill -9: it can put nothing down. */
    async kill(): Promise<void> {
      if (!alive()) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
};
