import type { Page } from '@playwright/test';
import { generate } from 'otplib';
import pg from 'pg';
import { nl } from '../lib/messages/nl';
import { expect, expectAccessible, test } from './fixtures';
import {
  appCode,
  choose,
  codeAfter,
  expectSignedIn,
  fillCode,
  holderOf,
  holderPassword,
  holderSignIn,
} from './holder-steps';
import { withSecurityKey } from './steps';
import type { TestDesk } from './test-desk';

/** The account holder's page: each factor set up, used and removed by its owner. */

// Passwords and factors change here: said so once more, the option gives this file a desk that no other file uses.
test.use({ deskWorker: true });

const own = nl.ownPages;
const words = nl.ownSignIn;
const { newApp, newKey } = nl.signIn;

const said = (page: Page, done: keyof typeof own.done) =>
  expect(page.getByText(own.done[done])).toBeVisible();
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

/** Whoever was away for five minutes confirms again; then the page that was wanted is there. */
const confirmAgain = async (page: Page, desk: TestDesk, key: string) => {
  await page.getByLabel(words.password).fill('herstel-met-zorg');
  await page.getByRole('button', { name: words.submit }).click();
  await fillCode(page, words.fields['authenticator-app'], await appCode(desk, key));
};

const remove = async (page: Page, label: string) => {
  await page.goto('/account');
  await row(page, label).getByRole('link', { name: own.factors.manage }).click();
  await page.waitForURL(/\/account\/factors\//);
  await page.getByRole('link', { name: own.factor.remove, exact: true }).click();
  await page.getByRole('button', { name: own.factor.remove }).click();
  await said(page, 'removed');
};

/** The key of the app as it stands below the QR code, and what such an app shows. */
const newAppCode = async (page: Page, desk: TestDesk) => {
  const secret = await page.locator('.select-all').textContent();
  const now = await desk.clock.move(31);
  return generate({
    secret: (secret ?? '').replaceAll(' ', ''),
    epoch: Math.floor(Date.parse(now) / 1000),
  });
};

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
  await expect(page.locator('form [role=alert]')).toContainText('klopt niet');
  const secret = ((await page.locator('.select-all').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel(newApp.code, { exact: true }).fill(await newAppCode(page, desk));
  await page.getByRole('button', { name: newApp.submit }).click();
  await said(page, 'added');

  await row(page, 'Tablet').getByRole('link', { name: own.factors.manage }).click();
  await page.getByLabel(own.factor.name, { exact: true }).fill('Tablet thuis');
  await page.getByRole('button', { name: own.factor.rename }).click();
  await said(page, 'renamed');
  await row(page, 'Tablet thuis').getByRole('link', { name: own.factors.manage }).click();
  await page.getByRole('button', { name: own.factor.prefer }).click();
  await said(page, 'preferred');

  const other = await newBrowser();
  await holderPassword(other, desk, 'thijs');
  await expect(other.getByText('Tablet thuis').first()).toBeVisible();
  const epoch = Math.floor(Date.parse(await desk.clock.move(31)) / 1000);
  await fillCode(other, words.fields['authenticator-app'], await generate({ secret, epoch }));
  await expectSignedIn(other);

  await remove(page, 'Telefoon');
  await row(page, 'Tablet thuis').getByRole('link', { name: own.factors.manage }).click();
  await page.waitForURL(/\/account\/factors\//);
  await page.getByRole('link', { name: own.factor.remove, exact: true }).click();
  await page.getByRole('button', { name: own.factor.remove }).click();
  await expect(page.locator('form [role=alert]')).toContainText('laatste tweede factor');
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
});

test('a number in any writing, SMS to it, and neither any more', async ({ newBrowser, desk }) => {
  const page = await newBrowser();
  await holderSignIn(page, desk, 'lotte');
  await page.goto('/account/contact-points/new?kind=phone');
  await page.getByLabel(own.points.phone).fill('06 12 34');
  await page.getByRole('button', { name: own.points.send }).click();
  await expect(page.locator('form [role=alert]')).toContainText('nummer');
  await page.getByLabel(own.points.phone).fill('06-1234 56 21');
  const number = '+31612345621';
  const { code } = await codeAfter(desk, number, () =>
    page.getByRole('button', { name: own.points.send }).click(),
  );
  const wrong = code === '123456' ? '654321' : '123456';
  await page.getByLabel(own.confirm.code).fill(wrong);
  await page.getByRole('button', { name: own.confirm.submit }).click();
  await expect(page.locator('form [role=alert]')).toContainText('nog 4 keer');
  await page.getByLabel(own.confirm.code).fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByRole('button', { name: own.confirm.submit }).click();
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
  await expect(page.locator('form [role=alert]')).toContainText(own.password.problems.obvious);
  await type('zeven blauwe fietsen');
  await said(page, 'password');
  await other.goto('/account');
  await expect(other).toHaveURL(/sign-in/);
  await holderPassword(other, desk, 'esra');
  await expect(other.locator('form [role=alert]')).not.toBeEmpty();
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
  await confirmAgain(page, desk, 'mirthe');
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
  await page.getByLabel(newApp.code, { exact: true }).fill(await newAppCode(page, desk));
  await page.getByRole('button', { name: newApp.submit }).click();
  await said(page, 'added');
  await row(page, 'Tablet').getByRole('link', { name: own.factors.manage }).click();
  await page.getByRole('button', { name: own.factor.prefer }).click();
  await said(page, 'preferred');
  await remove(page, 'Tablet');

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

/** As if a case had given this holder the app just now. */
const givenByCase = async (desk: TestDesk, key: string) => {
  const { accountId, organisationId } = holderOf(desk, key);
  const client = new pg.Client({ connectionString: desk.database.ownerUrl });
  await client.connect();
  await client.query("SELECT set_config('regain.organisations', $1, false)", [organisationId]);
  await client.query(
    `UPDATE factor SET given_by_case = gen_random_uuid(), added_at = desk_now()
     WHERE account_id = $1 AND kind = 'authenticator-app'`,
    [accountId],
  );
  await client.end();
};

test('R32 what is asked with what a case gave waits, is shown, and can be stopped', async ({
  newBrowser,
  desk,
}) => {
  await givenByCase(desk, 'rolf');
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
