import type { Page } from '@playwright/test';
import { nl } from '../../lib/messages/nl';
import {
  activeContact,
  askContact,
  DAY,
  fillInvitation,
  linkIn,
  openLink,
  signInFresh,
} from '../contact-steps';
import { expect, test } from '../fixtures';
import { lastNumber, messageTo } from '../message-steps';
import * as step from '../steps';
import { expectEveryPageWalked, walk } from '../walk';

/** Every screen about recovery contacts: the account holder's, the contact's, and the no from a message. */

// A recording of every click of hundreds of looks costs more than the looks.
test.describe.configure({ mode: 'serial', timeout: 900_000 });

const words = nl.recoveryContacts;
const MAILBOX = 'lotte.meijer@example.net';

const open = async (page: Page, link: string) => {
  await openLink(page, link);
  await expect(page).not.toHaveURL(/\/contact$/);
};

/** The form sent as it is: what is missing is said above it and at each field. */
const refused = {
  first: async (page: Page) => {
    await page.locator('main form').evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await page.locator('main form button[type=submit]').first().click();
    await expect(page.locator('main form [role=alert]').first()).not.toBeEmpty();
  },
};

test('the account holder, the contact, and whoever stops it from a message', async ({
  desk,
  newBrowser,
}) => {
  const [lotte, contact, anybody] = [await newBrowser(), await newBrowser(), await newBrowser()];
  const signIn = (path: string) => signInFresh(lotte, desk, 'lotte', path);
  const invite = async (name: string, address: string) => {
    const before = await lastNumber(desk);
    await lotte.goto('/account/contacts/new');
    await fillInvitation(lotte, name, address);
    await expect(lotte).toHaveURL(/done=invited/);
    return linkIn(await messageTo(desk, address, before));
  };

  await signIn('/account/contacts');
  await walk(lotte, '/account/contacts', { act: words.own.invite });
  await walk(lotte, '/account/contacts/new', { act: words.invite.submit });
  await walk(lotte, '/account/contacts/new', { act: words.invite.submit, ...refused });
  await signIn('/account/contacts');
  const mirjam = await invite('Mirjam', 'mirjam@example.org');
  await invite('Oom Piet, met een heel lange naam die nergens meer past', 'piet@example.org');
  await walk(lotte, '/account/contacts', { act: words.own.invite });

  await contact.goto('/contact');
  await walk(contact, '/contact', { act: words.door.submit });
  await walk(contact, '/contact?over=1', { act: words.door.submit });
  await walk(contact, '/contact', { act: words.door.submit, ...refused });
  await open(contact, mirjam);
  await walk(contact, '/contact/invitation', { act: words.invitation.accept });
  await contact.goto('/contact/invitation');
  const before = await lastNumber(desk);
  await contact.getByRole('button', { name: words.invitation.accept }).click();
  await expect(contact).toHaveURL(/\/contact\/about/);
  await walk(contact, '/contact/about?thanks=1', { act: words.about.leave });

  const told = await messageTo(desk, MAILBOX, before, 'Mirjam heeft ja gezegd');
  await open(anybody, linkIn(told));
  await walk(anybody, '/contact/stop', { act: words.stop.submit });

  const soon = await lastNumber(desk);
  await desk.clock.move(7 * DAY);
  await messageTo(desk, MAILBOX, soon, 'telt nu mee');
  await open(contact, mirjam);
  await walk(contact, '/contact/about', { act: words.about.leave });
  await walk(contact, '/contact/leave', { act: words.leave.submit });
  await signIn('/account/contacts');
  await walk(lotte, '/account/contacts', { act: words.own.invite });
  await lotte.goto('/account/contacts');
  const end = await lotte
    .getByRole('link', { name: words.own.endWhich.replace('{name}', 'Mirjam') })
    .getAttribute('href');
  await walk(lotte, end ?? '', { act: words.end.submit });
  await contact.goto('/contact/leave');
  await contact.getByRole('button', { name: words.leave.submit }).click();
  await expect(contact).toHaveURL(/\/contact\/done/);
  await walk(contact, '/contact/done', { title: words.done.left.title });
});

test('the question in a case', async ({ desk, newBrowser }) => {
  const [fleur, contact, noor] = [await newBrowser(), await newBrowser(), await newBrowser()];
  const address = 'mirjam.dekker@example.com';
  await activeContact({ holder: fleur, contact }, desk, {
    key: 'fleur',
    name: 'Mirjam',
    address,
    tellsTo: 'fleur@example.net',
  });
  await step.signIn(noor, desk, 'noor');
  const { path } = await step.openCase(noor, {
    name: 'Fleur Dekker',
    measure: /^Authenticator-app.* vervangen/i,
  });
  await open(contact, linkIn(await askContact(noor, desk, path, { name: 'Mirjam', address })));
  await walk(contact, '/contact/question', { act: words.question.submit });
  await walk(contact, '/contact/question', { act: words.question.submit, ...refused });
});

test('no page about recovery contacts was left out', () => {
  expectEveryPageWalked((file) => /^\(\w+\)\/(account\/contacts|contact)\//.test(file));
});
