import { setTimeout as sleep } from 'node:timers/promises';

/** The same answer, or a rejection when it has not come in time. What was asked goes on unheard. */
export async function within<T>(milliseconds: number, asked: Promise<T>): Promise<T> {
  const waiting = new AbortController();
  try {
    return await Promise.race([
      asked,
      sleep(milliseconds, undefined, { signal: waiting.signal }).then(() => {
        throw Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' });
      }),
    ]);
  } finally {
    waiting.abort();
  }
}
