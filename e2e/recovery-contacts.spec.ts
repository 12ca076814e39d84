import type { Page } from '@playwright/test';
import { nl } from '../lib/messages/nl';
import {
  activeContact,
  askContact,
  DAY,
  fillInvitation,
  linkIn,
  openLink,
  signInFresh,
  typedCodeIn,
} from './contact-steps';
import { expect, expectAccessible, test } from './fixtures';
import { lastNumber, messageTo } from './message-steps';
import * as step from './steps';
import type { TestDesk } from './test-desk';

/** Recovery contacts: the account holder, the contact and a functional administrator, each in a browser of their own. */

const words = nl.recoveryContacts;
const MAILBOX = 'lotte.meijer@example.net';
const PHONE = '+31612345620';

const signInLotte = (page: Page, desk: TestDesk, path: string) =>
  signInFresh(page, desk, 'lotte', path);

const cardOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, level: 3 }) });

test('from the invitation to the end: holder, contact and administrator', async ({
  desk,
  newBrowser,
}) => {
  test.setTimeout(180_000);
  const [lotte, mirjam, kees] = [await newBrowser(), await newBrowser(), await newBrowser()];

  await signInLotte(lotte, desk, '/account/contacts');
  await expect(lotte.getByText(words.own.none)).toBeVisible();
  await lotte.getByRole('link', { name: words.own.invite }).click();
  await expect(lotte).toHaveURL(/\/account\/contacts\/new$/);
  await expectAccessible(lotte);
  await fillInvitation(lotte, 'Ik', MAILBOX);
  await expect(lotte.getByRole('alert').first()).toContainText('adres van het account zelf');
  await fillInvitation(lotte, 'Kijk op www.example.org', 'mirjam@example.org');
  await expect(lotte.getByText(words.problems['name-unreadable']).first()).toBeVisible();
  let before = await lastNumber(desk);
  await fillInvitation(lotte, 'Mirjam', 'mirjam@example.org');
  await expect(lotte.getByText(words.own.invited)).toBeVisible();
  await expect(cardOf(lotte, 'Mirjam')).toContainText(words.statuses.invited);

  // The contact: what it is and is not, and nothing happens by looking.
  const mail = await messageTo(desk, 'mirjam@example.org', before);
  expect(mail.subject).toBe('Lotte Meijer vraagt je als herstelcontact');
  await openLink(mirjam, linkIn(mail));
  await expect(mirjam.getByRole('heading', { level: 1 })).toHaveText(
    'Lotte Meijer vraagt je als herstelcontact',
  );
  await expect(mirjam.getByRole('heading', { name: words.invitation.doesNot })).toBeVisible();
  await expect(
    mirjam.getByText('zeven dagen').or(mirjam.getByText('7 dagen')).first(),
  ).toBeVisible();
  await expectAccessible(mirjam);
  await lotte.reload();
  await expect(cardOf(lotte, 'Mirjam')).toContainText(words.statuses.invited);

  before = await lastNumber(desk);
  await mirjam.getByRole('button', { name: words.invitation.accept }).click();
  await expect(mirjam.getByText(words.about.thanks)).toBeVisible();
  await expect(mirjam.getByRole('heading', { level: 1 })).toHaveText(
    'Je bent bijna herstelcontact van Lotte Meijer',
  );
  await expectAccessible(mirjam);
  for (const to of [MAILBOX, PHONE]) await messageTo(desk, to, before, 'Mirjam heeft ja gezegd');
  await step.untilSeen(lotte, () => cardOf(lotte, 'Mirjam').getByText(words.statuses.waiting));

  // R41 the desk sees it, and has nothing to hurry it with.
  const account = `/accounts/${desk.holders.find(({ key }) => key === 'lotte')?.accountId}`;
  await step.signIn(kees, desk, 'kees', account);
  const row = kees.getByRole('row').filter({ hasText: 'Mirjam' });
  await expect(row).toContainText('m•••@example.org');
  await expect(row.getByRole('button')).toHaveCount(0);
  await expect(row.getByRole('link')).toHaveCount(0);

  // The day before the end, and the end; each told once.
  before = await lastNumber(desk);
  await desk.clock.move(6 * DAY);
  await messageTo(desk, MAILBOX, before, /Mirjam telt vanaf .* mee/);
  before = await lastNumber(desk);
  await desk.clock.move(DAY);
  await messageTo(desk, MAILBOX, before, 'Mirjam telt nu mee');
  await signInLotte(lotte, desk, '/account/contacts');
  await expect(cardOf(lotte, 'Mirjam')).toContainText(words.statuses.active);
  await step.signIn(kees, desk, 'kees', account);
  await expect(kees.getByRole('row').filter({ hasText: 'Mirjam' })).toContainText(
    words.statuses.active,
  );
  expect(await desk.inbox.messages({ to: 'mirjam@example.org' })).toHaveLength(1);

  // The contact stops, over the same link, and then there is nothing to see any more.
  before = await lastNumber(desk);
  await openLink(mirjam, linkIn(mail));
  await expect(mirjam.getByRole('heading', { level: 1 })).toHaveText(
    'Je bent herstelcontact van Lotte Meijer',
  );
  await mirjam.getByRole('link', { name: words.about.leave }).click();
  await mirjam.getByRole('button', { name: words.leave.submit }).click();
  await expect(mirjam.getByRole('heading', { level: 1 })).toHaveText(words.done.left.title);
  await messageTo(desk, MAILBOX, before, 'geen herstelcontact meer');
  const over = 'Je bent geen herstelcontact meer van Lotte Meijer';
  await messageTo(desk, 'mirjam@example.org', before, over);
  await openLink(mirjam, linkIn(mail));
  await expect(mirjam.getByRole('alert').first()).toContainText(words.door.unknown);

  await signInLotte(lotte, desk, '/account/contacts/new');
  await fillInvitation(lotte, 'Mirjam', 'Mirjam@example.org');
  await expect(lotte.getByRole('alert').first()).toContainText('nee gezegd');
});

test('an administrator starts one; the holder stops it from a message, without script or sign-in', async ({
  desk,
  newBrowser,
}) => {
  test.setTimeout(120_000);
  const [kees, piet] = [await newBrowser(), await newBrowser({ javaScriptEnabled: false })];
  const anybody = await newBrowser({ javaScriptEnabled: false });
  const account = `/accounts/${desk.holders.find(({ key }) => key === 'lotte')?.accountId}`;
  await step.signIn(kees, desk, 'kees', account);
  await kees.getByRole('link', { name: words.desk.invite }).click();
  await expect(kees).toHaveURL(/\/invite-contact$/);
  await expectAccessible(kees);
  let before = await lastNumber(desk);
  await kees.getByLabel(words.desk.page.name).fill('Piet');
  await kees.getByLabel(words.desk.page.address, { exact: true }).fill('piet@example.org');
  await kees.getByRole('button', { name: words.desk.page.submit }).click();
  await expect(kees.getByRole('row').filter({ hasText: 'Piet' })).toContainText(
    words.statuses.invited,
  );
  await messageTo(desk, MAILBOX, before, 'Een beheerder heeft Piet namens jou uitgenodigd');

  // The contact types the code, for there is no script to read the fragment.
  const mail = await messageTo(desk, 'piet@example.org', before);
  await piet.goto(linkIn(mail));
  await piet
    .getByLabel(words.door.field)
    .fill(typedCodeIn(mail).toLowerCase().replaceAll('-', ' '));
  await piet.getByRole('button', { name: words.door.submit }).click();
  await expect(piet).toHaveURL(/\/contact\/invitation#main$/);
  await expect(piet.getByText('Een beheerder van Gemeente Voorbeeld')).toBeVisible();
  before = await lastNumber(desk);
  await piet.getByRole('button', { name: words.invitation.accept }).click();
  await expect(piet.getByText(words.about.thanks)).toBeVisible();

  // From the SMS, in any browser.
  const sms = await messageTo(desk, PHONE, before, 'Piet heeft ja gezegd');
  await anybody.goto('/contact');
  await anybody.getByLabel(words.door.field).fill(typedCodeIn(sms));
  await anybody.getByRole('button', { name: words.door.submit }).click();
  await expect(anybody).toHaveURL(/\/contact\/stop/);
  await expect(anybody.getByRole('heading', { level: 1 })).toContainText('Piet');
  await anybody.getByRole('button', { name: words.stop.submit }).click();
  await expect(anybody.getByRole('heading', { level: 1 })).toHaveText(words.done.stopped.title);

  // What the contact may do is over at the next press.
  await piet.goto('/contact/about');
  await expect(piet).toHaveURL(/\/contact\?over=1/);
  await kees.goto(account);
  await expect(kees.getByRole('row').filter({ hasText: 'Piet' })).toHaveCount(0);
});

test('R14 no page behind a link shows anything without one', async ({ page }) => {
  for (const path of ['invitation', 'about', 'leave', 'stop', 'question', 'done']) {
    await page.goto(`/contact/${path}`);
    await expect(page).toHaveURL(/\/contact$/);
  }
  await page.getByLabel(words.door.field).fill('AAAA-BBBB-CCCC-DDDD');
  await page.getByRole('button', { name: words.door.submit }).click();
  await expect(page.getByRole('alert').first()).toContainText(words.door.unknown);
  await expect(page.getByLabel(words.door.field)).toHaveValue('');
});

test('in a case: the holder tells the code, the contact says how they spoke', async ({
  desk,
  newBrowser,
}) => {
  test.setTimeout(180_000);
  const [fleur, mirjam, noor] = [await newBrowser(), await newBrowser(), await newBrowser()];
  const address = 'mirjam.dekker@example.com';
  await activeContact({ holder: fleur, contact: mirjam }, desk, {
    key: 'fleur',
    name: 'Mirjam',
    address,
    tellsTo: 'fleur@example.net',
  });
  await step.signIn(noor, desk, 'noor');
  const { path, handle } = await step.openCase(noor, {
    name: 'Fleur Dekker',
    measure: /^Authenticator-app.* vervangen/i,
  });
  const mail = await askContact(noor, desk, path, { name: 'Mirjam', address });
  expect(mail.subject).toBe('Fleur Dekker vraagt je om hulp');
  expect(mail.text, 'R40 nothing about the recovery').not.toMatch(/authenticator|zaak|Noor/i);

  const shown = async () => {
    await step.openHoldersPage(fleur, handle);
    await fleur.getByRole('button', { name: nl.holder.contact.action }).click();
    const code = await fleur.getByText(/^\d{3} ?\d{3}$/).textContent();
    return (code ?? '').replace(' ', '');
  };
  const code = await shown();
  await expect(noor.getByText(code), 'the agent never sees the code').toBeHidden();

  const say = async (
    way: keyof typeof words.question.ways,
    what: string,
    { sure = true, on = mirjam } = {},
  ) => {
    await on.getByRole('radio', { name: words.question.ways[way] }).check();
    await on.getByLabel(words.question.code).fill(what);
    const box = on.getByRole('checkbox');
    if (sure) await box.check();
    else await box.uncheck();
    await on.getByRole('button', { name: words.question.submit }).click();
  };
  await openLink(mirjam, linkIn(mail));
  await expect(mirjam.getByRole('heading', { level: 1 })).toHaveText(
    'Is het echt Fleur Dekker die om hulp vraagt?',
  );
  await expectAccessible(mirjam);
  await mirjam.getByRole('button', { name: words.question.submit }).click();
  await expect(mirjam.getByRole('alert').first()).toContainText(words.question.spokenWanted);
  await say('in-person', code, { sure: false });
  await expect(mirjam.getByRole('alert').first()).toContainText(words.question.sureWanted);
  await say('in-person', code === '000000' ? '000001' : '000000');
  await expect(mirjam.getByRole('alert').first()).toContainText('klopt niet');

  // R40 who was contacted proves nothing, and the code is used up.
  await say('they-contacted-me', code);
  await expect(mirjam.getByRole('heading', { level: 1 })).toHaveText(
    words.done['not-counted'].title,
  );
  // At her office no script runs: she types the code of the mail.
  const on = await newBrowser({ javaScriptEnabled: false });
  await on.goto('/contact');
  await on.getByLabel(words.door.field).fill(typedCodeIn(mail));
  await on.getByRole('button', { name: words.door.submit }).click();
  await say('known-number', code, { on });
  await expect(on.getByRole('alert').first()).toContainText('geen code');

  // A new code, and a call of her own.
  await say('known-number', await shown(), { on });
  await expect(on.getByRole('heading', { level: 1 })).toHaveText(words.done.vouched.title);
  await fleur.reload();
  await fleur.getByRole('button', { name: nl.holder.secret.readyAction }).click();
  await step.writeDownKey(fleur);
  // There is nothing more to see over that link.
  await openLink(mirjam, linkIn(mail));
  await expect(mirjam.getByRole('alert').first()).toContainText(words.door.unknown);
});
