import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORGANISATIONS } from '../../../prisma/seed/people';
import { openDesk, type TestDesk } from '../../../test/desk';
import { look } from '../../../test/superuser';
import { days, seconds } from '../../domain/time';
import { forgetAttempts } from './forget-attempts';
import { beat } from './heartbeat';
import { inScope } from './scope';

describe('what nobody asks for any more', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const attempts = async () => (await look(d, 'SELECT FROM message_attempt')).length;
  const { id: organisationId } = ORGANISATIONS.zorgpunt;

  it('tries of messages go after 90 days and not before, in whatever scope it is asked', async () => {
    await look(
      d,
      `INSERT INTO message_attempt (id, organisation_id, account_id, effect_id, channel, route, at)
       VALUES (gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 'mail', 'smtp', desk_now())`,
      [organisationId],
    );
    await d.moveClock(days(90) - seconds(2));
    const scope = { organisations: [organisationId], actor: { kind: 'system' } } as const;
    await inScope(d.workerPool, scope, (client) => client.query('DELETE FROM message_attempt'));
    await forgetAttempts(d.workerPool);
    expect(await attempts()).toBe(1);
    await d.moveClock(seconds(3));
    await forgetAttempts(d.workerPool);
    await forgetAttempts(d.workerPool);
    expect(await attempts()).toBe(0);
  });

  it('the heartbeat of a process that is dead for a day goes; one that beats stays, whatever the desk’s clock says', async () => {
    await beat(d.workerPool, 'worker alive');
    await beat(d.workerPool, 'worker dead');
    await beat(d.workerPool, 'worker silent');
    const silent = (process: string, since: string) =>
      look(d, 'UPDATE heartbeat SET at = clock_timestamp() - $2::interval WHERE process = $1', [
        process,
        since,
      ]);
    await silent('worker dead', '1 day');
    await silent('worker silent', '23 hours');
    await d.moveClock(days(3));
    await forgetAttempts(d.workerPool);
    const left = await look<{ process: string }>(d, 'SELECT process FROM heartbeat ORDER BY 1');
    expect(left.map(({ process }) => process)).toEqual(['worker alive', 'worker silent']);
  });

  it('the web deletes neither', async () => {
    await expect(d.pool.query('DELETE FROM message_attempt')).rejects.toThrow('denied');
    await expect(d.pool.query('DELETE FROM heartbeat')).rejects.toThrow('denied');
  });
});
