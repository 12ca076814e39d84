import type { Instant } from '../../time';
import type { ContactPointKind } from '../account';
import type { FactorKind } from '../factor';

/** A factor that has shown to work: its seed is sealed, its credential public. */
export type NewFactor = {
  id: string;
  kind: Exclude<FactorKind, 'backup-codes' | 'temporary-pass'>;
  label: string;
  contactPointId?: string;
  /** Of a push: the trusted device that it asks. */
  deviceId?: string;
  synced?: boolean;
  sealed?: string;
  credential?: string;
  /** The step of the clock that confirmed it: none is taken twice. */
  step?: number;
};

/** A mailbox or number that has answered. `words`: by which the desk finds the account. */
export type NewPoint = {
  id: string;
  kind: ContactPointKind;
  address: string;
  smsCapable: boolean;
  opensWithAccount: boolean;
  words: string[];
};

/** What R32 may hold up: everything by which whoever came in could keep the owner out. */
export type AccountChange =
  | { kind: 'add-factor'; factor: NewFactor }
  | { kind: 'rename-factor'; factorId: string; label: string }
  | { kind: 'remove-factor'; factorId: string }
  | { kind: 'new-backup-codes'; factorId: string }
  | { kind: 'change-password'; passwordHash: string }
  | { kind: 'add-contact-point'; point: NewPoint }
  | { kind: 'remove-contact-point'; contactPointId: string }
  | { kind: 'invite-contact'; contactId: string; name: string; address: string }
  | { kind: 'end-contact'; contactId: string };

export type ChangeKind = AccountChange['kind'];

/** What may be said of a change that waits: nothing of what it holds. */
export type ChangeInWords = { change: ChangeKind; factor?: FactorKind; point?: ContactPointKind };

/** A wish that waits, and what it would do. */
export type WaitingChange = {
  id: string;
  change: AccountChange;
  /** The case whose gift it rests on: its "this was not me" stops it too. */
  caseId: string;
  askedAt: Instant;
  dueAt: Instant;
};
