import { appLost } from './app-lost';
import { codeNotAccepted } from './code-not-accepted';
import { keyLost } from './key-lost';
import { noEmailCode } from './no-email-code';
import { noPush } from './no-push';
import { noSms } from './no-sms';
import { other } from './other';
import type { Runbook } from './runbook';

/** What a caller can say is wrong, in the order in which the desk asks. */
export const SYMPTOMS = [
  'no-sms',
  'no-email-code',
  'app-lost',
  'code-not-accepted',
  'no-push',
  'key-lost',
  'other',
] as const;
export type Symptom = (typeof SYMPTOMS)[number];

export const isSymptom = (text: unknown): text is Symptom =>
  SYMPTOMS.some((symptom) => symptom === text);

const RUNBOOKS: Record<Symptom, Runbook> = {
  'no-sms': noSms,
  'no-email-code': noEmailCode,
  'app-lost': appLost,
  'code-not-accepted': codeNotAccepted,
  'no-push': noPush,
  'key-lost': keyLost,
  other,
};

/** A stored case may name a symptom that is no longer asked: it then gets the general steps. */
export const symptomOf = (text: string): Symptom => (isSymptom(text) ? text : 'other');

export const runbookFor = (symptom: string): Runbook => RUNBOOKS[symptomOf(symptom)];
