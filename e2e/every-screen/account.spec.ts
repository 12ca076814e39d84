import { nl } from '../../lib/messages/nl';
import { expect, test } from '../fixtures';
import { holderSignIn } from '../holder-steps';
import { plantFailures } from '../planting';
import { openCase, signIn } from '../steps';
import { expectEveryPageWalked, walk } from '../walk';

/** Every screen that an account holder has behind the own sign-in, but for those of recovery contacts and questions. */

test.use({ deskWorker: false });
test.describe.configure({ mode: 'serial', timeout: 900_000 });

const own = nl.ownPages;

test('the own page and what is under it', async ({ newBrowser, desk }) => {
  const agent = await newBrowser();
  await signIn(agent, desk, 'noor');
  const measure = /^Authenticator-app.* vervangen/i;
  await openCase(agent, { name: 'Lotte Meijer', measure });
  const page = await newBrowser();
  await holderSignIn(page, desk, 'lotte', true);
  await walk(page, '/account', { act: own.signOut });
  await walk(page, '/account?done=waits', { act: own.sessions.everywhere });
  await walk(page, '/account/activity');
  await walk(page, '/account/readiness', { act: own.readiness.pointsYes });
  await walk(page, '/account/sign-out-everywhere', { act: own.sessions.everywhere });
  await page.goto('/account');
  const veto = page.getByRole('link', { name: own.cases.veto });
  await walk(page, (await veto.getAttribute('href')) ?? '', { act: own.cases.veto });
});

test('what changes the account', async ({ newBrowser, desk }) => {
  const page = await newBrowser();
  await holderSignIn(page, desk, 'lotte');
  const shown = {
    first: async () => {
      await page.locator('main form button').first().click();
      await expect(page.locator('main [role=status]')).not.toBeEmpty();
    },
  };
  await walk(page, '/account/password', { act: own.password.submit });
  await walk(page, '/account/backup-codes', { act: own.codes.make });
  await walk(page, '/account/backup-codes', { act: own.codes.save, ...shown });
  await walk(page, '/account/factors/new', { act: /^Toevoegen/ });
  await walk(page, '/account/factors/new/app', { act: nl.signIn.newApp.submit, ...shown });
  await walk(page, '/account/factors/new/key', { act: nl.signIn.newKey.submit });
  await walk(page, '/account/contact-points/new?kind=email', { act: own.points.send });
});

test('one factor, one contact point, a code under way', async ({ newBrowser, desk }) => {
  const page = await newBrowser();
  await holderSignIn(page, desk, 'lotte');
  await walk(page, '/account/contact-points/new?kind=phone', { act: own.points.send });
  await walk(page, '/account/confirm');
  await page.goto('/account/contact-points/new?kind=email');
  await page.getByLabel(own.points.email).fill('lotte.meijer@example.org');
  await page.getByRole('button', { name: own.points.send }).click();
  await expect(page).toHaveURL(/confirm/);
  await walk(page, '/account/confirm', { act: own.confirm.submit });
  await page.goto('/account');
  const factor = page.getByRole('link', { name: 'Beheren Telefoon' }).first();
  const at = (await factor.getAttribute('href')) ?? '';
  await walk(page, at, { act: own.factor.remove });
  await walk(page, `${at}/remove`, { act: own.factor.remove });
  await page.goto('/account');
  const point = page.getByRole('link', { name: /^Weghalen \+31/ });
  await walk(page, (await point.getAttribute('href')) ?? '', { act: own.points.remove });
});

test('what is confirmed anew', async ({ newBrowser, desk }) => {
  const page = await newBrowser();
  await holderSignIn(page, desk, 'lotte');
  for (const kind of ['phone', 'email', 'authenticator-app'] as const)
    await plantFailures(desk, 'lotte', kind);
  await walk(page, '/account', { act: /^Bevestig opnieuw/ });
  const pageOf = async (name: string) => {
    await page.goto('/account');
    const link = page.getByRole('link', { name: `${own.anew.link} ${name}` }).last();
    return (await link.getAttribute('href')) ?? '';
  };
  const number = await pageOf('+31612345620');
  await walk(page, number, { act: own.anew.send });
  await page.goto(number);
  await page.getByRole('button', { name: own.anew.send }).click();
  await expect(page.getByLabel(own.confirm.code)).toBeVisible();
  await walk(page, number, { act: own.confirm.submit });
  // Signed in with the very app that is to be confirmed.
  const app = await pageOf('Telefoon');
  await walk(page, app, { title: own.anew.title });
});

test('no page of the own account was left out', () => {
  const elsewhere = /^\(account\)\/account\/(sign-in|push|contacts)\//;
  expectEveryPageWalked((file) => file.startsWith('(account)') && !elsewhere.test(file));
});
