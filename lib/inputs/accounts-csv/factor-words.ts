import type { FactorKindImported } from './imported-account';

const WORDS: Record<FactorKindImported, readonly string[]> = {
  sms: ['sms', 'smscode', 'text', 'textmessage'],
  voice: ['voice', 'belcode', 'bellen', 'call', 'phonecall'],
  'email-code': ['emailcode', 'email', 'mail', 'mailcode'],
  'authenticator-app': ['authenticatorapp', 'authenticator', 'app', 'totp', 'otp'],
  push: ['push', 'melding', 'pushmelding', 'pushnotification'],
  'security-key': [
    ...['securitykey', 'beveiligingssleutel', 'sleutel', 'passkey', 'toegangssleutel'],
    ...['fido', 'fido2', 'webauthn', 'yubikey'],
  ],
  'backup-codes': ['backupcodes', 'backupcode', 'reservecodes'],
};
const KIND_OF = new Map<string, FactorKindImported>();
for (const kind of Object.keys(WORDS) as FactorKindImported[]) {
  for (const word of WORDS[kind]) KIND_OF.set(word, kind);
}
const NONE = ['', 'geen', 'none', 'nee', 'no', 'false', 'onwaar', 'nvt'];
const SOME = ['ja', 'yes', 'true', 'waar', 'x', 'aan', 'on'];

export type FactorWords = { factors: FactorKindImported[]; hasSecondFactor: boolean };

/**
 * What "Tweede factor" says: one or more kinds (`sms, authenticator-app`), yes, or no. Null when a word is not known:
 * guessing a factor would offer the wrong measures in a case. Backup codes alone are no second factor (R4).
 */
export const readFactorWords = (text: string): FactorWords | null => {
  const words = text
    .toLowerCase()
    .split(/[,;/+|&]|\s+(?:en|and)\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '');
  const [first = ''] = words;
  if (words.length < 2 && NONE.includes(first)) return { factors: [], hasSecondFactor: false };
  if (words.length === 1 && SOME.includes(first)) return { factors: [], hasSecondFactor: true };
  const kinds = words.map((word) => KIND_OF.get(word));
  const factors = kinds.filter((kind) => kind !== undefined);
  if (factors.length < kinds.length) return null;
  return {
    factors: [...new Set(factors)],
    hasSecondFactor: factors.some((kind) => kind !== 'backup-codes'),
  };
};
