import { cookies } from 'next/headers';
import type { CaseStatus } from '../../../../lib/domain/case/case';

/**
 * What became of a veto, kept in this browser for a few minutes. Not in the address: a link to a page of ours that says
 * "it has been stopped" would keep people from stopping it.
 */
const COOKIE = '__Host-veto';
const GUARDED = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;
const KEPT_FOR = 10 * 60;

export type VetoResult = 'stopped' | 'paused';

export async function keepVetoResult(status: CaseStatus): Promise<void> {
  const result: VetoResult = status === 'paused' ? 'paused' : 'stopped';
  (await cookies()).set(COOKIE, result, { ...GUARDED, maxAge: KEPT_FOR });
}

export async function vetoResult(): Promise<VetoResult | undefined> {
  const kept = (await cookies()).get(COOKIE)?.value;
  return kept === 'stopped' || kept === 'paused' ? kept : undefined;
}
