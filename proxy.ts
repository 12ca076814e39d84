import { type NextRequest, NextResponse } from 'next/server';
import { isForeignPost, refusedLocally } from './app/front-door';
import { front } from './lib/wiring-front';

/**
 * What holds for every page before it runs: in local mode who may talk to it (R48), everywhere which
 * origin may send forms, and the security headers. It never decides who may do what: the gate does.
 */
export function proxy(request: NextRequest): NextResponse {
  const { local, publicUrl } = front();
  if (local) {
    const answer = guardLocal(request, publicUrl);
    if (answer) return answer;
  }
  if (isForeignPost(request.method, request.headers, publicUrl))
    return new NextResponse(null, { status: 403 });
  return withHeaders(request, !local);
}

export const config = {
  matcher: [
    // Uploads are left out: the proxy holds a body in memory and cuts it off at 10 MB. Their route
    // checks the origin itself.
    '/((?!_next/static/|api/upload/).*)',
  ],
};

/** A local answer for whoever is not this machine's browser, or came by the address of numbers. */
function guardLocal(request: NextRequest, publicUrl: string): NextResponse | null {
  const { pathname, search } = request.nextUrl;
  const refused = refusedLocally(request.headers, publicUrl);
  if (refused === undefined) return null;
  if (refused !== 'address-of-numbers') return new NextResponse(null, { status: refused });
  if (pathname === '/api/health') return null;
  // Passkeys refuse an address of numbers.
  return NextResponse.redirect(new URL(pathname + search, publicUrl), 307);
}

function withHeaders(request: NextRequest, secure: boolean): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy = contentPolicy(nonce, secure);
  const forward = new Headers(request.headers);
  // Next reads the nonce from this header of the request and puts it on its own scripts.
  forward.set('content-security-policy', policy);
  // The way back after signing in; a page knows its own address only from here.
  forward.set('x-regain-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers: forward } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('Referrer-Policy', 'same-origin');
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('X-Frame-Options', 'DENY');
  response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  response.headers.set('Permissions-Policy', PERMISSIONS);
  response.headers.set('Cache-Control', 'no-store');
  if (secure) {
    response.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  }
  return response;
}

/** Passkeys are all that a page of ours may ask a device for. */
const PERMISSIONS = [
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=(self)',
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'bluetooth', 'hid'].map(
    (name) => `${name}=()`,
  ),
].join(', ');

function contentPolicy(nonce: string, secure: boolean): string {
  // `next dev` puts its styles in by script and evaluates its updates.
  const dev = process.env.NODE_ENV === 'development';
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Positions of menus and the width of a meter are style attributes; they cannot load anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
