import { between, hours, type Instant } from '../time';

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
  /** Codes sent in the last hour per contact point: asked for by staff, by a holder without sign-in, after a password (R13). */
  sends: Record<string, { staff: Instant[]; holder: Instant[]; signIn?: Instant[] }>;
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

const lastHour = (moments: readonly Instant[], now: Instant): Instant[] =>
  moments.filter((at) => between(at, now) < hours(1));

export type AskedBy = 'staff' | 'holder' | 'signIn';

/** The codes that went to this contact point in the last hour, at the wish of one of these. */
export const sentLastHour = (
  guard: AccountGuard,
  contactPointId: string,
  asked: AskedBy,
  now: Instant,
): Instant[] => lastHour(guard.sends[contactPointId]?.[asked] ?? [], now);

export const withSend = (
  guard: AccountGuard,
  contactPointId: string,
  asked: AskedBy,
  now: Instant,
): AccountGuard => ({
  ...guard,
  sends: {
    ...guard.sends,
    [contactPointId]: {
      ...(guard.sends[contactPointId] ?? { staff: [], holder: [] }),
      [asked]: [...sentLastHour(guard, contactPointId, asked, now), now],
    },
  },
});

/** One more wrong entry in a row over this contact point or factor (R12). */
export const withFailure = (guard: AccountGuard, restsOn: string, at: Instant): AccountGuard => ({
  ...guard,
  failures: {
    ...guard.failures,
    [restsOn]: { inARow: (guard.failures[restsOn]?.inARow ?? 0) + 1, lastAt: at },
  },
});

/** It was shown to work: counting begins anew. */
export const withoutFailures = (guard: AccountGuard, restsOn: string): AccountGuard => ({
  ...guard,
  failures: Object.fromEntries(Object.entries(guard.failures).filter(([id]) => id !== restsOn)),
});
