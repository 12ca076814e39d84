import type { Instant } from '../../time';
import type { AccountChange, WaitingChange } from './account-change';

/** A browser that may skip the second factor. */
export type OwnDevice = {
  id: string;
  label: string;
  /** Of the browser's name without its version: the cookie in another browser is a stolen one. */
  agentHash?: string;
  trustedAt: Instant;
  expiresAt: Instant;
  lastUsedAt?: Instant;
};

/** A browser that is to be trusted. Its token was born in the use case, and is kept as a hash. */
export type NewDevice = { id: string; tokenHash: string; agentHash: string; label: string };

/** Where somebody is signed in as the account holder now. */
export type OwnSession = {
  id: string;
  device: string;
  address: string;
  startedAt: Instant;
  lastSeenAt: Instant;
  /** When a second factor was last shown in it; none for one that a trusted device let in. */
  authenticatedAt?: Instant;
  /** What it rests on: a factor, and the case that gave that factor (R32), or a trusted device. */
  factorId?: string;
  givenByCase?: string;
  trustedDeviceId?: string;
  signInId?: string;
  /** A code under way to what is to be added. */
  confirming?: Confirming;
};

/** A code that was sent to a number or mailbox, and what happens once it is answered. */
export type Confirming = {
  id: string;
  number: number;
  via: 'sms' | 'voice' | 'email-code';
  sentAt: Instant;
  expiresAt: Instant;
  wrongEntries: number;
} & (
  | { change: AccountChange; anew?: never }
  /** The contact point that is confirmed anew after too many wrong entries (R12). */
  | { anew: string; change?: never }
);

/** What the readiness panel asks once a year. */
export type ReadinessQuestion = 'contact-points' | 'authenticator-app';

/** What only the account holder's own pages know, beside what the desk sees of an account. */
export type OwnAccount = {
  passwordChangedAt?: Instant;
  preferredFactorId?: string;
  /** Trusted now; what ran out or was revoked is not among them. */
  devices: OwnDevice[];
  sessions: OwnSession[];
  /** Numbers of the backup codes of each set that were used. */
  backupCodesUsed: Record<string, number[]>;
  /** Sets of backup codes that were sent by SMS. */
  codesSent?: string[];
  /** Wishes that R32 keeps waiting. */
  waitingChanges: WaitingChange[];
  /** When the holder last said that these are right. */
  confirmedAt: Partial<Record<ReadinessQuestion, Instant>>;
  /** Of a sign-in that is still under way; perhaps answered, perhaps past. */
  asked?: AskedQuestion;
};

/** A code that was sent to sign in. `number` goes into its derivation: only the newest works (R11, R13). */
export type SentCode = {
  id: string;
  number: number;
  factorId: string;
  contactPointId: string;
  /** Where the sign-in comes from, for the history of one that nobody asked for (R43). */
  from?: { address: string; device: string };
  sentAt: Instant;
  expiresAt: Instant;
};

/** A question to the holder's other device, and what it answered. */
export type PushQuestion = {
  id: string;
  factorId: string;
  /** Two digits that stand on the screen which signs in; whoever answers picks them. */
  number: number;
  askedAt: Instant;
  expiresAt: Instant;
  /** Where the sign-in comes from, as the other device shows it. */
  address: string;
  device: string;
  /** A wrong number ends the question: whoever guesses has one try. */
  answer?: 'yes' | 'no' | 'wrong-number';
};

/** The newest question of this account, and the sign-in under way that asked it. */
export type AskedQuestion = PushQuestion & { ticketHash: string };

/** Says that the password was right, and nothing else. */
export type AccountTicket = {
  hash: string;
  /** The session that it renews; none where it begins one. */
  sessionId?: string;
  wrongEntries: number;
  expiresAt: Instant;
  used: boolean;
  code?: SentCode;
  push?: PushQuestion;
};
