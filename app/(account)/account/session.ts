import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { SignedIn } from '../../../lib/use-cases/own/second-factor';
import type { HolderSession } from '../../../lib/use-cases/own/session';
import type { TicketDoor } from '../../../lib/use-cases/own/ticket';
import { desk } from '../../../lib/wiring';
import { backPath } from '../../api/language/back-path';
import { originOf } from '../../session';

/**
 * Who is signed in to the own pages. The cookie holds only a random token; the row behind its hash is read at every
 * call, so that "sign out everywhere" holds at the next request. Ask `holderSession` in every page and action.
 */
export type { HolderSession };

/** `__Host-`: set by this host only, for all of it, over TLS (or localhost) only. */
const SESSION = '__Host-account';
const TICKET = '__Host-account-ticket';
const DEVICE = '__Host-account-device';

const GUARDED = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;
const TEN_MINUTES = 600;
const THIRTY_DAYS = 2_592_000;

export const SIGN_IN = '/account/sign-in';

/** The session of this request, looked up once however many parts of a page ask. */
const found = cache(async (): Promise<HolderSession | undefined> => {
  const token = (await cookies()).get(SESSION)?.value;
  return token ? desk().readHolderSession(token, await originOf()) : undefined;
});

export const holderSessionIfAny = (): Promise<HolderSession | undefined> => found();

/** The session, or the way to the sign-in page. */
export async function holderSession(): Promise<HolderSession> {
  const path = (await headers()).get('x-regain-path');
  return (await found()) ?? redirect(`${SIGN_IN}${nextParameter(path)}`);
}

/** For a refusal `reauthenticate`: asks password and second factor again, and leads back to `path`. */
export function freshHolderSignIn(path: string): never {
  redirect(`${SIGN_IN}/again${nextParameter(path)}`);
}

/** Only a path of the own pages; anything else leads to their front. */
export function nextPath(wanted: unknown): string {
  const path = backPath(wanted, null);
  return path.startsWith('/account') && !path.startsWith(SIGN_IN) ? path : '/account';
}

export function nextParameter(wanted: unknown): string {
  const path = nextPath(wanted);
  return path === '/account' ? '' : `?next=${encodeURIComponent(path)}`;
}

/** What this browser brings between the password and the second factor. */
export async function ticketDoor(): Promise<TicketDoor> {
  const jar = await cookies();
  const [ticket, device] = [TICKET, DEVICE].map((name) => jar.get(name)?.value);
  return { ticket: ticket ?? '', device, origin: await originOf() };
}

export async function keepTicket(ticket: string): Promise<void> {
  (await cookies()).set(TICKET, ticket, { ...GUARDED, maxAge: TEN_MINUTES });
}

/** The token of a device that this browser says to be. */
export async function trustedDevice(): Promise<string | undefined> {
  return (await cookies()).get(DEVICE)?.value;
}

/** Begins or renews: the tokens are new, and only in this answer. */
export async function keepSignedIn({ token, deviceToken }: SignedIn): Promise<void> {
  const jar = await cookies();
  jar.set(SESSION, token, GUARDED);
  if (deviceToken) await keepDevice(deviceToken);
  jar.delete({ name: TICKET, ...GUARDED });
}

/** This browser says to be that device from now on; whether it is trusted, the row decides. */
export async function keepDevice(deviceToken: string): Promise<void> {
  (await cookies()).set(DEVICE, deviceToken, { ...GUARDED, maxAge: THIRTY_DAYS });
}

export async function forgetSignedIn(): Promise<void> {
  (await cookies()).delete({ name: SESSION, ...GUARDED });
}
