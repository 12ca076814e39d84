import { type MailDomain, opensWithAccount, readEmailAddress } from '../email-address';
import { type CountryCode, readPhoneNumber } from '../phone-number';
import { isFormula } from '../text-cell';
import { type Cell, type RawAccount, textOf } from './export-format';
import type { ImportedContactPoint, ImportProblem } from './imported-account';

export type ReadOptions = MailDomain & { country: CountryCode };
export type CellProblem = { code: ImportProblem; cell: Cell };

const filled = (cells: readonly (Cell | null)[]): Cell[] =>
  cells.filter((cell): cell is Cell => textOf(cell) !== '');

const split = (cells: readonly (Cell | null)[]): Cell[] =>
  filled(cells).flatMap(({ field, text }) =>
    filled(text.split(/[;,]/).map((part) => ({ field, text: part }))),
  );

/**
 * All contact points of one account, each once, or the first cell that is wrong: with a wrong address left out,
 * the account would look complete and its owner would not be told of a recovery.
 */
export const readContactPoints = (
  raw: RawAccount,
  signIn: string,
  options: ReadOptions,
): { points: ImportedContactPoint[]; withoutSms: Cell[] } | CellProblem => {
  const points = new Map<string, ImportedContactPoint>();
  const withoutSms: Cell[] = [];

  for (const cell of [...filled(raw.emails), ...split(raw.emailLists)]) {
    const email = readEmailAddress(cell.text);
    if ('problem' in email) return { code: email.problem, cell };
    points.set(email.address, {
      kind: 'email',
      address: email.address,
      smsCapable: false,
      opensWithAccount: opensWithAccount(email.address, signIn, options),
    });
  }

  const mobiles = filled(raw.mobiles);
  for (const cell of [...mobiles, ...filled(raw.landlines)]) {
    // A number may begin with its own +, never with what a spreadsheet runs.
    if (isFormula(cell.text.replace(/^\+/, ''))) return { code: 'formula', cell };
    const phone = readPhoneNumber(cell.text, options.country);
    if ('problem' in phone) {
      return { code: phone.problem === 'phone-empty' ? 'phone-unreadable' : phone.problem, cell };
    }
    const mobile = mobiles.includes(cell);
    const smsCapable = mobile && phone.kind !== 'landline';
    if (mobile && !smsCapable) withoutSms.push(cell);
    points.set(phone.e164, {
      kind: 'phone',
      address: phone.e164,
      smsCapable: smsCapable || (points.get(phone.e164)?.smsCapable ?? false),
      opensWithAccount: false,
    });
  }
  return { points: [...points.values()], withoutSms };
};
