import { isIP } from 'node:net';

/**
 * Who asked, out of X-Forwarded-For. Each proxy writes the address that it was called from at the end; so many entries
 * from the end as we have proxies are true, whatever stands before them was written by whoever asks. Without a proxy
 * Next writes the connection's own address there. `unknown` where the entry is no address: guesses from there then
 * count together, never not at all.
 */
export function clientAddress(forwardedFor: string | null, trustedProxies: number): string {
  const entries = (forwardedFor ?? '').split(',');
  const entry = entries.at(-Math.max(trustedProxies, 1)) ?? entries[0] ?? '';
  const address = withoutPort(entry.trim()).replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(address) === 0 ? 'unknown' : address.toLowerCase();
}

/** Some proxies add the port, which is another one for each connection. */
const withoutPort = (entry: string): string =>
  /^\[([^\]]*)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
