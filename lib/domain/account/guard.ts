import { type CodeAbout, type CodeKind, codeIdOf } from '../challenge/code-about';
import { between, type Duration, days, hours, type Instant } from '../time';

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
  /** The open case that the holder asked for without a call: one that gives nothing does not come twice (R42). */
  askedCaseId?: string;
  failures: Record<string, Failures>;
  /**
   * Codes sent in the last hour per contact point: asked for by staff, by a holder without sign-in, after a password,
   * and in the last day by whoever knows no more than a name (R13).
   */
  sends: Record<
    string,
    { staff: Instant[]; holder: Instant[]; signIn?: Instant[]; nobody?: Instant[] }
  >;
  /** Contact points and factors reported lost or stolen (R3). */
  reported: Record<string, Instant>;
  /** When a removed, reported or changed address last paused a case (R27). */
  weakVetoes: Record<string, Instant>;
  /**
   * The case that gave the password in force, and when (R32). `settingId`: where the one before it is kept, if the
   * holder chose this one by means of what the case gave.
   */
  passwordGiven?: { caseId: string; at: Instant; settingId?: string };
  suspension?: { until: Instant; caseId: string };
  /** Codes that nobody asked for, newest last: a signal to the desk, never a stop by itself (R43). */
  notAsked?: NotAskedReport[];
};

/** `code` is its id: a second report of the same one says nothing new. */
export type NotAskedReport = {
  at: Instant;
  over: CodeKind;
  code: string;
  contactPointId?: string;
};

export const emptyGuard = (): AccountGuard => ({
  failures: {},
  sends: {},
  reported: {},
  weakVetoes: {},
});

export type AskedBy = 'staff' | 'holder' | 'signIn' | 'nobody';

const HOUR = hours(1);
const DAY = hours(24);
/** Outsiders also have no more than so many a day: whoever pesters comes back every hour. */
const REMEMBERED: Record<AskedBy, Duration> = {
  staff: HOUR,
  holder: HOUR,
  signIn: HOUR,
  nobody: DAY,
};

const sentWithin = (
  guard: AccountGuard,
  contactPointId: string,
  asked: AskedBy,
  now: Instant,
  length: Duration,
): Instant[] =>
  (guard.sends[contactPointId]?.[asked] ?? []).filter((at) => between(at, now) < length);

/**
 * What wrong entries count on where somebody asks for recovery without a call: beside the contact point's own count,
 * which an outsider must not touch (R12).
 */
export const requestKey = (contactPointId: string): string => `request:${contactPointId}`;

/** The codes that went to this contact point in the last hour, at the wish of one of these. */
export const sentLastHour = (
  guard: AccountGuard,
  contactPointId: string,
  asked: AskedBy,
  now: Instant,
): Instant[] => sentWithin(guard, contactPointId, asked, now, HOUR);

/** The codes of a day that went there at the wish of who knows no more than a name. */
export const sentToday = (guard: AccountGuard, contactPointId: string, now: Instant): Instant[] =>
  sentWithin(guard, contactPointId, 'nobody', now, DAY);

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
      [asked]: [...sentWithin(guard, contactPointId, asked, now, REMEMBERED[asked]), now],
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

/** It was shown to work: counting begins anew, also of what outsiders guessed. */
export const withoutFailures = (guard: AccountGuard, restsOn: string): AccountGuard => ({
  ...guard,
  failures: Object.fromEntries(
    Object.entries(guard.failures).filter(([id]) => id !== restsOn && id !== requestKey(restsOn)),
  ),
});

/** How long the desk is shown that a code came which nobody asked for. */
export const NOT_ASKED_SHOWN: Duration = days(30);
const NOT_ASKED_KEPT = 10;

export const notAskedBefore = (guard: AccountGuard, about: CodeAbout): boolean =>
  guard.notAsked?.some(({ code }) => code === codeIdOf(about)) ?? false;

/** "I did not ask for this", once for each code. */
export const withNotAsked = (
  guard: AccountGuard,
  { about, contactPointId }: { about: CodeAbout; contactPointId?: string },
  at: Instant,
): AccountGuard => {
  if (notAskedBefore(guard, about)) return guard;
  const report: NotAskedReport = {
    at,
    over: about.kind,
    code: codeIdOf(about),
    ...(contactPointId ? { contactPointId } : {}),
  };
  return { ...guard, notAsked: [...(guard.notAsked ?? []), report].slice(-NOT_ASKED_KEPT) };
};

/** What the desk is shown of them now, newest first. */
export const notAskedLately = (guard: AccountGuard, now: Instant): NotAskedReport[] =>
  (guard.notAsked ?? []).filter(({ at }) => between(at, now) < NOT_ASKED_SHOWN).reverse();
