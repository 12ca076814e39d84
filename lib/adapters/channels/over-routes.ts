import { seconds } from '../../domain/time';
import type {
  Attempts,
  ChannelName,
  Delivery,
  MessageChannel,
  OutgoingMessage,
} from '../../ports/messages';
import type { ChannelFault } from './channel-faults';
import { type Standing, standings } from './standing';

/** What one route said. `routeIsWell`: it failed on this message alone, and others may still go by it. */
export type Carried =
  | { outcome: 'accepted'; reference?: string }
  | { outcome: 'refused'; reason: string }
  | { outcome: 'failed'; reason: string; routeIsWell?: true };

/** One way to carry a kind of message. Never throws for what the network does. */
export interface Route {
  name: string;
  /** Lower goes first. */
  priority: number;
  /** What the other side will call this message, where that is known before it answers. */
  reference?(message: OutgoingMessage): string;
  /** `attempt` is this try: reports name it. */
  carry(message: OutgoingMessage, attempt: string): Promise<Carried>;
  close?(): void;
}

/** The record of tries, and ids for them. */
export type Keeping = { attempts: Pick<Attempts, 'begin' | 'end'>; newId(): string };

/** After this no further route is begun: whoever asked has given up, and would send the message a second time. */
const NO_NEW_TRY_AFTER = seconds(15);

/**
 * One kind of message over its routes by priority. A route that fails hands over to the next and stands aside for a
 * while; a no about the address ends it, for another network has the same subscriber. What stands aside is tried only
 * when no other took it, one such route for each message: with every route down, the first that is back is found at
 * once, and nobody waits for all of them. After a time-out the message may arrive twice, never not at all.
 */
export function overRoutes({
  channel,
  routes,
  isAddress,
  keeping,
  onFault,
}: {
  channel: ChannelName;
  routes: readonly Route[];
  /** One address and nothing else: a list in this place would send a code to more than one. */
  isAddress(to: string): boolean;
  keeping?: Keeping;
  onFault?: ((fault: ChannelFault) => void) | undefined;
}): MessageChannel & { close(): void } {
  const inOrder = [...routes].sort((a, b) => a.priority - b.priority);
  const standing = standings(inOrder.map(({ name }) => name));

  async function tryBy(route: Route, message: OutgoingMessage): Promise<Delivery> {
    const { of } = message;
    const attempt = keeping?.newId() ?? message.id;
    const kept = keeping && of ? { keeping, of } : undefined;
    const reference = route.reference?.(message);
    await kept?.keeping.attempts.begin({
      ...kept.of,
      id: attempt,
      channel,
      route: route.name,
      ...(reference ? { reference } : {}),
    });
    const done = standing.begin(route.name);
    const carried = await route.carry(message, attempt).catch((fault: unknown) => {
      done('unknown');
      throw fault;
    });
    done(carried.outcome === 'failed' && !carried.routeIsWell ? 'failed' : 'well');
    const reported = await kept?.keeping.attempts.end({ ...kept.of, id: attempt }, carried);
    if (carried.outcome === 'failed')
      onFault?.({ channel, route: route.name, reason: carried.reason });
    if (carried.outcome !== 'accepted')
      return { outcome: carried.outcome, route: route.name, reason: carried.reason };
    if (reported === 'undeliverable')
      return { outcome: 'refused', route: route.name, reason: 'reported undeliverable' };
    const name = carried.reference ?? reference;
    return {
      outcome: 'accepted',
      route: route.name,
      ...(name ? { reference: name } : {}),
      ...(kept ? { attempt } : {}),
    };
  }

  return {
    channel,
    async send(message): Promise<Delivery> {
      let last: Delivery = { outcome: 'failed', route: 'none', reason: 'no route' };
      if (!isAddress(message.to))
        return { outcome: 'refused', route: inOrder[0]?.name ?? 'none', reason: 'no-address' };
      if (inOrder.length === 0) onFault?.({ channel, route: 'none', reason: 'no route' });
      const began = performance.now();
      for (const route of orderOf(inOrder, standing, message.after)) {
        if (performance.now() - began > NO_NEW_TRY_AFTER) break;
        last = await tryBy(route, message);
        if (last.outcome !== 'failed') return last;
      }
      return last;
    },
    close: () => {
      for (const route of inOrder) route.close?.();
    },
  };
}

/** Those that stand well, beginning after the one that was used before, and then at most one that stands aside. */
function* orderOf(
  inOrder: readonly Route[],
  standing: Standing,
  after: string | undefined,
): Generator<Route> {
  const used = inOrder.findIndex(({ name }) => name === after);
  const turned = [...inOrder.slice(used + 1), ...inOrder.slice(0, used + 1)];
  const aside: Route[] = [];
  for (const route of turned) {
    // Asked when its turn comes: another message may have found out meanwhile.
    if (standing.isWell(route.name)) yield route;
    else aside.push(route);
  }
  const [soonest] = aside.sort((a, b) => standing.backIn(a.name) - standing.backIn(b.name));
  if (soonest) yield soonest;
}
