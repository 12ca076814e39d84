/** What went wrong, without words: whoever reports it says which ids it was about and no more (R45). */
export type QueueFault = {
  fault: 'queue-unreachable' | 'job-failed';
  jobId?: string;
  /** How often the same was left unsaid since it was last reported. */
  again?: number;
  error: unknown;
};

export type Report = (fault: QueueFault) => void;

const SAID_AT_MOST_EVERY = 30_000;

/** A queue that is away fails many times a second: said at once, then at most every half minute. */
export function saidOnce(report: Report): (error: unknown) => void {
  let last = Number.NEGATIVE_INFINITY;
  let again = 0;
  return (error) => {
    if (performance.now() - last < SAID_AT_MOST_EVERY) {
      again += 1;
      return;
    }
    last = performance.now();
    report({ fault: 'queue-unreachable', error, ...(again > 0 ? { again } : {}) });
    again = 0;
  };
}
