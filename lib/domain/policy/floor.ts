/**
 * What no policy and no plan goes below. A database trigger keeps the same floor over the rows (R19);
 * its table is filled from here by the migration command, so the two cannot drift unseen.
 */
export const FLOOR = {
  /** R2: an account with a second factor, or with one in the last 90 days, or imported. */
  meansWithSecondFactor: 2,
  meansWithoutSecondFactor: 1,
  /** R20: approvers who are not the opener. */
  approvers: 1,
} as const;

export type Floor = typeof FLOOR;
