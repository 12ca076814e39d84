import type pg from 'pg';
import type { QueueConfig } from '../lib/adapters/queue/backend';
import type { DatabaseUrls } from '../local/database';
import { cleanEnvironment } from '../local/desk';
import { freePort } from '../local/ports';
import { lastLines, type RunningChild, stopChild } from '../local/processes';
import { type Ground, until } from './ground';

/** A worker and an inbox as `npm start` has them: each a process of its own, mail over real SMTP, SMS over HTTP. */
export async function startWorker(
  ground: Ground,
  look: pg.Client,
  database: DatabaseUrls,
  queue: QueueConfig,
): Promise<{ stop(): Promise<void> }> {
  const [http, smtp] = await Promise.all([freePort(), freePort()]);
  const node = (name: string, file: string, own: Record<string, string>) =>
    ground.child(
      name,
      process.execPath,
      [
        ...(process.env.PROF && name.startsWith('worker')
          ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROF}`]
          : []),
        '--import',
        'tsx',
        file,
      ],
      {
        ...cleanEnvironment(),
        NODE_ENV: 'production',
        ...own,
      },
    );
  const inbox = node(`inbox-${database.name}`, 'local/inbox/main.ts', {
    REGAIN_INBOX_HTTP_PORT: String(http),
    REGAIN_INBOX_SMTP_PORT: String(smtp),
  });
  const worker = node(`worker-${database.name}`, 'workers/main.ts', {
    REGAIN_LOCAL_PUBLIC_URL: 'http://localhost:3000',
    REGAIN_LOCAL_DATABASE_URL: database.workerUrl,
    REGAIN_LOCAL_QUEUE_URL: database.queueUrl,
    ...(queue.kind === 'redis' ? { REGAIN_LOCAL_REDIS_URL: queue.url } : {}),
    REGAIN_LOCAL_SMTP_URL: `smtp://127.0.0.1:${smtp}`,
    REGAIN_LOCAL_SMS_URL: `http://127.0.0.1:${http}/cgi-bin/sendsms`,
    REGAIN_LOCAL_KEYS: ground.secrets.keys,
    REGAIN_LOCAL_SESSION_SECRET: ground.secrets.sessionSecret,
  });
  await until('a heartbeat of the worker', 60_000, async () => {
    const { rowCount } = await look.query('SELECT FROM heartbeat');
    return rowCount !== 0;
  }).catch(async (error) => {
    throw new Error(`${error.message}\n${await lastLines(worker.log)}`);
  });
  return {
    async stop() {
      await stopChild(worker, 'SIGTERM', 15_000);
      await stopChild(inbox, 'SIGTERM', 5_000);
      await demandNoFaults(worker);
    },
  };
}

/** A worker that stumbled measures the stumbling. */
const demandNoFaults = async (worker: RunningChild): Promise<void> => {
  const text = await lastLines(worker.log, 10_000);
  const faults = text.split('\n').filter((line) => line.includes('"level":"error"'));
  if (faults.length > 0)
    console.log(`  ! the worker logged ${faults.length} faults, the first: ${faults[0]}`);
};
