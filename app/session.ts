import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Instant } from '../lib/domain/time';
import type { StaffSession } from '../lib/use-cases/staff/session';
import { desk } from '../lib/wiring';
import { front } from '../lib/wiring-front';
import { backPath } from './api/language/back-path';
import { clientAddress } from './client-address';

/**
 * Who is signed in to the desk. The cookie holds only a random token; the row behind its hash, and the memberships,
 * are read at every call (R36). Ask `staffSession` in every page and every server action, never in a layout alone.
 */
export type { StaffSession };

/** `__Host-`: set by this host only, for all of it, over TLS (or localhost) only. */
const SESSION = '__Host-desk';
const TICKET = '__Host-desk-ticket';
const BROWSER = '__Host-desk-browser';

const GUARDED = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;
const TEN_MINUTES = 600;
const THIRTY_DAYS = 2_592_000;

type Origin = StaffSession['caller']['origin'];

/** Where a request came from. */
export async function originOf(): Promise<Origin> {
  const head = await headers();
  return {
    address: clientAddress(head.get('x-forwarded-for'), front().trustedProxies),
    userAgent: (head.get('user-agent') ?? '').slice(0, 300),
  };
}

/** The session of this request, looked up once however many parts of a page ask. */
const found = cache(async (): Promise<StaffSession | undefined> => {
  const token = (await cookies()).get(SESSION)?.value;
  return token ? desk().readSession(token, await originOf(), 'page') : undefined;
});

/** Whoever may or may not be signed in: for the front of the house only. */
export async function staffSessionIfAny(): Promise<StaffSession | undefined> {
  return found();
}

/** The session, or the way to the sign-in page. */
export async function staffSession(): Promise<StaffSession> {
  return (await found()) ?? redirect(`/sign-in${nextParameter(await pathOf())}`);
}

/** For a refusal `reauthenticate`: asks password and second factor again, and leads back to `path`. */
export function freshSignIn(path: string): never {
  redirect(`/sign-in/again${nextParameter(path)}`);
}

/** Keeps the session standing, at the wish of whoever sees the warning. False when it is over. */
export async function extendSession(): Promise<{ now: Instant; endsAt: Instant } | undefined> {
  const token = (await cookies()).get(SESSION)?.value;
  const kept = token ? await desk().readSession(token, await originOf(), 'extend') : undefined;
  return kept && { now: kept.now, endsAt: kept.endsAt };
}

/** Only a path of this desk; anything else leads to the front door. */
export function nextPath(wanted: unknown): string | undefined {
  const path = backPath(wanted, null);
  return path === '/' || path.startsWith('/sign-in') ? undefined : path;
}

export function nextParameter(wanted: unknown): string {
  const path = nextPath(wanted);
  return path ? `?next=${encodeURIComponent(path)}` : '';
}

/** The page that was asked for, as the proxy wrote it down; not for a form, which is sent anew. */
async function pathOf(): Promise<string | null> {
  return (await headers()).get('x-regain-path');
}

export async function readTicket(): Promise<string | undefined> {
  return (await cookies()).get(TICKET)?.value;
}

export async function keepTicket(ticket: string): Promise<void> {
  (await cookies()).set(TICKET, ticket, { ...GUARDED, maxAge: TEN_MINUTES });
}

/** Token of the last session in this browser, live or over: by it the browser is known, and gets no access (R36). */
export async function knownBrowser(): Promise<string | undefined> {
  return (await cookies()).get(BROWSER)?.value;
}

/** Begins or renews: the token is new, and only in this answer. */
export async function keepSession(token: string): Promise<void> {
  const jar = await cookies();
  jar.set(SESSION, token, GUARDED);
  jar.set(BROWSER, token, { ...GUARDED, maxAge: THIRTY_DAYS });
  jar.delete({ name: TICKET, ...GUARDED });
}

export async function forgetSession(): Promise<void> {
  (await cookies()).delete({ name: SESSION, ...GUARDED });
}
