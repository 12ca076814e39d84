import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { codeAfter } from './message-steps';
import * as step from './steps';

/** Asking for recovery without calling (R42), as somebody does who only has a name and a mailbox. */

const ANOUK = {
  signIn: 'anouk.devries@zorgpunt.example',
  mail: 'anouk.prive@example.net',
  sms: '+31612345601',
};

const ask = async (page: Page, signIn: string, over = 'Code per e-mail') => {
  await page.goto('/account/sign-in');
  await page.getByRole('link', { name: 'Ik kan niet inloggen' }).click();
  await page.getByRole('link', { name: 'Mijn telefoon of authenticator-app is weg' }).click();
  await expect(page.getByText('Installeer de app opnieuw')).toBeVisible();
  await page.getByLabel('Gebruikersnaam of e-mailadres').fill(signIn);
  await page.getByRole('button', { name: over }).click();
  await expect(page.getByRole('heading', { name: 'Vul de code in' })).toBeVisible();
};

const enter = async (page: Page, code: string) => {
  const form = page.getByRole('form', { name: 'Code' });
  await form.getByRole('textbox').fill(code);
  await form.getByRole('button', { name: 'Verder' }).click();
};

test('R42 from “I cannot sign in” to a plan in the queue of the desk', async ({
  desk,
  newBrowser,
}) => {
  test.setTimeout(150_000);
  const anouk = await newBrowser({ viewport: { width: 375, height: 740 } });
  const { code } = await codeAfter(desk, ANOUK.mail, () => ask(anouk, ANOUK.signIn));
  await expect(anouk.getByText('Als wij je kennen, is er nu een code onderweg')).toBeVisible();
  await expect(anouk.getByText('in plaats van je oude app of melding')).toBeVisible();
  await expectAccessible(anouk);

  await test.step('R42 in another browser the code opens nothing', async () => {
    const thief = await newBrowser();
    await ask(thief, 'nobody.at.all@zorgpunt.example');
    await enter(thief, code);
    await expect(thief.getByText(/Deze code klopt niet, of werkt niet meer/).first()).toBeVisible();
  });

  await enter(anouk, code);
  await step.writeDownKey(anouk);
  const handle = new URL(anouk.url()).pathname.split('/')[2] ?? '';
  await expect(anouk.getByRole('heading', { name: 'Nog één bewijs' })).toBeVisible();
  await expect(anouk.getByText('Je aanvraag ligt bij de helpdesk')).toBeVisible();
  await expect(anouk.getByText(`HZ-${handle.slice(0, 5)}-${handle.slice(5)}`)).toBeVisible();
  await expectAccessible(anouk);

  const noor = await newBrowser();
  await step.signIn(noor, desk, 'noor');
  const row = noor.getByRole('row', { name: /Anouk de Vries/ });
  await expect(row).toContainText('zelf aangevraagd');
  await row.getByRole('link', { name: 'Anouk de Vries' }).click();
  await expect(noor.getByText('aangevraagd door de accounthouder zelf')).toBeVisible();
  await expect(noor.getByText('door niemand behandeld')).toBeVisible();
  await noor.getByRole('button', { name: 'Overnemen' }).click();
  await expect(noor.getByText('behandeld door u')).toBeVisible();
  const path = new URL(noor.url()).pathname;
  const sms = await step.sendCode(noor, desk, path, { target: /aan •.*01$/, to: ANOUK.sms });
  await step.enterNextCode(anouk, sms);
  await step.askApproval(noor, path);

  const pim = await newBrowser();
  await step.signIn(pim, desk, 'pim', `${path}/approve`);
  await expect(pim.getByText('de accounthouder zelf, zonder te bellen')).toBeVisible();
  await expect(pim.getByText('Als eerste aan het werk')).toBeVisible();
  await expectAccessible(pim);
});

test.describe('without JavaScript', () => {
  test('R42 R14 the whole way works, and a name that is nobody’s looks the same', async ({
    desk,
    newBrowser,
  }) => {
    test.setTimeout(90_000);
    const [known, unknown] = [
      await newBrowser({ javaScriptEnabled: false }),
      await newBrowser({ javaScriptEnabled: false }),
    ];
    const number = '+31612345620';
    const name = 'lotte.meijer@gemeente.example';
    // As long as the other name, and nobody's.
    const nobody = `x${name.slice(1)}`;
    const shown = async (page: Page, signIn: string, what: string | RegExp) => {
      await expect(page.getByText(what).first()).toBeVisible();
      await page.waitForLoadState();
      return (await page.locator('body').allInnerTexts()).join().replaceAll(signIn, 'somebody');
    };
    const expectSame = async (what: string | RegExp) =>
      expect(await shown(unknown, nobody, what)).toBe(await shown(known, name, what));
    await codeAfter(desk, number, () => ask(known, name, 'Code per sms'));
    await ask(unknown, nobody, 'Code per sms');
    await expectSame('Vul de code in');

    for (const page of [known, unknown]) await enter(page, '000000');
    await expectSame(/Deze code klopt niet/);
    const { code } = await codeAfter(desk, number, async () => {
      for (const page of [known, unknown])
        await page.getByRole('button', { name: 'Stuur opnieuw' }).click();
    });
    await expectSame('Als wij je kennen, is er een nieuwe code onderweg');

    await enter(known, code);
    await step.writeDownKey(known);
    await expect(known.getByText('Je aanvraag ligt bij de helpdesk')).toBeVisible();
  });
});

test('what is not filled in is said, and what was typed stays', async ({ newBrowser }) => {
  const page = await newBrowser({ javaScriptEnabled: false });
  await page.goto('/recover?symptom=no-sms');
  await page.locator('input[name=signIn]').evaluate((field) => field.removeAttribute('required'));
  await page.getByRole('button', { name: 'Code per sms' }).click();
  await expect(page.getByText('Vul je gebruikersnaam of e-mailadres in.').first()).toBeVisible();
  await page.goto('/recover/code');
  await expect(page, 'nothing was asked here').toHaveURL(/\/recover\?over=1$/);
  await expect(page.getByText('Dit duurde te lang, of het is al gebruikt.')).toBeVisible();
});
