import type { Runbook } from './runbook';

/** A spare key or a passkey elsewhere is quicker than any recovery. */
export const keyLost: Runbook = {
  about: ['security-key'],
  tries: ['spare-key', 'key-other-port', 'other-factor', 'backup-code', 'trusted-device'],
};
