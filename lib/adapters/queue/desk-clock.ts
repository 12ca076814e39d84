import type { Instant } from '../../domain/time';

/** How long one reading of the desk's clock serves: short, because the clock of a local desk can be moved. */
const READING_LASTS = 5_000;
const QUICK_ANSWER = 5;
const MOST_READINGS = 3;

export type DeskClock = () => Promise<number>;

/**
 * The desk's time in milliseconds, from one reading every few seconds, so that no commit pays for a
 * query. Promises never to run ahead of the desk: a job that starts a millisecond early finds
 * nothing due, and its alarm would wait for the next sweep.
 */
export function deskClock(read: () => Promise<Instant>): DeskClock {
  let reading: Promise<{ desk: number; taken: number }> | undefined;
  let until = 0;

  /** A slow answer would make every alarm late by as much: the quickest of a few counts. */
  async function take() {
    let best: { desk: number; taken: number } | undefined;
    for (let i = 0; i < MOST_READINGS; i++) {
      const asked = performance.now();
      const desk = Date.parse(await read());
      // Counted from the arrival of the answer: what the way back took makes us late, never early.
      const taken = performance.now();
      if (!best || desk - taken > best.desk - best.taken) best = { desk, taken };
      if (taken - asked < QUICK_ANSWER) break;
    }
    if (!best) throw new Error('no reading');
    return best;
  }

  return async () => {
    if (!reading || performance.now() > until) {
      until = performance.now() + READING_LASTS;
      reading = take();
      reading.catch(() => {
        reading = undefined;
      });
    }
    const { desk, taken } = await reading;
    return desk + (performance.now() - taken);
  };
}
