import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { minutes, seconds } from '../../domain/time';
import type { Attempts, OutgoingMessage } from '../../ports/messages';
import { type Carried, overRoutes, type Route } from './over-routes';

const message: OutgoingMessage = { id: 'm1', to: 'a', subject: '', text: 'code 482913' };
const of = { organisationId: 'o', accountId: 'a', caseId: 'c', contactPointId: 'p', effectId: 'e' };
const failed: Carried = { outcome: 'failed', reason: 'down' };
const taken: Carried = { outcome: 'accepted' };

/** Routes in order; each says what the table holds for it, by default that it takes everything. */
function network(...names: string[]) {
  const says: Record<string, Carried | (() => Promise<Carried>)> = {};
  const tried: string[] = [];
  const routes = names.map(
    (name, priority): Route => ({
      name,
      priority,
      async carry() {
        tried.push(name);
        const said = says[name] ?? taken;
        return typeof said === 'function' ? said() : said;
      },
    }),
  );
  const channel = overRoutes({ channel: 'sms', routes, isAddress: () => true });
  const send = async (more: Partial<OutgoingMessage> = {}) => {
    tried.length = 0;
    const delivery = await channel.send({ ...message, ...more });
    return { outcome: delivery.outcome, route: delivery.route, tried: tried.join(' ') };
  };
  return { says, routes, send };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a message over several routes', () => {
  it('goes by the first that takes it', async () => {
    const { says, send } = network('a', 'b', 'c');
    expect(await send()).toEqual({ outcome: 'accepted', route: 'a', tried: 'a' });
    says.a = failed;
    expect(await send()).toEqual({ outcome: 'accepted', route: 'b', tried: 'a b' });
  });

  it('ends where the address is refused for good', async () => {
    const { says, send } = network('a', 'b');
    says.a = { outcome: 'refused', reason: 'no such number' };
    expect(await send()).toEqual({ outcome: 'refused', route: 'a', tried: 'a' });
  });

  it.each([
    [undefined, 'a'],
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['gone', 'a'],
  ])('that was carried by %s before begins with %s', async (after, first) => {
    const { send } = network('a', 'b', 'c');
    expect(await send(after ? { after } : {})).toMatchObject({ route: first, tried: first });
  });

  it('sent again over the only route there is goes by it again', async () => {
    const { send } = network('a');
    expect(await send({ after: 'a' })).toMatchObject({ route: 'a' });
  });

  it('a route that failed stands aside, 30 seconds at first, and longer each time up to 15 minutes', async () => {
    const { says, send } = network('a', 'b');
    says.a = failed;
    await send();
    for (const wait of [30, 60, 120, 240, 480, 900, 900].map(seconds)) {
      vi.advanceTimersByTime(wait - 1);
      expect(await send(), `${wait}`).toMatchObject({ tried: 'b' });
      vi.advanceTimersByTime(1);
      expect(await send(), `${wait}`).toMatchObject({ tried: 'a b' });
    }
    says.a = taken;
    vi.advanceTimersByTime(minutes(15));
    expect(await send()).toMatchObject({ tried: 'a' });
    says.a = failed;
    await send();
    vi.advanceTimersByTime(seconds(30));
    expect(await send()).toMatchObject({ tried: 'a b' });
  });

  it('one message tries whether it is back, the others go round', async () => {
    const { says, send } = network('a', 'b');
    says.a = failed;
    await send();
    vi.advanceTimersByTime(seconds(30));
    let answer: (said: Carried) => void = () => undefined;
    says.a = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const trying = send();
    await Promise.resolve();
    expect(await send()).toMatchObject({ outcome: 'accepted', route: 'b' });
    answer(taken);
    expect(await trying).toMatchObject({ route: 'a' });
    says.a = taken;
    expect(await send()).toMatchObject({ tried: 'a' });
  });

  it('many that fail together are one failure', async () => {
    const { says, send } = network('a', 'b');
    says.a = failed;
    await Promise.all([send(), send(), send(), send()]);
    vi.advanceTimersByTime(seconds(30));
    expect(await send()).toMatchObject({ tried: 'a b' });
  });

  it('with every route down, one that stands aside is tried, the soonest first, and found when it is back', async () => {
    const { says, send } = network('a', 'b');
    Object.assign(says, { a: failed, b: failed });
    expect(await send()).toEqual({ outcome: 'failed', route: 'b', tried: 'a b' });
    expect(await send()).toMatchObject({ outcome: 'failed', tried: 'a' });
    says.b = taken;
    expect(await send()).toMatchObject({ outcome: 'accepted', tried: 'b' });
  });

  it('what failed on one message alone sets no route aside', async () => {
    const { says, send } = network('a', 'b');
    says.a = { outcome: 'failed', reason: 'greylisted', routeIsWell: true };
    expect(await send()).toMatchObject({ tried: 'a b' });
    expect(await send()).toMatchObject({ tried: 'a b' });
  });

  it('begins no further route when whoever asked has given up', async () => {
    const { says, send } = network('a', 'b');
    says.a = async () => {
      vi.advanceTimersByTime(seconds(16));
      return failed;
    };
    expect(await send()).toMatchObject({ outcome: 'failed', tried: 'a' });
  });

  it('no address, no try; no route, no delivery', async () => {
    const channel = overRoutes({
      channel: 'sms',
      routes: network('a').routes,
      isAddress: () => false,
    });
    expect(await channel.send(message)).toMatchObject({ outcome: 'refused' });
    expect(await network().send()).toMatchObject({ outcome: 'failed', route: 'none' });
  });
});

describe('the record of tries', () => {
  function kept(says: Carried[], reported?: 'undeliverable' | 'delivered') {
    const rows: unknown[] = [];
    const attempts: Pick<Attempts, 'begin' | 'end'> = {
      async begin(row) {
        rows.push(['begin', row]);
      },
      async end(row, result) {
        rows.push(['end', row.id, result]);
        return reported;
      },
    };
    let last = 0;
    const channel = overRoutes({
      channel: 'sms',
      isAddress: () => true,
      keeping: { attempts, newId: () => `try-${++last}` },
      routes: says.map((said, priority) => ({
        name: `r${priority + 1}`,
        priority,
        carry: async () => said,
      })),
    });
    return { rows, channel };
  }

  it('holds each try before it is made, and its outcome; never text or address', async () => {
    const { rows, channel } = kept([failed, { outcome: 'accepted', reference: 'SM1' }]);
    expect(await channel.send({ ...message, of })).toEqual({
      outcome: 'accepted',
      route: 'r2',
      reference: 'SM1',
      attempt: 'try-2',
    });
    expect(rows).toEqual([
      ['begin', { ...of, id: 'try-1', channel: 'sms', route: 'r1' }],
      ['end', 'try-1', failed],
      ['begin', { ...of, id: 'try-2', channel: 'sms', route: 'r2' }],
      ['end', 'try-2', { outcome: 'accepted', reference: 'SM1' }],
    ]);
    expect(JSON.stringify(rows), 'R45').not.toContain('482913');
  });

  it('R25 a message that came back before its answer was noted is refused', async () => {
    const { channel } = kept([taken], 'undeliverable');
    expect(await channel.send({ ...message, of })).toMatchObject({ outcome: 'refused' });
    const fine = kept([taken], 'delivered');
    expect(await fine.channel.send({ ...message, of })).toMatchObject({ outcome: 'accepted' });
  });
});
