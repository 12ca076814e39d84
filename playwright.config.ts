import { defineConfig } from '@playwright/test';
import { findBrowser } from './e2e/browser';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/global-setup.ts',
  // Each file has a desk of its own: database, web, worker, inbox, clock (e2e/fixtures.ts).
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: process.env.REGAIN_TEST_REPORT
    ? [['list'], ['json', { outputFile: process.env.REGAIN_TEST_REPORT }]]
    : [['list']],
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // Keeping one of every step costs a tenth of the time: `npx playwright test --trace on` where it is wanted.
    trace: 'off',
    // A missing button fails the step that needs it, not the whole story minutes later.
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: findBrowser(),
  },
});
