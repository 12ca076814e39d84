import type { Page } from '@playwright/test';
import { expect } from '../fixtures';

/** What is pressed first on a screen that is looked at when it says no: something wrong is typed, and said to be. */
export const wrong = (text: string) => ({
  first: async (page: Page) => {
    await page.locator('main').getByRole('textbox').first().fill(text);
    await page.locator('main form button[type=submit]').first().click();
    await expect(page.locator('main form [role=alert]').first()).not.toBeEmpty();
  },
});
