import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import * as step from './steps';
import type { TestDesk } from './test-desk';

const HOUR = 3600;
const DAY = 24 * HOUR;

type People = { agent: Page; holder: Page; approver: Page };
type Who = { name: string; mail: string; mailMasked: RegExp; phone: string };

const MIRTHE: Who = {
  name: 'Mirthe Hoekstra',
  mail: 'mirthe@example.com',
  mailMasked: /aan m•••@example\.com/,
  phone: '+31612345610',
};
const FLEUR: Who = {
  name: 'Fleur Dekker',
  mail: 'fleur@example.net',
  mailMasked: /aan f•••@example\.net/,
  phone: '+31612345611',
};
const ESRA: Who = {
  name: 'Esra van den Berg',
  mail: 'esra@example.org',
  mailMasked: /aan e•••@example\.org/,
  phone: '+31612345609',
};

const ANOUK: Who = {
  name: 'Anouk de Vries',
  mail: 'anouk.prive@example.net',
  mailMasked: /aan a•••@example\.net/,
  phone: '+31612345601',
};

const proven = async (desk: TestDesk, { agent, holder }: People, who: Who) => {
  const opened = await step.openCase(agent, {
    name: who.name,
    measure: /^Authenticator-app.* vervangen/i,
  });
  await step.openHoldersPage(holder, opened.handle);
  const mail = await step.sendCode(agent, desk, opened.path, {
    target: who.mailMasked,
    to: who.mail,
  });
  await step.enterFirstCode(holder, mail);
  const last = who.phone.slice(-2);
  const sms = await step.sendCode(agent, desk, opened.path, {
    target: new RegExp(`aan •.*${last}$`),
    to: who.phone,
  });
  await step.enterNextCode(holder, sms);
  await expect(holder.getByRole('heading', { name: 'Je hebt genoeg laten zien' })).toBeVisible();
  return opened;
};

const toWaiting = async (desk: TestDesk, people: People, who: Who) => {
  await step.signIn(people.agent, desk, 'noor');
  const opened = await proven(desk, people, who);
  await step.askApproval(people.agent, opened.path);
  const before = await step.lastNumber(desk);
  await step.approve(people.approver, desk, 'pim', opened.path);
  const told = await step.messageTo(desk, who.mail, before);
  return { ...opened, told };
};

const threePeople = async (newBrowser: () => Promise<Page>): Promise<People> => ({
  agent: await newBrowser(),
  holder: await newBrowser(),
  approver: await newBrowser(),
});

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test('R26 "this was not me" from a message stops the case during the wait', async ({
  desk,
  newBrowser,
}) => {
  const people = await threePeople(newBrowser);
  const { path, told } = await toWaiting(desk, people, FLEUR);
  const link = /http:\/\/localhost:\d+\/veto#\S+/.exec(told.text)?.[0];
  const owner = await newBrowser();
  await owner.goto(link ?? '');
  await expect(owner.getByRole('heading', { name: 'Was jij dit niet?' })).toBeVisible();
  await people.agent.goto(path);
  await expect(
    people.agent.getByText(/Niets te doen tot/),
    'R18 opening the link changed nothing',
  ).toBeVisible();
  await owner.getByRole('button', { name: 'Dit was ik niet' }).click();
  await expect(owner.getByRole('heading', { name: 'Het is gestopt' })).toBeVisible();
  await people.agent.reload();
  await expect(people.agent.getByText('De accounthouder zei: “Dit was ik niet”.')).toBeVisible();

  await test.step('R26 the account is contested: only an identity check in person helps now', async () => {
    const next = await step.openCase(people.agent, {
      name: FLEUR.name,
      measure: /^Authenticator-app.* vervangen/i,
    });
    await people.agent.goto(next.path);
    await expect(
      people.agent.getByText(/Alleen een legitimatie in persoon helpt/).first(),
    ).toBeVisible();
  });
});

test('R28 a sign-in with the old factor pauses the case, and "go on" lets it go on', async ({
  desk,
  newBrowser,
}) => {
  const people = await threePeople(newBrowser);
  const { path } = await toWaiting(desk, people, MIRTHE);
  const owner = await newBrowser();
  await desk.clock.move(31);
  await owner.goto('/inbox');
  const shown = await owner
    .getByText(/^Mirthe Hoekstra/)
    .first()
    .locator('..')
    .textContent();
  const code = /\d{6}/.exec(shown ?? '')?.[0] ?? '';
  await owner
    .getByLabel('Account', { exact: true })
    .selectOption({ label: 'Mirthe Hoekstra, Zorgpunt' });
  await owner.getByLabel('Code uit de authenticator-app').fill(code);
  await owner.getByRole('button', { name: 'Aanmelden' }).click();
  await expect(owner.getByRole('heading', { name: 'Er loopt een herstel' })).toBeVisible();
  await people.agent.goto(path);
  await expect(people.agent.getByText(/De accounthouder moet antwoorden/)).toBeVisible();
  await owner.getByRole('button', { name: 'Ga door' }).click();
  await people.agent.goto(path);
  await expect(people.agent.getByText(/Niets te doen tot/)).toBeVisible();
});

test('R20 R21 the opener, who recorded a proof, and the holder are no approvers', async ({
  desk,
  newBrowser,
}) => {
  const people = await threePeople(newBrowser);
  await step.signIn(people.agent, desk, 'pim');
  const { path, handle } = await proven(desk, people, ESRA);
  const page = `/h/${handle.replace('-', '')}`;
  await people.holder.goto(`${page}/identity-check`);
  await people.holder.getByRole('button', { name: 'Toon mijn nummer' }).click();
  const number = await people.holder
    .getByText(/^\d{3} ?\d{3}$/)
    .first()
    .textContent();
  await step.signIn(people.approver, desk, 'saskia', `${path}/identity-check`);
  const form = people.approver;
  await form.getByLabel('Op afstand').check();
  await form.getByLabel('Soort document').selectOption('passport');
  await form.getByLabel('Plaats').fill('videogesprek');
  await form.getByLabel('Ja, dit is de accounthouder').check();
  await form
    .getByLabel('Nummer op het scherm van de accounthouder')
    .fill((number ?? '').replace(' ', ''));
  await form.getByRole('button', { name: 'Vastleggen' }).click();
  await expect(form.getByText('Legitimatie op afstand').first()).toBeVisible();

  await step.askApproval(people.agent, path);
  for (const [who, why] of [
    [people.agent, 'Wie de zaak opende, mag haar niet goedkeuren.'],
    [people.approver, 'Wie al iets in deze zaak deed, mag haar niet goedkeuren.'],
  ] as const) {
    await who.goto(`${path}/approve`);
    await expect(who.getByText('Dit kan nu niet')).toBeVisible();
    await expect(who.getByText(why)).toBeVisible();
    await expect(who.getByRole('button', { name: 'Akkoord geven' })).toBeHidden();
  }

  await test.step('R21 nobody works on the own account', async () => {
    await step.signIn(people.approver, desk, 'saskia');
    await people.approver.goto('/accounts?q=Saskia+Bakker');
    await people.approver
      .locator('main')
      .getByRole('link', { name: 'Saskia Bakker' })
      .first()
      .click();
    await expect(people.approver.getByText(/uw eigen account/i).first()).toBeVisible();
  });
});

test.describe('the wall', () => {
  // The browser itself says that a page was not found.
  test.use({ expectedConsole: [/404/] });

  test('a case of another organisation looks exactly like one that does not exist', async ({
    desk,
    newBrowser,
  }) => {
    const agent = await newBrowser();
    await step.signIn(agent, desk, 'noor');
    await agent.goto('/queue');
    const href = await agent.locator('a[href^="/cases/0"]').first().getAttribute('href');
    const kees = await newBrowser();
    await step.signIn(kees, desk, 'kees');
    const foreign = await kees.request.get(href ?? '');
    const unknown = await kees.request.get(`/cases/0190a000-0000-7000-8000-00000000ffff`);
    expect(href).toBeTruthy();
    expect(foreign.status()).toBe(404);
    expect(unknown.status()).toBe(404);
    await kees.goto(href ?? '');
    const shown = await kees.locator('main').textContent();
    await kees.goto('/cases/0190a000-0000-7000-8000-00000000ffff');
    expect(await kees.locator('main').textContent()).toBe(shown);
  });
});

test('R17 an enrolment that was not used in time is over, and opens once more by a new approval', async ({
  desk,
  newBrowser,
}) => {
  const people = await threePeople(newBrowser);
  const { path, handle } = await toWaiting(desk, people, ANOUK);
  await desk.clock.move(5 * DAY);
  await expect(async () => {
    await people.holder.goto(`/h/${handle.replace('-', '')}`);
    await expect(people.holder.getByRole('heading', { name: 'Je bent aan de beurt' })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ timeout: 20_000 });
  await desk.clock.move(73 * HOUR);
  await expect(async () => {
    await people.holder.reload();
    await expect(people.holder.getByRole('heading', { name: 'De tijd is om' })).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ timeout: 20_000 });
  await people.holder.goto(`/h/${handle.replace('-', '')}/set-up`);
  await expect(people.holder.getByRole('button', { name: 'Toon de QR-code' })).toBeHidden();
  await step.signIn(people.approver, desk, 'pim', `${path}/renew`);
  await people.approver.getByRole('button', { name: 'Akkoord geven en opnieuw openen' }).click();
  await expect(people.approver.getByText(/De accounthouder is nu aan de beurt/)).toBeVisible();
});

test('a case with which nothing happens for 14 days expires', async ({ desk, newBrowser }) => {
  const agent = await newBrowser();
  await step.signIn(agent, desk, 'noor');
  const { path } = await step.openCase(agent, {
    name: 'Fatima Jansen',
    measure: /^Authenticator-app.* vervangen/i,
  });
  await desk.clock.move(14 * DAY + HOUR);
  await step.signIn(agent, desk, 'noor', path);
  await expect(async () => {
    await agent.reload();
    await expect(agent.getByText('De zaak is verlopen.')).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
});
