import type { Instant } from '../time';
import type { Factor } from './factor';
import type { AccountGuard } from './guard';
import type { RecoveryContact } from './recovery-contact';

export type ContactPointKind = 'email' | 'phone';

/** How a contact point came on file. */
export type ContactPointSource = 'import-new-account' | 'import' | 'holder' | 'case';

export type ContactPoint = {
  id: string;
  kind: ContactPointKind;
  /** Lower-cased address or E.164 number. */
  address: string;
  source: ContactPointSource;
  addedAt: Instant;
  givenByCase?: string;
  removedAt?: Instant;
  /** The last message was refused or came back. */
  refusedAt?: Instant;
  /** A mailbox that opens only with this very account: told, never a proof (R7). */
  opensWithAccount: boolean;
  smsCapable: boolean;
  deviceId?: string;
  /** On how many accounts of the organisation this address stands (R1). */
  accountsWithIt: number;
};

export type TrustedDevice = { id: string; label: string; trustedAt: Instant; revokedAt?: Instant };

export type Account = {
  id: string;
  organisationId: string;
  personId: string;
  /** Lower-cased name that the holder signs in with. */
  signIn: string;
  displayName: string;
  locale: 'nl' | 'en';
  disabled: boolean;
  privileged: boolean;
  /** The person is a staff member too (R22). */
  ofStaff: boolean;
  /** An imported account counts as having a second factor (R2). */
  importedAt?: Instant;
  contactPoints: ContactPoint[];
  factors: Factor[];
  /** Also those that ended: a refusal is remembered, and one person stays one means (R1). */
  recoveryContacts: RecoveryContact[];
  trustedDevices: number;
  openSessions: number;
  guard: AccountGuard;
};

/** Contact points that stand on file now. */
export const onFile = (account: Account): ContactPoint[] =>
  account.contactPoints.filter((point) => !point.removedAt);
