import type { Runbook } from './runbook';

/** An SMS gets lost at the phone or at its network; sending again takes another route. */
export const noSms: Runbook = {
  about: ['sms', 'voice'],
  tries: [
    'restart-phone',
    'flight-mode',
    'blocked-messages',
    'send-again-other-network',
    'provider-outage',
    'backup-code',
  ],
};
