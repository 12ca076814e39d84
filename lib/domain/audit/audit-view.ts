import type { FactorKind } from '../account/factor';
import type { Instant } from '../time';
import type { AuditEvent, AuditEventType, Recorded } from './event';

/** What an id in an event stands for: a contact point masked (R38), or a kind of factor. */
export type AuditThing = { masked: string } | { factor: FactorKind };

export type AuditFilter = {
  organisationId?: string | undefined;
  /** Moments on the clock of the time zone, to the minute: `2026-11-22T14:00`. `until` includes its minute. */
  from?: string | undefined;
  until?: string | undefined;
  /** A staff member. */
  actorId?: string | undefined;
  /** An id, or beginnings of words of a name, sign-in, address or number. */
  account?: string | undefined;
  types?: readonly AuditEventType[] | undefined;
  handle?: string | undefined;
};

export type AuditLine = {
  event: Recorded<AuditEvent>;
  organisation: string;
  timeZone: string;
  result: 'done' | 'refused';
  origin: { address: string; agent: string };
  account?: { id: string; name: string };
  case?: { id: string; handle: string };
  objectId?: string;
};

export type AuditPage = {
  now: Instant;
  lines: AuditLine[];
  /** Names of staff, and contact points and factors as they may be shown. */
  staff: Record<string, string>;
  things: Record<string, AuditThing>;
  next?: string;
  previous?: string;
  /** The accounts that the filter's words led to. */
  accounts?: { id: string; name: string }[];
  /** More accounts have these words than are looked through. */
  tooManyAccounts?: boolean;
  /** A handle was given that is no case's here. */
  noSuchCase?: boolean;
};
