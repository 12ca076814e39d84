import type { Instant } from '../time';
import {
  type ContactNoCount,
  type Counting,
  contactNoCount,
  meansOfContact,
} from './contact-counting';
import type { Means } from './means';
import type { RecoveryContact } from './recovery-contact';

/** How the recovery contact and the account holder spoke. Who was called may have been called by anybody. */
export const SPOKEN = ['in-person', 'known-number', 'they-contacted-me'] as const;
export type Spoken = (typeof SPOKEN)[number];

/** What the recovery contact was asked: the newest code that the holder's page showed for this contact (R11). */
export type ContactQuestion = {
  contactId: string;
  challengeId: string;
  number: number;
  expiresAt: Instant;
  /** Wrong entries of this code so far. */
  wrongEntries: number;
  /** Answered already, by a yes that counted or one that did not. */
  answered: boolean;
};

/** What the recovery contact says, with what `Secrets` says of the code. */
export type Vouching = {
  contactId: string;
  spoken: Spoken;
  verdict: { challengeId: string; number: number; matches: boolean };
};

export type VouchRefused =
  | { refused: 'code-expired' | 'code-used-up' | 'nothing-to-do' }
  | { refused: 'does-not-count'; because: ContactNoCount };

/**
 * `given`: a proof over these means. `wrong`: counts as an entry. `not-counted`: the code is right, but the account
 * holder's voice came to the contact and not the other way round: the question is over and proves nothing (R40).
 */
export type Vouched =
  | { outcome: 'given'; means: Means }
  | { outcome: 'wrong' }
  | { outcome: 'not-counted' };

/**
 * What the word of a recovery contact is worth. The contact is judged anew at this very moment: removed, become an own
 * address or over a limit since it was asked, it is worth nothing.
 */
export const vouch = (
  { contactId, spoken, verdict }: Vouching,
  question: ContactQuestion,
  { entriesPerCode, ...counting }: Counting & { entriesPerCode: number },
): Vouched | VouchRefused => {
  const contact: RecoveryContact | undefined = counting.account.recoveryContacts.find(
    ({ id }) => id === contactId,
  );
  if (!contact || question.contactId !== contactId || question.answered)
    return { refused: 'nothing-to-do' };
  const because = contactNoCount(contact, counting);
  if (because) return { refused: 'does-not-count', because };
  if (question.expiresAt <= counting.now) return { refused: 'code-expired' };
  if (question.wrongEntries >= entriesPerCode) return { refused: 'code-used-up' };
  const newest = verdict.challengeId === question.challengeId && verdict.number === question.number;
  if (!newest || !verdict.matches) return { outcome: 'wrong' };
  if (spoken === 'they-contacted-me') return { outcome: 'not-counted' };
  return { outcome: 'given', means: meansOfContact(contact, counting.account) };
};
