import { cookies } from 'next/headers';
import type { HolderDoor } from '../../../../lib/use-cases/holder/door';
import { originOf } from '../../../session';

/**
 * What this browser brings to the holder's page, and what it keeps. `__Host-`: set by this host only, for all of it,
 * over TLS (or localhost) only; no script reads them.
 */
const GUARDED = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

/** Longer than any case and its veto can last (design.md §4); the secret ends with the case, whatever the cookie. */
const KEPT_FOR = 120 * 24 * 60 * 60;
/** Until the holder says that it is written down, and never longer. */
const SHOWN_FOR = 30 * 60;

const SCREEN = '__Host-screen';
const secretCookie = (handle: string) => `__Host-case-${handle}`;
const showCookie = (handle: string) => `__Host-show-${handle}`;

export async function doorOf(handle: string): Promise<HolderDoor> {
  const jar = await cookies();
  const screenToken = jar.get(SCREEN)?.value;
  const secret = jar.get(secretCookie(handle))?.value;
  return {
    handle,
    ...(screenToken ? { screenToken } : {}),
    ...(secret ? { secret } : {}),
    origin: await originOf(),
  };
}

export async function keepScreen(screenToken: string): Promise<void> {
  (await cookies()).set(SCREEN, screenToken, { ...GUARDED, maxAge: KEPT_FOR });
}

export async function keepSecret(handle: string, secret: string): Promise<void> {
  (await cookies()).set(secretCookie(handle), secret, { ...GUARDED, maxAge: KEPT_FOR });
}

/** Lets the page show the new secret, also after a reload, until it was written down: once, but not in one instant. */
export async function keepNewSecret(handle: string, secret: string): Promise<void> {
  await keepSecret(handle, secret);
  (await cookies()).set(showCookie(handle), '1', { ...GUARDED, maxAge: SHOWN_FOR });
}

export async function secretToShow(handle: string): Promise<string | undefined> {
  const jar = await cookies();
  return jar.has(showCookie(handle)) ? jar.get(secretCookie(handle))?.value : undefined;
}

export async function secretWasShown(handle: string): Promise<void> {
  (await cookies()).delete({ name: showCookie(handle), ...GUARDED });
}
