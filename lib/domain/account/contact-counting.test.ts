import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../policy/policy';
import { ago, aMailbox, anAccount, START } from '../testing/accounts';
import { accepted, active, MIRJAM, withContacts } from '../testing/contacts';
import type { Row } from '../testing/row';
import { days, minutes, plus, seconds } from '../time';
import type { Account } from './account';
import {
  type Counting,
  contactNoCount,
  countingContacts,
  meansOfContact,
} from './contact-counting';
import type { RecoveryContact } from './recovery-contact';

const counting = (account: Account, more: Partial<Counting> = {}): Counting => ({
  account,
  policy: defaultPolicy(),
  now: START,
  openedAt: ago(minutes(5)),
  acted: [],
  ...more,
});
const why = (
  contact: RecoveryContact,
  more: Partial<Counting> = {},
  account = withContacts(contact),
) => contactNoCount(contact, counting(account, more)) ?? 'counts';

describe('R40 whose word counts in a case', () => {
  it.each<Row>([
    ['one that is active', () => why(active), 'counts'],
    ['not one that was only invited', () => why(MIRJAM), 'contact-not-yet'],
    ['not in the waiting period', () => why(accepted), 'contact-not-yet'],
    [
      'not after the wait, before the job has made it active',
      () => why({ ...accepted, acceptedAt: ago(days(8)), countsFrom: ago(days(1)) }),
      'contact-not-yet',
    ],
    [
      'not one that was made active before its time, whoever wrote that',
      () => why({ ...active, countsFrom: plus(START, 1) }),
      'contact-not-yet',
    ],
    [
      'not after removal',
      () => why({ ...active, endedAt: ago(seconds(1)), end: 'holder' }),
      'contact-ended',
    ],
    [
      'not in a case that was open before it counted',
      () => why(active, { openedAt: ago(days(11) + 1) }),
      'contact-younger-than-case',
    ],
    [
      'nor in one that was opened at that very moment',
      () => why(active, { openedAt: ago(days(11)) }),
      'contact-younger-than-case',
    ],
    [
      'in one that was opened after it',
      () => why(active, { openedAt: ago(days(11) - 1) }),
      'counts',
    ],
    [
      'not when its address is one of the account’s own by now',
      () =>
        why(
          active,
          {},
          anAccount({
            recoveryContacts: [active],
            contactPoints: [aMailbox('x', { address: 'mirjam@example.org' })],
          }),
        ),
      'contact-own-address',
    ],
    [
      'not when it acted in the case',
      () => why(active, { acted: ['someone@desk.example', 'mirjam+work@example.org'] }),
      'contact-acted',
    ],
  ])('%s', (_name, asked, answer) => {
    expect(asked()).toBe(answer);
  });

  it('one that the account does not know counts for nothing', () => {
    expect(why(active, {}, withContacts({ ...active, id: 'other' }))).toBe('contact-ended');
  });

  it('under a stricter policy those that stood longest stay', () => {
    const [oldest, middle, youngest] = [30, 20, 12].map((n) => ({
      ...active,
      id: `since-${n}`,
      address: `since-${n}@example.org`,
      acceptedAt: ago(days(n + 7)),
      countsFrom: ago(days(n)),
      activeAt: ago(days(n)),
    })) as [RecoveryContact, RecoveryContact, RecoveryContact];
    const account = withContacts(youngest, oldest, middle);
    const policy = { ...defaultPolicy(), recoveryContactsPerAccount: 2 };
    expect(countingContacts(counting(account, { policy }))).toEqual([oldest, middle]);
    expect(why(youngest, { policy }, account)).toBe('contact-over-limit');
  });

  it('R1 one person is one means, also when taken off and asked again', () => {
    const again = { ...active, id: 'again', address: 'Mirjam+2@example.org' };
    const before = { ...active, endedAt: ago(days(1)), end: 'holder' as const };
    const account = withContacts(before, again);
    expect(meansOfContact(again, account)).toBe('contact:mirjam');
    expect(meansOfContact({ ...active, id: 'p', address: 'p@example.org' }, account)).toBe(
      'contact:p',
    );
  });
});
