import type { FactorKind } from '../account/factor';

/** Something that a caller can try at once. Its words are in lib/messages/opening.ts. */
export type Try =
  | 'restart-phone'
  | 'flight-mode'
  | 'blocked-messages'
  | 'send-again-other-network'
  | 'provider-outage'
  | 'backup-code'
  | 'spam-folder'
  | 'right-mailbox'
  | 'newest-code'
  | 'typing-error'
  | 'other-account-in-app'
  | 'fresh-code'
  | 'phone-clock'
  | 'other-app'
  | 'app-backup'
  | 'other-device'
  | 'other-factor'
  | 'newest-app'
  | 'open-app'
  | 'allow-notifications'
  | 'spare-key'
  | 'key-other-port'
  | 'trusted-device';

/** The simple causes of one symptom, the most likely first, asked as one question: did this help? */
export type Runbook = {
  tries: readonly Try[];
  /** The factors that this symptom is about: the measure that replaces one of them is proposed first. */
  about: readonly FactorKind[];
};
