import type { Means } from '../account/means';
import type { Instant } from '../time';
import type { Weight } from './measure';

export const PROOF_KINDS = [
  'email-challenge',
  'sms-challenge',
  'voice-challenge',
  'backup-code',
  'recovery-contact',
  'remaining-factor',
  'identity-check',
] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

/** Proofs by a code that is sent to a contact point. A number that got a code by SMS can be called instead. */
export const CHALLENGE_KINDS = ['email-challenge', 'sms-challenge', 'voice-challenge'] as const;
export type ChallengeKind = (typeof CHALLENGE_KINDS)[number];

export const isChallenge = (kind: string): kind is ChallengeKind =>
  (CHALLENGE_KINDS as readonly string[]).includes(kind);

/** A code that was sent for a proof. `number` goes into its derivation: only the newest works (R11, R13). */
export type Challenge = {
  id: string;
  number: number;
  contactPointId: string;
  sentAt: Instant;
  expiresAt: Instant;
  wrongEntries: number;
  weight: Weight;
  digits: number;
  /** The message may say that the code can be read out, if the holder called (R9, R10). */
  readingOutAllowed?: boolean;
  delivery: 'queued' | 'accepted' | 'refused';
};

/** A code that a screen of the holder shows for a recovery contact, who hears it from the holder (R40). */
export type Question = {
  id: string;
  number: number;
  screenId: string;
  expiresAt: Instant;
  wrongEntries: number;
  weight: Weight;
};

export type Proof = {
  id: string;
  kind: ProofKind;
  status: 'open' | 'given' | 'closed' | 'void';
  /** Contact point or factor that it rests on. */
  restsOn?: string;
  means?: Means;
  /** The newest code; older ones are dead. */
  challenge?: Challenge;
  /** The newest code for the recovery contact; older ones are dead. */
  question?: Question;
  wrongEntries: number;
  givenAt?: Instant;
  /** The weight of what the holder's screen and the message named when it was given (R5). */
  weight?: Weight;
  throughStaff?: boolean;
  identityCheck?: IdentityCheck;
};

export const DOCUMENT_KINDS = [
  'passport',
  'identity-card',
  'driving-licence',
  'residence-document',
] as const;

/** What may be recorded of an identity check: no copy, no document or citizen number (R6). */
export type IdentityCheck = {
  mode: 'in-person' | 'remote';
  documentKind: (typeof DOCUMENT_KINDS)[number];
  place: string;
  recordedBy: string;
};
