import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type TestDesk } from '../../../test/desk';
import {
  doorOf,
  doorsOf,
  granted,
  LAPTOP,
  ownHolder,
  PHONE,
  showBackupCode,
  trustedPhone,
} from '../../../test/own-steps';
import { look } from '../../../test/superuser';
import { minutes, seconds } from '../../domain/time';

describe('a question on the holder’s other device', () => {
  let d: TestDesk;
  beforeAll(async () => {
    d = await openDesk();
  });
  afterAll(() => d.close());

  const scene = async () => {
    const holder = await ownHolder(d);
    const phone = await trustedPhone(d, holder);
    const door = await doorOf(d, holder);
    const { push } = granted(await d.desk.askPush(door, { factorId: phone.factorId }));
    const enter = (at = door) =>
      d.desk.enterHolderFactor(at, {
        shown: { kind: 'push', factorId: phone.factorId },
        trust: false,
      });
    const say = (answer: 'no' | { number: number }, questionId = push.id) =>
      d.desk.answerPush(phone.door, { questionId, answer });
    return { holder, phone, door, push, enter, say };
  };

  it('shows who signs in where, but not the number; the right number lets in, once', async () => {
    const { phone, door, push, enter, say } = await scene();
    const page = await d.desk.readPush(phone.door);
    expect(page?.question).toMatchObject({ address: LAPTOP.address, device: 'Firefox, Windows' });
    expect(page?.question).not.toHaveProperty('number');
    expect(push.number).toBeGreaterThanOrEqual(10);
    expect(push.number).toBeLessThanOrEqual(99);
    expect(await enter()).toEqual({ refused: 'push-over' });
    expect(await say({ number: push.number })).toEqual({ matched: true });
    expect((await d.desk.readHolderFactors(door))?.push?.answer).toBe('yes');
    expect((await d.desk.readPush(phone.door))?.question).toBeUndefined();
    expect(await say({ number: push.number })).toEqual({ refused: 'push-over' });
    expect(await enter()).toHaveProperty('token');
    expect(await enter()).toEqual({ refused: 'ticket-over' });
  });

  it('a yes is worth nothing at another ticket of the same account', async () => {
    const { holder, push, enter, say } = await scene();
    const thief = await doorOf(d, holder);
    await say({ number: push.number });
    expect(await enter(thief)).toEqual({ refused: 'push-over' });
    expect(await enter()).toHaveProperty('token');
  });

  it('no ends the attempt, says so there, and stands in the history as reported', async () => {
    const { holder, door, enter, say } = await scene();
    expect(await d.desk.isRefusedElsewhere(door)).toBe(false);
    expect(await say('no')).toEqual({ matched: false });
    expect(await d.desk.readHolderFactors(door)).toBeUndefined();
    expect(await d.desk.isRefusedElsewhere(door)).toBe(true);
    expect(await enter()).toEqual({ refused: 'ticket-over' });
    expect(await showBackupCode(d, await doorOf(d, holder), 2)).toHaveProperty('token');
    const history = await look(
      d,
      `SELECT address, device FROM sign_in WHERE account_id = $1 AND outcome = 'reported'`,
      [holder.accountId],
    );
    expect(history).toEqual([{ address: LAPTOP.address, device: 'Firefox, Windows' }]);
    const [event] = await look<{ data: object }>(
      d,
      `SELECT data FROM event WHERE account_id = $1 AND type = 'push-answered'`,
      [holder.accountId],
    );
    expect(event?.data).toMatchObject({ answer: 'no' });
  });

  it('R12 of all ninety numbers at once one is judged', async () => {
    const { push, say, enter, phone } = await scene();
    const wrong = Array.from({ length: 90 }, (_, i) => i + 10).filter((n) => n !== push.number);
    const answers = await Promise.all(wrong.map((number) => say({ number })));
    expect(answers.filter((answer) => 'matched' in answer)).toEqual([{ matched: false }]);
    expect(await say({ number: push.number })).toEqual({ refused: 'push-over' });
    expect(await enter()).toEqual({ refused: 'push-over' });
    expect((await d.desk.readPush(phone.door))?.question).toBeUndefined();
  });

  it('one question at a time for the account, whoever asks, for two minutes', async () => {
    const { holder, phone, push, say } = await scene();
    const thief = await doorOf(d, holder);
    expect(await d.desk.askPush(thief, { factorId: phone.factorId })).toEqual({
      refused: 'push-open',
      retryAt: push.expiresAt,
    });
    await d.moveClock(minutes(2) + seconds(1));
    expect(await say({ number: push.number })).toEqual({ refused: 'push-over' });
    expect(await d.desk.askPush(thief, { factorId: phone.factorId })).toHaveProperty('push');
  });

  it('two askers at once: one question', async () => {
    const holder = await ownHolder(d);
    const { factorId } = await trustedPhone(d, holder);
    const doors = await doorsOf(d, holder, 8);
    const asked = await Promise.all(doors.map((door) => d.desk.askPush(door, { factorId })));
    expect(asked.filter((answer) => 'push' in answer)).toHaveLength(1);
  });

  it('five an hour, over all tickets', async () => {
    const { holder, phone } = await scene();
    const ask = async () => {
      await d.moveClock(minutes(2) + seconds(1));
      return d.desk.askPush(await doorOf(d, holder), { factorId: phone.factorId });
    };
    for (let n = 2; n <= 5; n++) expect(await ask()).toHaveProperty('push');
    expect(await ask()).toMatchObject({ refused: 'push-too-often' });
  });

  it('the browser that is the device is not asked about itself', async () => {
    const holder = await ownHolder(d);
    const { factorId, door: phone } = await trustedPhone(d, holder);
    const door = { ...(await doorOf(d, holder, PHONE)), device: phone.device };
    const page = await d.desk.readHolderFactors(door);
    expect(page?.factors.some(({ kind }) => kind === 'push')).toBe(false);
    expect(await d.desk.askPush(door, { factorId })).toEqual({ refused: 'factor-unavailable' });
  });

  it('R14 every browser without a good device token sees and does nothing, alike', async () => {
    const { phone, push, holder, say } = await scene();
    const other = await trustedPhone(d, await ownHolder(d));
    const answer = { questionId: push.id, answer: { number: push.number } } as const;
    const stolen = { device: phone.door.device, origin: LAPTOP };
    for (const door of [
      { device: 'made-up', origin: PHONE },
      { device: '', origin: PHONE },
      stolen,
    ]) {
      expect(await d.desk.readPush(door)).toBeUndefined();
      expect(await d.desk.answerPush(door, answer)).toEqual({ refused: 'factor-unavailable' });
    }
    // A good device of another account knows of no such question.
    expect((await d.desk.readPush(other.door))?.question).toBeUndefined();
    expect(await d.desk.answerPush(other.door, answer)).toEqual({ refused: 'push-over' });
    await look(d, 'UPDATE trusted_device SET revoked_at = desk_now() WHERE account_id = $1', [
      holder.accountId,
    ]);
    expect(await d.desk.readPush(phone.door)).toBeUndefined();
    expect(await say({ number: push.number })).toEqual({ refused: 'factor-unavailable' });
  });
});
