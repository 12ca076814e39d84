import type { Page } from '@playwright/test';
import { nl } from '../lib/messages/nl';
import { expect } from './fixtures';
import { holderSignIn } from './holder-steps';
import { lastNumber, messageTo, openLink as openToken } from './message-steps';
import { pressed } from './steps';
import type { TestDesk } from './test-desk';

/** What account holders and their recovery contacts do, in the words that they read there. */

const words = nl.recoveryContacts;
export const DAY = 24 * 60 * 60;

/** With a second factor shown just now. */
export const signInFresh = async (page: Page, desk: TestDesk, key: string, path: string) => {
  await page.context().clearCookies({ name: '__Host-account' });
  await holderSignIn(page, desk, key);
  await page.goto(path);
};

export const linkIn = ({ text }: { text: string }): string =>
  /https?:\/\/\S+\/contact#[\w-]{43}/.exec(text)?.[0] ?? '';

/** The code that is typed where there is no script to read the link. */
export const typedCodeIn = ({ text }: { text: string }): string =>
  /\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\b/.exec(text)?.[0] ?? '';

export const fillInvitation = async (page: Page, name: string, address: string) => {
  await page.getByLabel(words.invite.name).fill(name);
  await page.getByLabel(words.invite.address, { exact: true }).fill(address);
  await page.getByRole('button', { name: words.invite.submit }).click();
};

/** Opens what was mailed, and goes on to what it is about. */
export const openLink = async (page: Page, link: string) => {
  await openToken(page, link, words.door.field);
  await page.getByRole('button', { name: words.door.submit }).click();
};

/** The agent has a contact of this holder asked; gives the mail. */
export const askContact = async (
  page: Page,
  desk: TestDesk,
  path: string,
  { name, address }: { name: string; address: string },
) => {
  await page.goto(path);
  const before = await lastNumber(desk);
  const form = page.getByRole('form', { name: `Vraag mailen aan ${name}` });
  await pressed(page, form.getByRole('button'));
  return messageTo(desk, address, before, 'vraagt je om hulp');
};

/** From the invitation to the end of the wait; gives the link of the contact. */
export const activeContact = async (
  { holder, contact }: { holder: Page; contact: Page },
  desk: TestDesk,
  { key, name, address, tellsTo }: { key: string; name: string; address: string; tellsTo: string },
): Promise<string> => {
  await signInFresh(holder, desk, key, '/account/contacts/new');
  const before = await lastNumber(desk);
  await fillInvitation(holder, name, address);
  await expect(holder.getByText(words.own.invited)).toBeVisible();
  const link = linkIn(await messageTo(desk, address, before));
  await openLink(contact, link);
  await contact.getByRole('button', { name: words.invitation.accept }).click();
  await expect(contact.getByText(words.about.thanks)).toBeVisible();
  await desk.clock.move(7 * DAY);
  await messageTo(desk, tellsTo, before, `${name} telt nu mee`);
  return link;
};
