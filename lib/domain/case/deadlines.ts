import { earliest, type Instant, plus } from '../time';
import type { Case } from './case';
import { ENROLMENT_REMINDER } from './setting-up';
import { HOLD_ENDS, halfTime, IDLE_ENDS, nextDaily, PROOFS_LAPSE } from './waiting';

export type Deadline = {
  at: Instant;
  what:
    | 'proofs-lapse'
    | 'case-expires'
    | 'half-time'
    | 'daily-notice'
    | 'wait-ends'
    | 'pause-ends'
    | 'enrolment-reminder'
    | 'enrolment-closes'
    | 'suspension-ends';
};

const when = (at: Instant | undefined, what: Deadline['what']): Deadline[] =>
  at === undefined ? [] : [{ at, what }];

/**
 * All that time will do to this case, whatever nobody does. The earliest is its alarm.
 * When one rings, `decide` on `wake` says what is due; ringing too early, twice or late is harmless.
 */
export const deadlines = (c: Case): Deadline[] => {
  const always = when(c.suspendedUntil, 'suspension-ends');
  switch (c.status) {
    case 'collecting':
    case 'awaiting-approval': {
      const given = c.proofs.flatMap((p) => (p.status === 'given' && p.givenAt ? [p.givenAt] : []));
      const oldest = c.status === 'collecting' ? earliest(given) : undefined;
      return [
        ...always,
        ...when(oldest && plus(oldest, PROOFS_LAPSE), 'proofs-lapse'),
        ...when(plus(c.progressAt, IDLE_ENDS), 'case-expires'),
      ];
    }
    case 'waiting':
      return c.wait
        ? [
            ...always,
            ...when(c.wait.endsAt, 'wait-ends'),
            ...when(halfTime(c.wait), 'half-time'),
            ...when(nextDaily(c.wait), 'daily-notice'),
          ]
        : always;
    case 'paused':
      // After a weak veto a person decides, and no clock (R27).
      return c.pause && c.pause.reason !== 'weak-veto'
        ? [...always, ...when(c.pause.until, 'pause-ends')]
        : always;
    case 'executing': {
      if (!c.enrolment || c.enrolment.confirmedAt) return always;
      const { closesAt, toldOfEnd } = c.enrolment;
      return [
        ...always,
        ...when(closesAt, 'enrolment-closes'),
        ...when(toldOfEnd ? undefined : plus(closesAt, -ENROLMENT_REMINDER), 'enrolment-reminder'),
      ];
    }
    default:
      return always;
  }
};

export const alarmOf = (c: Case): Instant | undefined =>
  earliest(deadlines(c).map((deadline) => deadline.at));

/** From when on a functional administrator may start a held clock (R25). */
export const holdEnds = (c: Case): Instant | undefined =>
  c.wait?.heldSince && plus(c.wait.heldSince, HOLD_ENDS);
