import type { Page } from '@playwright/test';
import { nl } from '../lib/messages/nl';
import { expect, expectAccessible, test } from './fixtures';
import {
  alert,
  appCode,
  choose,
  confirmCode,
  expectSignedIn,
  fillAppCode,
  fillCode,
  holderOf,
  holderPassword,
  holderSignIn,
  said,
} from './holder-steps';
import { codeAfter, lastNumber, messageTo } from './message-steps';
import { plantFailures, plantKey, plantPolicy } from './planting';
import { freshCode } from './steps';

/** Ways in that are no everyday ones: confirmed anew, stood in for, forbidden by the organisation, sent by SMS. */

const own = nl.ownPages;
const words = nl.ownSignIn;
const { newApp } = nl.signIn;

const confirmLink = (page: Page, name: string) =>
  page.getByRole('link', { name: `${own.anew.link} ${name}` }).last();

test('R12 an app and a number that were switched off are confirmed anew by their holder', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  const number = '+31612345620';
  await plantFailures(desk, 'lotte', 'authenticator-app');
  await holderPassword(page, desk, 'lotte');
  await fillAppCode(page, desk, 'lotte');
  await expect(alert(page)).toContainText('opnieuw worden bevestigd');
  await choose(page, 'sms');
  const sms = await codeAfter(desk, number, () =>
    page.getByRole('button', { name: words.second.send.sms }).click(),
  );
  await fillCode(page, words.fields.sms, sms.code);
  await expectSignedIn(page);
  await expect(page.getByText(own.anew.why)).toBeVisible();
  await confirmLink(page, 'Telefoon').click();
  await expect(page.getByText('te vaak een foute code')).toBeVisible();
  await expectAccessible(page);
  const field = page.getByLabel(words.fields['authenticator-app']);
  await field.fill('000000');
  await page.getByRole('button', { name: own.confirm.submit }).click();
  await expect(alert(page)).toContainText(own.anew.wrong);
  await field.fill(await appCode(desk, 'lotte'));
  await page.getByRole('button', { name: own.confirm.submit }).click();
  await said(page, 'anew');
  await expect(page.getByText(own.anew.why)).toHaveCount(0);

  await plantFailures(desk, 'lotte', 'phone');
  const other = await newBrowser();
  await holderSignIn(other, desk, 'lotte');
  await confirmLink(other, number).click();
  const { code } = await codeAfter(desk, number, () =>
    other.getByRole('button', { name: own.anew.send, exact: true }).click(),
  );
  await confirmCode(other, code);
  await said(other, 'anew');
});

test('R12 a security key by using it; not by who signed in with it', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  await plantKey(page, desk, 'timo');
  await plantFailures(desk, 'timo', 'security-key');
  await holderPassword(page, desk, 'timo');
  await choose(page, 'authenticator-app');
  await fillAppCode(page, desk, 'timo');
  await expectSignedIn(page);
  await plantFailures(desk, 'timo', 'authenticator-app');
  await page.goto('/account');
  await confirmLink(page, 'Telefoon').click();
  await expect(page.getByText(own.anew.bars['same-thing'])).toBeVisible();
  await page.goto('/account');
  await confirmLink(page, 'YubiKey').click();
  await page.getByRole('button', { name: own.anew.key }).click();
  await said(page, 'anew');
});

test('an account without any second factor gets in by a code, and sets one up', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser({ javaScriptEnabled: false });
  const { code } = await codeAfter(desk, '+4520123456', () => holderPassword(page, desk, 'bjorn'));
  await expect(page.getByText('geen tweede factor')).toBeVisible();
  await expect(page.getByText(words.second.trust)).toHaveCount(0);
  await fillCode(page, words.fields.sms, code);
  await expectSignedIn(page);
  await expect(page.getByText(own.firstFactor.title)).toBeVisible();
  await page.getByRole('link', { name: own.firstFactor.action }).click();
  await page.getByRole('link', { name: `${own.factors.add} ${own.factors.choices.app}` }).click();
  await page.getByRole('button', { name: newApp.show }).click();
  const secret = ((await page.locator('.select-all').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel(newApp.label).fill('Telefoon');
  await page.getByLabel(newApp.code, { exact: true }).fill(await freshCode(desk, secret));
  await page.getByRole('button', { name: newApp.submit }).click();
  await said(page, 'added');
  await expect(page.getByText(own.firstFactor.title)).toHaveCount(0);

  const other = await newBrowser();
  await holderPassword(other, desk, 'bjorn');
  await expect(other.getByLabel(words.fields['authenticator-app'])).toBeVisible();
  await expect(other.getByText(words.second.alternatives)).toHaveCount(0);
  await fillCode(other, words.fields['authenticator-app'], await freshCode(desk, secret));
  await expectSignedIn(other);
});

test('R9 R10 backup codes by SMS where the organisation allows it; e-mail codes where it does not', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  const [number] = holderOf(desk, 'fatima').phones;
  await holderSignIn(page, desk, 'fatima');
  await page.goto('/account/backup-codes');
  await page.getByRole('button', { name: own.codes.make }).click();
  await expect(page.getByRole('link', { name: own.codes.save })).toBeVisible();
  const send = page.getByRole('button', { name: /^Stuur ze per sms naar .*05$/ });
  await expect(send).toHaveCount(0);

  await plantPolicy(desk, 'fatima', { backupCodesBySms: true, emailCodesAllowed: false });
  await page.goto('/account/factors/new');
  await expect(page.getByRole('button', { name: /Telefoontje naar/ }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /E-mail naar/ })).toHaveCount(0);
  await page.goto('/account/backup-codes');
  await page.getByRole('button', { name: own.codes.make }).click();
  await expect(page.locator('ol li')).toHaveCount(10);
  const codes = await page.locator('ol li').allTextContents();
  await expectAccessible(page);
  const before = await lastNumber(desk);
  await send.click();
  await said(page, 'codes-sent');
  const arrived = async () =>
    (await desk.inbox.messages({ to: number ?? '', since: before })).filter(({ text }) =>
      codes.every((code) => text.includes(code)),
    ).length;
  await expect.poll(arrived, { timeout: 30_000 }).toBe(1);
  const mailbox = 'fatima.jansen@example.net';
  const told = await messageTo(desk, mailbox, before, 'per sms naar je telefoon gestuurd');
  expect(told.text).not.toContain(codes[0]);

  const other = await newBrowser();
  await holderPassword(other, desk, 'lotte');
  await expect(other.getByRole('link', { name: words.kinds.sms })).toBeVisible();
  await expect(other.getByRole('link', { name: words.kinds['email-code'] })).toHaveCount(0);
});
