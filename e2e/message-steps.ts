import type { Page } from '@playwright/test';
import type { InboxMessage } from '../lib/adapters/inbox/inbox';
import { expect } from './fixtures';
import type { TestDesk } from './test-desk';

/** What comes by mail, SMS and telephone, and what it leads to. */

/** The newest message to this address that fits, of those after the one with this number. */
const arrived = async (
  desk: TestDesk,
  to: string,
  after: number,
  fits: (message: InboxMessage) => boolean,
): Promise<InboxMessage> => {
  const found: InboxMessage[] = [];
  const look = async () => {
    found.push(...(await desk.inbox.messages({ to, since: after })).filter(fits));
    return found.length;
  };
  await expect.poll(look, { timeout: 30_000, message: `a message to ${to}` }).toBeGreaterThan(0);
  const [newest] = found;
  if (!newest) throw new Error(`no message to ${to}`);
  return newest;
};

/** Where more than one can come, `saying` is in the subject or the text of the one that is meant. */
export const messageTo = (
  desk: TestDesk,
  to: string,
  after: number,
  saying: string | RegExp = '',
): Promise<InboxMessage> =>
  arrived(desk, to, after, ({ subject = '', text }) => {
    const said = `${subject}\n${text}`;
    return typeof saying === 'string' ? said.includes(saying) : saying.test(said);
  });

export const lastNumber = async (desk: TestDesk): Promise<number> =>
  (await desk.inbox.messages())[0]?.number ?? 0;

/** As it is written, or read out digit by digit; nothing where there is none. */
const codeIn = ({ channel, text }: InboxMessage): string =>
  channel === 'voice'
    ? (text.match(/(?<!\d)\d(?!\d)/g) ?? []).slice(0, 6).join('')
    : (/(?<![\w-])(\d{3} ?\d{3})(?![\w-])/.exec(text)?.[1] ?? '').replace(' ', '');

/** What a message or a call with a code brings after something was pressed; the route too. */
export const codeAfter = async (desk: TestDesk, to: string, press: () => Promise<unknown>) => {
  const before = await lastNumber(desk);
  await press();
  const message = await arrived(desk, to, before, (one) => codeIn(one) !== '');
  return { ...message, code: codeIn(message) };
};

/** Opens what a message links to; by itself that changes nothing. */
export const openLink = async (page: Page, link: string, field: string) => {
  // From the message, not from the same page with another fragment.
  await page.goto('about:blank');
  await page.goto(link);
  // Until the page has taken the token out of the address it asks for the code to type.
  await expect(page.getByLabel(field)).toHaveCount(0);
  await expect(page).not.toHaveURL(/#/);
};
