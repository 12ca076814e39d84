import { isGsm } from '../../letters/gsm';
import type { Delivery, MessageChannel, OutgoingMessage } from '../../ports';

export type SmsRoute = {
  name: string;
  /** The address of `sendsms`. */
  url: string;
  username: string;
  password: string;
  from: string;
  /** Lower goes first. */
  priority: number;
  /** The connection behind the gateway, where it has more than one. */
  smsc?: string;
};

/** E.164. A gateway takes a list of numbers in this place: a list would send a code to more than one phone. */
const ONE_NUMBER = /^\+[1-9][0-9]{6,14}$/;

/** Answers that are about the route, not about the number: sign-in, address, method, too much. */
const ABOUT_THE_ROUTE = [401, 402, 403, 404, 405, 407, 408, 413, 415, 429];

/**
 * SMS by HTTP gateways with the interface of Kannel's `sendsms`, tried by priority. The form with
 * headers and body is used, because with the other one the code and the password stand in the
 * address, which servers and proxies log. A route that fails hands over to the next one; a 4xx
 * about the number ends it. After a time-out the message may arrive twice, never not at all.
 */
export function createSmsChannel({
  routes,
  timeoutMs,
}: {
  routes: readonly SmsRoute[];
  timeoutMs: number;
}): MessageChannel {
  const inOrder = [...routes].sort((a, b) => a.priority - b.priority);
  return {
    channel: 'sms',
    async send(message): Promise<Delivery> {
      let last: Delivery = { outcome: 'failed', route: 'none', reason: 'no route' };
      if (!ONE_NUMBER.test(message.to)) {
        return { outcome: 'refused', route: inOrder[0]?.name ?? 'none', reason: 'no-number' };
      }
      for (const route of inOrder) {
        last = await sendBy(route, message, timeoutMs);
        if (last.outcome !== 'failed') return last;
      }
      return last;
    },
  };
}

async function sendBy(
  route: SmsRoute,
  { to, text }: OutgoingMessage,
  timeoutMs: number,
): Promise<Delivery> {
  const failed = (reason: string): Delivery => ({ outcome: 'failed', route: route.name, reason });
  try {
    const response = await fetch(route.url, {
      method: 'POST',
      headers: {
        'Content-Type': 'text/plain; charset=UTF-8',
        'X-Kannel-Username': route.username,
        'X-Kannel-Password': route.password,
        'X-Kannel-From': route.from,
        'X-Kannel-To': to,
        // 0 is the GSM alphabet, 2 is UCS-2.
        'X-Kannel-Coding': isGsm(text) ? '0' : '2',
        ...(route.smsc ? { 'X-Kannel-SMSC': route.smsc } : {}),
      },
      body: text,
      // A redirect would carry the code and the password to an address that nobody set.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    if (response.status === 202) return { outcome: 'accepted', route: route.name };
    const reason = `sms http ${response.status}`;
    const aboutTheNumber =
      response.status >= 400 && response.status < 500 && !ABOUT_THE_ROUTE.includes(response.status);
    return aboutTheNumber ? { outcome: 'refused', route: route.name, reason } : failed(reason);
  } catch (error) {
    // The words of a fault may hold the address of the gateway with its password: only its code leaves.
    return failed(`sms ${faultCode(error)}`);
  }
}

function faultCode(error: unknown): string {
  if (!(error instanceof Error)) return 'fault';
  if (error.name === 'TimeoutError') return 'timed out';
  const cause = error.cause;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : 'no connection';
}
