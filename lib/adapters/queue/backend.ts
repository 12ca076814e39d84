import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  withBackend,
} from 'bullmq';

export type QueueConfig = { kind: 'postgres'; url: string } | { kind: 'redis'; url: string };

/** The schema that the owner migrated; regain_queue may use it and change nothing about it (R46). */
const SCHEMA = 'bullmq';
/** Only on Redis, where others may live in the same keyspace. */
export const PREFIX = 'regain';

const CONNECT_WITHIN = 5_000;
const AFTER_FAILED_FETCH = 500;
const GIVE_UP_LOCK_AFTER = 50;
const LOCKED_OUT_AT_MOST = 20;

/** One way to both: BullMQ on PostgreSQL or on Redis, chosen by the address that it is given. */
const backend: BackendFactory<IQueueBackend, QueueConfig> = (name, options, role = {}) => {
  const { connection, ...rest } = options;
  const working = role.withBlockingConnection === true;
  const made =
    connection.kind === 'postgres'
      ? createPostgresBackend(
          name,
          { ...rest, connection: postgresOptions(connection.url, working) },
          role,
        )
      : createRedisBackend(
          name,
          { ...rest, connection: redisOptions(connection.url, working) },
          role,
        );
  made.moveToActive = steady(made.moveToActive.bind(made), AFTER_FAILED_FETCH);
  made.moveToCompleted = steady(made.moveToCompleted.bind(made), 0);
  return made;
};

function postgresOptions(connectionString: string, working: boolean) {
  return {
    connectionString,
    schema: SCHEMA,
    max: working ? 4 : 2,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_WITHIN,
    application_name: 'regain-queue',
    ...(working ? { options: `-c lock_timeout=${GIVE_UP_LOCK_AFTER}` } : {}),
  };
}

function redisOptions(url: string, working: boolean) {
  return {
    url,
    connectTimeout: CONNECT_WITHIN,
    retryStrategy: (times: number) => Math.min(times * 250, 2_000),
    // A worker waits for Redis to come back. A sender must not: what it kept in memory would grow
    // with every commit, and the sweep finds all of it in the rows anyway.
    ...(working
      ? { maxRetriesPerRequest: null }
      : { maxRetriesPerRequest: 1, enableOfflineQueue: false }),
  };
}

/**
 * Two faults of BullMQ's, mended where jobs are fetched.
 *
 * On PostgreSQL every fetch promotes all due jobs, in no order: two fetches at once lock each other
 * out, and PostgreSQL looks for that only after a second. They give up early and try again.
 *
 * After any other failure than a refused connection (a server that is starting up, a name that does
 * not resolve) the worker asks again at once: a full core and thousands of connections a minute, for
 * as long as the outage lasts. It waits first.
 */
function steady<Given extends unknown[], Answer>(
  ask: (...given: Given) => Promise<Answer>,
  waitAfterFailure: number,
): (...given: Given) => Promise<Answer> {
  return async (...given) => {
    for (let tries = 1; ; tries++) {
      try {
        return await ask(...given);
      } catch (error) {
        if (!isLockedOut(error) || tries >= LOCKED_OUT_AT_MOST) {
          await sleep(waitAfterFailure);
          throw error;
        }
        await sleep(10 * Math.random());
      }
    }
  };
}

const DEADLOCK = '40P01';
const LOCK_TIMEOUT = '55P03';

function isLockedOut(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === DEADLOCK || code === LOCK_TIMEOUT;
}

/** BullMQ's own classes, on whichever of the two. */
export const { Queue, Worker } = withBackend(backend);
export type Queue = InstanceType<typeof Queue>;
export type Worker = InstanceType<typeof Worker>;
