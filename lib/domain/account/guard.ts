import type { Instant } from '../time';

/** Wrong entries in a row for one contact point or factor, over all cases (R12). */
export type Failures = { inARow: number; lastAt: Instant };

/**
 * What spans the cases of an account. It stands on the account's row, which every commit locks first (R44),
 * and is the fold of the events that touch it.
 */
export type AccountGuard = {
  /** After a veto: until then only an identity check in person helps (R26). */
  contestedUntil?: Instant;
  /** The one open case that may give access. */
  accessCaseId?: string;
  failures: Record<string, Failures>;
  /** Codes sent in the last hour per contact point: asked for by staff, and by a holder without sign-in (R13). */
  sends: Record<string, { staff: Instant[]; holder: Instant[] }>;
  /** Contact points and factors reported lost or stolen (R3). */
  reported: Record<string, Instant>;
  /** When a removed, reported or changed address last paused a case (R27). */
  weakVetoes: Record<string, Instant>;
  suspension?: { until: Instant; caseId: string };
};

export const emptyGuard = (): AccountGuard => ({
  failures: {},
  sends: {},
  reported: {},
  weakVetoes: {},
});
