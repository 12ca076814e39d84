import type { Measure } from '../../case/measure';
import type { Instant } from '../../time';
import type { FactorKind } from '../factor';
import type { PushQuestion, SentCode } from './own';

/** What the screens around signing in show, as plain data. */
export type SignInFactor = {
  id: string;
  kind: FactorKind;
  label: string;
  addedAt: Instant;
  /** Where its codes go, masked. */
  to?: string;
  /** Backup codes that were not used yet. */
  left?: number;
  /** No factor of the account: a contact point that stands in for one. */
  standsIn?: true;
};

/** What the page of the second factor shows: exactly what this account has set up, the preferred one first. */
export type SecondFactorPage = {
  now: Instant;
  expiresAt: Instant;
  organisation: string;
  timeZone: string;
  renews: boolean;
  factors: SignInFactor[];
  sent?: Pick<SentCode, 'factorId' | 'sentAt' | 'expiresAt' | 'number'>;
  /** What another device was asked last. */
  push?: Pick<PushQuestion, 'factorId' | 'number' | 'askedAt' | 'expiresAt' | 'answer'>;
  passkeyOptions?: unknown;
};

/** What the page on the other device shows. Never the number: that stands on the screen that signs in. */
export type PushPage = {
  now: Instant;
  organisation: string;
  timeZone: string;
  name: string;
  question?: Pick<PushQuestion, 'id' | 'askedAt' | 'expiresAt' | 'address' | 'device'>;
};

/** The case that a sign-in of the holder paused, as the own pages ask about it (R28). */
export type PausedCase = {
  caseId: string;
  handle: string;
  openedAt: Instant;
  /** Without an answer by then the case ends. */
  until: Instant;
  measures: Measure[];
  /** This session rests on the sign-in that paused it; any other confirms itself first. */
  answerable: boolean;
};
