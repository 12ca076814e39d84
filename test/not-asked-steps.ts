import { expect } from 'vitest';
import type { TestDesk } from './desk';
import { doorOf, factorOf, granted, type OwnHolder } from './own-steps';
import { look } from './superuser';

/** The code to type, of a message: four groups of four. */
const TYPED = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/;

/** What the newest message to this address gives to say "I did not ask for this" with. */
export const wayToReport = (d: TestDesk, address: string): { token?: string; code: string } => {
  const codes = d.inbox.messages({ to: address }).filter(({ text }) => text.includes('not-asked'));
  const text = codes[0]?.text ?? '';
  const token = /\/not-asked#([\w-]+)/.exec(text)?.[1];
  const [code] = TYPED.exec(text.slice(text.indexOf('not-asked'))) ?? [];
  if (!code) throw new Error(`no way to report in: ${text}`);
  return { code, ...(token ? { token } : {}) };
};

/** Somebody with the password has a code sent to the phone. */
export const signInCode = async (d: TestDesk, holder: OwnHolder) => {
  const door = await doorOf(d, holder);
  const factorId = await factorOf(d, door, 'sms');
  const { sent } = granted(await d.desk.sendSignInCode(door, { factorId }));
  await d.settle();
  return { door, factorId, sent, ...wayToReport(d, holder.phones[0] ?? '') };
};

const SOMEWHERE = { address: '203.0.113.5', userAgent: 'Mozilla/5.0 (Android) Chrome/130' };

export const report = (d: TestDesk, presented: string, address = SOMEWHERE.address) =>
  d.desk.reportNotAsked({ presented, origin: { ...SOMEWHERE, address } });

/** The types of all events of this account about such reports, oldest first. */
export const reportsOf = async (d: TestDesk, accountId: string): Promise<string[]> =>
  (
    await look<{ type: string }>(
      d,
      `SELECT type FROM event WHERE account_id = $1
         AND type IN ('not-asked-reported','code-not-asked','case-paused','case-resumed') ORDER BY at, number, id`,
      [accountId],
    )
  ).map(({ type }) => type);

export const guardOf = async (d: TestDesk, accountId: string) => {
  const [row] = await look<{ guard: { notAsked?: { over: string }[]; contestedUntil?: string } }>(
    d,
    'SELECT guard FROM account WHERE id = $1',
    [accountId],
  );
  expect(row).toBeDefined();
  return row?.guard ?? {};
};
