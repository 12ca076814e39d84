import type { Page } from '@playwright/test';
import { generate } from 'otplib';
import { nl } from '../lib/messages/nl';
import { PASSWORD } from '../prisma/seed/people';
import { expect, expectAccessible, test } from './fixtures';
import {
  alert,
  choose,
  expectSignedIn,
  fillAppCode,
  fillCode,
  holderPassword,
  holderSignIn,
} from './holder-steps';
import { approved, itsTurn, openWith, recovered, waitOver } from './measure-steps';
import { codeAfter, lastNumber, messageTo } from './message-steps';
import * as step from './steps';
import type { TestDesk } from './test-desk';

/** What a case can give beside an app: each from the call to the sign-in with it. */

test.describe.configure({ timeout: 240_000 });

const { over, push, password: passwordWords, app } = nl.holder.enrol;
const own = nl.ownPages;
const { fields } = nl.ownSignIn;
const asked = nl.ownSignIn.push;
const HOUR = 3600;
const DAY = 24;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

const setUp = async (holder: Page, here: string, link: string) => {
  await holder.getByRole('link', { name: link }).click();
  await expect(holder).toHaveURL(new RegExp(`${here}/set-up$`));
};

/** Signs in with the code that an SMS brings to this number. */
const signInBySms = async (page: Page, desk: TestDesk, key: string, to: string) => {
  // It is the only factor left that sends, so its code comes without asking.
  const { code } = await codeAfter(desk, to, () => holderPassword(page, desk, key));
  await fillCode(page, fields.sms, code);
  await expectSignedIn(page);
};

test('the phone is lost: codes by SMS on a new number, and the holder signs in with one', async ({
  desk,
  newBrowser,
}) => {
  const recovery = await approved(
    newBrowser,
    desk,
    'wouter',
    { measure: /^Authenticator-app.* vervangen/i, enrol: 'Code per sms' },
    { viewport: { width: 375, height: 740 } },
  );
  const { holder, here } = recovery;
  await waitOver(desk, recovery, 2 * DAY);
  await setUp(holder, here, 'Je codes per sms instellen');
  await expectAccessible(holder);

  await holder.getByLabel(over.orNew.phone).fill('030 123 45 90');
  await press(holder, over.send);
  await expect(alert(holder), 'a landline gets no SMS').toContainText(over.noSms);

  await holder.getByLabel(over.orNew.phone).fill('06-12345690');
  const first = await codeAfter(desk, '+31612345690', () => press(holder, over.send));
  await expect(holder.getByText('+31612345690')).toBeVisible();
  await expectAccessible(holder);
  const again = await codeAfter(desk, '+31612345690', () => press(holder, nl.holder.code.resend));
  expect(again.route, 'sent again it takes another network').not.toBe(first.route);
  await holder.getByLabel(over.code, { exact: true }).fill(first.code);
  await press(holder, over.submit);
  await expect(alert(holder), 'R11 only the newest code works').toContainText('klopt niet');
  await holder.getByLabel(over.code, { exact: true }).fill(again.code);
  await press(holder, over.submit);
  await recovered(holder, here);

  await signInBySms(await newBrowser(), desk, 'wouter', '+31612345690');
});

test('a temporary pass: shown to the holder alone, typed back, and it lets in once', async ({
  desk,
  newBrowser,
}) => {
  const { kept } = nl.holder.enrol;
  const recovery = await approved(newBrowser, desk, 'wouter', {
    measure: nl.caseFile.choose.add,
    enrol: 'Tijdelijke pas',
  });
  const { holder, here } = recovery;
  await waitOver(desk, recovery, 2 * DAY);
  await holder.goto(`${here}/set-up`);
  await press(holder, kept.action['temporary-pass']);
  const pass = (await holder.locator('ol.select-all li').textContent()) ?? '';
  const typed = holder.getByLabel(kept.field['temporary-pass']);
  await typed.fill('AAAA-BBBB-CCCC');
  await press(holder, kept.submit);
  await expect(alert(holder)).toContainText(kept.wrong);
  await typed.fill(pass.toLowerCase());
  await press(holder, kept.submit);
  await recovered(holder, here);

  const page = await newBrowser();
  await holderPassword(page, desk, 'wouter');
  await choose(page, 'temporary-pass');
  await fillCode(page, fields['temporary-pass'], pass);
  await expectSignedIn(page);
  await page.context().clearCookies();
  await holderPassword(page, desk, 'wouter');
  await expect(page.getByLabel(fields.sms)).toBeVisible();
  const offered = page.getByRole('link', { name: nl.ownSignIn.kinds['temporary-pass'] });
  await expect(offered, 'once').toHaveCount(0);
});

test('another number, without JavaScript: the old one is told, and its no only pauses', async ({
  desk,
  newBrowser,
}) => {
  const old = '+31612345631';
  const before = await lastNumber(desk);
  const recovery = await approved(
    newBrowser,
    desk,
    'ruben',
    { measure: /^Ander nummer in plaats van/, enrol: null },
    { javaScriptEnabled: false },
  );
  const { holder, here, path } = recovery;
  const told = await messageTo(desk, old, before, 'je telefoonnummer vervangen door een ander');

  await test.step('R27 a no from the number that is given up pauses, and a person decides', async () => {
    const [, address = '', code = ''] = /Niet jij\? (\S+) (\S+)/.exec(told.text) ?? [];
    const thief = await newBrowser();
    await thief.goto(new URL(`http://${address.replace(/^https?:\/\//, '')}`).pathname);
    await thief.getByLabel(nl.holder.veto.field).fill(code);
    await press(thief, nl.holder.veto.action);
    await expect(thief.getByRole('heading', { name: 'Het staat stil' })).toBeVisible();
    await holder.goto(here);
    await expect(holder.getByRole('heading', { name: 'Het herstel staat stil' })).toBeVisible();
    await desk.clock.move(73 * HOUR);
    const pim = await newBrowser();
    await step.signIn(pim, desk, 'pim', `${path}/resume`);
    await press(pim, nl.caseFile.confirm.resume.submit);
    await expect(pim).toHaveURL(new RegExp(`${path}$`));
  });

  await waitOver(desk, recovery, 7 * DAY);
  await setUp(holder, here, 'Je nieuwe telefoonnummer opgeven');
  await expect(holder.getByText(over.old.phone)).toBeVisible();
  await holder.getByLabel(over.field.phone).fill('0612345691');
  const sent = await codeAfter(desk, '+31612345691', () => press(holder, over.send));
  await holder.getByLabel(over.code, { exact: true }).fill(sent.code);
  const atOld = await lastNumber(desk);
  await press(holder, over.submit);
  await recovered(holder, here);
  await test.step('the old number is still told', () => messageTo(desk, old, atOld, 'is hersteld'));

  const page = await newBrowser();
  await signInBySms(page, desk, 'ruben', '+31612345691');
  await expect(page.getByText('+31612345691').first()).toBeVisible();
  await expect(page.getByText(old)).toHaveCount(0);
});

test('a new password: it opens the account, and the old one no longer does', async ({
  desk,
  newBrowser,
}) => {
  const chosen = 'drie ganzen onder de brug';
  const recovery = await approved(newBrowser, desk, 'yara', {
    measure: nl.caseFile.choose.password,
    enrol: null,
  });
  const { holder, here } = recovery;
  await waitOver(desk, recovery, 7 * DAY);
  await setUp(holder, here, 'Je nieuwe wachtwoord kiezen');
  await expectAccessible(holder);
  await holder.getByLabel(own.password.new).fill('welkom2026');
  await holder.getByLabel(own.password.repeat).fill('welkom2026');
  await press(holder, passwordWords.submit);
  await expect(alert(holder)).toContainText(own.password.problems.obvious);
  await holder.getByLabel(own.password.new).fill(chosen);
  await holder.getByLabel(own.password.repeat).fill(chosen);
  await press(holder, passwordWords.submit);
  await recovered(holder, here);

  const page = await newBrowser();
  await holderPassword(page, desk, 'yara', PASSWORD);
  await expect(alert(page), 'the old password').toContainText('klopt niet');
  await holderPassword(page, desk, 'yara', chosen);
  await fillAppCode(page, desk, 'yara');
  await expectSignedIn(page);
});

test('a prompt on a second browser: set up there with the case secret, and asked there', async ({
  desk,
  newBrowser,
}) => {
  const recovery = await approved(newBrowser, desk, 'timo', {
    measure: nl.caseFile.choose.add,
    enrol: 'Melding op een apparaat',
  });
  const { holder, here, secret } = recovery;
  await waitOver(desk, recovery, 2 * DAY);

  const tablet = await newBrowser();
  await tablet.goto(here);
  await tablet.getByRole('link', { name: nl.holder.elsewhere.action }).first().click();
  await tablet.getByLabel(nl.holder.key.field).fill(secret);
  await press(tablet, nl.common.actions.next);
  await setUp(tablet, here, 'Je meldingen instellen');
  await expectAccessible(tablet);
  await press(tablet, push.action);
  await expect(tablet.getByText(push.kept)).toBeVisible();

  await test.step('the browser that did not begin it cannot confirm it', async () => {
    await holder.goto(`${here}/set-up`);
    await press(holder, push.submit);
    await expect(alert(holder)).toContainText('niets onthouden');
  });

  await press(tablet, push.submit);
  await recovered(tablet, here);

  await tablet.goto('/account/push');
  await expect(tablet.getByRole('heading', { name: asked.page.nothing })).toBeVisible();
  const laptop = await newBrowser();
  await holderPassword(laptop, desk, 'timo');
  await choose(laptop, 'push');
  await press(laptop, asked.ask);
  const number = laptop.locator('dd').filter({ hasText: /^\d\d$/ });
  await expect(number).toBeVisible();
  await expect(tablet.getByRole('heading', { name: asked.page.title })).toBeVisible();
  await tablet.getByLabel(asked.page.number).fill((await number.textContent()) ?? '');
  await press(tablet, asked.page.yes);
  await expectSignedIn(laptop);
  await expect(laptop.getByText(own.kinds.push).first()).toBeVisible();
});

test('R16 a password and a factor in one case: only after an identity check in person', async ({
  desk,
  newBrowser,
}) => {
  const { path, here, agent, holder } = await openWith(newBrowser, desk, 'hanna', {
    measure: /^Authenticator-app.* vervangen/i,
    password: true,
  });
  await test.step('without one nothing else counts', async () => {
    await agent.goto(path);
    await expect(
      agent.getByText(nl.caseFile.reasons['in-person-password-and-factor']),
    ).toBeVisible();
    await expect(agent.getByRole('button', { name: 'Akkoord vragen' })).toHaveCount(0);
    await holder.reload();
    await expect(holder.getByRole('heading', { name: 'Laat je legitimatie zien' })).toBeVisible();
  });

  const number = await step.screenNumber(holder, here);
  await step.recordCheck(await newBrowser(), desk, path, {
    mode: 'In persoon',
    place: 'balie',
    number,
  });
  await holder.goto(here);
  await press(holder, nl.holder.secret.readyAction);
  await step.writeDownKey(holder);
  await step.askApproval(agent, path);
  await step.approve(await newBrowser(), desk, 'pim', path);

  await desk.clock.move(4 * DAY * HOUR);
  await desk.clock.move(4 * DAY * HOUR);
  await itsTurn(holder, here);
  await holder.getByRole('link', { name: 'Je nieuwe authenticator-app instellen' }).click();
  await expect(holder.getByText('Stap 1 van 2')).toBeVisible();
  await press(holder, app.action);
  const seed = await holder
    .getByText(/^[A-Z2-7 ]{32,60}$/)
    .first()
    .textContent();
  const secret = (seed ?? '').replaceAll(' ', '');
  const codeNow = async () =>
    generate({ secret, epoch: Math.floor(Date.parse(await desk.clock.now()) / 1000) });
  await holder.getByLabel(app.field).fill(await codeNow());
  await press(holder, app.submit);

  await expect(holder.getByText('Stap 2 van 2')).toBeVisible();
  await expectAccessible(holder);
  await test.step('R29 the old app still works: nothing changes before all of it is done', () =>
    newBrowser().then((page) => holderSignIn(page, desk, 'hanna')));
  await holder.goto(`${here}/set-up`);
  const chosen = 'zeven eenden op een rij';
  await holder.getByLabel(own.password.new).fill(chosen);
  await holder.getByLabel(own.password.repeat).fill(chosen);
  await press(holder, passwordWords.submit);
  await recovered(holder, here);

  const page = await newBrowser();
  await holderPassword(page, desk, 'hanna', chosen);
  await desk.clock.move(31);
  await fillCode(page, fields['authenticator-app'], await codeNow());
  await expectSignedIn(page);
});
