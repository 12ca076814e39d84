import type { Page } from '@playwright/test';
import { nl } from '../../lib/messages/nl';
import type { OpenCase } from '../../test/case-steps';
import { expect, test } from '../fixtures';
import * as step from '../steps';
import { expectEveryPageWalked, walk } from '../walk';
import type { Scenes } from './scenes';
import { scenesOf } from './scenes-of';

/** Every screen of the desk, in the states in which it shows what it is for. */

// A recording of every click of hundreds of looks costs more than the looks.
test.use({ deskWorker: false });
test.describe.configure({ mode: 'serial', timeout: 900_000 });

let scenes: Scenes;

test.beforeAll(async ({ desk }) => {
  test.setTimeout(180_000);
  scenes = await scenesOf(desk);
});

const of = ({ caseId }: OpenCase, act?: string) => `/cases/${caseId}${act ? `/${act}` : ''}`;
const { actions, confirm, choose } = nl.caseFile;

/** The form sent as it is: what is missing is said above it and at each field. */
const refused = (act: string) => ({
  act,
  first: async (page: Page) => {
    await page.locator('main form button[type=submit]').last().click();
    await expect(page.locator('main form [role=alert]').first()).not.toBeEmpty();
  },
});

/** What the row of this name links to, as somebody would find it. */
const hrefOf = async (page: Page, name: RegExp): Promise<string> =>
  (await page.getByRole('main').getByRole('link', { name }).first().getAttribute('href')) ?? '';

test('an agent: the queue, opening a case, the case in every state, accounts', async ({
  desk,
  newBrowser,
}) => {
  const noor = await newBrowser();
  await step.signIn(noor, desk, 'noor');
  await walk(noor, '/desk', { leadsTo: '/queue' });
  const newCase = { act: nl.queue.newCase };
  for (const view of ['', '?view=waiting', '?view=done', '?mine=1&next=collect-proofs', '?q=Sanne'])
    await walk(noor, `/queue${view}`, newCase);
  await walk(noor, '/cases/new', { act: nl.opening.find.submit });
  await walk(noor, '/cases/new?q=dekker', { act: /Fleur Dekker/ });
  const accountOf = (key: string) =>
    desk.holders.find((holder) => holder.key === key)?.accountId ?? '';
  await walk(noor, `/cases/new/${accountOf('fleur')}`, { act: nl.opening.symptom.submit });
  await walk(noor, `/cases/new/${accountOf('jan')}`, { act: nl.opening.symptom.back });

  await walk(noor, of(scenes.runbook), { act: actions['run-runbook'] });
  await walk(noor, of(scenes.runbook, 'runbook'), { act: nl.opening.runbook.submit });
  await walk(noor, of(scenes.choosing), { act: actions['choose-measures'] });
  await walk(noor, of(scenes.choosing, 'measures'), { act: choose.submit });
  await walk(noor, of(scenes.second, 'measures'), { act: choose.submit });
  await walk(noor, of(scenes.first), { act: actions['collect-proofs'] });
  await walk(noor, of(scenes.first, 'cancel'), { act: confirm.cancel.submit });
  await walk(noor, of(scenes.second), { act: actions['collect-proofs'] });
  await walk(noor, of(scenes.enough), { act: actions['ask-approval'] });
  const { inPerson, approving, waiting, pausedBySignIn, pausedByReport } = scenes;
  const { enrolling, running } = scenes;
  for (const c of [inPerson, approving, waiting, pausedBySignIn, pausedByReport])
    await walk(noor, of(c));
  for (const c of [enrolling, running]) await walk(noor, of(c));
  const { enrollingCalls, enrollingPhone, enrollingBoth } = scenes;
  for (const c of [enrollingCalls, enrollingPhone, enrollingBoth]) await walk(noor, of(c));
  const { completed, solved, cancelled, declined, vetoed, lateVeto, expired } = scenes;
  for (const c of [completed, solved, cancelled, declined, vetoed, expired])
    await walk(noor, of(c));
  await walk(noor, `${of(completed)}?history=all`);

  await walk(noor, '/accounts', { act: nl.common.actions.search });
  await walk(noor, '/accounts?q=de', { act: nl.common.actions.search });
  const anouk = `/accounts/${accountOf('anouk')}`;
  await walk(noor, anouk);
  await walk(noor, `${anouk}/unmask/sign-in`, { act: nl.account.unmask.submit });
  await noor.goto(anouk);
  const point = await noor.locator('a[href*="/unmask/0"]').first().getAttribute('href');
  await walk(noor, point ?? '', { act: nl.account.unmask.submit });
  await walk(noor, `/accounts/${lateVeto.holder.accountId}`);
  await walk(noor, `/accounts/${pausedByReport.holder.accountId}`);
  await walk(noor, '/sessions');
});

test('an administrator: what is decided, and what is imported', async ({ desk, newBrowser }) => {
  const saskia = await newBrowser();
  await step.signIn(saskia, desk, 'saskia', '/approvals');
  await walk(saskia, '/import', { act: nl.importing.upload.submit });
  await saskia.goto('/people');
  await walk(saskia, await hrefOf(saskia, /Tess Mulder/), { act: nl.people.endPage.submit });
  await walk(saskia, of(scenes.approving, 'decline'), { act: nl.approvals.decline.submit });
  await walk(saskia, of(scenes.second, 'identity-check'), { act: confirm.check.submit });
  await walk(saskia, of(scenes.second, 'identity-check'), refused(confirm.check.submit));
  await walk(saskia, '/approvals', { act: /Sanne de Boer/ });
  await walk(saskia, of(scenes.approving), { act: actions.approve });
  await walk(saskia, of(scenes.approving, 'approve'), { act: nl.approvals.approve.submit });
  await walk(saskia, of(scenes.inPerson, 'checker'), { act: confirm.checker.submit });

  for (const [c, act, word, submit] of [
    [scenes.held, 'start-clock', actions['start-clock'], confirm.startClock.submit],
    [scenes.pausedByNo, 'resume', actions['decide-pause'], confirm.resume.submit],
    [scenes.pausedByReport, 'resume', actions['resume-early'], confirm.resume.submit],
    [scenes.stuck, 'end-stuck', actions['end-stuck'], confirm.endStuck.submit],
    [scenes.lateVeto, 'after-veto', actions['decide-after-veto'], confirm.afterVeto.submit],
    [scenes.unused, 'renew', actions.renew, nl.approvals.renew.submit],
  ] as const) {
    await walk(saskia, of(c), { act: word });
    await walk(saskia, of(c, act), { act: submit });
  }
  const fleur = desk.holders.find(({ key }) => key === 'fleur')?.accountId;
  await walk(saskia, `/accounts/${fleur}/invite-contact`, {
    act: nl.recoveryContacts.desk.page.submit,
  });
  const own = desk.holders.find(({ key }) => key === 'saskia-account')?.accountId;
  await walk(saskia, `/accounts/${own}`);
  await walk(saskia, of(scenes.completed, 'resume'), { act: confirm.back });
});

test('an administrator imports a file: what it would do, and what it did', async ({
  desk,
  newBrowser,
}) => {
  const kees = await newBrowser();
  await step.signIn(kees, desk, 'kees', '/import');
  const rows = [
    'gebruikersnaam;naam;e-mailadres;mobiel',
    'w.smits@gemeente.example;Wim Smits;wim@example.net;0612345670',
    'l.bos@gemeente.example;Lotte Bos;l.bos@gemeente.example;0612345671',
    'f.jansen@gemeente.example;Fatima Jansen;fatima.jansen@example.net;',
    'zonder-adres;Niemand;;',
  ];
  await kees.getByLabel(nl.importing.upload.file).setInputFiles({
    name: 'nieuwe-collega-s.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\r\n')),
  });
  await kees.getByRole('button', { name: nl.importing.upload.submit }).click();
  await expect(kees).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
  const { pathname } = new URL(kees.url());
  await walk(kees, pathname, { title: nl.importing.preview.title, act: /toevoegen$/ });
  await kees.goto(pathname);
  await kees.getByRole('button', { name: /toevoegen$/ }).click();
  await expect(kees.getByRole('heading', { level: 1 })).toHaveText(nl.importing.result.title);
  await walk(kees, pathname, { title: nl.importing.result.title, act: nl.importing.result.find });
  await walk(kees, '/approvals');
  await walk(kees, '/import?problem=excel-workbook', { act: nl.importing.upload.submit });
});

test('an auditor: the log; and one’s own second factors', async ({ desk, newBrowser }) => {
  const mila = await newBrowser();
  await step.withSecurityKey(mila);
  await step.signIn(mila, desk, 'mila', '/audit');
  const show = { name: /^(Toon de QR-code|Show the QR code)$/ };
  await walk(mila, '/security/new-app', {
    act: nl.signIn.newApp.submit,
    first: async (page) => {
      await page.getByRole('button', show).click();
      await expect(page.getByRole('img')).toBeVisible();
    },
  });
  await walk(mila, '/security/new-key', { act: nl.signIn.newKey.submit });
  await mila.goto('/security/new-key');
  await mila.getByRole('button', { name: nl.signIn.newKey.submit }).click();
  await expect(mila).toHaveURL(/\/security\?/);
  await walk(mila, '/security', { act: /^Weghalen/ });
  await mila.goto('/security');
  await walk(mila, await hrefOf(mila, /^Weghalen/), { act: nl.signIn.security.removeSubmit });
  const other = await newBrowser();
  await other.goto('/sign-in');
  await step.typePassword(other, desk, 'mila');
  await walk(other, '/sign-in/second-factor', { act: nl.signIn.second.keySubmit });
  await walk(mila, '/people', { act: 'Gemeente Voorbeeld' });
  await walk(mila, '/audit');
  await walk(mila, '/audit?kind=refused&organisation=0190a000-0000-7000-8000-000000000001');
  await walk(mila, '/audit?account=anouk&until=2020-01-01T00:00');
  await walk(mila, of(scenes.stuck));
});

test('a platform administrator', async ({ desk, newBrowser }) => {
  const olaf = await newBrowser();
  await step.signIn(olaf, desk, 'olaf', '/security');
  await walk(olaf, '/desk', { leadsTo: '/security' });
});

test('no page of the desk was left out', () => {
  expectEveryPageWalked((file) => file.startsWith('(desk)'));
});
