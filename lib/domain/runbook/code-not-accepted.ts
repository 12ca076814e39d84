import type { Runbook } from './runbook';

/** Mostly an old code, a code of another account, or a phone whose clock is wrong (codes follow the time). */
export const codeNotAccepted: Runbook = {
  about: ['authenticator-app', 'sms', 'email-code'],
  tries: [
    'typing-error',
    'newest-code',
    'fresh-code',
    'other-account-in-app',
    'other-app',
    'phone-clock',
  ],
};
