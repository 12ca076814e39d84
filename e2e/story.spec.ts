import { generate } from 'otplib';
import { expect, expectAccessible, test } from './fixtures';
import { recovered } from './measure-steps';
import { lastNumber, messageTo } from './message-steps';
import * as step from './steps';

const HOUR = 3600;

test('a locked-out account is recovered, from the first call to the closed case', async ({
  desk,
  newBrowser,
}) => {
  test.setTimeout(240_000);
  const noor = await newBrowser();
  const holder = await newBrowser({ viewport: { width: 375, height: 740 } });
  const pim = await newBrowser();

  await step.signIn(noor, desk, 'noor');
  const { path, handle } = await step.openCase(noor, {
    name: 'Anouk de Vries',
    measure: /^Authenticator-app.* vervangen/i,
  });
  const here = `/h/${handle.replace('-', '')}`;
  await expect(noor.getByText('anouk.prive@example.net'), 'the agent sees it masked').toBeHidden();

  await step.openHoldersPage(holder, handle);
  await expect(
    holder.getByText(/Noor Jacobs van de helpdesk wil je account herstellen/),
  ).toBeVisible();
  await expectAccessible(holder);
  const mail = await step.sendCode(noor, desk, path, {
    target: /aan a•••@example\.net/,
    to: 'anouk.prive@example.net',
  });
  await expect(noor.getByText(mail), 'the agent never sees the code').toBeHidden();
  const secret = await step.enterFirstCode(holder, mail);
  expect(secret).not.toBe('');
  const sms = await step.sendCode(noor, desk, path, {
    target: /aan •.*01$/,
    to: '+31612345601',
  });
  await step.enterNextCode(holder, sms);

  await step.askApproval(noor, path);
  await step.signIn(pim, desk, 'pim', `${path}/approve`);
  await expectAccessible(pim);
  await step.approve(pim, desk, 'pim', path);
  await expectAccessible(pim);

  await test.step('the wait: a reminder at half-time, and nobody can hurry it', async () => {
    const before = await lastNumber(desk);
    await desk.clock.move(37 * HOUR);
    await messageTo(desk, 'anouk.prive@example.net', before, 'Nog even: je account');
    await holder.reload();
    await expect(holder.getByRole('heading', { name: 'De wachttijd loopt' })).toBeVisible();
  });

  const before = await lastNumber(desk);
  await desk.clock.move(36 * HOUR);
  const ready = await messageTo(
    desk,
    'anouk.prive@example.net',
    before,
    'Je kunt verder met je account',
  );
  expect(ready.text, 'R15 messages only say that something is ready').not.toContain(handle);

  await test.step('R15 another browser with only the handle sets up nothing', async () => {
    const thief = await newBrowser();
    await step.openHoldersPage(thief, handle);
    await expect(thief.getByText('Deze zaak hoort bij een ander scherm')).toBeVisible();
    await thief.goto(`${new URL(thief.url()).pathname}/set-up`);
    await expect(thief.getByRole('button', { name: 'Toon de QR-code' })).toBeHidden();
  });

  await holder.reload();
  await holder.getByRole('link', { name: /authenticator-app instellen/i }).click();
  await holder.getByRole('button', { name: 'Toon de QR-code' }).click();
  await expect(holder.getByText('Scan deze QR-code met de app')).toBeVisible();
  await expectAccessible(holder);
  const seed = (
    await holder
      .getByText(/^[A-Z2-7 ]{32,60}$/)
      .first()
      .textContent()
  )?.replaceAll(' ', '');
  const now = await desk.clock.now();
  const code = await generate({
    secret: seed ?? '',
    epoch: Math.floor(Date.parse(now) / 1000),
  });
  await holder.getByLabel('Code uit de app').fill(code);
  await holder.getByRole('button', { name: 'Bevestigen' }).click();
  await recovered(holder, here);

  await test.step('R17 once it was confirmed, it cannot be set up again', async () => {
    await holder.goto(`${here}/set-up`);
    await expect(holder.getByRole('button', { name: 'Toon de QR-code' })).toBeHidden();
  });

  await test.step('the auditor reads all of it', async () => {
    const mila = await newBrowser();
    await step.signIn(mila, desk, 'mila', '/audit');
    await expect(mila.getByRole('table')).toBeVisible();
    await expectAccessible(mila);
    await mila.goto(path);
    await expect(mila.getByText('De zaak is afgerond.')).toBeVisible();
  });
});
