/**
 * Who may send what to this desk, judged by the headers alone. The proxy asks it for every page; a route that the
 * proxy leaves out (uploads) asks it itself.
 */

/** Local mode talks to this machine's browser only: no other name, nothing that came through others (R48). */
export function refusedLocally(
  headers: Headers,
  publicUrl: string,
): 400 | 421 | 'address-of-numbers' | undefined {
  const wanted = new URL(publicUrl);
  const host = headers.get('host');
  if (cameThroughOthers(headers, host)) return 400;
  if (host === wanted.host) return undefined;
  return host === `127.0.0.1:${wanted.port}` ? 'address-of-numbers' : 421;
}

/** Next fills these headers itself from the connection; anything else was sent by somebody. */
function cameThroughOthers(headers: Headers, host: string | null): boolean {
  if (headers.has('forwarded') || headers.has('x-real-ip')) return true;
  const differs = (name: string, fine: (value: string) => boolean) => {
    const value = headers.get(name);
    return value !== null && !fine(value);
  };
  return (
    differs('x-forwarded-host', (value) => value === host) ||
    differs('x-forwarded-proto', (value) => value === 'http') ||
    differs('x-forwarded-port', (value) => value === host?.split(':')[1]) ||
    differs('x-forwarded-for', (value) => /^(::1|(::ffff:)?127\.0\.0\.1)$/.test(value))
  );
}

/** A form of another site (or of a page without an origin) changes nothing here. */
export function isForeignPost(method: string, headers: Headers, publicUrl: string): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return false;
  const origin = headers.get('origin');
  if (origin !== null) return origin !== new URL(publicUrl).origin;
  const site = headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin';
}
