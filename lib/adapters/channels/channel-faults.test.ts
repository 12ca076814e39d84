import { afterEach, expect, it, vi } from 'vitest';
import { type ChannelFault, saidSeldom } from './channel-faults';
import { type Carried, overRoutes } from './over-routes';

const message = { id: '1', to: 'anouk.prive@example.net', subject: '', text: 'code 123 456' };

afterEach(() => {
  vi.useRealTimers();
});

/** A mail channel of two routes, the first of which answers with these, one after the other. */
function saying(...said: Carried[]) {
  const told: ChannelFault[] = [];
  const channel = overRoutes({
    channel: 'mail',
    isAddress: () => true,
    onFault: saidSeldom((fault) => told.push(fault)),
    routes: [
      { name: 'smtp', priority: 0, carry: async () => said.shift() ?? { outcome: 'accepted' } },
      { name: 'smtp-2', priority: 1, carry: async () => ({ outcome: 'accepted' }) },
    ],
  });
  return { channel, told };
}

const failed = (reason: string): Carried => ({ outcome: 'failed', reason, routeIsWell: true });

it('says route and reason of what failed, once in half a minute, also where another took it', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const answers = [failed('smtp 535'), failed('smtp 535'), failed('smtp EDNS'), failed('smtp 535')];
  const { channel, told } = saying(...answers);
  for (let i = 0; i < 3; i += 1)
    expect(await channel.send(message)).toMatchObject({ outcome: 'accepted', route: 'smtp-2' });
  vi.advanceTimersByTime(30_000);
  await channel.send(message);
  expect(told).toEqual(
    ['smtp 535', 'smtp EDNS', 'smtp 535'].map((reason) => ({
      channel: 'mail',
      route: 'smtp',
      reason,
    })),
  );
  expect(JSON.stringify(told), 'R45').not.toMatch(/anouk|123 456/);
});

it('is silent about what was taken, and what the receiver refused', async () => {
  const { channel, told } = saying({ outcome: 'refused', reason: 'smtp 550' });
  expect(await channel.send(message)).toMatchObject({ outcome: 'refused' });
  expect(await channel.send(message)).toMatchObject({ outcome: 'accepted' });
  expect(told).toEqual([]);
});

it('says that there is no route at all', async () => {
  const told: ChannelFault[] = [];
  const onFault = (fault: ChannelFault) => told.push(fault);
  const channel = overRoutes({ channel: 'voice', routes: [], isAddress: () => true, onFault });
  expect(await channel.send(message)).toMatchObject({ outcome: 'failed' });
  expect(told).toEqual([{ channel: 'voice', route: 'none', reason: 'no route' }]);
});
