import { cookies } from 'next/headers';
import { ASKED_OVER, type AskedOver } from '../../../lib/domain/asking/request';
import { isSymptom, type Symptom } from '../../../lib/domain/runbook/symptom';

/** What was asked on this screen, as it was typed here: nothing of it is looked up to be shown (R14). */
export type AskedHere = { token: string; signIn: string; symptom: Symptom; over: AskedOver };

const NAME = '__Host-recover';
const GUARDED = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;
/** As long as a request lives (R42). */
const AN_HOUR = 3_600;

export async function keepAsked(asked: AskedHere): Promise<void> {
  const value = Buffer.from(JSON.stringify(asked)).toString('base64url');
  (await cookies()).set(NAME, value, { ...GUARDED, maxAge: AN_HOUR });
}

/** Undefined where nothing was asked here, or what the browser sends is not ours. */
export async function askedHere(): Promise<AskedHere | undefined> {
  const value = (await cookies()).get(NAME)?.value;
  if (!value || value.length > 2_000) return undefined;
  try {
    return read(JSON.parse(Buffer.from(value, 'base64url').toString()));
  } catch {
    return undefined;
  }
}

export async function forgetAsked(): Promise<void> {
  (await cookies()).delete({ name: NAME, ...GUARDED });
}

const read = (kept: unknown): AskedHere | undefined => {
  if (kept === null || typeof kept !== 'object') return undefined;
  const { token, signIn, symptom, over } = kept as Record<keyof AskedHere, unknown>;
  const overs = ASKED_OVER.find((one) => one === over);
  return typeof token === 'string' && typeof signIn === 'string' && isSymptom(symptom) && overs
    ? { token, signIn, symptom, over: overs }
    : undefined;
};
