import type { Runbook } from './runbook';

/** Mail is late, filtered, or goes to another mailbox than the caller looks in. */
export const noEmailCode: Runbook = {
  about: ['email-code'],
  tries: ['right-mailbox', 'spam-folder', 'newest-code', 'backup-code'],
};
