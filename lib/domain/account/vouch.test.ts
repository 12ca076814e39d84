import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../policy/policy';
import { ago, aMailbox, anAccount, START } from '../testing/accounts';
import type { Row } from '../testing/row';
import { days, minutes, plus } from '../time';
import type { Counting } from './contact-counting';
import { QUESTION_LIFE, type RecoveryContact } from './recovery-contact';
import { type ContactQuestion, type Vouching, vouch } from './vouch';

const MIRJAM: RecoveryContact = {
  id: 'mirjam',
  name: 'Mirjam',
  address: 'mirjam@example.org',
  invitedBy: 'holder',
  invitedAt: ago(days(20)),
  expiresAt: ago(days(13)),
  acceptedAt: ago(days(18)),
  countsFrom: ago(days(11)),
  activeAt: ago(days(11)),
};
const question: ContactQuestion = {
  contactId: 'mirjam',
  challengeId: 'q',
  number: 2,
  expiresAt: plus(START, QUESTION_LIFE),
  wrongEntries: 0,
  answered: false,
};
const right: Vouching = {
  contactId: 'mirjam',
  spoken: 'in-person',
  verdict: { challengeId: 'q', number: 2, matches: true },
};

const judged = (
  said: Partial<Vouching> = {},
  asked: Partial<ContactQuestion> = {},
  more: Partial<Counting> = {},
) =>
  vouch(
    { ...right, ...said },
    { ...question, ...asked },
    {
      account: anAccount({ recoveryContacts: [MIRJAM] }),
      policy: defaultPolicy(),
      now: START,
      openedAt: ago(minutes(20)),
      acted: [],
      entriesPerCode: 5,
      ...more,
    },
  );

const given = { outcome: 'given', means: 'contact:mirjam' };

describe('R40 what the word of a recovery contact is worth', () => {
  it.each<Row>([
    ['spoken in person', () => judged(), given],
    ['called on a number that was known', () => judged({ spoken: 'known-number' }), given],
    [
      'who was contacted proves nothing, with the right code either',
      () => judged({ spoken: 'they-contacted-me' }),
      { outcome: 'not-counted' },
    ],
    [
      'a wrong code counts as an entry, however they spoke',
      () => judged({ spoken: 'they-contacted-me', verdict: { ...right.verdict, matches: false } }),
      { outcome: 'wrong' },
    ],
    [
      'R11 only the newest code',
      () => judged({ verdict: { ...right.verdict, number: 1 } }),
      { outcome: 'wrong' },
    ],
    [
      'R11 not the code of another question',
      () => judged({ verdict: { ...right.verdict, challengeId: 'other' } }),
      { outcome: 'wrong' },
    ],
    [
      'for fifteen minutes, to the millisecond',
      () => judged({}, {}, { now: plus(START, QUESTION_LIFE - 1) }),
      given,
    ],
    [
      'and no longer',
      () => judged({}, {}, { now: plus(START, QUESTION_LIFE) }),
      { refused: 'code-expired' },
    ],
    ['R11 once', () => judged({}, { answered: true }), { refused: 'nothing-to-do' }],
    [
      'R12 not after too many entries',
      () => judged({}, { wrongEntries: 5 }),
      { refused: 'code-used-up' },
    ],
    ['not for somebody else', () => judged({ contactId: 'piet' }), { refused: 'nothing-to-do' }],
    [
      'not for another contact of the same account',
      () =>
        judged(
          { contactId: 'piet' },
          {},
          {
            account: anAccount({ recoveryContacts: [MIRJAM, { ...MIRJAM, id: 'piet' }] }),
          },
        ),
      { refused: 'nothing-to-do' },
    ],
    [
      'removed since it was asked',
      () =>
        judged(
          {},
          {},
          {
            account: anAccount({
              recoveryContacts: [{ ...MIRJAM, endedAt: START, end: 'contact' }],
            }),
          },
        ),
      { refused: 'does-not-count', because: 'contact-ended' },
    ],
    [
      'in a case that was open before it counted',
      () => judged({}, {}, { openedAt: ago(days(12)) }),
      { refused: 'does-not-count', because: 'contact-younger-than-case' },
    ],
    [
      'became an address of the account since it was asked',
      () =>
        judged(
          {},
          {},
          {
            account: anAccount({
              recoveryContacts: [MIRJAM],
              contactPoints: [aMailbox('m', { address: 'mirjam@example.org' })],
            }),
          },
        ),
      { refused: 'does-not-count', because: 'contact-own-address' },
    ],
    [
      'acted in the case since it was asked',
      () => judged({}, {}, { acted: ['mirjam@example.org'] }),
      { refused: 'does-not-count', because: 'contact-acted' },
    ],
  ])('%s', (_name, asked, answer) => {
    expect(asked()).toEqual(answer);
  });
});
