/** A mail or SMS as the local inbox keeps it. */
export type InboxMessage = {
  number: number;
  channel: 'mail' | 'sms';
  to: string;
  from: string;
  /** The machine's time, which is not the desk's once its clock was moved. */
  receivedAt: string;
  subject?: string;
  text: string;
};

export type InboxReader = {
  /** Newest first; an empty list where the inbox does not answer. */
  messages(filter?: { to?: string; since?: number }): Promise<InboxMessage[]>;
};

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
  };
}

function isMessage(value: unknown): value is InboxMessage {
  if (typeof value !== 'object' || value === null) return false;
  const { number, channel, to, from, receivedAt, subject, text } = value as Record<string, unknown>;
  return (
    typeof number === 'number' &&
    (channel === 'mail' || channel === 'sms') &&
    [to, from, receivedAt, text].every((field) => typeof field === 'string') &&
    (subject === undefined || typeof subject === 'string')
  );
}
