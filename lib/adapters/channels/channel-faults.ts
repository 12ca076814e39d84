import { seconds } from '../../domain/time';
import type { ChannelName } from '../../ports/messages';

const SAID_AT_MOST_EVERY = seconds(30);

/** A route and why it took nothing; never to whom (R45). */
export type ChannelFault = { channel: ChannelName; route: string; reason: string };

/**
 * Says when a route does not work, also where another one took the message. The case only says that a message is under
 * way, so a server that refuses the password would otherwise be found out by the callers who get no code. The same
 * fault is said at most every half minute.
 */
export function saidSeldom(report: (fault: ChannelFault) => void): (fault: ChannelFault) => void {
  const quietUntil = new Map<string, number>();
  return (fault) => {
    const key = `${fault.channel} ${fault.route} ${fault.reason}`;
    if ((quietUntil.get(key) ?? 0) > performance.now()) return;
    quietUntil.set(key, performance.now() + SAID_AT_MOST_EVERY);
    report(fault);
  };
}
