import type { Page } from '@playwright/test';
import { nl } from '../lib/messages/nl';
import { HOLDERS, PASSWORD } from '../prisma/seed/people';
import { expect } from './fixtures';
import { freshCode } from './steps';
import type { TestDesk } from './test-desk';

/** What account holders do at their own sign-in, in the words that they read there. */

const words = nl.ownSignIn;
const own = nl.ownPages;
export const DEVICE = '__Host-account-device';

export const holderOf = (desk: TestDesk, key: string) => {
  const known = HOLDERS.find((holder) => holder.key === key);
  const seeded = desk.holders.find((holder) => holder.key === key);
  if (!known || !seeded) throw new Error(`no holder is called ${key}`);
  return { ...known, ...seeded };
};

export const holderPassword = async (
  page: Page,
  desk: TestDesk,
  key: string,
  password = PASSWORD,
) => {
  await page.goto('/account/sign-in');
  await page.getByLabel(words.signIn).fill(holderOf(desk, key).signIn);
  await page.getByLabel(words.password).fill(password);
  await page.getByRole('button', { name: words.submit }).click();
};

/** A step that was not used yet: the clock goes to the next one. */
export const appCode = (desk: TestDesk, key: string): Promise<string> =>
  freshCode(desk, holderOf(desk, key).app ?? '');

export const fillCode = async (page: Page, label: string, code: string) => {
  await page.getByRole('textbox', { name: label }).fill(code);
  await page.getByRole('button', { name: words.second.submit, exact: true }).click();
};

/** A code does not wait: it is made when there is where to type it. */
export const fillAppCode = async (page: Page, desk: TestDesk, key: string) => {
  const label = words.fields['authenticator-app'];
  await expect(page.getByRole('textbox', { name: label })).toBeVisible();
  await fillCode(page, label, await appCode(desk, key));
};

export const choose = (page: Page, kind: keyof typeof words.kinds) =>
  page.getByRole('link', { name: words.kinds[kind] }).click();

export const expectSignedIn = async (page: Page) => {
  await expect(page).toHaveURL(/\/account(\?.*)?$/);
  // What is looked for next, or not to be found, is looked for on that page.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

/** Password and app; `trust`: this browser skips the second factor from now on. */
export const holderSignIn = async (page: Page, desk: TestDesk, key: string, trust = false) => {
  await holderPassword(page, desk, key);
  if (trust) await page.getByLabel(words.second.trust).check();
  await fillAppCode(page, desk, key);
  await expectSignedIn(page);
};

/** What the own page says of what was just done. */
export const said = (page: Page, done: keyof typeof own.done) =>
  expect(page.getByText(own.done[done])).toBeVisible();

export const row = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ hasText: name });

export const alert = (page: Page) => page.locator('main form [role=alert]').first();

const confirm = (page: Page) => page.getByRole('button', { name: own.confirm.submit }).click();

/** A code by message or call that confirms something: a wrong one first, then as it came. */
export const confirmCode = async (page: Page, code: string, typed = code) => {
  const field = page.getByLabel(own.confirm.code);
  await field.fill(unlike(code));
  await confirm(page);
  await expect(alert(page)).toContainText('nog 4 keer');
  await field.fill(typed);
  await confirm(page);
};

export const unlike = (code: string) => (code === '123456' ? '654321' : '123456');

export const manage = async (page: Page, label: string) => {
  await row(page, label).getByRole('link', { name: own.factors.manage }).click();
  await expect(page).toHaveURL(/\/account\/factors\//);
};

export const remove = async (page: Page, label: string) => {
  await page.goto('/account');
  await manage(page, label);
  await page.getByRole('link', { name: own.factor.remove, exact: true }).click();
  await page.getByRole('button', { name: own.factor.remove }).click();
};
