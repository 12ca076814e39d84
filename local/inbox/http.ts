import type { IncomingMessage, ServerResponse } from 'node:http';

const BIGGEST_BODY = 100_000;

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > BIGGEST_BODY) throw new RangeError('the body is too big');
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(value));
}

/**
 * The inbox holds every code. A page of another site, opened in a browser on this machine, could ask
 * for them: such a request carries a foreign Host, an Origin or Sec-Fetch-Site, and a proxy's says so.
 */
export function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  if (host !== '127.0.0.1' && host !== 'localhost') return true;
  return Object.keys(headers).some(
    (name) =>
      name === 'origin' ||
      name === 'forwarded' ||
      name.startsWith('x-forwarded-') ||
      name === 'sec-fetch-site',
  );
}
