import { AxeBuilder } from '@axe-core/playwright';
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { startTestDesk, type TestDesk } from './test-desk';

/**
 * What every browser test stands on: a desk of its file's own, as many separate browsers as the
 * story has people, and a console without errors.
 */

interface Fixtures {
  /** No other file's open cases, guesses or clock: what one file leaves behind meets no other. */
  desk: TestDesk;
  /** A new browser of its own: no cookie shared with any other, errors watched. */
  newBrowser(options?: BrowserContextOptions): Promise<Page>;
  /** What the console may say in this test: `test.use({ expectedConsole: [/404/] })`. */
  expectedConsole: RegExp[];
  console: ConsoleWatch;
}

interface WorkerFixtures {
  deskOf(file: string): Promise<TestDesk>;
  /** Whether the desk has a worker; without one a test says itself when what is due happens. */
  deskWorker: boolean;
}

interface ConsoleWatch {
  watch(context: BrowserContext): void;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  deskWorker: [true, { option: true, scope: 'worker' }],
  deskOf: [
    async ({ deskWorker }, use, worker) => {
      let open: { file: string; desk: TestDesk } | undefined;
      await use(async (file) => {
        if (open?.file === file) return open.desk;
        await open?.desk.stop();
        open = undefined;
        const desk = await startTestDesk(worker.workerIndex, deskWorker);
        open = { file, desk };
        return desk;
      });
      await open?.desk.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  desk: [async ({ deskOf }, use, { file }) => use(await deskOf(file)), { timeout: 120_000 }],

  baseURL: async ({ desk }, use) => use(desk.url),

  expectedConsole: [[], { option: true }],

  console: async ({ expectedConsole }, use) => {
    const said: string[] = [];
    const hear = (line: string) => {
      if (!expectedConsole.some((expected) => expected.test(line))) said.push(line);
    };
    await use({
      watch(context) {
        context.on('console', (message) => {
          if (message.type() === 'error') hear(`${message.text()} (${message.location().url})`);
        });
        context.on('weberror', (error) => hear(error.error().message));
      },
    });
    expect(said, 'the console stays free of errors').toEqual([]);
  },

  context: async ({ context, console }, use) => {
    console.watch(context);
    await use(context);
  },

  newBrowser: async ({ browser, desk, console }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({
        baseURL: desk.url,
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        ...options,
      });
      opened.push(context);
      console.watch(context);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});

export { expect };

export const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** WCAG 2.2 AA, as far as a machine can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  // After a click from page to page the title comes last.
  await expect(page).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.target.join(' ')),
  }));
  expect(found, `axe finds nothing at ${page.url()}`).toEqual([]);
}
