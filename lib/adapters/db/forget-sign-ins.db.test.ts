import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type TestDesk } from '../../../test/desk';
import { TICKET_LIFE } from '../../domain/access/sign-in';
import { days, minutes, seconds } from '../../domain/time';
import { rowsOf, ticketFor } from '../../use-cases/staff/testing/sign-in-steps';
import { forgetSignIns } from './forget-sign-ins';
import { triesOf } from './staff-tries';

const person = (key: string) => [{ key, counter: 'person' }] as const;

describe('what sign-ins leave behind', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());
  beforeEach(() => rowsOf(d, 'TRUNCATE throttle, sign_in_ticket'));

  const keys = async () =>
    (await rowsOf<{ key: string }>(d, 'SELECT key FROM throttle ORDER BY key')).map((r) => r.key);

  it('a ticket goes when it is over, used or not, and not before', async () => {
    await ticketFor(d, 'noor');
    await d.moveClock(TICKET_LIFE - seconds(2));
    await ticketFor(d, 'daan');
    await forgetSignIns(d.workerPool);
    expect(await rowsOf(d, 'SELECT FROM sign_in_ticket')).toHaveLength(2);
    await d.moveClock(seconds(2));
    await forgetSignIns(d.workerPool);
    expect(await rowsOf(d, 'SELECT expires_at > desk_now() AS young FROM sign_in_ticket')).toEqual([
      { young: true },
    ]);
  });

  it('a counter goes a day after its last wrong entry, twice changes nothing, and counting begins anew', async () => {
    const tries = triesOf(d.pool);
    for (const _ of [1, 2, 3]) await tries.countTry(person('a'));
    await d.moveClock(days(1) - minutes(1));
    await tries.countTry(person('b'));
    await forgetSignIns(d.workerPool);
    expect(await keys()).toEqual(['a', 'b']);
    await d.moveClock(minutes(1));
    await forgetSignIns(d.workerPool);
    await forgetSignIns(d.workerPool);
    expect(await keys()).toEqual(['b']);
    expect(await tries.countTry(person('a'))).toBeUndefined();
    const count = await rowsOf(d, 'SELECT key, count FROM throttle ORDER BY key');
    expect(count).toEqual([
      { key: 'a', count: 1 },
      { key: 'b', count: 1 },
    ]);
  });

  it('R12 the worker reads, resets and deletes no counter that still counts', async () => {
    const tries = triesOf(d.pool);
    for (const _ of [1, 2, 3]) await tries.countTry(person('a'));
    const { rows } = await d.workerPool.query('SELECT key FROM throttle');
    expect(rows).toEqual([]);
    expect((await d.workerPool.query('DELETE FROM throttle')).rowCount).toBe(0);
    const reset = "UPDATE throttle SET since = desk_now() - interval '2 days'";
    expect((await d.workerPool.query(reset)).rowCount).toBe(0);
    await expect(d.workerPool.query('UPDATE throttle SET count = 0')).rejects.toThrow('denied');
    await expect(d.workerPool.query('SELECT FROM sign_in_ticket')).rejects.toThrow('denied');
    expect(await tries.countTry(person('a'))).toEqual(expect.any(String));
  });

  it('a counter that a sign-in holds is passed over', async () => {
    await triesOf(d.pool).countTry(person('a'));
    await d.moveClock(days(2));
    const client = await d.pool.connect();
    try {
      await client.query("BEGIN; SELECT FROM throttle WHERE key = 'a' FOR UPDATE");
      await forgetSignIns(d.workerPool);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
    expect(await keys()).toEqual(['a']);
    await forgetSignIns(d.workerPool);
    expect(await keys()).toEqual([]);
  });

  it('no try goes uncounted while old counters are deleted', async () => {
    const tries = triesOf(d.pool);
    for (let round = 0; round < 30; round++) {
      await tries.countTry(person('a'));
      await d.moveClock(days(2));
      await Promise.all([
        tries.countTry(person('a')),
        forgetSignIns(d.workerPool),
        tries.countTry(person('a')),
      ]);
      expect(await rowsOf(d, 'SELECT count FROM throttle')).toEqual([{ count: 2 }]);
      await rowsOf(d, 'TRUNCATE throttle');
    }
  });
});
