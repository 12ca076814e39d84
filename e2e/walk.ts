import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { AXE_TAGS, expect, test } from './fixtures';
import { root } from './test-desk';

/**
 * One screen, as everybody may meet it: in both languages, light and dark, wide and on a small phone, and by keyboard
 * alone. Each language is loaded once; the lights and widths change on the page that stands there.
 */

export type Language = 'nl' | 'en';
type Look = { colorScheme: 'light' | 'dark'; size: { width: number; height: number } };

const NARROW = { width: 320, height: 740 };
const WIDE = { width: 1280, height: 900 };
const LOOKS: Record<Language, readonly Look[]> = {
  nl: [
    { colorScheme: 'light', size: WIDE },
    { colorScheme: 'dark', size: NARROW },
  ],
  en: [
    { colorScheme: 'dark', size: WIDE },
    { colorScheme: 'light', size: NARROW },
  ],
};

/** The axe that its Playwright half brings along. */
const playwrightHalf = createRequire(import.meta.url).resolve('@axe-core/playwright');
const AXE = readFileSync(createRequire(playwrightHalf).resolve('axe-core/axe.min.js'), 'utf8');
type Violation = {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary?: string }[];
};
type Axe = { run(on: Document, options: object): Promise<{ violations: Violation[] }> };

/** More than any screen has before its main act. */
const STOPS_AT_MOST = 120;

export type Screen = {
  /** The words on the button or link that this screen is for: it is there, and the keyboard comes to it. */
  act?: string | RegExp;
  /** The heading in Dutch, where one address has several faces. */
  title?: string | RegExp;
  /** Where an address leads that is no screen itself. */
  leadsTo?: string;
  /** What is pressed first, once per language. */
  first?: (page: Page, language: Language) => Promise<void>;
};

const visited = new Set<string>();

export const walk = async (page: Page, path: string, screen: Screen = {}): Promise<void> => {
  await test.step(path, async () => {
    for (const language of ['nl', 'en'] as const) {
      const [as] = LOOKS[language];
      if (as) await wear(page, as);
      await speak(page, language);
      await page.goto(path);
      await screen.first?.(page, language);
      await arrived(page, path, screen, language);
      if (language === 'nl') await expectLight(page);
      await page.evaluate(AXE);
      for (const look of LOOKS[language]) {
        await wear(page, look);
        // The colours of a small phone were looked at in Dutch: here it is asked whether the words fit.
        if (language === 'nl' || look === as) await expectAxe(page, language, look);
        await expectNoSidewaysScroll(page);
        // What is reached by keyboard is asked once; that the focus can be seen, in both lights.
        if (language === 'nl') await expectKeyboard(page, look === as ? screen.act : undefined);
      }
    }
    await speak(page, 'nl');
    // Who works at the desk has script; whoever comes to the other pages may not.
    if ((await page.locator('.desk').count()) === 0) await expectPlain(page, path, screen);
    visited.add(new URL(path, page.url()).pathname);
    await wear(page, { colorScheme: 'light', size: WIDE });
  });
};

const speak = (page: Page, language: Language) =>
  page.context().addCookies([{ name: 'lang', value: language, url: new URL(page.url()).origin }]);

const wear = async (page: Page, { colorScheme, size }: Look) => {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
};

const arrived = async (page: Page, path: string, screen: Screen, language: Language) => {
  const wanted = new URL(screen.leadsTo ?? path, page.url()).pathname;
  expect(new URL(page.url()).pathname, `${path} is a screen of its own`).toBe(wanted);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toBeVisible();
  if (screen.title && language === 'nl') await expect(heading).toHaveText(screen.title);
};

/**
 * WCAG 2.2 AA, as far as a machine can tell. Put into a page once for all its looks: reading half a megabyte of script
 * takes longer than all that it then looks for. No page has frames, so nothing is gathered from any. The colours are those
 * of both lights in Dutch: in English they are not reckoned again, which is most of the work.
 */
const expectAxe = async (page: Page, language: Language, { colorScheme, size }: Look) => {
  const rules = { 'color-contrast': { enabled: language === 'nl' } };
  const runOnly = { type: 'tag', values: AXE_TAGS } as const;
  // Nothing but rules that are tried out (and are not run) asks for the style sheets once more.
  const options = { runOnly, rules, resultTypes: ['violations'], preload: false };
  const found = await page.evaluate(async (asked) => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, asked);
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }));
  }, options);
  const look = `${language}, ${colorScheme}, ${size.width} px`;
  expect.soft(found, `axe finds nothing at ${page.url()} (${look})`).toEqual([]);
};

const expectNoSidewaysScroll = async (page: Page) => {
  const sticking = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className}`.slice(0, 90));
  });
  const { width } = page.viewportSize() ?? WIDE;
  expect.soft(sticking, `nothing sticks out of ${width} px at ${page.url()}`).toEqual([]);
};

/**
 * What a page for people without a desk may weigh in all, packed as it is sent, without the headers: they open it once, on
 * a phone, maybe abroad. Script comes on top where it runs; who is signed in to the own pages stays there and has it.
 */
const HEAVIEST = { withoutScript: 50 * 1024, withScript: 150 * 1024 };

const expectLight = async (page: Page) => {
  await page.waitForLoadState('load');
  const weight = await page.evaluate(() => {
    const sent = (entries: PerformanceEntryList) =>
      (entries as PerformanceResourceTiming[]).reduce((sum, one) => sum + one.encodedBodySize, 0);
    const parts = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const loaded = parts.filter(({ initiatorType }) => initiatorType !== 'fetch');
    const isScript = ({ name }: PerformanceEntry) => new URL(name).pathname.endsWith('.js');
    const page = sent(performance.getEntriesByType('navigation'));
    return {
      desk: document.querySelector('.desk') !== null,
      withoutScript: page + sent(loaded.filter((one) => !isScript(one))),
      withScript: page + sent(loaded),
    };
  });
  const { pathname } = new URL(page.url());
  if (weight.desk || pathname === '/inbox') return;
  const staysThere = pathname.startsWith('/account') && !/\/(sign-in|push)\b/.test(pathname);
  const limits = staysThere
    ? (['withoutScript'] as const)
    : (['withoutScript', 'withScript'] as const);
  for (const kind of limits)
    expect
      .soft(weight[kind], `${kind}, bytes of ${page.url()}`)
      .toBeLessThanOrEqual(HEAVIEST[kind]);
};

/** The same browser without script: the screen is there, and so is what it is for. */
const expectPlain = async (page: Page, path: string, { act, leadsTo, first }: Screen) => {
  const { origin } = new URL(page.url());
  const plain = await plainBeside(page);
  const { cookies } = await page.context().storageState();
  await plain.context().clearCookies();
  await plain.context().addCookies(cookies);
  await plain.goto(origin + path);
  const wanted = new URL(leadsTo ?? path, origin).pathname;
  expect.soft(new URL(plain.url()).pathname, `${path} without script`).toBe(wanted);
  await expect.soft(plain.getByRole('heading', { level: 1 })).toBeVisible();
  // What is pressed first may be a wrong code: once for each language is enough of those.
  if (act !== undefined && !first) await theAct(plain, act);
};

const plainPages = new WeakMap<BrowserContext, Page>();

/** One for all screens of a browser: a new one takes longer than what is looked at in it. It is closed with it. */
const plainBeside = async (page: Page): Promise<Page> => {
  const beside = page.context();
  const known = plainPages.get(beside);
  if (known) return known;
  const context = await beside.browser()?.newContext({
    javaScriptEnabled: false,
    userAgent: await page.evaluate(() => navigator.userAgent),
    locale: 'nl-NL',
  });
  if (!context) throw new Error('no other browser');
  beside.once('close', () => context.close());
  const plain = await context.newPage();
  plainPages.set(beside, plain);
  return plain;
};

/** By keyboard alone: every stop can be seen, and the act that the screen is for is one of them. */
const expectKeyboard = async (page: Page, act: Screen['act']) => {
  // Found once: to look for it by its role at every stop takes longer than all else here.
  const wanted = act === undefined ? null : await (await theAct(page, act)).elementHandle();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  for (let stop = 1; stop <= STOPS_AT_MOST; stop++) {
    await page.keyboard.press('Tab');
    const { seen, where, there } = await page.evaluate(focusSeen, wanted);
    expect.soft(seen, `the focus is visible on ${where} at ${page.url()}`).toBe(true);
    if (wanted ? there : stop === 6) return;
  }
  expect.soft(false, `“${act}” is reached by keyboard at ${page.url()}`).toBe(true);
};

const theAct = async (page: Page, name: string | RegExp): Promise<Locator> => {
  const options = typeof name === 'string' ? { name, exact: true } : { name };
  const main = page.getByRole('main');
  const found = main.getByRole('button', options).or(main.getByRole('link', options)).first();
  await expect(found).toBeVisible();
  return found;
};

/** Runs in the page. A choice draws the focus of its button around the whole card. */
const focusSeen = (wanted: Node | null) => {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body)
    return { seen: true, where: '', there: false };
  const where = `${at.tagName} “${(at.textContent || at.getAttribute('name') || '').slice(0, 40)}”`;
  const seen = [at, at.closest('label')].some((around) => {
    if (!around) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(around);
    return outlineStyle !== 'none' && outlineWidth !== '0px';
  });
  return { seen, where, there: at === wanted };
};

/** Fails for a page of the application, in this part of it, that no walk of this file has opened. */
export const expectEveryPageWalked = (mine: (file: string) => boolean): void => {
  const files = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page.tsx'))
    .toSorted();
  const routes = files.map((file) => ({ file, like: routeOf(file) }));
  const opened = new Set([...visited].map((path) => bestFor(path, routes)));
  const left = files.filter((file) => mine(file) && !opened.has(file));
  expect(left, 'every page was walked').toEqual([]);
};

type Route = { file: string; like: string[] };

const routeOf = (file: string): string[] =>
  file
    .split(/[/\\]/)
    .slice(0, -1)
    .filter((part) => !part.startsWith('('));

/** As the router chooses: a word of its own beats a place for any. */
const bestFor = (path: string, routes: readonly Route[]): string | undefined => {
  const parts = path.split('/').filter(Boolean);
  const open = (like: string[]) => like.filter((part) => part.startsWith('[')).length;
  return routes
    .filter(
      ({ like }) =>
        like.length === parts.length &&
        like.every((part, i) => part.startsWith('[') || part === parts[i]),
    )
    .toSorted((a, b) => open(a.like) - open(b.like))[0]?.file;
};
