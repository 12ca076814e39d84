import type { Page } from '@playwright/test';
import { nl } from '../../lib/messages/nl';
import type { OpenCase } from '../../test/case-steps';
import { expect, test } from '../fixtures';
import * as step from '../steps';
import type { TestDesk } from '../test-desk';
import { expectEveryPageWalked, walk } from '../walk';
import type { Scenes } from './scenes';
import { scenesOf } from './scenes-of';
import { wrong } from './wrong';

/** Every screen outside the desk: the front, signing in, the inbox, and the holder's page in each of its states. */

// A recording of every click of hundreds of looks costs more than the looks.
test.use({ deskWorker: false });
test.describe.configure({ mode: 'serial', timeout: 900_000 });

let scenes: Scenes;

test.beforeAll(async ({ desk }) => {
  test.setTimeout(180_000);
  scenes = await scenesOf(desk);
});

const { states, secret, veto, enrol, check } = nl.holder;
const of = ({ handle }: OpenCase, page?: string) => `/h/${handle}${page ? `/${page}` : ''}`;
const titleOf = (situation: keyof typeof states) => ({ title: states[situation].title });
const codeField = (page: Page) => page.getByRole('textbox', { name: /^Code uit de/ });

/** The same press in both languages. */
const press = (name: RegExp, until: (page: Page) => Promise<void>) => ({
  first: async (page: Page) => {
    await page.getByRole('button', { name }).click();
    await until(page);
  },
});

/** What the browser of this holder keeps since the first proof. */
const keep = (page: Page, desk: TestDesk, cookies: Record<string, string>) => {
  const { host } = new URL(desk.url);
  const guarded = { url: `https://${host}/`, httpOnly: true, secure: true, sameSite: 'Lax' };
  return page.context().addCookies(
    Object.entries(cookies).map(([name, value]) => ({
      ...guarded,
      sameSite: 'Lax' as const,
      name: `__Host-${name}`,
      value,
    })),
  );
};

test.describe('what anybody can open', () => {
  test.use({ expectedConsole: [/404/] });

  test('the front, signing in, the inbox, and what is not there', async ({ page, desk }) => {
    await page.goto('/');
    await walk(page, '/', { act: nl.shell.front.holderAction });
    await walk(page, '/sign-in', { act: nl.signIn.submit });
    await page.goto('/sign-in');
    await step.typePassword(page, desk, 'noor');
    await walk(page, '/sign-in/second-factor', { act: nl.signIn.second.appSubmit });
    await step.signIn(page, desk, 'noor');
    await walk(page, '/sign-in/again?next=%2Fqueue', { act: nl.signIn.submit });
    await page.context().clearCookies();
    await walk(page, '/inbox', { act: nl.inbox.signIn.button });
    await walk(page, '/h', { act: nl.common.actions.next });
    await walk(page, '/h', { act: nl.common.actions.next, ...wrong('7K3') });
    const unknown = { act: nl.holder.unknown.again, leadsTo: '/h/unknown' };
    await walk(page, '/h/7K3M9Q2XTB', unknown);
    await walk(page, '/h/unknown', unknown);
    await walk(page, '/nowhere');
  });
});

test('asking for recovery without calling', async ({ page }) => {
  const { asking } = nl;
  await page.goto('/recover');
  await walk(page, '/recover', { act: asking.symptoms['app-lost'] });
  await walk(page, '/recover?over=1', { act: asking.symptoms['no-sms'] });
  await walk(page, '/recover?symptom=app-lost', {
    title: asking.symptoms['app-lost'],
    act: asking.overs.sms,
  });
  await page.goto('/recover?symptom=app-lost');
  await page.getByLabel(asking.signIn).fill('somebody.with.a.rather.long.name@zorgpunt.example');
  await page.getByRole('button', { name: asking.overs.email }).click();
  await expect(page).toHaveURL(/\/recover\/code$/);
  await walk(page, '/recover/code', { title: asking.code.title, act: asking.code.submit });
  await walk(page, '/recover/code', {
    act: asking.code.again,
    ...wrong('123456'),
  });
});

test('the holder proves it with a code, writes the key down, and may lose things', async ({
  newBrowser,
}) => {
  const holder = await newBrowser({ locale: 'nl-NL' });
  const { first } = scenes;
  await step.openHoldersPage(holder, first.handle);
  await walk(holder, of(first), { ...titleOf('first'), act: nl.common.actions.next });
  await walk(holder, of(first, 'identity-check'), {
    act: check.again,
    ...press(/^(Toon mijn nummer|Show my number)$/, (page) =>
      expect(page.getByText(/^\d{3} \d{3}$/)).toBeVisible(),
    ),
  });
  await holder.goto(of(first));
  await codeField(holder).fill(first.code);
  await holder.getByRole('button', { name: nl.common.actions.next }).click();
  await expect(holder).toHaveURL(/\/secret$/);
  await walk(holder, of(first, 'secret'), { title: secret.title, act: secret.action });
  await holder.goto(of(first, 'secret'));
  await holder.getByRole('button', { name: secret.action }).click();
  await expect(holder.getByRole('heading', { level: 1 })).toHaveText(states.next.title);
  await walk(holder, of(first), { ...titleOf('next'), act: veto.action });
  await walk(holder, of(first, 'loss'), { act: nl.holder.loss.submit });
});

test('the holder’s page in every state, on the screen with the case secret', async ({
  desk,
  newBrowser,
}) => {
  const holder = await newBrowser();
  const { second, enough, approving, waiting, held } = scenes;
  const { pausedByNo, pausedBySignIn, pausedByReport } = scenes;
  const { enrolling, enrollingKey, running, stuck, completed } = scenes;
  const { enrollingCalls, enrollingPush, enrollingPhone, enrollingBoth } = scenes;
  const { vetoed, lateVeto, unused, cancelled, declined, seen } = scenes;
  for (const { handle, door } of [
    ...[second, enough, approving, waiting, held, pausedByNo, pausedBySignIn, pausedByReport],
    ...[enrolling, enrollingKey, running, stuck, completed],
    ...[enrollingCalls, enrollingPush, enrollingPhone, enrollingBoth],
    ...[vetoed, lateVeto, unused, cancelled, declined],
  ])
    await keep(holder, desk, { [`case-${handle}`]: door.secret ?? '' });
  await keep(holder, desk, { screen: seen.door.screenToken });
  await holder.goto('/h');

  await walk(holder, of(second), { ...titleOf('next'), act: nl.common.actions.next });
  const no = { act: veto.action };
  await walk(holder, of(enough), { ...titleOf('enough'), ...no });
  await walk(holder, of(approving), { ...titleOf('awaiting-approval'), ...no });
  await walk(holder, of(waiting), { ...titleOf('waiting'), ...no });
  await walk(holder, of(held), { ...titleOf('held'), ...no });
  await walk(holder, of(pausedByNo), { ...titleOf('paused'), ...no });
  await walk(holder, of(pausedBySignIn), { ...titleOf('paused'), ...no });
  await walk(holder, of(pausedByReport), { ...titleOf('paused'), ...no });
  await walk(holder, of(running), { ...titleOf('running'), ...no });
  await walk(holder, of(stuck), { ...titleOf('stuck'), ...no });
  await walk(holder, of(completed), { ...titleOf('completed'), ...no });
  await walk(holder, of(completed, 'veto'), { title: veto.title, ...no });
  for (const c of [vetoed, lateVeto]) await walk(holder, of(c), titleOf('vetoed'));
  await walk(holder, of(unused), { ...titleOf('expired'), ...no });
  await walk(holder, of(cancelled), titleOf('cancelled'));
  await walk(holder, of(declined), titleOf('declined'));
  await walk(holder, of(seen), { title: secret.readyTitle, act: secret.readyAction });

  await walk(holder, of(enrolling), { ...titleOf('enrol'), act: /instellen$/ });
  await walk(holder, of(enrolling, 'set-up'), {
    act: enrol.app.submit,
    ...press(/^(Toon de|Toon een nieuwe|Show the|Show a new) QR/, (page) =>
      expect(page.getByRole('img')).toBeVisible(),
    ),
  });
  await walk(holder, of(enrollingKey), { ...titleOf('enrol'), act: /instellen$/ });
  await walk(holder, of(enrollingKey, 'set-up'), { act: enrol.key.action });

  const { over, push, password } = enrol;
  await walk(holder, of(enrollingCalls), titleOf('enrol'));
  await walk(holder, of(enrollingCalls, 'set-up'), { act: over.call });
  await walk(holder, of(enrollingCalls, 'set-up'), {
    act: over.call,
    first: async (page) => {
      await page.getByRole('textbox').fill('06');
      await page.getByRole('button', { name: /^(Bel mij|Call me) (met|with)/ }).click();
      await expect(page.locator('main form [role=alert]').first()).not.toBeEmpty();
    },
  });
  await holder.goto(of(enrollingCalls, 'set-up'));
  await holder.getByRole('button', { name: /^Bel •/ }).click();
  await expect(holder.getByRole('button', { name: over.submit })).toBeVisible();
  await walk(holder, of(enrollingCalls, 'set-up'), { act: over.submit });
  await walk(holder, of(enrollingCalls, 'set-up?elsewhere=1'), { act: over.call });
  await walk(holder, of(enrollingPush, 'set-up'), { act: push.action });
  await holder.goto(of(enrollingPush, 'set-up'));
  await holder.getByRole('button', { name: push.action }).click();
  await expect(holder.getByRole('button', { name: push.submit })).toBeVisible();
  await walk(holder, of(enrollingPush, 'set-up'), { act: push.submit });
  await walk(holder, of(enrollingPhone), titleOf('enrol'));
  await walk(holder, of(enrollingPhone, 'set-up'), { act: over.send });
  await walk(holder, of(enrollingBoth), titleOf('enrol'));
  await walk(holder, of(enrollingBoth, 'set-up'), { act: password.submit });
});

test('the holder’s page with the handle alone, and a no', async ({ newBrowser }) => {
  const stranger = await newBrowser();
  await stranger.goto('/h');
  const { choosing, inPerson, enrolling, waiting, doubted } = scenes;
  await walk(stranger, of(choosing), { ...titleOf('preparing'), act: veto.action });
  await walk(stranger, of(inPerson), { ...titleOf('inPerson'), act: veto.action });
  await walk(stranger, of(waiting), { ...titleOf('waiting'), act: veto.action });
  const { title, action } = nl.holder.elsewhere;
  await walk(stranger, of(enrolling), { title, act: action });
  await walk(stranger, of(enrolling, 'key'), { act: nl.common.actions.next });
  await walk(stranger, of(waiting, 'veto'), { title: veto.title, act: veto.action });
  await stranger.goto(of(waiting, 'veto'));
  await stranger.getByRole('button', { name: veto.action }).click();
  await expect(stranger).toHaveURL(/\/veto\/result$/);
  await walk(stranger, '/veto/result', { title: veto.result.stopped.title });

  await walk(stranger, '/veto', { act: veto.action });
  await walk(stranger, '/veto', { act: veto.action, ...wrong('AAAA-BBBB-CCCC-DDDD') });
  await stranger.goto('/veto');
  // Past the head of the page by keyboard: the fragment of that link is no token.
  await stranger.keyboard.press('Tab');
  await stranger.keyboard.press('Enter');
  await expect(stranger).toHaveURL(/\/veto#main$/);
  await stranger.getByLabel(veto.field).fill(doubted.noCode);
  await stranger.getByRole('button', { name: veto.action }).click();
  await expect(stranger).toHaveURL(/\/veto\/result/);
  await walk(stranger, '/veto/result', { title: veto.result.paused.title });
});

test('a code that nobody asked for', async ({ newBrowser }) => {
  const owner = await newBrowser();
  await owner.goto('/h');
  const { action, field, result } = nl.notAsked;
  await walk(owner, '/not-asked', { act: action });
  await walk(owner, '/not-asked', { act: action, ...wrong('AAAA-BBBB-CCCC-DDDD') });
  await walk(owner, '/not-asked/result', { leadsTo: '/not-asked' });
  await owner.goto('/not-asked');
  await owner.getByLabel(field).fill(scenes.reported);
  await owner.getByRole('button', { name: action }).click();
  await expect(owner).toHaveURL(/\/not-asked\/result/);
  await walk(owner, '/not-asked/result', { title: result.title, act: result.signIn });
});

test('a holder who still has the second factor is asked at the inbox', async ({
  desk,
  newBrowser,
}) => {
  const owner = await newBrowser();
  await step.signInAtInbox(owner, desk, 'Esra van den Berg, Zorgpunt');
  await walk(owner, '/inbox', { act: nl.inbox.signIn.goOn });
});

test('no page outside the desk was left out', () => {
  expectEveryPageWalked((file) => !/^\((desk|account)\)|^\(public\)\/contact\//.test(file));
});
