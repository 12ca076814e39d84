import { z } from 'zod';
import { readEmailAddress } from './email-address';
import { isShown } from './text-cell';

export const CONTACT_PROBLEMS = [
  'name-required',
  'name-too-long',
  'name-unreadable',
  'address-unreadable',
] as const;
export type ContactProblem = (typeof CONTACT_PROBLEMS)[number];

const because = (code: ContactProblem) => ({ error: code });

/** The name stands in a mail to a stranger: it must not carry a link there. */
const LIKE_AN_ADDRESS = /[/:@<>]|www\.|\.\p{L}{2,}(\s|$)/iu;

/** Who is to be asked: what the account holder calls them, and where they can be written to. */
export const contactInvitation = z.object({
  name: z
    .string(because('name-required'))
    .trim()
    .normalize('NFC')
    .min(1, because('name-required'))
    .max(80, because('name-too-long'))
    .refine(isShown, because('name-unreadable'))
    .refine((name) => !LIKE_AN_ADDRESS.test(name), because('name-unreadable')),
  address: z.string(because('address-unreadable')).transform((typed, context) => {
    const read = readEmailAddress(typed.trim());
    if ('address' in read) return read.address;
    context.addIssue({ code: 'custom', message: 'address-unreadable' });
    return z.NEVER;
  }),
});
