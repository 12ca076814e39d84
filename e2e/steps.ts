import type { Locator, Page } from '@playwright/test';
import { generate } from 'otplib';
import { expect } from './fixtures';
import type { TestDesk } from './test-desk';

/** What people do at the desk and before the holder's page, in the words that they read there. */

const personOf = (desk: TestDesk, key: string) => {
  const person = desk.people.find((one) => one.key === key);
  if (!person) throw new Error(`nobody is called ${key}`);
  return person;
};

/** A code that was not used yet: the clock goes to the next step. */
const freshCode = async (desk: TestDesk, seed: string): Promise<string> => {
  const now = await desk.clock.move(31);
  return generate({ secret: seed, epoch: Math.floor(Date.parse(now) / 1000) });
};

/** The first step alone: the second factor is asked next. */
export const typePassword = async (page: Page, desk: TestDesk, key: string) => {
  const { signIn: name, password } = personOf(desk, key);
  await page.goto('/sign-in');
  await page.getByLabel('E-mailadres').fill(name);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(page.getByLabel('Code uit uw authenticator-app')).toBeVisible();
};

/** Password, then authenticator code. Sessions end while the clock jumps, so a story signs in anew after each jump. */
export const signIn = async (page: Page, desk: TestDesk, key: string, path = '/queue') => {
  const { signIn: name, password, seed } = personOf(desk, key);
  await page.context().clearCookies({ name: '__Host-desk' });
  await page.goto(path);
  await page.getByLabel('E-mailadres').fill(name);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByLabel('Code uit uw authenticator-app').fill(await freshCode(desk, seed));
  await page.getByRole('button', { name: 'Aanmelden' }).click();
  await expect(page).toHaveURL(new RegExp(path.replace(/[?]/g, '\\?')));
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
  const handle = page.getByText(/^HZ-\w{5}-\w{5}$/).first();
  await expect(handle).toBeVisible();
  const path = new URL(page.url()).pathname;
  return { path, handle: ((await handle.textContent()) ?? '').replace('HZ-', '') };
};

/** The newest message to this address that came after the one with this number. */
export const messageTo = async (desk: TestDesk, to: string, after = 0) => {
  await expect
    .poll(async () => (await desk.inbox.messages({ to, since: after })).length, { timeout: 15_000 })
    .toBeGreaterThan(0);
  const [newest] = await desk.inbox.messages({ to, since: after });
  if (!newest) throw new Error(`no message to ${to}`);
  return newest;
};

export const lastNumber = async (desk: TestDesk): Promise<number> =>
  (await desk.inbox.messages())[0]?.number ?? 0;

const codeOf = (text: string): string => {
  const code = /(?<![\d-])(\d{3} ?\d{3})(?![\d-])/.exec(text)?.[1];
  if (!code) throw new Error('no code in the message');
  return code.replace(' ', '');
};

/** The agent sends a code to a masked contact point; gives what arrived there. */
export const sendCode = async (
  page: Page,
  desk: TestDesk,
  path: string,
  { target, to }: { target: RegExp; to: string },
): Promise<string> => {
  const before = await lastNumber(desk);
  await page.goto(path);
  await page.getByRole('form', { name: target }).getByRole('button').click();
  return codeOf((await messageTo(desk, to, before)).text);
};

export const openHoldersPage = async (page: Page, handle: string) => {
  await page.goto('/h');
  await page.getByLabel('Zaakcode').fill(handle);
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect(page).toHaveURL(/\/h\/\w{10}/);
};

/** The first code gives this screen the recovery key; what it shows is given back. */
export const enterFirstCode = async (page: Page, code: string): Promise<string> => {
  await page.reload();
  const form = page.getByRole('form', { name: /^Code uit (de|het)/ });
  await form.getByRole('textbox').fill(code);
  await form.getByRole('button', { name: 'Verder' }).click();
  await expect(
    page.getByRole('heading', { name: 'Gelukt. Schrijf deze sleutel op' }),
  ).toBeVisible();
  const shown = page.getByText(/^([A-Z0-9]{4}){6}[A-Z0-9]{2}$/).first();
  const secret = await shown.textContent();
  await page.getByRole('button', { name: 'Ik heb hem opgeschreven' }).click();
  return secret ?? '';
};

export const enterNextCode = async (page: Page, code: string) => {
  await page.reload();
  const form = page.getByRole('form', { name: /^Code uit (de|het)/ });
  await form.getByRole('textbox').fill(code);
  await form.getByRole('button', { name: 'Verder' }).click();
};

/** A fresh sign-in is asked for acts that weigh: password and a new code, then back to the act. */
export const again = async (page: Page, desk: TestDesk, key: string) => {
  const { password, seed } = personOf(desk, key);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByLabel('Code uit uw authenticator-app').fill(await freshCode(desk, seed));
  await page.getByRole('button', { name: 'Aanmelden' }).click();
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

/** Looks again until it is there: what a worker does, a page shows only when it is opened anew. */
export const untilSeen = (page: Page, what: () => Locator) =>
  expect(async () => {
    await page.reload();
    await expect(what()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });

/** A security key that is always touched, in this browser. */
export const withSecurityKey = async (page: Page): Promise<void> => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'usb',
      hasResidentKey: false,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
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
  const code = /\d{6}/.exec(shown ?? '')?.[0] ?? '';
  await page.getByLabel('Code uit de authenticator-app').fill(code);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
};
