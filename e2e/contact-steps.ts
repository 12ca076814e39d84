import type { Page } from '@playwright/test';
import { nl } from '../lib/messages/nl';
import { expect } from './fixtures';
import { holderSignIn } from './holder-steps';
import { lastNumber, messageTo } from './steps';
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

/** Opens what was mailed; by itself that changes nothing. */
export const openLink = async (page: Page, link: string) => {
  // From the mail, not from the same page with another fragment.
  await page.goto('about:blank');
  await page.goto(link);
  // The token is taken out of the address bar.
  await expect(page).toHaveURL(/\/contact$/);
  await page.getByRole('button', { name: words.door.submit }).click();
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
  const link = linkIn(await messageTo(desk, address, before));
  await openLink(contact, link);
  await contact.getByRole('button', { name: words.invitation.accept }).click();
  await expect(contact.getByText(words.about.thanks)).toBeVisible();
  await desk.clock.move(7 * DAY);
  await expect
    .poll(async () => (await desk.inbox.messages({ to: tellsTo, since: before }))[0]?.text ?? '', {
      timeout: 20_000,
    })
    .toContain(`${name} telt nu mee`);
  return link;
};
