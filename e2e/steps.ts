import type { Locator, Page } from '@playwright/test';
import { generate } from 'otplib';
import { expect } from './fixtures';
import { codeAfter } from './message-steps';
import type { TestDesk } from './test-desk';

/** What people do at the desk and before the holder's page, in the words that they read there. */

export const personOf = (desk: TestDesk, key: string) => {
  const person = desk.people.find((one) => one.key === key);
  if (!person) throw new Error(`nobody is called ${key}`);
  return person;
};

/** A code that was not used yet: the clock goes to the next step. */
export const freshCode = async (desk: TestDesk, secret: string): Promise<string> => {
  const now = await desk.clock.move(31);
  return generate({ secret, epoch: Math.floor(Date.parse(now) / 1000) });
};

/** The first step alone: the second factor is asked next. */
export const typePassword = async (page: Page, desk: TestDesk, key: string) => {
  const { signIn: name, password } = personOf(desk, key);
  await page.getByLabel('E-mailadres').fill(name);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tweede factor');
};

export const typeCode = async (page: Page, desk: TestDesk, key: string) => {
  const field = page.getByLabel('Code uit uw authenticator-app');
  // A code does not wait: it is made when there is where to type it.
  await expect(field).toBeVisible();
  await field.fill(await freshCode(desk, personOf(desk, key).seed));
  await page.getByRole('button', { name: 'Aanmelden' }).click();
};

/** Password, then authenticator code. Sessions end while the clock jumps, so a story signs in anew after each jump. */
export const signIn = async (page: Page, desk: TestDesk, key: string, path = '/queue') => {
  await page.context().clearCookies({ name: '__Host-desk' });
  await page.goto(path);
  await typePassword(page, desk, key);
  await typeCode(page, desk, key);
  await expect(page).toHaveURL(new RegExp(`${path}$`));
};

/** Presses, and waits until the answer is drawn: whoever looks elsewhere next must not come before the act. */
export const pressed = async (page: Page, button: Locator) => {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await button.click();
  await answer;
  await expect(page.locator('button[aria-disabled]')).toHaveCount(0);
};

/** From the call to the plan: find the account, say what is wrong, try the simple things, choose what changes. */
export const openCase = async (
  page: Page,
  {
    name,
    measure,
    enrol = 'Authenticator-app',
    password = false,
  }: {
    name: string;
    measure: string | RegExp;
    /** Which new factor; null where none is asked. */
    enrol?: string | null;
    /** A new password beside it. */
    password?: boolean;
  },
): Promise<{ path: string; handle: string }> => {
  await page.goto('/queue');
  await page.getByRole('link', { name: 'Nieuwe zaak' }).click();
  await page.getByLabel('Naam, aanmelding, e-mailadres of telefoonnummer').fill(name);
  await page.getByRole('button', { name: 'Zoeken' }).click();
  await page.getByRole('link', { name: `${name} kiezen` }).click();
  await page.getByLabel('Mijn telefoon of authenticator-app is weg').check();
  await page.getByRole('button', { name: 'Zaak openen' }).click();
  await page.getByLabel('Nee, het hielp niet').check();
  await page.getByRole('button', { name: 'Verder', exact: true }).click();
  await page.getByLabel(measure).check();
  const kinds = page.getByRole('group', { name: 'Wat wordt de nieuwe factor?' });
  if (enrol) await kinds.getByLabel(enrol, { exact: true }).check();
  else await expect(kinds, 'it is asked only where one comes').toBeHidden();
  if (password) await page.getByLabel('Ook een nieuw wachtwoord').check();
  await page.getByRole('button', { name: 'Herstelplan maken' }).click();
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/);
  const handle = page.getByText(/^HZ-\w{5}-\w{5}$/).first();
  const path = new URL(page.url()).pathname;
  return { path, handle: ((await handle.textContent()) ?? '').replace('HZ-', '') };
};

/** The agent sends a code to a masked contact point; gives what arrived there. */
export const sendCode = async (
  page: Page,
  desk: TestDesk,
  path: string,
  { target, to }: { target: RegExp; to: string },
): Promise<string> => {
  await page.goto(path);
  const send = page.getByRole('form', { name: target }).getByRole('button');
  return (await codeAfter(desk, to, () => pressed(page, send))).code;
};

export const openHoldersPage = async (page: Page, handle: string) => {
  await page.goto('/h');
  await page.getByLabel('Zaakcode').fill(handle);
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(page).toHaveURL(/\/h\/\w{10}/);
};

const enterCode = async (page: Page, code: string) => {
  await page.reload();
  const form = page.getByRole('form', { name: /^Code uit (de|het)/ });
  await form.getByRole('textbox').fill(code);
  await form.getByRole('button', { name: 'Verder' }).click();
};

/** The first code gives this screen the recovery key; what it shows is given back. */
export const enterFirstCode = async (page: Page, code: string): Promise<string> => {
  await enterCode(page, code);
  return writeDownKey(page);
};

export const writeDownKey = async (page: Page): Promise<string> => {
  const title = page.getByRole('heading', { name: 'Gelukt. Schrijf deze sleutel op' });
  await expect(title).toBeVisible();
  const shown = page.getByText(/^([A-Z0-9]{4}){6}[A-Z0-9]{2}$/).first();
  const secret = await shown.textContent();
  await page.getByRole('button', { name: 'Ik heb hem opgeschreven' }).click();
  await expect(page).toHaveURL(/\/h\/\w{10}$/);
  return secret ?? '';
};

/** With the second code it is proven enough. */
export const enterNextCode = async (page: Page, code: string) => {
  await enterCode(page, code);
  await expect(page.getByRole('heading', { name: 'Je hebt genoeg laten zien' })).toBeVisible();
};

export const askApproval = async (page: Page, path: string) => {
  await page.goto(path);
  await page.getByRole('button', { name: 'Akkoord vragen' }).first().click();
  await expect(page.getByText('Een tweede persoon moet dit beoordelen.')).toBeVisible();
};

export const approve = async (page: Page, desk: TestDesk, key: string, path: string) => {
  await signIn(page, desk, key, `${path}/approve`);
  await page.getByRole('button', { name: 'Akkoord geven' }).click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await untilSeen(page, () => page.getByText(/Niets te doen tot/));
};

/** The number on the screen of the holder, which whoever checks the document types over. */
export const screenNumber = async (holder: Page, here: string): Promise<string> => {
  await holder.goto(`${here}/identity-check`);
  await holder.getByRole('button', { name: 'Toon mijn nummer' }).click();
  const number = await holder
    .getByText(/^\d{3} ?\d{3}$/)
    .first()
    .textContent();
  return (number ?? '').replace(' ', '');
};

/** An identity check by Saskia, of whoever has this number on the screen. */
export const recordCheck = async (
  page: Page,
  desk: TestDesk,
  path: string,
  { mode, place, number }: { mode: 'In persoon' | 'Op afstand'; place: string; number: string },
) => {
  await signIn(page, desk, 'saskia', `${path}/identity-check`);
  await page.getByLabel(mode, { exact: true }).check();
  await page.getByLabel('Soort document').selectOption('passport');
  await page.getByLabel('Plaats').fill(place);
  await page.getByLabel('Ja, dit is de accounthouder').check();
  await page.getByLabel('Nummer op het scherm van de accounthouder').fill(number);
  await page.getByRole('button', { name: 'Vastleggen' }).click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
};

/** Looks again until it is there: what a worker does, a page shows only when it is opened anew. */
export const untilSeen = (page: Page, what: () => Locator) =>
  expect(async () => {
    await page.reload();
    await expect(what()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });

/** A security key that is always touched, in this browser. */
export const withSecurityKey = async (page: Page) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'usb',
      hasResidentKey: false,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
};

/** As an account holder who still has the authenticator app; `account` as the list of the inbox names it. */
export const signInAtInbox = async (page: Page, desk: TestDesk, account: string) => {
  await desk.clock.move(31);
  await page.goto('/inbox');
  const name = account.split(',')[0] ?? '';
  const shown = await page
    .getByText(new RegExp(`^${name}`))
    .first()
    .locator('..')
    .textContent();
  await page.getByLabel('Account', { exact: true }).selectOption({ label: account });
  await page.getByLabel('Code uit de authenticator-app').fill(/\d{6}/.exec(shown ?? '')?.[0] ?? '');
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await expect(page.getByRole('heading', { name: 'Er loopt een herstel' })).toBeVisible();
};
