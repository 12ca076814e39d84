import type { Runbook } from './runbook';

/** A backup of the app, or another device that has it, spares the whole recovery. */
export const appLost: Runbook = {
  about: ['authenticator-app', 'push'],
  tries: ['app-backup', 'other-device', 'other-factor', 'backup-code', 'trusted-device'],
};
