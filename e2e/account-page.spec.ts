import type { Page } from '@playwright/test';
import { nl } from '../lib/messages/nl';
import { PASSWORD } from '../prisma/seed/people';
import { expect, expectAccessible, test } from './fixtures';
import {
  alert,
  choose,
  confirmCode,
  expectSignedIn,
  fillAppCode,
  fillCode,
  holderPassword,
  holderSignIn,
  manage,
  remove,
  row,
  said,
} from './holder-steps';
import { codeAfter } from './message-steps';
import { plantGivenByCase } from './planting';
import { freshCode, withSecurityKey } from './steps';

/** The account holder's page: each factor set up, used and removed by its owner. */

const own = nl.ownPages;
const words = nl.ownSignIn;
const { newApp, newKey } = nl.signIn;

/** The key of the app as it stands below the QR code. */
const newSecret = async (page: Page) =>
  ((await page.locator('.select-all').textContent()) ?? '').replaceAll(' ', '');

test('an authenticator app: set up, a wrong code, used, asked first, removed; the last one stays', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  await holderSignIn(page, desk, 'thijs');
  await page.goto('/account/factors/new/app');
  await page.getByRole('button', { name: newApp.show }).click();
  await page.getByLabel(newApp.label).fill('Tablet');
  await page.getByLabel(newApp.code, { exact: true }).fill('000000');
  await page.getByRole('button', { name: newApp.submit }).click();
  await expect(alert(page)).toContainText('klopt niet');
  const secret = await newSecret(page);
  await page.getByLabel(newApp.code, { exact: true }).fill(await freshCode(desk, secret));
  await page.getByRole('button', { name: newApp.submit }).click();
  await said(page, 'added');

  await manage(page, 'Tablet');
  await page.getByLabel(own.factor.name, { exact: true }).fill('Tablet thuis');
  await page.getByRole('button', { name: own.factor.rename }).click();
  await said(page, 'renamed');
  await manage(page, 'Tablet thuis');
  await page.getByRole('button', { name: own.factor.prefer }).click();
  await said(page, 'preferred');

  const other = await newBrowser();
  await holderPassword(other, desk, 'thijs');
  await expect(other.getByText('Tablet thuis').first()).toBeVisible();
  await fillCode(other, words.fields['authenticator-app'], await freshCode(desk, secret));
  await expectSignedIn(other);

  await remove(page, 'Telefoon');
  await said(page, 'removed');
  await remove(page, 'Tablet thuis');
  await expect(alert(page)).toContainText('laatste tweede factor');
});

test('a security key: set up, used, removed', async ({ newBrowser, desk }) => {
  const page = await newBrowser();
  await holderSignIn(page, desk, 'fatima');
  await withSecurityKey(page);
  await page.goto('/account/factors/new/key');
  await page.getByRole('button', { name: newKey.submit }).click();
  await said(page, 'added');
  await page.getByRole('button', { name: own.signOut, exact: true }).click();
  await expect(page).toHaveURL(/left=1/);
  await holderPassword(page, desk, 'fatima');
  await page.getByRole('button', { name: words.second.keySubmit }).click();
  await expectSignedIn(page);
  await remove(page, newKey.defaultLabel);
  await said(page, 'removed');
});

test('a number in any writing, SMS to it, and neither any more', async ({ newBrowser, desk }) => {
  const page = await newBrowser();
  await holderSignIn(page, desk, 'lotte');
  await page.goto('/account/contact-points/new?kind=phone');
  await page.getByLabel(own.points.phone).fill('06 12 34');
  await page.getByRole('button', { name: own.points.send }).click();
  await expect(alert(page)).toContainText('nummer');
  await page.getByLabel(own.points.phone).fill('06-1234 56 21');
  const number = '+31612345621';
  const { code } = await codeAfter(desk, number, () =>
    page.getByRole('button', { name: own.points.send }).click(),
  );
  await confirmCode(page, code, `${code.slice(0, 3)} ${code.slice(3)}`);
  await said(page, 'point-added');
  await expect(row(page, number)).toContainText(own.points.young);
  await page.goto('/account/factors/new');
  const name = own.factors.sent.sms.replace('{to}', number);
  const second = await codeAfter(desk, number, () => page.getByRole('button', { name }).click());
  await page.getByLabel(own.confirm.code).fill(second.code);
  await page.getByRole('button', { name: own.confirm.submit }).click();
  await said(page, 'added');

  await row(page, number).last().getByRole('link', { name: own.points.remove }).click();
  await expect(page.getByText(own.points.goesToo)).toBeVisible();
  await page.getByRole('button', { name: own.points.remove }).click();
  await said(page, 'point-removed');
  await expect(page.getByText(number)).toHaveCount(0);
});

test('backup codes: shown once, each works once, the old set is dead', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  await holderSignIn(page, desk, 'lotte');
  await page.goto('/account/backup-codes');
  await page.getByRole('button', { name: own.codes.make }).click();
  await expect(page.getByRole('listitem')).toHaveCount(10);
  const [code = ''] = await page.getByRole('listitem').allTextContents();
  await expectAccessible(page);
  const saved = await page.getByRole('link', { name: own.codes.save }).getAttribute('href');
  expect(decodeURIComponent(saved ?? '')).toContain(code);
  await page.reload();
  await expect(page.getByText(code)).toHaveCount(0);

  const other = await newBrowser();
  await holderPassword(other, desk, 'lotte');
  await choose(other, 'backup-codes');
  await other
    .getByRole('textbox', { name: words.fields['backup-codes'] })
    .fill(code.toLowerCase().replaceAll('-', ' '));
  await other.getByRole('button', { name: words.second.submit, exact: true }).click();
  await expectSignedIn(other);
  await expect(other.getByText('Nog 9 codes')).toBeVisible();
});

test('a new password: an obvious one is refused, the other browser is out, the old one is wrong', async ({
  newBrowser,
  desk,
}) => {
  const [page, other] = [await newBrowser(), await newBrowser()];
  await holderSignIn(other, desk, 'esra');
  await holderSignIn(page, desk, 'esra');
  await page.goto('/account/password');
  const type = async (password: string) => {
    await page.getByLabel(own.password.new).fill(password);
    await page.getByLabel(own.password.repeat).fill(password);
    await page.getByRole('button', { name: own.password.submit }).click();
  };
  await type('Welkom2026!');
  await expect(alert(page)).toContainText(own.password.problems.obvious);
  await type('zeven blauwe fietsen');
  await said(page, 'password');
  await other.goto('/account');
  await expect(other).toHaveURL(/sign-in/);
  await holderPassword(other, desk, 'esra');
  await expect(alert(other)).not.toBeEmpty();
});

test('“sign out everywhere”: five browsers are all out at their next request, and asked again', async ({
  newBrowser,
  desk,
}) => {
  const pages: Page[] = [];
  for (let i = 0; i < 5; i++) {
    const page = await newBrowser();
    await holderSignIn(page, desk, 'fleur', i === 0);
    pages.push(page);
  }
  const [first, ...others] = pages;
  if (!first) throw new Error('no browser');
  await first.goto('/account');
  await first.getByRole('link', { name: own.sessions.everywhere }).click();
  await first.getByRole('button', { name: own.sessions.everywhere }).click();
  await expect(first).toHaveURL(/sign-in\?left=1/);
  for (const page of others) {
    await page.goto('/account');
    await expect(page).toHaveURL(/sign-in/);
  }
  // The trusted device too: the password alone no longer lets in.
  await holderPassword(first, desk, 'fleur');
  await expect(first.getByLabel(words.fields['authenticator-app'])).toBeVisible();
});

test('after five minutes a change asks a second factor again, and leads back', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  await holderSignIn(page, desk, 'mirthe');
  await desk.clock.move(301);
  await page.goto('/account/contact-points/new?kind=phone');
  await expect(page.getByRole('heading', { name: words.again.title })).toBeVisible();
  await page.getByLabel(words.password).fill(PASSWORD);
  await page.getByRole('button', { name: words.submit }).click();
  await fillAppCode(page, desk, 'mirthe');
  await expect(page.getByLabel(own.points.phone)).toBeVisible();
});

test('without JavaScript: sessions, codes, an app, an address, the password, and out everywhere', async ({
  newBrowser,
  desk,
}) => {
  const [page, other] = [await newBrowser({ javaScriptEnabled: false }), await newBrowser()];
  await holderSignIn(other, desk, 'anouk');
  await holderSignIn(page, desk, 'anouk');
  await page.goto('/account');
  await page.getByRole('button', { name: own.sessions.end }).first().click();
  await said(page, 'session');
  await page.goto('/account/backup-codes');
  await page.getByRole('button', { name: own.codes.make }).click();
  await expect(page.getByRole('listitem')).toHaveCount(10);
  await expect(page.getByRole('button', { name: own.codes.copy })).toHaveCount(0);

  await page.goto('/account/factors/new/app');
  await page.getByRole('button', { name: newApp.show }).click();
  await page.getByLabel(newApp.label).fill('Tablet');
  const secret = await newSecret(page);
  await page.getByLabel(newApp.code, { exact: true }).fill(await freshCode(desk, secret));
  await page.getByRole('button', { name: newApp.submit }).click();
  await said(page, 'added');
  await manage(page, 'Tablet');
  await page.getByRole('button', { name: own.factor.prefer }).click();
  await said(page, 'preferred');
  await remove(page, 'Tablet');
  await said(page, 'removed');

  await page.goto('/account/factors/new/key');
  const needs = page.getByRole('main').locator('noscript');
  await expect(needs).toBeVisible();
  expect(await needs.textContent()).toContain('JavaScript');

  const address = 'anouk.ook@example.org';
  await page.goto('/account/contact-points/new?kind=email');
  await page.getByLabel(own.points.email).fill(address);
  const { code } = await codeAfter(desk, address, () =>
    page.getByRole('button', { name: own.points.send }).click(),
  );
  await page.getByLabel(own.confirm.code).fill(code);
  await page.getByRole('button', { name: own.confirm.submit }).click();
  await said(page, 'point-added');
  await row(page, address).last().getByRole('link', { name: own.points.remove }).click();
  await page.getByRole('button', { name: own.points.remove }).click();
  await said(page, 'point-removed');

  await page.goto('/account/password');
  for (const label of [own.password.new, own.password.repeat])
    await page.getByLabel(label).fill('zeven blauwe fietsen');
  await page.getByRole('button', { name: own.password.submit }).click();
  await said(page, 'password');
  await page.getByRole('link', { name: own.sessions.everywhere }).click();
  await page.getByRole('button', { name: own.sessions.everywhere }).click();
  await expect(page).toHaveURL(/sign-in\?left=1/);
});

test('R32 what is asked with what a case gave waits, is shown, and can be stopped', async ({
  newBrowser,
  desk,
}) => {
  await plantGivenByCase(desk, 'rolf');
  const page = await newBrowser();
  await holderSignIn(page, desk, 'rolf');
  await page.goto('/account/password');
  for (const label of [own.password.new, own.password.repeat])
    await page.getByLabel(label).fill('zeven blauwe fietsen');
  await page.getByRole('button', { name: own.password.submit }).click();
  await said(page, 'waits');
  await expect(page.getByRole('heading', { name: own.waiting.title })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: own.waiting.cancel }).click();
  await said(page, 'cancelled');
  await expect(page.getByRole('heading', { name: own.waiting.title })).toHaveCount(0);
});
