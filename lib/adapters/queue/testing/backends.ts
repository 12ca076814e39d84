import { Redis } from 'ioredis';
import pg from 'pg';
import { freshDatabase } from '../../../../test/database';
import type { QueueConfig } from '../backend';
import { hasRedis, startRedis } from './redis';

/** One real backend of the queue, and what a test must be able to do to it from outside. */
export interface Backend {
  config: QueueConfig;
  port: number;
  /** The same backend behind another port. */
  configAt(port: number): QueueConfig;
  /** Loses every job, as an operator or a restart may do at any moment. */
  flush(): Promise<void>;
  /** Every word that the backend holds, as text. */
  everything(): Promise<string>;
  stop(): Promise<void>;
}

async function postgresBackend(): Promise<Backend> {
  const { queueUrl } = await freshDatabase();
  const client = new pg.Client({ connectionString: queueUrl });
  await client.connect();
  const configAt = (port: number): QueueConfig => {
    const url = new URL(queueUrl);
    url.port = String(port);
    return { kind: 'postgres', url: url.href };
  };
  return {
    config: { kind: 'postgres', url: queueUrl },
    port: Number(new URL(queueUrl).port),
    configAt,
    async flush() {
      await client.query('DELETE FROM bullmq.job');
    },
    async everything() {
      const { rows } = await client.query(
        `SELECT (SELECT json_agg(job) FROM bullmq.job) AS jobs,
                (SELECT json_agg(event) FROM bullmq.event) AS events`,
      );
      return JSON.stringify(rows);
    },
    stop: () => client.end(),
  };
}

async function redisBackend(): Promise<Backend> {
  const server = await startRedis();
  const client = new Redis({ port: server.port, host: '127.0.0.1' });
  client.on('error', () => undefined);
  const configAt = (port: number): QueueConfig => ({
    kind: 'redis',
    url: `redis://127.0.0.1:${port}`,
  });
  return {
    config: configAt(server.port),
    port: server.port,
    configAt,
    async flush() {
      await client.flushall();
    },
    async everything() {
      const found: unknown[] = [];
      for (const key of await client.keys('*')) {
        const kind = await client.type(key);
        if (kind === 'hash') found.push(key, await client.hgetall(key));
        else if (kind === 'list') found.push(key, await client.lrange(key, 0, -1));
        else if (kind === 'zset') found.push(key, await client.zrange(key, '0', '-1'));
        else if (kind === 'set') found.push(key, await client.smembers(key));
        else if (kind === 'stream') found.push(key, await client.xrange(key, '-', '+'));
        else found.push(key, await client.get(key));
      }
      return JSON.stringify(found);
    },
    async stop() {
      client.disconnect();
      await server.stop();
    },
  };
}

export const backends: [name: string, start: () => Promise<Backend>][] = [
  ['PostgreSQL', postgresBackend],
];
if (hasRedis) backends.push(['Redis', redisBackend]);
else console.log('not run: redis-server missing');
