import type { Page } from '@playwright/test';
import { nl } from '../../lib/messages/nl';
import { expect, test } from '../fixtures';
import { choose, holderPassword, holderSignIn } from '../holder-steps';
import { plantPush, plantRefusals } from '../planting';
import { openCase, signIn } from '../steps';
import { expectEveryPageWalked, walk } from '../walk';
import { wrong } from './wrong';

/** Every screen of signing in to the own pages, in each of its states. */

// A recording of every click of hundreds of looks costs more than the looks.
test.use({ deskWorker: false });
test.describe.configure({ mode: 'serial', timeout: 900_000 });

const words = nl.ownSignIn;
const { second, push } = words;
const here = (page: Page) => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};
const chosen = async (page: Page, kind: Parameters<typeof choose>[1]) => {
  await choose(page, kind);
  await expect(page).toHaveURL(/with=/);
};

test('signing in, with each kind of second factor', async ({ newBrowser, desk }) => {
  const page = await newBrowser();
  await page.goto('/account/sign-in');
  await walk(page, '/account/sign-in', { act: words.submit });
  await walk(page, '/account/sign-in?over=1');
  await walk(page, '/account/sign-in?refused=1');
  await walk(page, '/account/sign-in?left=1', wrong('lotte'));

  const phone = await newBrowser();
  await phone.goto('/account/push');
  await walk(phone, '/account/push', { title: push.page.unknown, act: push.page.signIn });
  await holderSignIn(phone, desk, 'lotte', true);
  await plantPush(desk, 'lotte', 'Mijn telefoon');
  await walk(phone, '/account/push', { title: push.page.nothing, act: push.check });
  for (const done of ['yes', 'no', 'wrong'])
    await walk(phone, `/account/push?done=${done}`, { title: push.page.nothing });

  await holderPassword(page, desk, 'lotte');
  await expect(page).toHaveURL(/second-factor$/);
  const front = here(page);
  const submit = { title: second.title, act: second.submit };
  await walk(page, front, submit);
  await page.goto(front);
  await chosen(page, 'backup-codes');
  await walk(page, here(page), { ...submit, ...wrong('AAAA-BBBB-CCCC-DDDD') });

  await holderPassword(page, desk, 'lotte');
  await expect(page).toHaveURL(/second-factor$/);
  for (const kind of ['sms', 'voice', 'email-code'] as const) {
    await page.goto(front);
    await chosen(page, kind);
    const at = here(page);
    await walk(page, at, { title: second.title, act: second.send[kind] });
    await page.goto(at);
    await page.getByRole('button', { name: second.send[kind] }).click();
    await expect(page.getByLabel(words.fields[kind])).toBeVisible();
    await walk(page, at, submit);
  }

  await page.goto(front);
  await chosen(page, 'push');
  const asking = here(page);
  await walk(page, asking, { title: second.title, act: push.ask });
  await page.goto(asking);
  await page.getByRole('button', { name: push.ask }).click();
  await expect(page.getByText(/^\d\d$/)).toBeVisible();
  await walk(page, asking, { title: second.title, act: push.check });
  await walk(phone, '/account/push', { title: push.page.title, act: push.page.yes });
  await desk.clock.move(121);
  await walk(page, asking, { title: second.title, act: push.askAgain });
});

test('what a sign-in has to say, and being asked again', async ({ newBrowser, desk }) => {
  const [agent, holder] = [await newBrowser(), await newBrowser()];
  await signIn(agent, desk, 'noor');
  await openCase(agent, { name: 'Fleur Dekker', measure: /^Authenticator-app.* vervangen/i });
  await holderSignIn(holder, desk, 'fleur');
  await walk(holder, '/account', { act: words.paused.goOn });
  await walk(holder, '/account?pause=over');
  await walk(holder, '/account/sign-in/again', { title: words.again.title, act: words.submit });

  const trusted = await newBrowser();
  await holderSignIn(trusted, desk, 'fleur', true);
  await trusted.context().clearCookies({ name: '__Host-account' });
  await holderPassword(trusted, desk, 'fleur');
  await expect(trusted.getByText(words.skipped.title)).toBeVisible();
  await walk(trusted, '/account', { act: words.paused.confirmLink });
});

test('signing in without any second factor', async ({ newBrowser, desk }) => {
  const page = await newBrowser();
  await holderPassword(page, desk, 'bjorn');
  await expect(page).toHaveURL(/second-factor$/);
  await walk(page, here(page), { title: second.title, act: second.submit });
  await plantRefusals(desk, 'bjorn');
  await walk(page, here(page), { title: second.title, act: second.back });
});

test('no page of signing in was left out', () => {
  expectEveryPageWalked((file) => /^\(account\)\/account\/(sign-in|push)\//.test(file));
});
