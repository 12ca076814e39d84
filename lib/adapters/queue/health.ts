import { Redis } from 'ioredis';
import pg from 'pg';
import type { Env } from '../../env';

const PATIENCE_MS = 3_000;

/**
 * Whether the queue answers: null is well, else the reason. A connection of its own, because it must
 * also be true when the process's queue objects are stuck.
 */
export async function queueHealth(queue: Env['queue']): Promise<string | null> {
  try {
    await (queue.kind === 'redis' ? askRedis(queue.url) : askPostgres(queue.url));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message || 'no answer' : 'no answer';
  }
}

async function askRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // The failure is told by connect() or ping(); unheard it would be printed for every attempt.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.ping();
  } finally {
    redis.disconnect();
  }
}

async function askPostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT max(version) FROM bullmq.migration');
  } finally {
    await client.end().catch(() => undefined);
  }
}
