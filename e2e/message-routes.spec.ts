import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import * as step from './steps';

/** The post as an agent sees it when it fails: another network takes over, and what comes back is shown. */

const BJORN = { name: 'Björn Østergård', phone: '+4520123456', target: /aan •.*56$/ };

const setPost = async (page: Page, part: string, habit: string) => {
  await page.goto('/inbox');
  const form = page.getByRole('form', { name: 'De post' });
  await form.getByLabel(part).selectOption({ label: habit });
  await form.getByRole('button', { name: 'Zo instellen' }).click();
  await expect(page.getByText('Ingesteld.')).toBeVisible();
};

test('a code that is sent again takes the other network, and one that comes back is shown', async ({
  page,
  desk,
  newBrowser,
}) => {
  const inbox = await newBrowser();
  await step.signIn(page, desk, 'noor');
  const { path } = await step.openCase(page, {
    name: BJORN.name,
    measure: /factor toevoegen/i,
  });

  const send = () => step.sendCode(page, desk, path, { target: BJORN.target, to: BJORN.phone });
  const first = await send();
  const second = await send();
  expect(second).not.toBe(first);
  const routes = (await desk.inbox.messages({ to: BJORN.phone })).map(({ route }) => route);
  expect(routes).toEqual(['local-other', 'local']);
  await inbox.goto('/inbox');
  await expect(inbox.getByText('via local-other').first()).toBeVisible();
  await expectAccessible(inbox);

  // Taken, and told later that it did not arrive: the real gateway's way of saying so.
  await setPost(inbox, 'Sms, eerste netwerk', 'meldt later: niet bezorgd');
  await page.goto(path);
  await step.pressed(page, page.getByRole('form', { name: BJORN.target }).getByRole('button'));
  await step.untilSeen(page, () => page.getByText(/Code van .* kwam niet aan/).first());
});

test('reports are heard from routes only, and an unknown message is answered like any other', async ({
  desk,
  request,
}) => {
  const kannel = `${desk.url}/api/reports/kannel?route=local&attempt=x&status=2`;
  const { sessionSecret } = desk.secrets;
  const password = createHmac('sha256', sessionSecret)
    .update('report by local')
    .digest('base64url');
  const authorization = `Basic ${Buffer.from(`regain:${password}`).toString('base64')}`;
  expect((await request.get(kannel)).status()).toBe(401);
  const known = await request.get(kannel, { headers: { authorization } });
  expect([known.status(), await known.text()]).toEqual([204, '']);

  const body = JSON.stringify({ messageId: '<nobody@example.org>', status: 'bounced' });
  const signature = `sha256=${createHmac('sha256', sessionSecret).update(body).digest('hex')}`;
  const mail = (headers: Record<string, string>, data = body) =>
    request.post(`${desk.url}/api/reports/mail`, {
      headers: { 'content-type': 'application/json', ...headers },
      data,
    });
  expect((await mail({})).status()).toBe(401);
  expect((await mail({ 'x-regain-signature': signature })).status()).toBe(204);
  expect((await mail({ 'x-regain-signature': signature }, 'x'.repeat(20_000))).status()).toBe(413);

  const twilio = await request.post(`${desk.url}/api/reports/twilio?route=local-other&attempt=x`, {
    form: { MessageStatus: 'failed' },
    headers: { 'x-twilio-signature': 'guess' },
  });
  expect(twilio.status()).toBe(401);
});
