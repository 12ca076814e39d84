import type { BrowserContextOptions, Page } from '@playwright/test';
import { expect } from './fixtures';
import { holderOf } from './holder-steps';
import * as step from './steps';
import type { TestDesk } from './test-desk';

/** A case from the call to the moment at which its holder sets up what it gives. */

const HOUR = 3600;

type NewBrowser = (options?: BrowserContextOptions) => Promise<Page>;
type Wish = Omit<Parameters<typeof step.openCase>[1], 'name'>;
export type Recovery = { path: string; here: string; agent: Page; holder: Page; secret: string };

/** `a•••@example.net`, as the desk shows a mailbox. */
export const masked = (address: string): RegExp => {
  const [name = '', domain = ''] = address.split('@');
  return new RegExp(`aan ${name[0]}•+@${domain.replaceAll('.', '\\.')}`);
};

export const openWith = async (
  newBrowser: NewBrowser,
  desk: TestDesk,
  key: string,
  wish: Wish,
  options: BrowserContextOptions = {},
) => {
  const [agent, holder] = [await newBrowser(), await newBrowser(options)];
  await step.signIn(agent, desk, 'noor');
  const { name } = holderOf(desk, key);
  const { path, handle } = await step.openCase(agent, { name, ...wish });
  await step.openHoldersPage(holder, handle);
  return { path, here: `/h/${handle.replace('-', '')}`, agent, holder };
};

/** Two mailboxes prove it, a second person says yes, and everybody is told. */
export const approved = async (
  newBrowser: NewBrowser,
  desk: TestDesk,
  key: string,
  wish: Wish,
  options: BrowserContextOptions = {},
): Promise<Recovery> => {
  const opened = await openWith(newBrowser, desk, key, wish, options);
  const { path, agent, holder } = opened;
  const [first = '', second = ''] = holderOf(desk, key).emails;
  const mail = await step.sendCode(agent, desk, path, { target: masked(first), to: first });
  const secret = await step.enterFirstCode(holder, mail);
  const other = await step.sendCode(agent, desk, path, { target: masked(second), to: second });
  await step.enterNextCode(holder, other);
  await step.askApproval(agent, path);
  await step.approve(await newBrowser(), desk, 'pim', path);
  return { ...opened, secret };
};

/** The clock goes over the wait, and past its half: a desk that is awake tells of it. */
export const waitOver = async (desk: TestDesk, { holder, here }: Recovery, hours: number) => {
  await desk.clock.move((hours / 2 + 1) * HOUR);
  await holder.goto(here);
  await expect(holder.getByRole('heading', { name: 'De wachttijd loopt' })).toBeVisible();
  await desk.clock.move((hours / 2) * HOUR);
  await itsTurn(holder, here);
};

export const itsTurn = async (holder: Page, here: string) => {
  await holder.goto(here);
  await step.untilSeen(holder, () => holder.getByRole('heading', { name: 'Je bent aan de beurt' }));
};

/** After what was asked of the holder was sent: it leads to the case, which closes when the worker has done the rest. */
export const recovered = async (holder: Page, here: string) => {
  await expect(holder).toHaveURL(new RegExp(`${here}$`));
  const title = holder.getByRole('heading', { name: 'Je account is hersteld' });
  await step.untilSeen(holder, () => title);
};
