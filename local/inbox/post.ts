import { createHmac } from 'node:crypto';
import {
  type Behaviour,
  type Behaviours,
  behaviourFor,
  type Channel,
  goodWeather,
} from './behaviour';
import type { Kept, MessageStore } from './store';

/** What became of a message that was taken. */
export type Fate = 'sent' | 'delivered' | 'undeliverable';

export type Post = ReturnType<typeof createPost>;

type Taken = Omit<Kept, 'number' | 'receivedAt'>;

const SOON = 50;
const REPORT_TIMEOUT = 3000;

/** What all ways into the inbox share: how they behave now, and what happens to a message that was taken. */
export function createPost(store: MessageStore) {
  let behaviours = goodWeather();
  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
  };

  return {
    store,
    behaviours: (): Behaviours => behaviours,
    behave(next: Behaviours): void {
      behaviours = next;
    },
    behaviourFor: (channel: Channel, address: string, route?: string): Behaviour =>
      behaviourFor(behaviours, channel, address, route),

    /** The message is this side's now; `tell` says what becomes of it, where the other side asked to hear. */
    take(behaviour: Behaviour, message: Taken, tell: (fate: Fate) => void): void {
      const arrive = (times = 1) => {
        for (let i = 0; i < times; i += 1) store.add(message);
        later(SOON, () => tell('delivered'));
      };
      if (behaviour !== 'lose') later(0, () => tell('sent'));
      if (behaviour === 'bounce') later(SOON, () => tell('undeliverable'));
      else if (behaviour === 'delay') later(behaviours.delayMs, arrive);
      else if (behaviour === 'double') arrive(2);
      else if (behaviour !== 'lose') arrive();
    },

    /** What was under way when it stops never comes. */
    stop(): void {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/**
 * Asks an address that a message gave for its reports. Only this machine's: a local desk speaks to nobody else (R48).
 * Nobody waits for the answer, and a desk that is away hears nothing, as with a real gateway.
 */
export function report(address: string, init: RequestInit): void {
  if (!URL.canParse(address)) return;
  const url = new URL(address);
  if (!['localhost', '127.0.0.1'].includes(url.hostname)) return;
  const headers = new Headers(init.headers);
  if (url.username)
    headers.set(
      'authorization',
      `Basic ${Buffer.from(`${url.username}:${url.password}`).toString('base64')}`,
    );
  url.username = '';
  url.password = '';
  fetch(url, {
    ...init,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(REPORT_TIMEOUT),
  }).then(
    (response) => response.body?.cancel(),
    () => undefined,
  );
}

/** Twilio's, over the address as it was given and the form by name. */
export const formSignature = (token: string, address: string, form: Record<string, string>) =>
  createHmac('sha1', token)
    .update(
      address +
        Object.keys(form)
          .sort()
          .map((name) => name + form[name])
          .join(''),
    )
    .digest('base64');

/** Where mail that comes back is told, and the key that signs it. */
export type MailReports = { url: string; key: string };

export function reportMail(
  { url, key }: MailReports,
  messageId: string,
  status: 'delivered' | 'bounced',
): void {
  const body = JSON.stringify({ messageId, status });
  const signature = `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
  report(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-regain-signature': signature },
  });
}
