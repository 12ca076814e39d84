import { createHmac } from 'node:crypto';

/** Where the other side tells what became of a message: for a route, and then for one try of it. */
export type ReportAddresses = Record<
  'kannel' | 'twilio',
  (route: string) => ((attempt: string) => string) | undefined
>;

/**
 * Kannel sends user and password of its report address as basic credentials and asks for the rest, so that no secret
 * stands in what servers and proxies log. Each route has a password of its own, made from the key: one gateway cannot
 * speak for another.
 */
export const kannelPassword = (key: string, route: string): string =>
  createHmac('sha256', key).update(`report by ${route}`).digest('base64url');

/** `%d` is what Kannel replaces by what happened; never `%A`, which holds the beginning of the message (R45). */
export const reportAddresses = (
  publicUrl: string,
  reportsKey: string | undefined,
): ReportAddresses => ({
  kannel: (route) => {
    if (reportsKey === undefined) return undefined;
    const address = new URL('/api/reports/kannel', publicUrl);
    address.username = 'regain';
    address.password = kannelPassword(reportsKey, route);
    return (attempt) => `${address.href}?route=${route}&attempt=${attempt}&status=%d`;
  },
  // Signed by Twilio with the route's own token.
  twilio: (route) => (attempt) =>
    `${publicUrl}/api/reports/twilio?route=${route}&attempt=${attempt}`,
});
