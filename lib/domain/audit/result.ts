import type { AuditEventType } from './event';

const REFUSED: readonly AuditEventType[] = [
  'code-refused',
  'challenge-not-delivered',
  'identity-check-failed',
  'notice-refused',
  'enrolment-refused',
  'read-back-failed',
  'case-stuck',
  'case-declined',
  'password-refused',
  'holder-password-refused',
  'confirming-code-refused',
  'confirm-anew-refused',
  'second-factor-refused',
  'job-failed',
  'denied',
];

/** The result that a line of the log shows (BIO2 8.15.01). */
export const resultOf = (type: AuditEventType): 'done' | 'refused' =>
  REFUSED.includes(type) ? 'refused' : 'done';
