import { type Duration, minutes, seconds } from '../domain/time';

/** A network that is down is asked again after 5 s, then longer, at most every five minutes. */
export const retryAfter = (attempts: number): Duration =>
  Math.min(seconds(5) * 2 ** Math.min(attempts, 10), minutes(5));
