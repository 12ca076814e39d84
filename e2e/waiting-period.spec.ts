import type { Page } from '@playwright/test';
import { nl } from '../lib/messages/nl';
import { expect, test } from './fixtures';
import { holderOf } from './holder-steps';
import { itsTurn, masked } from './measure-steps';
import { lastNumber, messageTo, openLink } from './message-steps';
import * as step from './steps';
import type { TestDesk } from './test-desk';

const HOUR = 3600;
const DAY = 24 * HOUR;

type People = { agent: Page; holder: Page; approver: Page };

const namesOf = (desk: TestDesk, key: string) => {
  const { name, emails, phones } = holderOf(desk, key);
  // What comes last is no mailbox of the organisation, which would open with the account only.
  return { name, mail: emails.at(-1) ?? '', phone: phones[0] ?? '' };
};

const proven = async (desk: TestDesk, { agent, holder }: People, key: string) => {
  const { name, mail, phone } = namesOf(desk, key);
  const opened = await step.openCase(agent, { name, measure: /^Authenticator-app.* vervangen/i });
  const { path, handle } = opened;
  await step.openHoldersPage(holder, handle);
  const first = await step.sendCode(agent, desk, path, { target: masked(mail), to: mail });
  await step.enterFirstCode(holder, first);
  const target = new RegExp(`aan •.*${phone.slice(-2)}$`);
  await step.enterNextCode(holder, await step.sendCode(agent, desk, path, { target, to: phone }));
  return opened;
};

const toWaiting = async (desk: TestDesk, people: People, key: string) => {
  await step.signIn(people.agent, desk, 'noor');
  const opened = await proven(desk, people, key);
  await step.askApproval(people.agent, opened.path);
  const before = await lastNumber(desk);
  await step.approve(people.approver, desk, 'pim', opened.path);
  const { mail } = namesOf(desk, key);
  const told = await messageTo(desk, mail, before, 'De wachttijd voor je account');
  return { ...opened, told };
};

const threePeople = async (newBrowser: () => Promise<Page>): Promise<People> => ({
  agent: await newBrowser(),
  holder: await newBrowser(),
  approver: await newBrowser(),
});

test.describe.configure({ timeout: 180_000 });

test('R26 "this was not me" from a message stops the case during the wait', async ({
  desk,
  newBrowser,
}) => {
  const people = await threePeople(newBrowser);
  const { path, told } = await toWaiting(desk, people, 'fleur');
  const link = /http:\/\/localhost:\d+\/veto#\S+/.exec(told.text)?.[0];
  const owner = await newBrowser();
  await openLink(owner, link ?? '', nl.holder.veto.field);
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
      name: 'Fleur Dekker',
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
  const { path } = await toWaiting(desk, people, 'mirthe');
  const owner = await newBrowser();
  await step.signInAtInbox(owner, desk, 'Mirthe Hoekstra, Zorgpunt');
  await people.agent.goto(path);
  await expect(people.agent.getByText(/De accounthouder moet antwoorden/)).toBeVisible();
  await owner.getByRole('button', { name: 'Ga door' }).click();
  await step.untilSeen(people.agent, () => people.agent.getByText(/Niets te doen tot/));
});

test('R20 R21 the opener, who recorded a proof, and the holder are no approvers', async ({
  desk,
  newBrowser,
}) => {
  const people = await threePeople(newBrowser);
  await step.signIn(people.agent, desk, 'pim');
  const { path, handle } = await proven(desk, people, 'esra');
  await step.recordCheck(people.approver, desk, path, {
    mode: 'Op afstand',
    place: 'videogesprek',
    number: await step.screenNumber(people.holder, `/h/${handle.replace('-', '')}`),
  });
  await expect(people.approver.getByText('Legitimatie op afstand').first()).toBeVisible();

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
    const { path } = await step.openCase(agent, {
      name: 'Björn Østergård',
      measure: /factor toevoegen/i,
    });
    const kees = await newBrowser();
    await step.signIn(kees, desk, 'kees');
    const foreign = await kees.request.get(path);
    const unknown = await kees.request.get(`/cases/0190a000-0000-7000-8000-00000000ffff`);
    expect(foreign.status()).toBe(404);
    expect(unknown.status()).toBe(404);
    await kees.goto(path);
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
  const { path, handle } = await toWaiting(desk, people, 'anouk');
  const here = `/h/${handle.replace('-', '')}`;
  await desk.clock.move(5 * DAY);
  await itsTurn(people.holder, here);
  await desk.clock.move(73 * HOUR);
  const over = people.holder.getByRole('heading', { name: 'De tijd is om' });
  await step.untilSeen(people.holder, () => over);
  await people.holder.goto(`${here}/set-up`);
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
  await step.untilSeen(agent, () => agent.getByText('De zaak is verlopen.'));
});
