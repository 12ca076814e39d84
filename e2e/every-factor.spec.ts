import type { Page } from '@playwright/test';
import type { FactorKind } from '../lib/domain/account/factor';
import { nl } from '../lib/messages/nl';
import { expect, test } from './fixtures';
import {
  alert,
  choose,
  confirmCode,
  expectSignedIn,
  fillCode,
  holderOf,
  holderPassword,
  holderSignIn,
  remove,
  said,
  unlike,
} from './holder-steps';
import { codeAfter } from './message-steps';
import { plantPass } from './planting';
import { secretsOf } from './secrets-of';

/**
 * Each second factor from its setting up to its end, by its owner: set up, used, failed, removed; and at each point the
 * list of alternatives names what is there and nothing else. The authenticator app and the security key have theirs in
 * account-page.spec.ts, wrong entries of a key in holder-sign-in.spec.ts.
 */

const own = nl.ownPages;
const words = nl.ownSignIn;
const { push, second } = words;

/** What the list of alternatives names, after a right password. All of these accounts have an app, which is asked first. */
const expectAlternatives = async (page: Page, ...kinds: FactorKind[]) => {
  await expect(page.getByLabel(words.fields['authenticator-app'])).toBeVisible();
  await expect(page.getByRole('heading', { name: second.alternatives })).toHaveCount(
    kinds.length > 0 ? 1 : 0,
  );
  const named = page.getByRole('main').getByRole('listitem').getByRole('link');
  await expect(named).toHaveText(kinds.map((kind) => words.kinds[kind]));
};

for (const [kind, key] of [
  ['sms', 'mirthe'],
  ['voice', 'fleur'],
  ['email-code', 'rolf'],
] as const)
  test(`${kind}: set up by a code, used, a wrong one, removed`, async ({ newBrowser, desk }) => {
    const { emails, phones } = holderOf(desk, key);
    const to = (kind === 'email-code' ? emails[0] : phones[0]) ?? '';
    const [page, other] = [await newBrowser(), await newBrowser()];
    await holderPassword(other, desk, key);
    await expectAlternatives(other);

    await holderSignIn(page, desk, key);
    await page.goto('/account/factors/new');
    const name = own.factors.sent[kind].replace('{to}', to);
    const first = await codeAfter(desk, to, () => page.getByRole('button', { name }).click());
    await confirmCode(page, first.code);
    await said(page, 'added');

    await holderPassword(other, desk, key);
    await expectAlternatives(other, kind);
    await choose(other, kind);
    const { code } = await codeAfter(desk, to, () =>
      other.getByRole('button', { name: second.send[kind] }).click(),
    );
    await fillCode(other, words.fields[kind], unlike(code));
    await expect(alert(other)).toContainText('Dit klopt niet');
    await fillCode(other, words.fields[kind], code);
    await expectSignedIn(other);

    await remove(page, own.kinds[kind]);
    await said(page, 'removed');
    await other.context().clearCookies();
    await holderPassword(other, desk, key);
    await expectAlternatives(other);
  });

test('a landline, written as people do: called, and never offered an SMS', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  await holderSignIn(page, desk, 'fatima');
  await page.goto('/account/contact-points/new?kind=phone');
  await page.getByLabel(own.points.phone).fill('+31 (0)30 - 123 45 07');
  const number = '+31301234507';
  const { code } = await codeAfter(desk, number, () =>
    page.getByRole('button', { name: own.points.send }).click(),
  );
  await page.getByLabel(own.confirm.code).fill(`${code.slice(0, 3)}-${code.slice(3)}`);
  await page.getByRole('button', { name: own.confirm.submit }).click();
  await said(page, 'point-added');
  await page.goto('/account/factors/new');
  await expect(page.getByText(own.factors.landline)).toBeVisible();
  const offered = (kind: 'sms' | 'voice') =>
    page.getByRole('button', { name: own.factors.sent[kind].replace('{to}', number) });
  await expect(offered('voice')).toBeVisible();
  await expect(offered('sms')).toHaveCount(0);
});

test('push, with two browsers: set up, a wrong number, the right one, removed', async ({
  newBrowser,
  desk,
}) => {
  const [phone, laptop] = [await newBrowser(), await newBrowser()];
  await holderSignIn(phone, desk, 'esra', true);
  await phone.goto('/account/factors/new');
  const mine = phone
    .getByRole('listitem')
    .filter({ hasText: own.factors.pushOn.replace('{device}', '') })
    .first();
  await mine.getByRole('button').click();
  await said(phone, 'added');

  await holderPassword(laptop, desk, 'esra');
  await expectAlternatives(laptop, 'push', 'sms');
  await choose(laptop, 'push');
  const ask = async (button: string) => {
    await laptop.getByRole('button', { name: button }).click();
    const number = laptop.locator('dd').filter({ hasText: /^\d\d$/ });
    await expect(number).toBeVisible();
    return (await number.textContent()) ?? '';
  };
  const answer = async (number: string) => {
    await phone.goto('/account/push');
    await phone.getByLabel(push.page.number).fill(number);
    await phone.getByRole('button', { name: push.page.yes }).click();
  };
  const right = await ask(push.ask);
  await answer(right === '10' ? '11' : '10');
  await expect(phone.getByText(push.page.done.wrong)).toBeVisible();
  await expect(laptop.getByText(push['wrong-number'])).toBeVisible();
  await answer(await ask(push.askAgain));
  await expectSignedIn(laptop);

  await remove(phone, own.kinds.push);
  await said(phone, 'removed');
  await laptop.context().clearCookies();
  await holderPassword(laptop, desk, 'esra');
  await expectAlternatives(laptop, 'sms');
});

test('backup codes: made, used once, a wrong one, and a new set ends the old', async ({
  newBrowser,
  desk,
}) => {
  const [page, other] = [await newBrowser(), await newBrowser()];
  await holderSignIn(page, desk, 'thijs');
  const newSet = async () => {
    await page.goto('/account/backup-codes');
    await page.getByRole('button', { name: own.codes.make }).click();
    await expect(page.getByRole('listitem')).toHaveCount(10);
    return page.getByRole('listitem').allTextContents();
  };
  const show = async (code: string) => {
    await other.context().clearCookies();
    await holderPassword(other, desk, 'thijs');
    await expectAlternatives(other, 'backup-codes');
    await choose(other, 'backup-codes');
    await fillCode(other, words.fields['backup-codes'], code);
  };
  const old = await newSet();
  await show(old[0] ?? '');
  await expectSignedIn(other);
  await show(old[0] ?? '');
  await expect(alert(other), 'used before').toContainText('Dit klopt niet');
  const now = await newSet();
  await show(old[1] ?? '');
  await expect(alert(other), 'of the old set').toContainText('Dit klopt niet');
  await show((now[1] ?? '').toLowerCase().replaceAll('-', ' '));
  await expectSignedIn(other);
});

test('a temporary pass: a wrong one, used, never again', async ({ newBrowser, desk }) => {
  const page = await newBrowser();
  const pass = secretsOf(desk).temporaryPass(await plantPass(desk, 'anouk'));
  await holderPassword(page, desk, 'anouk');
  await expectAlternatives(page, 'backup-codes', 'temporary-pass');
  await choose(page, 'temporary-pass');
  await fillCode(page, words.fields['temporary-pass'], 'AAAA-BBBB-CCCC');
  await expect(alert(page)).toContainText('Dit klopt niet');
  await fillCode(page, words.fields['temporary-pass'], pass.toLowerCase().replaceAll('-', ' '));
  await expectSignedIn(page);
  await page.context().clearCookies();
  await holderPassword(page, desk, 'anouk');
  await expectAlternatives(page, 'backup-codes');
});
