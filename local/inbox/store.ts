import type { Channel } from './behaviour';

export type Kept = {
  /** Counts up from 1; `since` asks for what came after it. */
  number: number;
  channel: Channel;
  to: string;
  from: string;
  /** This machine's time, which is not the desk's once its clock was moved. */
  receivedAt: string;
  subject?: string;
  /** Of a call: what is said, once. */
  text: string;
  html?: string;
  /** The connection or account that it came by. */
  route?: string;
  /** The Message-ID of a mail: the same at every try. */
  messageId?: string;
};

const NEWEST = 500;

/** Keeps the newest 500 messages in memory: what is on disk could outlive the desk it belongs to. */
export class MessageStore {
  #messages: Kept[] = [];
  #last = 0;

  add(message: Omit<Kept, 'number' | 'receivedAt'>): Kept {
    this.#last += 1;
    const kept = { ...message, number: this.#last, receivedAt: new Date().toISOString() };
    this.#messages.push(kept);
    if (this.#messages.length > NEWEST) this.#messages.shift();
    return kept;
  }

  /** Newest first. */
  find({ to, since = 0 }: { to?: string | undefined; since?: number } = {}): Kept[] {
    const address = to?.toLowerCase();
    return this.#messages
      .filter((kept) => kept.number > since && (!address || kept.to.toLowerCase() === address))
      .reverse();
  }

  clear(): void {
    this.#messages = [];
  }
}
