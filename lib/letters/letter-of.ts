import type { Account } from '../domain/account/account';
import type { Case, Notice } from '../domain/case/case';
import { kindsToSetUp } from '../domain/case/measure';
import { namedMeasures } from '../domain/case/named-measure';
import { PAUSE_FOR, VETO_UNTIL } from '../domain/case/stopping';
import { between, hours, type Instant, plus } from '../domain/time';
import type { EndOutcome, NoticeLetter, Veto } from './letter';

/** Everything that a letter about a case may be made from. The handle is in the case and stays there. */
export type About = {
  now: Instant;
  case: Case;
  account: Account;
  organisation: { name: string; timeZone: string };
  language: Account['locale'];
};

export const everywhere = ({ language, organisation, now }: About) => ({
  language,
  organisation: organisation.name,
  timeZone: organisation.timeZone,
  now,
});

/** One notice, as the case stands when it is sent: a retry may find it further than when it was queued. */
export function noticeOf(notice: Notice, about: About, veto: Veto): NoticeLetter {
  const { case: c, account, now } = about;
  const base = { ...everywhere(about), measures: namedMeasures(c.measures, account), veto };
  const enrol = c.enrolment?.kind ?? kindsToSetUp(c.measures)[0] ?? 'authenticator-app';
  const closesAt = c.enrolment?.closesAt ?? plus(notice.at, hours(72));
  switch (notice.kind) {
    case 'wait-started':
    case 'wait-half-time':
    case 'wait-daily':
      // Before a notice was accepted there is no end yet; it cannot come sooner than this (R25).
      return {
        ...base,
        kind: notice.kind,
        endsAt: c.wait?.endsAt ?? plus(now, c.wait?.length ?? 0),
      };
    case 'loss-reported':
      return { ...base, kind: notice.kind, lost: lostThings(c, account) };
    case 'enrolment-ready':
    case 'enrolment-ends-soon':
      return { ...base, kind: notice.kind, enrol, closesAt };
    case 'measures-done':
      return { ...base, kind: notice.kind, vetoUntil: plus(c.completedAt ?? now, VETO_UNTIL) };
    case 'case-ended':
      return { ...base, kind: notice.kind, outcome: outcomeOf(c) };
    case 'pause-asked':
      return { ...base, kind: notice.kind, until: c.pause?.until ?? plus(notice.at, PAUSE_FOR) };
  }
}

/** Of a code: whole minutes that are left of its life, never none. */
export const minutesLeft = (now: Instant, expiresAt: Instant): number =>
  Math.max(1, Math.ceil(between(now, expiresAt) / 60_000));

const lostThings = (c: Case, account: Account) => [
  ...account.contactPoints.filter(({ id }) => c.reported.includes(id)).map(({ kind }) => kind),
  ...account.factors.filter(({ id }) => c.reported.includes(id)).map(({ kind }) => kind),
];

function outcomeOf(c: Case): EndOutcome {
  if (c.status === 'vetoed') return c.suspendedUntil ? 'locked' : 'vetoed';
  return c.status === 'solved' || c.status === 'declined' || c.status === 'expired'
    ? c.status
    : 'cancelled';
}
