/** A moment as ISO 8601 in UTC with milliseconds (`2026-11-22T10:00:00.000Z`), so that text order is time order. */
export type Instant = string;

/** A length of time in milliseconds. */
export type Duration = number;

export const seconds = (n: number): Duration => n * 1000;
export const minutes = (n: number): Duration => seconds(n * 60);
export const hours = (n: number): Duration => minutes(n * 60);
export const days = (n: number): Duration => hours(n * 24);

/** The moment `length` after `at` (before it, when negative). */
export const plus = (at: Instant, length: Duration): Instant =>
  new Date(Date.parse(at) + length).toISOString();

/** How long it is from one moment to another; negative when `to` lies before `from`. */
export const between = (from: Instant, to: Instant): Duration => Date.parse(to) - Date.parse(from);

/** The earliest of the moments that are there. */
export const earliest = (moments: readonly (Instant | undefined)[]): Instant | undefined =>
  moments.reduce(
    (first, at) => (at !== undefined && (!first || at < first) ? at : first),
    undefined,
  );
