import type { CaseEvent } from '../audit/event';
import { plus } from '../time';
import type { Case } from './case';
import { type Decision, decided } from './command';
import type { Facts } from './facts';
import { notices } from './notices';
import { wakeEnrolment } from './setting-up';
import { resumed } from './stopping';
import { IDLE_ENDS, lapsedProofs, wakeWaiting } from './waiting';

const wakeIdle = (c: Case, facts: Facts): Decision => {
  if (plus(c.progressAt, IDLE_ENDS) <= facts.now)
    return decided([
      {
        type: 'case-expired',
        from: c.status === 'collecting' ? 'collecting' : 'awaiting-approval',
      },
    ]);
  const lapsed = c.status === 'collecting' ? lapsedProofs(c, facts.now) : [];
  return decided(
    lapsed.length > 0 ? [{ type: 'proofs-voided', proofIds: lapsed, reason: 'lapsed' }] : [],
  );
};

/** The one command of the clock: whatever is due now, or nothing. */
export const wake = (c: Case, facts: Facts): Decision => {
  const suspension: CaseEvent[] =
    c.suspendedUntil && c.suspendedUntil <= facts.now ? [{ type: 'suspension-ended' }] : [];
  if (suspension.length > 0) return decided(suspension);
  switch (c.status) {
    case 'collecting':
    case 'awaiting-approval':
      return wakeIdle(c, facts);
    case 'waiting':
      return wakeWaiting(c, facts);
    case 'paused': {
      if (!c.pause || c.pause.reason === 'weak-veto' || c.pause.until > facts.now)
        return decided([]);
      if (c.pause.reason === 'not-asked') return resumed(c, facts, 'time');
      const told = notices('case-ended', c, facts);
      return decided([{ type: 'case-cancelled', by: 'time' }, ...told.events], {
        dropEffects: true,
        effects: told.effects,
      });
    }
    case 'executing':
      return wakeEnrolment(c, facts);
    default:
      return decided([]);
  }
};
