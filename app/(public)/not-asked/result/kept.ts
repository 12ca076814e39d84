import { cookies } from 'next/headers';

/**
 * That this browser has just said it, for a few minutes. Not in the address: a link to a page of ours that says "we have
 * noted it" would keep people from saying it.
 */
const COOKIE = '__Host-not-asked';
const GUARDED = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;
const KEPT_FOR = 10 * 60;

export async function keepReport(): Promise<void> {
  (await cookies()).set(COOKIE, 'said', { ...GUARDED, maxAge: KEPT_FOR });
}

export async function hasReported(): Promise<boolean> {
  return (await cookies()).get(COOKIE)?.value === 'said';
}
