import type { Duration } from '../../domain/time';

/** E.164. A gateway takes a list of numbers in this place: a list would send a code to more than one phone. */
export const isOneNumber = (to: string): boolean => /^\+[1-9][0-9]{6,14}$/.test(to);

const LONGEST_ANSWER = 20_000;

/** Answers that are about the route, not about the number: sign-in, address, method, too much. */
const ABOUT_THE_ROUTE = [401, 402, 403, 404, 405, 407, 408, 413, 415, 429];

export const isAboutTheNumber = (status: number): boolean =>
  status >= 400 && status < 500 && !ABOUT_THE_ROUTE.includes(status);

type Answer = { status: number; text: string } | { fault: string };

/**
 * One POST to a gateway. A redirect is not followed: it would carry code and password to an address that nobody set.
 * A fault is a code: its words may hold the address of the gateway with its password (R45).
 */
export async function postTo(
  url: string,
  { headers, body, timeoutMs }: { headers: HeadersInit; body: string; timeoutMs: Duration },
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, text: await startOf(response) };
  } catch (error) {
    return { fault: faultCode(error) };
  }
}

/** No gateway says more than this; one that goes on for ever must not fill the memory. */
async function startOf(response: Response): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of response.body) {
    text += decoder.decode(part, { stream: true });
    if (text.length > LONGEST_ANSWER) break;
  }
  return text;
}

function faultCode(error: unknown): string {
  if (!(error instanceof Error)) return 'fault';
  if (error.name === 'TimeoutError') return 'timed out';
  const cause = error.cause;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : 'no connection';
}
