import type { Account, ContactPoint } from '../account/account';
import type { Factor } from '../account/factor';
import { emptyGuard } from '../account/guard';
import type { RecoveryContact } from '../account/recovery-contact';
import { days, type Instant, plus } from '../time';

/** When every story begins. */
export const START: Instant = '2026-11-22T10:00:00.000Z';
export const ago = (length: number): Instant => plus(START, -length);

export const aMailbox = (id: string, more: Partial<ContactPoint> = {}): ContactPoint => ({
  id,
  kind: 'email',
  address: `${id}@example.net`,
  source: 'import-new-account',
  addedAt: ago(days(200)),
  opensWithAccount: false,
  smsCapable: false,
  accountsWithIt: 1,
  ...more,
});

export const aNumber = (id: string, more: Partial<ContactPoint> = {}): ContactPoint => ({
  ...aMailbox(id),
  kind: 'phone',
  address: '+31612345678',
  smsCapable: true,
  ...more,
});

export const aFactor = (id: string, more: Partial<Factor> = {}): Factor => ({
  id,
  kind: 'authenticator-app',
  label: id,
  addedAt: ago(days(200)),
  ...more,
});

export const aKey = (id: string, more: Partial<Factor> = {}): Factor =>
  aFactor(id, { kind: 'security-key', synced: false, ...more });

/** Active for long. */
export const aContact = (id: string, more: Partial<RecoveryContact> = {}): RecoveryContact => ({
  id,
  name: id,
  address: `${id}@example.com`,
  invitedBy: 'holder',
  invitedAt: ago(days(100)),
  expiresAt: ago(days(93)),
  acceptedAt: ago(days(99)),
  countsFrom: ago(days(92)),
  activeAt: ago(days(92)),
  ...more,
});

export const backupCodes = (id = 'codes'): Factor => aFactor(id, { kind: 'backup-codes' });

/**
 * Anna: two mailboxes (`home`, `club`), a number (`mobile`), an authenticator app (`app`) that she lost, backup codes.
 * Imported long ago, so nothing about her is young.
 */
export const anAccount = (more: Partial<Account> = {}): Account => ({
  id: 'account-1',
  organisationId: 'org-1',
  personId: 'person-anna',
  signIn: 'anna@work.example',
  displayName: 'Anna de Wit',
  locale: 'nl',
  disabled: false,
  privileged: false,
  ofStaff: false,
  importedAt: ago(days(200)),
  contactPoints: [aMailbox('home'), aMailbox('club'), aNumber('mobile')],
  factors: [aFactor('app'), backupCodes()],
  recoveryContacts: [],
  trustedDevices: 2,
  openSessions: 3,
  guard: emptyGuard(),
  ...more,
});

/** An account that never had a second factor and was not imported: one means is enough for it (R2). */
export const aPlainAccount = (more: Partial<Account> = {}): Account => {
  const { importedAt: _, ...account } = anAccount({ factors: [], ...more });
  return account;
};
