import { isGsm } from '../../letters/gsm';
import type { OutgoingMessage } from '../../ports/messages';
import { isAboutTheNumber, postTo } from './http';
import type { Carried, Route } from './over-routes';

export type KannelRoute = {
  kind: 'kannel';
  name: string;
  /** The address of `sendsms`. */
  url: string;
  username: string;
  password: string;
  from: string;
  priority: number;
  /** The connection behind the gateway, where it has more than one. */
  smsc?: string | undefined;
};

/** 1 delivered, 2 not delivered, 4 kept by the network, 8 taken by it, 16 refused by it. */
const EVERY_REPORT = '31';

/**
 * SMS by a gateway with the interface of Kannel's `sendsms`. The form with headers and body is used, because with the
 * other one the code and the password stand in the address, which servers and proxies log.
 */
export function kannelRoute(
  { name, url, username, password, from, priority, smsc }: KannelRoute,
  { timeoutMs, reportTo }: { timeoutMs: number; reportTo?: (attempt: string) => string },
): Route {
  return {
    name,
    priority,
    async carry({ to, text, minutes }: OutgoingMessage, attempt): Promise<Carried> {
      const answer = await postTo(url, {
        timeoutMs,
        headers: {
          'Content-Type': 'text/plain; charset=UTF-8',
          'X-Kannel-Username': username,
          'X-Kannel-Password': password,
          'X-Kannel-From': from,
          'X-Kannel-To': to,
          // 0 is the GSM alphabet, 2 is UCS-2.
          'X-Kannel-Coding': isGsm(text) ? '0' : '2',
          ...(smsc ? { 'X-Kannel-SMSC': smsc } : {}),
          ...(minutes === undefined ? {} : { 'X-Kannel-Validity': `${minutes}` }),
          ...(reportTo
            ? { 'X-Kannel-DLR-Mask': EVERY_REPORT, 'X-Kannel-DLR-Url': reportTo(attempt) }
            : {}),
        },
        body: text,
      });
      if ('fault' in answer) return { outcome: 'failed', reason: `sms ${answer.fault}` };
      const { status, text: said } = answer;
      // Kept because its network is away. It may still come, late, with the same code; another route is sooner.
      if (status === 202 && /^\s*3\b/.test(said))
        return { outcome: 'failed', reason: 'sms kept for later' };
      if (status === 202) return { outcome: 'accepted', reference: attempt };
      const reason = `sms http ${status}`;
      if (isAboutTheNumber(status)) return { outcome: 'refused', reason };
      // "Not routable" is about this number by this connection; "Authorization failed" is about all.
      const routeIsWell = status === 403 && !/authori[sz]ation/i.test(said);
      return { outcome: 'failed', reason, ...(routeIsWell ? { routeIsWell } : {}) };
    },
  };
}
