import { z } from 'zod';

/** A mail, an SMS or a call as the local inbox keeps it. */
export type InboxMessage = {
  number: number;
  channel: 'mail' | 'sms' | 'voice';
  to: string;
  from: string;
  /** The machine's time, which is not the desk's once its clock was moved. */
  receivedAt: string;
  subject?: string;
  text: string;
  /** The network that brought it, of an SMS or a call. */
  route?: string;
};

export type InboxReader = {
  /** Newest first; an empty list where the inbox does not answer. */
  messages(filter?: { to?: string; since?: number }): Promise<InboxMessage[]>;
  /** How its parts behave now; undefined where the inbox does not answer. */
  habits(): Promise<PostHabits | undefined>;
  /** False where it does not answer, or knows no such habit. */
  setHabits(habits: PostHabits): Promise<boolean>;
};

/** The parts of the post that a tour can make fail: mail, two networks for SMS, and calls. */
export type PostHabits = Record<'mail' | 'local' | 'local-other' | 'voice', string>;

const behaviours = z.object({
  mail: z.string(),
  sms: z.string(),
  voice: z.string(),
  perRoute: z.record(z.string(), z.string()),
});

const TIMEOUT = 3000;

/** Reads what the local inbox took. There is none in production. */
export function createInboxReader(inboxUrl: string): InboxReader {
  return {
    async messages({ to, since } = {}) {
      const url = new URL('/messages', inboxUrl);
      if (to) url.searchParams.set('to', to);
      if (since) url.searchParams.set('since', String(since));
      try {
        const response = await fetch(url, {
          cache: 'no-store',
          signal: AbortSignal.timeout(TIMEOUT),
        });
        const found: unknown = await response.json();
        return Array.isArray(found) ? found.filter(isMessage) : [];
      } catch {
        return [];
      }
    },

    async habits() {
      try {
        const response = await fetch(new URL('/behaviour', inboxUrl), {
          cache: 'no-store',
          signal: AbortSignal.timeout(TIMEOUT),
        });
        const { mail, sms, voice, perRoute } = behaviours.parse(await response.json());
        const of = (route: string) => perRoute[route] ?? sms;
        return { mail, voice, local: of('local'), 'local-other': of('local-other') };
      } catch {
        return undefined;
      }
    },

    async setHabits({ mail, voice, ...perRoute }) {
      try {
        const response = await fetch(new URL('/behaviour', inboxUrl), {
          method: 'POST',
          body: JSON.stringify({ mail, voice, perRoute }),
          signal: AbortSignal.timeout(TIMEOUT),
        });
        await response.body?.cancel();
        return response.ok;
      } catch {
        return false;
      }
    },
  };
}

function isMessage(value: unknown): value is InboxMessage {
  if (typeof value !== 'object' || value === null) return false;
  const { number, channel, to, from, receivedAt, subject, text, route } = value as Record<
    string,
    unknown
  >;
  return (
    typeof number === 'number' &&
    (channel === 'mail' || channel === 'sms' || channel === 'voice') &&
    [to, from, receivedAt, text].every((field) => typeof field === 'string') &&
    [subject, route].every((field) => field === undefined || typeof field === 'string')
  );
}
