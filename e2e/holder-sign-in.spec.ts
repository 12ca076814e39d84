import type { Page } from '@playwright/test';
import { nl } from '../lib/messages/nl';
import { expect, expectAccessible, test } from './fixtures';
import {
  alert,
  appCode,
  choose,
  DEVICE,
  expectSignedIn,
  fillAppCode,
  fillCode,
  holderOf,
  holderPassword,
  holderSignIn,
} from './holder-steps';
import { codeAfter } from './message-steps';
import { plantApp, plantKey, plantPush } from './planting';
import { openCase, signIn } from './steps';
import type { TestDesk } from './test-desk';

const words = nl.ownSignIn;
const { second, push, kinds, fields } = words;
const phoneOf = (desk: TestDesk, key: string) => holderOf(desk, key).phones[0] ?? '';

/** Three codes an hour go to one contact point. */
const anHourLater = (desk: TestDesk) => desk.clock.move(3_700);

test('R14 before the password nothing is told; after it exactly what this account has', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  const said: (string | null)[] = [];
  for (const name of ['niemand@gemeente.example', holderOf(desk, 'thijs').signIn]) {
    await page.goto('/account/sign-in');
    await page.getByLabel(words.signIn).fill(name);
    await page.getByLabel(words.password).fill('fout');
    await page.getByRole('button', { name: words.submit }).click();
    await expect(alert(page)).not.toBeEmpty();
    said.push(await page.locator('main').textContent());
  }
  expect(said[0]).toBe(said[1]);

  await holderPassword(page, desk, 'thijs');
  await expect(page.getByLabel(fields['authenticator-app'])).toBeVisible();
  await expect(page.getByText(second.alternatives)).toHaveCount(0);
  await holderPassword(page, desk, 'lotte');
  await expect(page.getByRole('heading', { name: second.alternatives })).toBeVisible();
  for (const kind of ['sms', 'voice', 'email-code', 'backup-codes'] as const)
    await expect(page.getByRole('link', { name: kinds[kind] })).toBeVisible();
  for (const kind of ['push', 'security-key', 'temporary-pass'] as const)
    await expect(page.getByRole('link', { name: kinds[kind] })).toHaveCount(0);
  await page.getByText(second.explanation).first().click();
  await expect(page.getByText(words.explanations.sms)).toBeVisible();
  await expectAccessible(page);
});

test('the app: a wrong code, a right one with a space in it, never the same again', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  await holderPassword(page, desk, 'thijs');
  await fillCode(page, fields['authenticator-app'], '000000');
  await expect(alert(page)).toContainText('nog 4 keer');
  const code = await appCode(desk, 'thijs');
  await fillCode(page, fields['authenticator-app'], `${code.slice(0, 3)} ${code.slice(3)}`);
  await expectSignedIn(page);
  const other = await newBrowser();
  await holderPassword(other, desk, 'thijs');
  await fillCode(other, fields['authenticator-app'], code);
  await expect(alert(other)).toContainText('Dit klopt niet');
});

test('several apps: it says which one, and since when', async ({ newBrowser, desk }) => {
  await plantApp(desk, 'rolf', 'Tablet thuis');
  const page = await newBrowser();
  await holderPassword(page, desk, 'rolf');
  await expect(
    page.getByText(/bij deze naam staat: (Telefoon|Tablet thuis)\. Je hebt hem/),
  ).toBeVisible();
  const other = page.getByRole('link', { name: kinds['authenticator-app'] });
  await expect(other).toHaveCount(1);
  await expect(page.getByText(/, toegevoegd op \d+ \w+ \d{4}/)).toBeVisible();
  const before = await page.getByText(/bij deze naam staat/).textContent();
  await other.click();
  await expect(page.getByText(/bij deze naam staat/)).not.toHaveText(before ?? '');
  await expectAccessible(page);
});

test('SMS: sent again it takes another network, and the old code is dead', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  await anHourLater(desk);
  await holderPassword(page, desk, 'lotte');
  await choose(page, 'sms');
  const first = await codeAfter(desk, phoneOf(desk, 'lotte'), () =>
    page.getByRole('button', { name: second.send.sms }).click(),
  );
  await expect(page.getByText(/sms gestuurd naar .*20\./)).toBeVisible();
  const again = await codeAfter(desk, phoneOf(desk, 'lotte'), () =>
    page.getByRole('button', { name: second.sendAgain.sms }).click(),
  );
  expect(again.route).not.toBe(first.route);
  await fillCode(page, fields.sms, first.code);
  await expect(alert(page)).toContainText('Dit klopt niet');
  await expectAccessible(page);
  await fillCode(page, fields.sms, `${again.code.slice(0, 3)}-${again.code.slice(3)}`);
  await expectSignedIn(page);
});

test('a call reads the code out; a code by e-mail', async ({ newBrowser, desk }) => {
  const page = await newBrowser();
  await anHourLater(desk);
  await holderPassword(page, desk, 'lotte');
  await choose(page, 'voice');
  const call = await codeAfter(desk, phoneOf(desk, 'lotte'), () =>
    page.getByRole('button', { name: second.send.voice }).click(),
  );
  expect(call.channel).toBe('voice');
  await fillCode(page, fields.voice, call.code);
  await expectSignedIn(page);

  const other = await newBrowser();
  await holderPassword(other, desk, 'lotte');
  await choose(other, 'email-code');
  const mail = await codeAfter(desk, 'lotte.meijer@example.net', () =>
    other.getByRole('button', { name: second.send['email-code'] }).click(),
  );
  await fillCode(other, fields['email-code'], '000 000');
  await expect(alert(other)).toContainText('Dit klopt niet');
  await fillCode(other, fields['email-code'], mail.code);
  await expectSignedIn(other);
});

test('R12 wrong codes in a row ask a wait, told in words', async ({ newBrowser, desk }) => {
  const page = await newBrowser();
  await holderPassword(page, desk, 'mirthe');
  for (const left of [4, 3, 2]) {
    await fillCode(page, fields['authenticator-app'], '000000');
    await expect(alert(page)).toContainText(`nog ${left} keer`);
  }
  await fillCode(page, fields['authenticator-app'], '000000');
  await expect(alert(page)).toContainText('Probeer het over');
  await fillAppCode(page, desk, 'mirthe');
  await expectSignedIn(page);
});

test('without JavaScript: password, SMS, a wrong code, a right one, and out again', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser({ javaScriptEnabled: false });
  await anHourLater(desk);
  await holderPassword(page, desk, 'fatima');
  await choose(page, 'sms');
  const sms = await codeAfter(desk, phoneOf(desk, 'fatima'), () =>
    page.getByRole('button', { name: second.send.sms }).click(),
  );
  await fillCode(page, fields.sms, '000000');
  await expect(alert(page)).toContainText('Dit klopt niet');
  await page.getByLabel(second.trust).check();
  await fillCode(page, fields.sms, sms.code);
  await expectSignedIn(page);
  await page.getByRole('button', { name: nl.ownPages.signOut }).first().click();
  await expect(page.getByText(words.signedOut)).toBeVisible();
  await holderPassword(page, desk, 'fatima');
  await expectSignedIn(page);
  await expect(page.getByText(words.skipped.title)).toBeVisible();
});

test('a trusted device says that it skipped; its cookie elsewhere opens nothing', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  await holderSignIn(page, desk, 'esra', true);
  const stolen = (await page.context().cookies()).find(({ name }) => name === DEVICE);
  expect(stolen).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  const thief = await newBrowser({
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0',
  });
  await thief.context().addCookies(stolen ? [stolen] : []);
  await holderPassword(thief, desk, 'esra');
  await expect(thief).toHaveURL(/second-factor/);
  await page.context().clearCookies({ name: '__Host-account' });
  await holderPassword(page, desk, 'esra');
  await expect(page, 'seen elsewhere, it is trusted no longer').toHaveURL(/second-factor/);
});

test('a security key lets in; a copy of it that counts behind does not', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  await page.goto('/account/sign-in');
  const key = await plantKey(page, desk, 'esra');
  await holderPassword(page, desk, 'esra');
  await expect(page.getByText(second.key)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: second.keySubmit }).click();
  await expectSignedIn(page);
  await page.context().clearCookies({ name: '__Host-account' });
  await key.countFrom(0);
  await holderPassword(page, desk, 'esra');
  await page.getByRole('button', { name: second.keySubmit }).click();
  await expect(page.getByText('Dit klopt niet')).toBeVisible();
});

test.describe('push, with two browsers', () => {
  const asks = async (page: Page, desk: TestDesk) => {
    await holderPassword(page, desk, 'lotte');
    await choose(page, 'push');
    await page.getByRole('button', { name: push.ask }).click();
    const number = page.locator('dd').filter({ hasText: /^\d\d$/ });
    await expect(number).toBeVisible();
    return (await number.textContent()) ?? '';
  };

  test('the number lets in by itself; a wrong one and a no do not', async ({
    newBrowser,
    desk,
  }) => {
    test.setTimeout(120_000);
    const phone = await newBrowser();
    await holderSignIn(phone, desk, 'lotte', true);
    await plantPush(desk, 'lotte', 'Mijn telefoon');
    await phone.goto('/account/push');
    await expect(phone.getByRole('heading', { name: push.page.nothing })).toBeVisible();
    await expectAccessible(phone);
    const laptop = await newBrowser();
    const number = await asks(laptop, desk);
    await expectAccessible(laptop);
    await expect(phone.getByRole('heading', { name: push.page.title })).toBeVisible();
    await expect(phone.getByText('Chrome')).toBeVisible();
    await expect(phone.getByText(number, { exact: true })).toHaveCount(0);
    await expectAccessible(phone);
    await laptop.getByRole('button', { name: push.check }).click();
    await expect(laptop.getByText(push.notYet)).toBeVisible();
    await phone.getByLabel(push.page.number).fill(number);
    await phone.getByRole('button', { name: push.page.yes }).click();
    await expect(phone.getByText(push.page.done.yes)).toBeVisible();
    await expectSignedIn(laptop);

    const wrong = await newBrowser();
    const right = await asks(wrong, desk);
    await expect(phone.getByRole('heading', { name: push.page.title })).toBeVisible();
    await phone.getByLabel(push.page.number).fill(right === '10' ? '11' : '10');
    await phone.getByRole('button', { name: push.page.yes }).click();
    await expect(phone.getByText(push.page.done.wrong)).toBeVisible();
    await expect(wrong.getByText(push['wrong-number'])).toBeVisible();
    await expectAccessible(wrong);

    await wrong.getByRole('button', { name: push.askAgain }).click();
    await expect(phone.getByRole('heading', { name: push.page.title })).toBeVisible();
    await phone.getByRole('button', { name: push.page.no }).click();
    await expect(phone.getByText(push.page.done.noMore)).toBeVisible();
    await expect(wrong.getByText(words.refusedElsewhere.title)).toBeVisible();
    await expectAccessible(wrong);
  });

  test('without JavaScript both look again by a button', async ({ newBrowser, desk }) => {
    await desk.clock.move(3_700);
    const laptop = await newBrowser({ javaScriptEnabled: false });
    const other = await newBrowser({ javaScriptEnabled: false });
    await holderSignIn(other, desk, 'lotte', true);
    await plantPush(desk, 'lotte', 'Tablet');
    await holderPassword(laptop, desk, 'lotte');
    await laptop
      .getByRole('listitem')
      .filter({ hasText: 'Tablet' })
      .getByRole('link', { name: kinds.push })
      .click();
    await laptop.getByRole('button', { name: push.ask }).click();
    const number = await laptop
      .locator('dd')
      .filter({ hasText: /^\d\d$/ })
      .textContent();
    await other.goto('/account/push');
    await other.getByRole('button', { name: push.page.yes }).click();
    await expect(other.getByText(push.page.numberWanted).first()).toBeVisible();
    await other.getByLabel(push.page.number).fill(number ?? '');
    await other.getByRole('button', { name: push.page.yes }).click();
    await expect(other.getByText(push.page.done.yes)).toBeVisible();
    await laptop.getByRole('button', { name: push.check }).click();
    await expectSignedIn(laptop);
  });
});

test('R28 a sign-in with the old app asks about the open case; "not me" ends it', async ({
  newBrowser,
  desk,
}) => {
  const [agent, holder] = [await newBrowser(), await newBrowser()];
  await signIn(agent, desk, 'noor');
  const { path } = await openCase(agent, {
    name: 'Mirthe Hoekstra',
    measure: /^Authenticator-app.* vervangen/i,
  });
  await holderSignIn(holder, desk, 'mirthe');
  await expect(holder.getByRole('heading', { name: words.paused.title })).toBeVisible();
  await expectAccessible(holder);
  await holder.getByRole('button', { name: words.paused.goOn }).click();
  await expect(holder.getByText(words.paused.answered['go-on'])).toBeVisible();

  // Who said "go on" is not asked again that day.
  const again = await newBrowser();
  await holderSignIn(again, desk, 'mirthe');
  await expect(again.getByText(words.paused.title)).toHaveCount(0);
  await desk.clock.move(24 * 60 * 60);
  const later = await newBrowser();
  await holderSignIn(later, desk, 'mirthe');
  await later.getByRole('button', { name: words.paused.notMe }).click();
  await expect(later.getByText(words.paused.answered['not-me'])).toBeVisible();
  await signIn(agent, desk, 'noor', path);
  await expect(agent.getByText('Dit was ik niet').first()).toBeVisible();
});
