import type { Instant } from '../time';

export const FACTOR_KINDS = [
  'sms',
  'voice',
  'email-code',
  'authenticator-app',
  'push',
  'security-key',
  'backup-codes',
  'temporary-pass',
] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

/** What a holder can get on the holder's page: set up, or handed over to keep. */
export const ENROLLABLE_KINDS = [
  'authenticator-app',
  'security-key',
  'sms',
  'voice',
  'email-code',
  'push',
  'backup-codes',
  'temporary-pass',
] as const;
export type EnrollableKind = (typeof ENROLLABLE_KINDS)[number];

/** The second factors whose codes are sent to a contact point. */
export const SENT_KINDS = ['sms', 'voice', 'email-code'] as const;
export type SentKind = (typeof SENT_KINDS)[number];
export const isSent = (kind: string): kind is SentKind =>
  (SENT_KINDS as readonly string[]).includes(kind);

export type Factor = {
  id: string;
  kind: FactorKind;
  label: string;
  /** Where its codes go, for `sms`, `voice` and `email-code`. */
  contactPointId?: string;
  /** The device that it is known to be on; without it, it may be on any (R1). */
  deviceId?: string;
  /** A passkey that is copied between devices proves no more than the phone that holds it. */
  synced?: boolean;
  addedAt: Instant;
  /** The case that gave it, if one did (R3, R32). */
  givenByCase?: string;
  /** Of backup codes: the numbers that were used (R11). */
  usedCodes?: number[];
  /** The newest step of an authenticator, or counter of a key, that was accepted: none is taken twice. */
  lastStep?: number;
  removedAt?: Instant;
  disabledAt?: Instant;
};

/** Codes that stand in for a second factor are not one (R4): they do not make an account two-factor by themselves. */
const STANDS_IN: readonly FactorKind[] = ['backup-codes', 'temporary-pass'];

/** Lets in again and again, until it is taken away, or the device that it is on is forgotten. */
export const isLasting = (kind: FactorKind): boolean => !STANDS_IN.includes(kind);

/**
 * R29: a way in that does not end by itself. A trusted device is forgotten after a month, and codes on paper run out:
 * with nothing else left, the owner would be locked out without having done anything wrong.
 */
export const staysByItself = (kind: FactorKind): boolean => isLasting(kind) && kind !== 'push';

export const isSecondFactor = (factor: Factor): boolean => isLasting(factor.kind);

/**
 * Whether this step of the clock, or this counter, is newer than the last one that was taken. Keys that never count
 * (synced passkeys) always say 0; what they sign is a challenge that is never given twice.
 */
export const isNewStep = (factor: Factor, step: number | undefined): boolean =>
  step === undefined ||
  factor.lastStep === undefined ||
  step > factor.lastStep ||
  (factor.kind === 'security-key' && step === 0 && factor.lastStep === 0);

export const isUsable = (factor: Factor): boolean => !factor.removedAt && !factor.disabledAt;
