import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nl } from '../lib/messages/nl';
import { ORGANISATIONS } from '../prisma/seed/people';
import { fillInvitation, linkIn, signInFresh, typedCodeIn } from './contact-steps';
import { expect, test } from './fixtures';
import { holderOf } from './holder-steps';
import { lastNumber, messageTo } from './message-steps';
import { type Answer, open, send } from './plain-http';
import { asOwner } from './planting';
import * as step from './steps';
import { root, type TestDesk } from './test-desk';

/**
 * R14, page by page: whoever is not signed in is answered the same, by status, headers, body and time, whether what they
 * ask about is there or not. Every page of the application stands here; a new one fails until it does.
 */

test.describe.configure({ timeout: 180_000 });

const PAGES = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.tsx'))
  .map((file) => file.replaceAll('\\', '/').replace(/\/?page\.tsx$/, ''))
  .toSorted();
/** The desk's own pages have tests of their own for whom they let in. The inbox is no part of a real desk. */
const ASKED = PAGES.filter((page) => !page.startsWith('(desk)') && page !== 'inbox');

const pathOf = (page: string) =>
  `/${page
    .split('/')
    .filter((part) => !part.startsWith('('))
    .join('/')}`;

type Known = Record<string, string>;

/** As long as what is there: a length would tell too. */
const UNKNOWN_HANDLE = 'ZZZZZZZZZZ';
const UNKNOWN_CODE = 'ZZZZ-ZZZZ-ZZZZ-ZZZZ';
const unknownName = (name: string) => name.replace(/^.{4}/, 'xqzk');

/** Ids of what is there. */
const idsOf = async (desk: TestDesk): Promise<Known> => {
  const scope = Object.values(ORGANISATIONS).map(({ id }) => id);
  const { rows } = await asOwner(
    desk,
    scope.join(','),
    `SELECT (SELECT id FROM factor WHERE account_id = $1 LIMIT 1) AS "factorId",
       (SELECT id FROM contact_point WHERE account_id = $1 LIMIT 1) AS "pointId",
       (SELECT id FROM contact_point WHERE account_id = $1 LIMIT 1) AS "thingId",
       (SELECT id FROM recovery_contact WHERE account_id = $1 LIMIT 1) AS "contactId",
       (SELECT id FROM recovery_case LIMIT 1) AS "caseId"`,
    [holderOf(desk, 'lotte').accountId],
  );
  return rows[0];
};

let known: Known;
/** The typed codes of messages: of an invitation that was taken back, and of a notice of a case that ended. */
let codes: { contact: string };

test.beforeAll(async ({ desk, browser }) => {
  test.setTimeout(120_000);
  const options = { baseURL: desk.url, locale: 'nl-NL' };
  const [agent, lotte] = await Promise.all(
    [1, 2].map(async () => (await browser.newContext(options)).newPage()),
  );
  if (!agent || !lotte) throw new Error('no browsers');
  await step.signIn(agent, desk, 'noor');
  const { path, handle } = await step.openCase(agent, {
    name: 'Fleur Dekker',
    measure: /^Authenticator-app.* vervangen/i,
  });
  await agent.goto(`${path}/cancel`);
  await agent.getByRole('textbox').fill('De lijn viel weg.');
  await agent.getByRole('button', { name: nl.caseFile.confirm.cancel.submit }).click();
  await expect(agent).toHaveURL(new RegExp(`${path}$`));

  await signInFresh(lotte, desk, 'lotte', '/account/contacts/new');
  const before = await lastNumber(desk);
  await fillInvitation(lotte, 'Mirjam', 'mirjam@example.org');
  await expect(lotte).toHaveURL(/done=invited/);
  const invitation = await messageTo(desk, 'mirjam@example.org', before);
  expect(linkIn(invitation)).not.toBe('');
  const ids = await idsOf(desk);
  await lotte.goto(`/account/contacts/${ids.contactId}/end`);
  await lotte.locator('main form button[type=submit]').click();
  await expect(lotte).toHaveURL(/done=ended/);
  known = { ...ids, handle: handle.replace('-', '') };
  codes = { contact: typedCodeIn(invitation) };
  await Promise.all([agent, lotte].map((page) => page.context().close()));
});

const filled = (page: string, ids: (name: string) => string) => {
  const typed: string[] = [];
  const path = pathOf(page).replace(/\[(\w+)\]/g, (_, name: string) => {
    const id = ids(name);
    typed.push(id);
    return id;
  });
  return { path, typed };
};

const isThere = (name: string): string => {
  const id = known[name];
  if (!id) throw new Error(`say which [${name}] is there`);
  return id;
};
const isNot = (name: string): string => (name === 'handle' ? UNKNOWN_HANDLE : randomUUID());

test('R14 an address answers the same for what is there and what is not', async ({ desk }) => {
  for (const page of ASKED.filter((one) => one.includes('['))) {
    const answers = [];
    for (const ids of [isThere, isNot]) {
      const { path, typed } = filled(page, ids);
      answers.push(await open({ url: desk.url + path, typed }));
    }
    const [there, not] = answers;
    expect(there, page).toEqual(not);
  }
});

type Form = {
  /** One with what is there, one without; the field that the form is found by comes first. */
  there: (desk: TestDesk) => Record<string, string>;
  not: (desk: TestDesk) => Record<string, string>;
  /** Where the page has several faces, the one with the form. */
  query?: string;
  /** What has to be sent before there is this page; gives the cookies that it left. */
  after?: string;
};

const names = (there: (desk: TestDesk) => string, more: Record<string, string>): Form => ({
  there: (desk) => ({ signIn: there(desk), ...more }),
  not: (desk) => ({ signIn: unknownName(there(desk)), ...more }),
});
const contactCode: Form = {
  there: () => ({ code: codes.contact }),
  not: () => ({ code: UNKNOWN_CODE }),
};

/** What can be typed on each page without a sign-in, or why there is nothing to type for whoever knows nothing. */
const FORMS: Record<string, Form | 'nothing to type' | 'led away' | 'behind a handle'> = {
  '(public)': 'nothing to type',
  '(public)/h': {
    there: () => ({ handle: known.handle ?? '' }),
    not: () => ({ handle: UNKNOWN_HANDLE }),
  },
  '(public)/h/[handle]': 'behind a handle',
  '(public)/h/[handle]/identity-check': 'behind a handle',
  '(public)/h/[handle]/key': 'behind a handle',
  '(public)/h/[handle]/loss': 'behind a handle',
  '(public)/h/[handle]/secret': 'behind a handle',
  '(public)/h/[handle]/set-up': 'behind a handle',
  '(public)/h/[handle]/veto': 'behind a handle',
  '(public)/h/unknown': 'nothing to type',
  '(public)/veto': contactCode,
  '(public)/veto/result': 'led away',
  '(public)/contact': contactCode,
  '(public)/contact/about': 'led away',
  '(public)/contact/done': 'led away',
  '(public)/contact/invitation': 'led away',
  '(public)/contact/leave': 'led away',
  '(public)/contact/question': 'led away',
  '(public)/contact/stop': 'led away',
  '(public)/not-asked': contactCode,
  '(public)/not-asked/result': 'led away',
  '(public)/recover': {
    ...names((desk) => holderOf(desk, 'lotte').signIn, { over: 'email' }),
    query: '?symptom=app-lost',
  },
  '(public)/recover/code': {
    there: () => ({ code: '000000' }),
    not: () => ({ code: '000000' }),
    after: '(public)/recover',
  },
  '(account)/account/push': 'nothing to type',
  '(account)/account/sign-in': names((desk) => holderOf(desk, 'lotte').signIn, {
    password: 'niet het wachtwoord',
  }),
  '(account)/account/sign-in/again': 'led away',
  '(account)/account/sign-in/second-factor': 'led away',
  'sign-in': names((desk) => desk.people.find(({ key }) => key === 'iris')?.signIn ?? '', {
    password: 'niet het wachtwoord',
  }),
  'sign-in/again': 'led away',
  'sign-in/second-factor': 'led away',
};

/** Every page of the own account asks for a sign-in first. */
const signedIn = (page: string) =>
  page.startsWith('(account)/') && !/\/(sign-in|push)(\/|$)/.test(page);

const statusOf = (form: (typeof FORMS)[string] | undefined): number => {
  return form === 'led away' ||
    form === 'behind a handle' ||
    (typeof form === 'object' && form.after)
    ? 307
    : 200;
};

test('R14 no page was left out, and those behind a sign-in lead there', async ({ desk }) => {
  expect(Object.keys(FORMS).toSorted()).toEqual(ASKED.filter((page) => !signedIn(page)));
  for (const page of ASKED) {
    const { path, typed } = filled(page, isThere);
    const { status, headers } = await open({ url: desk.url + path, typed });
    expect(status, page).toBe(signedIn(page) ? 307 : statusOf(FORMS[page]));
    if (signedIn(page)) expect(headers.location, page).toMatch(/^\/account\/sign-in(\?|$)/);
  }
});

const ROUNDS = 5;
const WHICH = ['there', 'not'] as const;

for (const [page, form] of Object.entries(FORMS)) {
  if (typeof form === 'string') continue;
  test(`R14 ${pathOf(page)}: what is typed is answered the same, and as soon`, async ({ desk }) => {
    const took = { there: [] as number[], not: [] as number[] };
    const ratio = () => Math.min(...took.there) / Math.min(...took.not);
    const far = () => ratio() > 1.6 || ratio() < 1 / 1.6;
    // The fastest of five; of more where the machine is busy. Without the work for a name that is nobody's it is a tenth.
    for (let round = 0; round < ROUNDS || (round < 4 * ROUNDS && far()); round++) {
      const answers: Partial<Record<(typeof WHICH)[number], Answer>> = {};
      // Whoever comes second finds everything warm.
      for (const which of round % 2 ? WHICH.toReversed() : WHICH) {
        const { took: one, jar: _, ...answer } = await sent(desk, page, form, which);
        took[which].push(one);
        answers[which] = answer;
      }
      expect(answers.there, 'status, headers and body').toEqual(answers.not);
      // Waits and limits begin anew.
      await desk.clock.move(25 * 3600);
    }
    expect(far(), `the fastest: there and not ${ratio().toFixed(2)} apart`).toBe(false);
  });
}

const sent = async (desk: TestDesk, page: string, form: Form, which: 'there' | 'not') => {
  const urlOf = (at: string, { query = '' }: Form) => desk.url + pathOf(at) + query;
  const before = form.after ? FORMS[form.after] : undefined;
  if (form.after === undefined || typeof before !== 'object')
    return send({ url: urlOf(page, form) }, form[which](desk));
  const asked = before[which](desk);
  const { jar } = await send({ url: urlOf(form.after, before) }, asked);
  const asking = { url: urlOf(page, form), cookie: jar, typed: Object.values(asked) };
  return send(asking, form[which](desk));
};
