import type { Runbook } from './runbook';

/** The request waits in the app, but the phone does not show it. */
export const noPush: Runbook = {
  about: ['push', 'authenticator-app'],
  tries: [
    'flight-mode',
    'open-app',
    'allow-notifications',
    'newest-app',
    'other-app',
    'other-factor',
  ],
};
