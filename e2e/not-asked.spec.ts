import type { Page } from '@playwright/test';
import { nl } from '../lib/messages/nl';
import { expect, expectAccessible, test } from './fixtures';
import { choose, fillCode, holderOf, holderPassword } from './holder-steps';
import { codeAfter, lastNumber, messageTo, openLink } from './message-steps';
import * as step from './steps';
import type { TestDesk } from './test-desk';

/** “I did not ask for this”, from the message with a code to the desk that sees it. */

const words = nl.notAsked;
const { second, fields } = nl.ownSignIn;
const desk = nl.account.notices;

const linkIn = (text: string): string =>
  /http:\/\/localhost:\d+\/not-asked#[\w-]{43}/.exec(text)?.[0] ?? 'no link';
const typedIn = (text: string): string =>
  /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/.exec(text.slice(text.indexOf('not-asked')))?.[0] ??
  'no code';

const says = async (page: Page) => {
  await page.getByRole('button', { name: words.action }).click();
  await expect(page.getByRole('heading', { name: words.result.title })).toBeVisible();
  expect(page.url(), 'R18 nothing of it stands in the address').toMatch(
    /\/not-asked\/result(#main)?$/,
  );
};

/** Somebody who knows the password of this account has a code sent to its owner. */
const thiefAtSignIn = async (thief: Page, d: TestDesk, key: string) => {
  await holderPassword(thief, d, key);
  await choose(thief, 'sms');
  return codeAfter(d, holderOf(d, key).phones[0] ?? '', () =>
    thief.getByRole('button', { name: second.send.sms }).click(),
  );
};

const seesSignal = async (agent: Page) => {
  await expect(agent.getByText(desk.notAskedTitle).first()).toBeVisible();
  await expect(agent.getByText(desk.notAskedText)).toBeVisible();
};

test.describe.configure({ timeout: 120_000 });

test('R43 of a sign-in code, typed from the SMS without JavaScript: that sign-in is over', async ({
  desk: d,
  newBrowser,
}) => {
  const thief = await newBrowser();
  const sms = await thiefAtSignIn(thief, d, 'lotte');
  expect(sms.text, 'R18 an SMS has the code to type').not.toContain('#');

  const owner = await newBrowser({ javaScriptEnabled: false });
  await owner.goto('/not-asked');
  await expect(owner.getByRole('heading', { name: words.title })).toBeVisible();
  await expect(owner.getByRole('main').getByRole('button')).toHaveCount(1);
  await owner.getByLabel(words.field).fill('AAAA-BBBB-CCCC-DDDD');
  await owner.getByRole('button', { name: words.action }).click();
  await expect(owner.getByText(words.unknown)).toBeVisible();
  await owner.getByLabel(words.field).fill(typedIn(sms.text).toLowerCase().replaceAll('-', ' '));
  await says(owner);

  await test.step('R43 a normal sign-in is all that is offered', async () => {
    const main = owner.getByRole('main');
    await expect(main.getByRole('button')).toHaveCount(0);
    await expect(main.getByRole('link')).toHaveCount(1);
    await expect(main.getByRole('link', { name: words.result.signIn })).toHaveAttribute(
      'href',
      '/account/sign-in',
    );
    expect(await owner.context().cookies()).not.toContainEqual(
      expect.objectContaining({ name: expect.stringMatching(/account/) }),
    );
  });

  await test.step('the thief’s code opens nothing any more', async () => {
    await fillCode(thief, fields.sms, sms.code);
    await expect(thief).toHaveURL(/\/account\/sign-in\?over=1$/);
    await thief.goto('/account');
    await expect(thief).toHaveURL(/\/account\/sign-in/);
  });

  await test.step('the desk sees the signal on the account', async () => {
    const kees = await newBrowser();
    await step.signIn(kees, d, 'kees');
    await kees.goto(`/accounts/${holderOf(d, 'lotte').accountId}`);
    await seesSignal(kees);
    await expect(kees.getByText(/over een aanmeldcode, naar .*20/)).toBeVisible();
    await expectAccessible(kees);
  });
});

test('R43 R18 of a code in a case, by the link in the mail: the case stands still, and goes on by itself', async ({
  desk: d,
  newBrowser,
}) => {
  const agent = await newBrowser();
  await step.signIn(agent, d, 'noor');
  const { path } = await step.openCase(agent, {
    name: 'Fleur Dekker',
    measure: /^Authenticator-app.* vervangen/i,
  });
  const before = await lastNumber(d);
  await step.sendCode(agent, d, path, { target: /aan f•••@example\.net/, to: 'fleur@example.net' });
  const mail = await messageTo(d, 'fleur@example.net', before, '#');
  const link = linkIn(mail.text);

  const owner = await newBrowser();
  await openLink(owner, link, words.field);
  await expect(owner.getByRole('heading', { name: words.title })).toBeVisible();
  await expectAccessible(owner);
  await agent.goto(path);
  await expect(agent.getByText(desk.notAskedTitle), 'R18 opening changed nothing').toHaveCount(0);
  await says(owner);

  await agent.goto(path);
  await expect(agent.getByText(/De zaak staat stil tot/)).toBeVisible();
  await seesSignal(agent);
  await expect(agent.getByText(/over een code in een zaak, naar f•••@example\.net/)).toBeVisible();

  await test.step('said again it says nothing new', async () => {
    const again = await newBrowser({ javaScriptEnabled: false });
    await again.goto(link);
    await again.getByLabel(words.field).fill(typedIn(mail.text));
    await says(again);
    await agent.reload();
    await expect(agent.getByText(/over een code in een zaak, naar f/)).toHaveCount(1);
  });

  await test.step('a day later it goes on, and the old code is dead', async () => {
    await d.clock.move(24 * 3600 + 60);
    await step.signIn(agent, d, 'noor', path);
    await step.untilSeen(agent, () =>
      agent.getByText('Lees de zaakcode voor en laat bewijzen wie het is.'),
    );
    await seesSignal(agent);
  });
});

test('a functional administrator who looked into it lets the case go on at once', async ({
  desk: d,
  newBrowser,
}) => {
  const [agent, owner, pim] = [await newBrowser(), await newBrowser(), await newBrowser()];
  await step.signIn(agent, d, 'noor');
  const { path } = await step.openCase(agent, {
    name: 'Mirthe Hoekstra',
    measure: /^Authenticator-app.* vervangen/i,
  });
  const before = await lastNumber(d);
  await step.sendCode(agent, d, path, {
    target: /aan m•••@example\.com/,
    to: 'mirthe@example.com',
  });
  const mail = await messageTo(d, 'mirthe@example.com', before, '#');
  await openLink(owner, linkIn(mail.text), words.field);
  await says(owner);
  await step.signIn(pim, d, 'pim', path);
  await pim.getByRole('link', { name: nl.caseFile.actions['resume-early'] }).click();
  await expect(pim.getByText(nl.caseFile.confirm.resume.consequenceReported)).toBeVisible();
  await pim.getByRole('button', { name: nl.caseFile.confirm.resume.submit }).click();
  await expect(pim).toHaveURL(new RegExp(`${path}$`));
  await agent.goto(path);
  await expect(agent.getByText(/De zaak staat stil tot/)).toHaveCount(0);
});
