import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { ContactPage } from '../../../lib/use-cases/contact/links';
import { desk } from '../../../lib/wiring';
import { originOf } from '../../session';

/**
 * What the link, or the typed code, of a message opened, kept in this browser for an hour: it must stand in no address
 * (R18), and the pages behind it are more than one.
 */
const LINK = '__Host-contact';
/** What became of it, for the browser that did it; a page that says so to anybody would say it to everybody. */
const RESULT = '__Host-contact-result';
const GUARDED = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;
const AN_HOUR = 60 * 60;
const TEN_MINUTES = 10 * 60;

export const CONTACT = '/contact';

const RESULTS = ['declined', 'left', 'stopped', 'vouched', 'not-counted'] as const;
export type ContactResult = (typeof RESULTS)[number];

type Door = { presented: string; origin: Awaited<ReturnType<typeof originOf>> };

export async function keepLink(presented: string): Promise<void> {
  (await cookies()).set(LINK, presented, { ...GUARDED, maxAge: AN_HOUR });
}

/** It is over: the link goes, what became of it stays for a while. */
export async function keepResult(result: ContactResult): Promise<void> {
  const jar = await cookies();
  jar.delete({ name: LINK, ...GUARDED });
  jar.set(RESULT, result, { ...GUARDED, maxAge: TEN_MINUTES });
}

export async function keptResult(): Promise<ContactResult | undefined> {
  const kept = (await cookies()).get(RESULT)?.value;
  return RESULTS.find((result) => result === kept);
}

export async function contactDoor(): Promise<Door> {
  return { presented: (await cookies()).get(LINK)?.value ?? '', origin: await originOf() };
}

/** The page that a link is for, as the contact stands now. */
export const pathOf = ({ purpose, status }: Pick<ContactPage, 'purpose' | 'status'>): string => {
  if (purpose === 'contact-stop') return `${CONTACT}/stop`;
  if (purpose === 'contact-question') return `${CONTACT}/question`;
  return status === 'invited' ? `${CONTACT}/invitation` : `${CONTACT}/about`;
};

const read = cache(async () => {
  const door = await contactDoor();
  return door.presented ? desk().readContactPage(door) : undefined;
});

/** What the page at `path` shows; without a link back to the door, and to its own page where it is another. */
export async function contactPage(...paths: string[]): Promise<ContactPage> {
  const page = await read();
  if (!page) redirect(CONTACT);
  if ('refused' in page) redirect(`${CONTACT}?over=1`);
  const own = pathOf(page);
  if (!paths.includes(own)) redirect(own);
  return page;
}
