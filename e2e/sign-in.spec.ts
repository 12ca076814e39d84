import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { freshCode, personOf, signIn, typeCode, typePassword, withSecurityKey } from './steps';
import type { TestDesk } from './test-desk';

const SESSION = '__Host-desk';

const again = async (page: Page, desk: TestDesk, key: string) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bevestig dat u het bent');
  await page.getByLabel('Wachtwoord').fill(personOf(desk, key).password);
  await page.getByRole('button', { name: 'Verder' }).click();
  await typeCode(page, desk, key);
};

const sessionCookie = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === SESSION);

test('R36 password, then second factor, then the page that was asked for; the cookie is random', async ({
  page,
  desk,
}) => {
  await page.goto('/sessions');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsessions$/);
  await expectAccessible(page);
  await typePassword(page, desk, 'noor');
  expect(await sessionCookie(page)).toBeUndefined();
  await expectAccessible(page);

  await page.goto('/sessions');
  await expect(page, 'a right password alone opens nothing').toHaveURL(/\/sign-in\?next=/);
  await page.goto('/sign-in/second-factor?next=%2Fsessions');
  await typeCode(page, desk, 'noor');
  await expect(page).toHaveURL(/\/sessions$/);
  await expectAccessible(page);

  const cookie = await sessionCookie(page);
  expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  expect(cookie?.value).toMatch(/^[A-Za-z0-9_-]{43}$/);
  await page.getByRole('button', { name: 'Afmelden' }).click();
  await expect(page.getByText('U bent afgemeld.')).toBeVisible();
  expect(await sessionCookie(page)).toBeUndefined();
});

test('R14 a wrong password and an unknown name read the same', async ({ page, desk }) => {
  const said: (string | null)[] = [];
  for (const signIn of [personOf(desk, 'iris').signIn, 'niemand@zorgpunt.example']) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mailadres').fill(signIn);
    await page.getByLabel('Wachtwoord').fill('fout-wachtwoord');
    await page.getByRole('button', { name: 'Verder' }).click();
    const alert = page.locator('form [role=alert]');
    await expect(alert).toContainText('klopt niet');
    said.push(await alert.textContent());
    await expectAccessible(page);
  }
  expect(said[0]).toBe(said[1]);
});

test('signing in needs no JavaScript', async ({ newBrowser, desk }) => {
  const page = await newBrowser({ javaScriptEnabled: false });
  await signIn(page, desk, 'mila', '/security');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uw aanmelding');
});

test('a path of another site is never followed after signing in', async ({ newBrowser, desk }) => {
  const page = await newBrowser();
  await page.goto('/sign-in?next=//example.org/');
  await typePassword(page, desk, 'mila');
  await typeCode(page, desk, 'mila');
  await expect(page).toHaveURL(new RegExp(`^${desk.url}/`));
});

test('R36 a stolen cookie is worth nothing once its session was ended elsewhere', async ({
  newBrowser,
  desk,
}) => {
  const [one, other] = [await newBrowser(), await newBrowser()];
  await signIn(one, desk, 'daan', '/sessions');
  await signIn(other, desk, 'daan', '/sessions');
  const stolen = await sessionCookie(other);
  await one.reload();
  await expectAccessible(one);
  await one.getByRole('button', { name: 'Alle andere sessies beëindigen' }).click();
  await expect(one.getByText('Eén andere sessie is beëindigd.')).toBeVisible();
  const thief = await newBrowser();
  await thief.context().addCookies(stolen ? [stolen] : []);
  await thief.goto('/sessions');
  await expect(thief).toHaveURL(/\/sign-in/);
});

test('a security key is set up under a fresh sign-in, signs in, and is removed again', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  await withSecurityKey(page);
  await signIn(page, desk, 'kees', '/security');
  const before = await sessionCookie(page);
  await desk.clock.move(301);
  await page.getByRole('link', { name: 'Beveiligingssleutel instellen' }).click();
  await again(page, desk, 'kees');
  await expect(page).toHaveURL(/\/security\/new-key$/);
  expect((await sessionCookie(page))?.value).not.toBe(before?.value);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sleutel instellen' }).click();
  await expect(page.getByText('De tweede factor is ingesteld.')).toBeVisible();

  await page.getByRole('button', { name: 'Afmelden' }).click();
  await expect(page.getByText('U bent afgemeld.')).toBeVisible();
  await page.goto('/sign-in?next=%2Fsecurity');
  await typePassword(page, desk, 'kees');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Beveiligingssleutel gebruiken' }).click();
  await expect(page).toHaveURL(/\/security$/);

  await page.getByRole('link', { name: 'Weghalen Beveiligingssleutel' }).click();
  await expect(page.getByRole('button', { name: 'Weghalen' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Weghalen' }).click();
  await expect(page.getByText('De tweede factor is weg.')).toBeVisible();
  await expect(page.getByText('Dit is de enige; die blijft.')).toBeVisible();
});

test('a second authenticator app is set up with a code of its own', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  await signIn(page, desk, 'pim', '/security');
  await page.getByRole('link', { name: 'Authenticator-app instellen' }).click();
  await page.getByRole('button', { name: 'Toon de QR-code' }).click();
  const secret = (await page.locator('.font-mono.select-all').textContent()) ?? '';
  await expectAccessible(page);
  await page.getByLabel('Naam').fill('Tablet');
  await page.getByLabel('Code uit de app').fill('000000');
  await page.getByRole('button', { name: 'Bevestigen' }).click();
  await expect(page.locator('form [role=alert]')).toContainText('klopt niet');
  await page.getByLabel('Code uit de app').fill(await freshCode(desk, secret.replaceAll(' ', '')));
  await page.getByRole('button', { name: 'Bevestigen' }).click();
  await expect(page.getByText('De tweede factor is ingesteld.')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Tablet' })).toBeVisible();
});

test.describe('memberships', () => {
  // A page that is not there answers 404, which the browser writes down.
  test.use({ expectedConsole: [/404/] });

  test('R36 ending a membership works at the next click of who held it', async ({
    newBrowser,
    desk,
  }) => {
    const [saskia, tess] = [await newBrowser(), await newBrowser()];
    await signIn(tess, desk, 'tess', '/security');
    await signIn(saskia, desk, 'saskia', '/people');
    await expectAccessible(saskia);
    await saskia.getByRole('link', { name: /Tess Mulder/ }).click();
    await expect(saskia).toHaveURL(/\/end$/);
    await expectAccessible(saskia);
    await saskia.getByRole('button', { name: 'Lidmaatschap beëindigen' }).click();
    await expect(saskia.getByText('Het lidmaatschap is beëindigd.')).toBeVisible();
    await expect(saskia.getByText('Tess Mulder')).toHaveCount(0);
    await tess.reload();
    await expect(tess.getByText('U bent van geen enkele organisatie meer lid.')).toBeVisible();
    await tess.goto('/people');
    await expect(tess).toHaveURL(/\/security$/);
  });

  test('a membership of another organisation looks like one that is not there', async ({
    newBrowser,
    desk,
  }) => {
    const [kees, saskia] = [await newBrowser(), await newBrowser()];
    await signIn(saskia, desk, 'saskia', '/people');
    const href = await saskia
      .getByRole('link', { name: /Pim Smit/ })
      .first()
      .getAttribute('href');
    await signIn(kees, desk, 'kees', '/people');
    const foreign = await kees.goto(href ?? '');
    const text = await kees.locator('main').textContent();
    const unknown = await kees.goto('/people/0190a000-0000-7000-8000-00000000dead/end');
    expect([foreign?.status(), unknown?.status()]).toEqual([404, 404]);
    expect(await kees.locator('main').textContent()).toBe(text);
  });
});

test('before the session ends for want of use the page warns, and a button keeps it', async ({
  newBrowser,
  desk,
}) => {
  const page = await newBrowser();
  await page.clock.install();
  await signIn(page, desk, 'iris', '/security');
  const alert = page.locator('[role=alert]', { hasText: 'Uw aanmelding verloopt bijna' });
  // In steps shorter than the warning is shown: it counts from when the page's script began.
  await expect(async () => {
    await page.clock.fastForward('01:00');
    await expect(alert).toBeVisible({ timeout: 500 });
  }).toPass();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Aangemeld blijven' }).click();
  await expect(alert).toHaveCount(0);
  await desk.clock.move(15 * 60);
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsecurity$/);
});
