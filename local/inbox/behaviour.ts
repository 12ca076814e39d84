/** How the other side of a channel behaves, so that a test or a tour can make the post fail. */
export const BEHAVIOURS = [
  'ok',
  // Says no at once: for good, or for now.
  'refuse',
  'defer',
  'hang',
  'down',
  // Takes the message, and then: it never comes, comes late, comes twice, or comes back.
  'lose',
  'delay',
  'double',
  'bounce',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

export const CHANNELS = ['mail', 'sms', 'voice'] as const;
export type Channel = (typeof CHANNELS)[number];

export type Behaviours = Record<Channel, Behaviour> & {
  /** Address or number → how it alone behaves; it wins over its route, except while that is down. */
  perAddress: Record<string, Behaviour>;
  /** Connection (`smsc`) or account → how it alone behaves; it wins over its channel. */
  perRoute: Record<string, Behaviour>;
  /** How late a delayed message is. */
  delayMs: number;
};

export const goodWeather = (): Behaviours => ({
  mail: 'ok',
  sms: 'ok',
  voice: 'ok',
  perAddress: {},
  perRoute: {},
  delayMs: 10_000,
});

const LONGEST_DELAY = 600_000;

export function behaviourFor(
  now: Behaviours,
  channel: Channel,
  address: string,
  route = '',
): Behaviour {
  const ofRoute = now.perRoute[route] ?? now[channel];
  if (now[channel] === 'down' || ofRoute === 'down') return 'down';
  return now.perAddress[address.toLowerCase()] ?? ofRoute;
}

/** What was asked laid over what is; undefined when any of it is no behaviour. */
export function changed(now: Behaviours, asked: unknown): Behaviours | undefined {
  if (!isRecord(asked)) return undefined;
  const next = { ...now, ...asked } as Record<string, unknown>;
  const { mail, sms, voice, delayMs } = next;
  const perAddress = namedBehaviours(next.perAddress, (name) => name.toLowerCase());
  const perRoute = namedBehaviours(next.perRoute, (name) => name);
  if (!isBehaviour(mail) || !isBehaviour(sms) || !isBehaviour(voice)) return undefined;
  if (!perAddress || !perRoute) return undefined;
  if (typeof delayMs !== 'number' || !(delayMs >= 0 && delayMs <= LONGEST_DELAY)) return undefined;
  return { mail, sms, voice, perAddress, perRoute, delayMs };
}

function namedBehaviours(
  value: unknown,
  nameOf: (name: string) => string,
): Record<string, Behaviour> | undefined {
  if (!isRecord(value)) return undefined;
  const named: Record<string, Behaviour> = {};
  for (const [name, behaviour] of Object.entries(value)) {
    if (!isBehaviour(behaviour)) return undefined;
    named[nameOf(name)] = behaviour;
  }
  return named;
}

const isBehaviour = (value: unknown): value is Behaviour =>
  BEHAVIOURS.some((behaviour) => behaviour === value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
