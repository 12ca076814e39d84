import type { ContactPoint } from '../account/account';
import type { CaseEvent } from '../audit/event';
import { independentPoints, livePoints } from '../policy/compile';
import { between, days } from '../time';
import type { Case, NoticeKind } from './case';
import type { Effect } from './command';
import type { Facts } from './facts';

/** How long a contact point that was taken away is still told (R25). */
const TOLD_AFTER_REMOVAL = days(90);

type Told = { events: CaseEvent[]; effects: Effect[] };

const recentlyRemoved = ({ account, now }: Facts): ContactPoint[] =>
  account.contactPoints.filter(
    (point) =>
      point.removedAt !== undefined &&
      between(point.removedAt, now) <= TOLD_AFTER_REMOVAL &&
      (point.kind === 'email' || point.smsCapable),
  );

/**
 * One notice to every contact point that can be told: those on file, and those removed in the last 90 days, which
 * never hold the clock. A bouncing or reported one is told as well, for a real owner may still read it (R25, R27).
 */
export const notices = (kind: NoticeKind, c: Case, facts: Facts): Told => {
  const independent = new Set(independentPoints(c, facts.account).map((point) => point.id));
  const live = livePoints(c, facts.account);
  const others = facts.account.contactPoints.filter(
    (point) =>
      !point.removedAt && !live.includes(point) && (point.kind === 'email' || point.smsCapable),
  );
  const told: Told = { events: [], effects: [] };
  for (const point of [...live, ...others, ...recentlyRemoved(facts)]) {
    const noticeId = facts.newId();
    told.events.push({
      type: 'notice-queued',
      notice: {
        id: noticeId,
        kind,
        contactPointId: point.id,
        independent: independent.has(point.id),
        status: 'queued',
        at: facts.now,
      },
    });
    told.effects.push({
      kind: 'send-notice',
      id: facts.newId(),
      noticeId,
      letter: kind,
      contactPointId: point.id,
    });
  }
  return told;
};
