/** A report has a few hundred characters; of more than this nothing is kept in memory. */
const LONGEST = 16_384;

/** The body of a report; undefined where it is longer than any is. */
export async function shortBody(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > LONGEST) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > LONGEST) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Says nothing but the status. */
export const reply = (status: number): Response =>
  new Response(null, {
    status,
    headers: {
      'Cache-Control': 'no-store',
      ...(status === 401 ? { 'WWW-Authenticate': 'Basic realm="reports"' } : {}),
    },
  });
