import type { Account } from '../domain/account/account';
import type { OwnEffect, OwnMessage } from '../domain/account/own/command';
import type { Case } from '../domain/case/case';
import type { Effect } from '../domain/case/command';
import type { Symptom } from '../domain/runbook/symptom';
import type { Instant } from '../domain/time';
import type { Organisation } from './world';

export type ChannelName = 'mail' | 'sms' | 'voice';

export type OutgoingMessage = {
  /** The same at every try, so that a receiver can see that it is the same message. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** What the text is read out in, where it is spoken. */
  locale?: 'nl' | 'en';
  /** After so many minutes it is worth nothing: no route need keep it longer. */
  minutes?: number;
  /** The route that carried the try before this one: the next one begins (a code that did not come). */
  after?: string;
  /** Whose message it is, for the record of its tries. */
  of?: MessageOf;
};

export type MessageOf = {
  organisationId: string;
  accountId: string;
  caseId?: string;
  /** None where staff are told. */
  contactPointId?: string;
  effectId: string;
};

export type Delivery =
  /** `reference` is what the route calls it, `attempt` the try in the record. */
  | { outcome: 'accepted'; route: string; reference?: string; attempt?: string }
  /** The other side said no for good: the address does not take it. */
  | { outcome: 'refused'; route: string; reason: string }
  /** No answer or a temporary no: to be tried again. */
  | { outcome: 'failed'; route: string; reason: string };

/** One kind of message over its routes. At least once, with the same message id. Never throws for what the network does. */
export interface MessageChannel {
  readonly channel: ChannelName;
  send(message: OutgoingMessage): Promise<Delivery>;
}

/** What became of a message after a route took it. The first that is final stays. */
export type Reported = 'under-way' | 'delivered' | 'unanswered' | 'undeliverable';

export type AttemptResult = {
  outcome: Delivery['outcome'];
  reference?: string;
  reason?: string;
};

/** The record of every try over a route, and of what was reported of it: never text, code or address (R45). */
export interface Attempts {
  /** Before the try: a report may come before the answer, and a process may die between them. */
  begin(
    attempt: MessageOf & { id: string; channel: ChannelName; route: string; reference?: string },
  ): Promise<void>;
  /** After it; gives what was reported meanwhile. */
  end(
    attempt: Pick<MessageOf, 'organisationId'> & { id: string },
    result: AttemptResult,
  ): Promise<Reported | undefined>;
  /** The route that took the newest message to this contact point, within the hour. */
  lastRoute(
    of: Pick<MessageOf, 'organisationId'> & { contactPointId: string; channel: ChannelName },
  ): Promise<string | undefined>;
  /** Before a scope is known: the try of this id, or that the other side calls so. */
  find(named: string): Promise<FoundAttempt | undefined>;
  report(attempt: FoundAttempt, reported: Reported): Promise<void>;
  read(organisationId: string, attemptId: string): Promise<AttemptRead | undefined>;
  /** For a message without a case: its contact point takes nothing. */
  refuseContactPoint(organisationId: string, contactPointId: string): Promise<void>;
}

export type FoundAttempt = {
  attemptId: string;
  organisationId: string;
  channel: ChannelName;
  route: string;
};

export type AttemptRead = {
  caseId: string | null;
  contactPointId: string | null;
  outcome: Delivery['outcome'] | null;
  reported: Reported | null;
  /** What the message was for. */
  effect: Effect | OwnEffect | null;
  /** Whether its outcome stands in the case. */
  settled: boolean;
  /** Whether a later message to the same contact point was taken, and not reported lost. */
  overtaken: boolean;
};

/** "I did not ask for this" (R43): what goes into the fragment of a link, and the separate code to type (R18). */
export type NotAskedLink = { token: string; code: string };

/** What has to be told, with all that a letter may say. Codes and links are made by whoever writes it (R13, R45). */
export type MessageJob = {
  /** Message id: the same at every try. */
  id: string;
  effect: Exclude<Effect, { kind: 'step' }>;
  now: Instant;
  case: Case;
  account: Account;
  organisation: Organisation;
  /** Of whoever reads it. */
  locale: 'nl' | 'en';
  to: { channel: ChannelName; address: string };
  /** Of every message with a code; a call needs none. */
  notAsked?: NotAskedLink;
};

/** What has to be told of a sign-in, or of a change that the holder made; it belongs to no case. */
export type OwnMessageJob = {
  id: string;
  effect: OwnMessage;
  now: Instant;
  account: Account;
  organisation: Organisation;
  /** Of a code: until when it works. */
  expiresAt?: Instant;
  digits: number;
  /** Of a request for recovery: what its holder says is wrong. */
  symptom?: Symptom;
  to: { channel: ChannelName; address: string };
  /** Of every message with a code; a call needs none. */
  notAsked?: NotAskedLink;
};

/** Writes and sends one message. Never throws for what the network does. */
export interface Courier {
  deliver(job: MessageJob): Promise<Delivery>;
  deliverOwn(job: OwnMessageJob): Promise<Delivery>;
}
