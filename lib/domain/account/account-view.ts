import type { AuditEvent, Recorded } from '../audit/event';
import type { CaseStatus } from '../case/case';
import type { AccountView } from '../case/case-view';
import type { RefusalCode } from '../case/command';
import type { NoCount } from '../case/plan';
import type { Instant } from '../time';
import type { ContactPointSource } from './account';
import type { FactorKind } from './factor';
import type { ContactStatus } from './recovery-contact';

export type PointDetails = AccountView['points'][number] & {
  source: ContactPointSource;
  removedAt?: Instant;
  /** Why it would prove nothing in a case now; absent where it would. */
  noCount?: NoCount;
};

export type FactorDetails = AccountView['factors'][number] & {
  synced: boolean;
  givenByCase: boolean;
  removedAt?: Instant;
};

export type DeviceView = {
  id: string;
  label: string;
  trustedAt: Instant;
  expiresAt: Instant;
  revokedAt: Instant | null;
};

export type SessionView = {
  id: string;
  device: string;
  address: string;
  startedAt: Instant;
  endedAt: Instant | null;
};

export type SignInView = {
  id: string;
  at: Instant;
  address: string;
  country: string;
  device: string;
  outcome: string;
  factor: FactorKind | null;
};

export type CaseLine = {
  id: string;
  handle: string;
  status: CaseStatus;
  openedAt: Instant;
  endedAt: Instant | null;
};

/** A recovery contact as the desk sees it: the address masked (R38). */
export type ContactLine = {
  id: string;
  name: string;
  masked: string;
  status: ContactStatus;
  /** When it came to stand so. */
  since: Instant;
};

export type AccountPage = {
  now: Instant;
  timeZone: string;
  organisation: { id: string; name: string };
  account: Omit<AccountView, 'points' | 'factors'> & {
    points: PointDetails[];
    factors: FactorDetails[];
    importedAt?: Instant;
  };
  devices: DeviceView[];
  sessions: SessionView[];
  signIns: SignInView[];
  cases: CaseLine[];
  /** What was sent to the holder, newest first. */
  messages: Recorded<AuditEvent>[];
  /** The reader is this person (R21). */
  own: boolean;
  mayUnmask: boolean;
  contacts: ContactLine[];
  mayInviteContact: boolean;
  /** Why no case can be opened, if so. */
  noCase?: RefusalCode;
};
