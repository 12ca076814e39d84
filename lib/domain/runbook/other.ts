import type { Runbook } from './runbook';

/** What helps with any second factor. */
export const other: Runbook = {
  about: [],
  tries: ['other-factor', 'backup-code', 'trusted-device', 'other-device'],
};
