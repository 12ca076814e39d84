import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import * as step from './steps';

/** Every screen: axe in both languages and both lights, no sideways scroll at 320 pixels, a focus that can be seen. */

const NARROW = { width: 320, height: 740 };
const WIDE = { width: 1280, height: 900 };

const speak = (page: Page, lang: 'nl' | 'en') =>
  page.context().addCookies([{ name: 'lang', value: lang, url: new URL(page.url()).origin }]);

const expectNoSidewaysScroll = async (page: Page) => {
  const sticking = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}`.slice(0, 90));
  });
  expect(sticking, `nothing sticks out at ${page.url()}`).toEqual([]);
};

/** By keyboard alone: every stop can be seen, and the page can be left again. */
const expectKeyboard = async (page: Page) => {
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement) || at === document.body) return true;
      // A choice draws the focus of its button around the whole card.
      return [at, at.closest('label'), at.parentElement].some((around) => {
        if (!around) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(around);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      });
    });
    expect(seen, `the focus is visible at stop ${i + 1} of ${page.url()}`).toBe(true);
  }
};

const walk = async (page: Page, path: string) => {
  await test.step(path, async () => {
    for (const look of [
      { lang: 'nl', colorScheme: 'light', size: WIDE },
      { lang: 'en', colorScheme: 'dark', size: NARROW },
    ] as const) {
      await page.setViewportSize(look.size);
      await page.emulateMedia({ colorScheme: look.colorScheme });
      await speak(page, look.lang);
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', look.lang);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await expectKeyboard(page);
    await speak(page, 'nl');
    await page.setViewportSize(WIDE);
  });
};

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.describe('what anybody can open', () => {
  test.use({ expectedConsole: [/404/] });

  test('front page, sign-in, handle, veto, inbox', async ({ page }) => {
    await page.goto('/');
    for (const path of ['/', '/sign-in', '/h', '/h/7K3M9Q2XTB', '/veto', '/inbox', '/nowhere'])
      await walk(page, path);
  });
});

test('the desk, for an agent, an administrator and an auditor', async ({ desk, newBrowser }) => {
  const agent = await newBrowser();
  await step.signIn(agent, desk, 'noor');
  const { path, handle } = await step.openCase(agent, {
    name: 'Thijs Kok',
    measure: /^Authenticator-app.* vervangen/i,
  });
  for (const screen of ['/queue', '/queue?tab=waiting', '/cases/new', '/cases/new?q=kok', path])
    await walk(agent, screen);
  for (const page of ['measures', 'cancel', 'identity-check']) await walk(agent, `${path}/${page}`);
  const account = desk.holders.find((holder) => holder.key === 'thijs')?.accountId ?? '';
  for (const screen of [
    '/accounts',
    '/accounts?q=kok',
    `/accounts/${account}`,
    '/people',
    '/security',
    '/sessions',
  ])
    await walk(agent, screen);

  const holder = await newBrowser();
  await step.openHoldersPage(holder, handle);
  const page = new URL(holder.url()).pathname;
  for (const screen of [page, `${page}/veto`, `${page}/identity-check`, `${page}/key`])
    await walk(holder, screen);

  const administrator = await newBrowser();
  await step.signIn(administrator, desk, 'kees', '/import');
  for (const screen of [
    '/import',
    '/approvals',
    path,
    ...['approve', 'decline', 'checker', 'start-clock', 'resume', 'end-stuck'].map(
      (act) => `${path}/${act}`,
    ),
    `/accounts/${account}/unmask/sign-in`,
  ])
    await walk(administrator, screen);

  const auditor = await newBrowser();
  await step.signIn(auditor, desk, 'mila', '/audit');
  for (const screen of ['/audit', path]) await walk(auditor, screen);
});
