/** How the other side of a channel behaves, so that a test or a tour can make the post fail. */
export const BEHAVIOURS = ['ok', 'refuse', 'defer', 'hang', 'down'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

export type Channel = 'mail' | 'sms';

export type Behaviours = {
  mail: Behaviour;
  sms: Behaviour;
  /** Address or number → how it alone behaves; it wins over its channel, except while that is down. */
  perAddress: Record<string, Behaviour>;
};

export const goodWeather = (): Behaviours => ({ mail: 'ok', sms: 'ok', perAddress: {} });

export function behaviourFor(now: Behaviours, channel: Channel, address: string): Behaviour {
  const own = now.perAddress[address.toLowerCase()];
  return now[channel] === 'down' ? 'down' : (own ?? now[channel]);
}

/** What was asked laid over what is; undefined when any of it is no behaviour. */
export function changed(now: Behaviours, asked: unknown): Behaviours | undefined {
  if (!isRecord(asked)) return undefined;
  const { mail = now.mail, sms = now.sms, perAddress = now.perAddress } = asked;
  if (!isBehaviour(mail) || !isBehaviour(sms) || !isRecord(perAddress)) return undefined;
  const addresses: Record<string, Behaviour> = {};
  for (const [address, behaviour] of Object.entries(perAddress)) {
    if (!isBehaviour(behaviour)) return undefined;
    addresses[address.toLowerCase()] = behaviour;
  }
  return { mail, sms, perAddress: addresses };
}

const isBehaviour = (value: unknown): value is Behaviour =>
  BEHAVIOURS.some((behaviour) => behaviour === value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
