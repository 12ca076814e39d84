import type { Page } from '@playwright/test';
import { generate } from 'otplib';
import { nl } from '../../lib/messages/nl';
import type { OpenCase } from '../../test/case-steps';
import { expect, test } from '../fixtures';
import * as step from '../steps';
import type { Scenes } from './scenes';
import { scenesOf } from './scenes-of';

/**
 * What a holder does on the holder's page and by the links of messages, in a browser without script. That every screen is
 * there without it, each walk sees (walk.ts); the own pages and recovery contacts have theirs beside what they do with it.
 */

test.use({ deskWorker: false });
test.describe.configure({ timeout: 120_000 });

let scenes: Scenes;
test.beforeAll(async ({ desk }) => {
  scenes = await scenesOf(desk);
});

const { states, veto, enrol, loss } = nl.holder;
const { next } = nl.common.actions;
const of = ({ handle }: OpenCase, page?: string) => `/h/${handle}${page ? `/${page}` : ''}`;
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const main = (page: Page) => page.getByRole('main');

test('the first code, the key that is written down, what was lost, and the key on another screen', async ({
  newBrowser,
}) => {
  const holder = await newBrowser({ javaScriptEnabled: false });
  const { first } = scenes;
  await step.openHoldersPage(holder, first.handle);
  const field = holder.getByRole('textbox', { name: /^Code uit de/ });
  await field.fill(first.code === '000000' ? '111111' : '000000');
  await holder.getByRole('button', { name: next }).click();
  await expect(holder.locator('form [role=alert]').first()).not.toBeEmpty();
  await field.fill(`${first.code.slice(0, 3)} ${first.code.slice(3)}`);
  await holder.getByRole('button', { name: next }).click();
  const written = await step.writeDownKey(holder);
  await expect(title(holder)).toHaveText(states.next.title);

  await holder.goto(of(first, 'loss'));
  await main(holder).getByRole('checkbox').first().check();
  await holder.getByRole('button', { name: loss.submit }).click();
  await expect(holder).toHaveURL(new RegExp(`${of(first)}$`));

  const other = await newBrowser({ javaScriptEnabled: false });
  await other.goto(of(first, 'key'));
  await other.getByRole('textbox').fill(written.toLowerCase());
  await other.getByRole('button', { name: next }).click();
  await expect(title(other)).toHaveText(states.next.title);
});

test('a new app: its key is shown, a code of it confirms; a new security key says what it needs', async ({
  desk,
  newBrowser,
}) => {
  const holder = await newBrowser({ javaScriptEnabled: false });
  const { enrolling, enrollingKey } = scenes;
  await holder.context().addCookies(
    [enrolling, enrollingKey].map(({ handle, door }) => ({
      name: `__Host-case-${handle}`,
      value: door.secret ?? '',
      url: `https://${new URL(desk.url).host}/`,
      secure: true,
      httpOnly: true,
    })),
  );
  await holder.goto(of(enrolling));
  await main(holder)
    .getByRole('link', { name: /instellen$/ })
    .click();
  await holder.getByRole('button', { name: enrol.app.action }).click();
  await expect(holder.getByRole('img')).toBeVisible();
  const seed = await holder
    .getByText(/^[A-Z2-7 ]{32,60}$/)
    .first()
    .textContent();
  const epoch = Math.floor(Date.parse(await desk.clock.now()) / 1000);
  const code = await generate({ secret: (seed ?? '').replaceAll(' ', ''), epoch });
  await holder.getByRole('textbox').fill(code);
  await holder.getByRole('button', { name: enrol.app.submit }).click();
  await expect(title(holder)).toHaveText(states.running.title);

  await holder.goto(of(enrollingKey, 'set-up'));
  const needs = main(holder).locator('noscript');
  await expect(needs).toBeVisible();
  expect(await needs.textContent()).toContain('JavaScript');
});

test('a no: on the page of the case, and by the code of a message', async ({ newBrowser }) => {
  const anybody = await newBrowser({ javaScriptEnabled: false });
  const { waiting, doubted } = scenes;
  await anybody.goto(of(waiting));
  await main(anybody).getByRole('link', { name: veto.action }).click();
  await anybody.getByRole('button', { name: veto.action }).click();
  await expect(title(anybody)).toHaveText(veto.result.stopped.title);

  await anybody.goto('/veto');
  await anybody.getByLabel(veto.field).fill('AAAA-BBBB-CCCC-DDDD');
  await anybody.getByRole('button', { name: veto.action }).click();
  await expect(anybody.locator('form [role=alert]').first()).toContainText(veto.unknown);
  await anybody.getByLabel(veto.field).fill(doubted.noCode.toLowerCase().replaceAll('-', ' '));
  await anybody.getByRole('button', { name: veto.action }).click();
  await expect(title(anybody)).toHaveText(veto.result.paused.title);
});
