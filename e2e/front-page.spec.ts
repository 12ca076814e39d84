import { expect, expectAccessible, test } from './fixtures';

test('the front page speaks Dutch and English', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  const dutch = await page.getByRole('heading', { level: 1 }).textContent();

  await page.getByRole('button', { name: /English/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(dutch ?? '');
  await expectAccessible(page);
});

test('the front page needs no JavaScript', async ({ newBrowser }) => {
  const page = await newBrowser({ javaScriptEnabled: false });
  await page.goto('/');
  await page.getByRole('button', { name: /English/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('R48 the address in numbers leads to localhost', async ({ page, desk }) => {
  await page.goto(desk.url.replace('localhost', '127.0.0.1'));
  expect(page.url()).toBe(`${desk.url}/`);
});

test('the health page names every part', async ({ request }) => {
  const answer = await request.get('/api/health');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({
    status: 'ok',
    database: 'ok',
    migrations: 'ok',
    worker: 'ok',
    queue: 'ok',
  });
});
