import type { Duration } from '../domain/time';

/** Answers only at whole steps of time, so that how long the work took shows nothing of what it found (R14). */
export interface Pace {
  inSteps<T>(step: Duration, work: () => Promise<T>): Promise<T>;
}
