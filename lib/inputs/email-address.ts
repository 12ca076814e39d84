import { z } from 'zod';
import { readTextCell, type TextProblem } from './text-cell';

export type EmailProblem = 'email-unreadable' | Exclude<TextProblem, 'too-long'>;

/** RFC 5321: 64 characters before the @, 254 in all. */
const MAX_ADDRESS = 254;
const MAX_LOCAL = 64;
const address = z.email().max(MAX_ADDRESS);

const parts = (email: string): { local: string; domain: string } => {
  const at = email.lastIndexOf('@');
  return { local: email.slice(0, at), domain: email.slice(at + 1) };
};

/** One address, lower-cased. Refuses lists, names around it, and what a spreadsheet would run. */
export const readEmailAddress = (text: string): { address: string } | { problem: EmailProblem } => {
  const cell = readTextCell(text, MAX_ADDRESS);
  if ('problem' in cell) {
    return { problem: cell.problem === 'too-long' ? 'email-unreadable' : cell.problem };
  }
  const email = cell.text.toLowerCase();
  if (!address.safeParse(email).success || parts(email).local.length > MAX_LOCAL) {
    return { problem: 'email-unreadable' };
  }
  return { address: email };
};

export type MailDomain = { ownMailDomain: string | null; mailApart: boolean };

/** `anna+work@…` is delivered to the mailbox of `anna@…`. */
const mailbox = (email: string): string => {
  const { local, domain } = parts(email);
  return `${local.split('+', 1)[0]}@${domain}`;
};

/**
 * R7: whether a mailbox opens only with this very account. The sign-in itself (with or without a `+tag`) and
 * everything in the organisation's own mail domain or below it is marked, unless its mail is apart from these accounts.
 */
export const opensWithAccount = (
  email: string,
  signIn: string,
  { ownMailDomain, mailApart }: MailDomain,
): boolean => {
  if (mailApart) return false;
  if (signIn.includes('@') && mailbox(email) === mailbox(signIn)) return true;
  const own = ownMailDomain
    ?.trim()
    .toLowerCase()
    .replace(/^@|\.$/g, '');
  if (!own) return false;
  const { domain } = parts(email);
  return domain === own || domain.endsWith(`.${own}`);
};
