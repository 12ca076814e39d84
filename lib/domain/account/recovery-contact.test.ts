import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../policy/policy';
import { ago, aMailbox, aNumber, anAccount, START } from '../testing/accounts';
import {
  accepted,
  active,
  factsOf,
  invite,
  MIRJAM,
  mails,
  news,
  next,
  ok,
  others,
  refusedAs,
  types,
  withContacts,
} from '../testing/contacts';
import type { Row } from '../testing/row';
import { days, hours, type Instant, minutes, plus } from '../time';
import { contactWait } from './contact-counting';
import {
  acceptInvitation,
  contactAlarm,
  endContact,
  inviteContact,
  leaveAsContact,
  noteContactMail,
  wakeContact,
} from './contact-life';
import { ACCOUNTS_PER_CONTACT, contactStatus, type RecoveryContact } from './recovery-contact';

describe('who can be asked', () => {
  it.each<Row>([
    ['R40 a stranger', () => refusedAs(invite(anAccount(), 'mirjam@example.org')), 'accepted'],
    [
      'R40 not a mailbox of the account itself',
      () => refusedAs(invite(anAccount(), 'home@example.net')),
      'contact-own-address',
    ],
    [
      'R40 not one with a tag either, which is the same mailbox',
      () => refusedAs(invite(anAccount(), 'home+mirjam@example.net')),
      'contact-own-address',
    ],
    [
      'R40 not one that was taken off file',
      () =>
        refusedAs(
          invite(
            anAccount({ contactPoints: [aMailbox('old', { removedAt: ago(days(80)) })] }),
            'old@example.net',
          ),
        ),
      'contact-own-address',
    ],
    [
      'R40 not the sign-in',
      () => refusedAs(invite(anAccount(), 'anna@work.example')),
      'contact-own-address',
    ],
    [
      'not twice',
      () => refusedAs(invite(withContacts(MIRJAM), 'mirjam+2@example.org')),
      'contact-known',
    ],
    [
      'not a sixth',
      () => refusedAs(invite(withContacts(...others(5)), 'mirjam@example.org')),
      'contact-limit',
    ],
    [
      'an invitation takes its place already',
      () =>
        refusedAs(
          invite(
            withContacts(...others(4), { ...MIRJAM, id: 'x', address: 'x@example.org' }),
            'mirjam@example.org',
          ),
        ),
      'contact-limit',
    ],
    [
      'those that ended take none',
      () =>
        refusedAs(
          invite(
            withContacts(...others(5, { endedAt: ago(days(9)), end: 'holder' })),
            'mirjam@example.org',
          ),
        ),
      'accepted',
    ],
    [
      'up to ten where the policy says so',
      () =>
        refusedAs(
          invite(withContacts(...others(9)), 'mirjam@example.org', {
            policy: { recoveryContactsPerAccount: 10 },
          }),
        ),
      'accepted',
    ],
    [
      'never an eleventh, whatever the policy says',
      () =>
        refusedAs(
          invite(withContacts(...others(10)), 'mirjam@example.org', {
            policy: { recoveryContactsPerAccount: 50 },
          }),
        ),
      'contact-limit',
    ],
    [
      'the twenty-fifth account of this person',
      () =>
        refusedAs(
          invite(anAccount(), 'mirjam@example.org', { accounts: ACCOUNTS_PER_CONTACT - 1 }),
        ),
      'accepted',
    ],
    [
      'not the twenty-sixth',
      () =>
        refusedAs(invite(anAccount(), 'mirjam@example.org', { accounts: ACCOUNTS_PER_CONTACT })),
      'contact-full',
    ],
    [
      'not for an account that is suspended',
      () =>
        refusedAs(
          invite(
            anAccount({
              guard: { ...anAccount().guard, suspension: { until: plus(START, 1), caseId: 'c' } },
            }),
            'mirjam@example.org',
          ),
        ),
      'account-suspended',
    ],
    [
      'nobody writes to strangers by the dozen: ten a day',
      () =>
        refusedAs(
          invite(
            withContacts(
              ...others(10, { invitedAt: ago(hours(5)), endedAt: ago(hours(4)), end: 'withdrawn' }),
            ),
            'mirjam@example.org',
          ),
        ),
      'contact-too-many-invitations',
    ],
  ])('%s', (_name, asked, answer) => {
    expect(asked()).toBe(answer);
  });

  it('four days must pass after a no, to the millisecond', () => {
    const no = next(leaveAsContact(MIRJAM, factsOf(withContacts(MIRJAM), plus(START, hours(1)))));
    const at = plus(START, hours(1) + days(4));
    const asked = (now: Instant) => invite(withContacts(no), 'Mirjam@example.org', { now });
    expect(asked(plus(at, -1))).toEqual({ refused: 'contact-refused-lately', retryAt: at });
    expect(refusedAs(asked(at))).toBe('accepted');
  });

  it.each<[string, Partial<RecoveryContact>, string]>([
    ['the contact declined', { end: 'declined' }, 'contact-refused-lately'],
    ['the contact left after years', { ...active, end: 'contact' }, 'contact-refused-lately'],
    [
      'the holder said no in the waiting period',
      { ...accepted, end: 'holder' },
      'contact-refused-lately',
    ],
    [
      'the holder stopped it over the link',
      { ...accepted, end: 'stopped' },
      'contact-refused-lately',
    ],
    [
      'the holder took back what an administrator sent',
      { invitedBy: 'staff', end: 'withdrawn' },
      'contact-refused-lately',
    ],
    ['the holder took back a mistyped invitation', { end: 'withdrawn' }, 'accepted'],
    ['the invitation ran out', { end: 'expired' }, 'accepted'],
    ['the holder ended one that counted', { ...active, end: 'holder' }, 'accepted'],
  ])('asking again after: %s', (_name, ended, answer) => {
    const before = { ...MIRJAM, ...ended, endedAt: ago(hours(2)) };
    expect(refusedAs(invite(withContacts(before), before.address))).toBe(answer);
  });
});

describe('the life of a recovery contact', () => {
  it('a contact is written to, and the holder hears what an administrator began', () => {
    const own = ok(invite(anAccount(), 'mirjam@example.org'));
    expect([mails(own), news(own)]).toEqual([['invitation'], []]);
    const facts = factsOf(anAccount());
    const byDesk = ok(
      inviteContact(
        { contactId: 'c', name: 'Mirjam', address: 'm@example.org' },
        'staff',
        0,
        facts,
      ),
    );
    expect([mails(byDesk), news(byDesk)]).toEqual([
      ['invitation'],
      ['invited → home', 'invited → club', 'invited → mobile'],
    ]);
  });

  it('an invitation holds for seven days, to the millisecond', () => {
    const facts = (now: Instant) => factsOf(withContacts(MIRJAM), now);
    const last = plus(MIRJAM.expiresAt, -1);
    expect(contactAlarm(MIRJAM)).toBe(MIRJAM.expiresAt);
    expect(refusedAs(acceptInvitation(MIRJAM, facts(last)))).toBe('accepted');
    expect(refusedAs(acceptInvitation(MIRJAM, facts(MIRJAM.expiresAt)))).toBe('contact-over');
    expect(types(wakeContact(MIRJAM, facts(last)))).toEqual([]);
    const over = wakeContact(MIRJAM, facts(MIRJAM.expiresAt));
    expect(next(over)).toMatchObject({ end: 'expired', endedAt: MIRJAM.expiresAt });
    // It says itself until when it holds: nobody is told again (R40).
    expect(over.effects).toEqual([]);
  });

  it('the wait is told at its start, on the day before its end, and when it is over', () => {
    const account = withContacts(MIRJAM);
    const start = ok(acceptInvitation(MIRJAM, factsOf(account)));
    expect(news(start)).toEqual(['accepted → home', 'accepted → club', 'accepted → mobile']);
    const waiting = next(start);
    expect(waiting.countsFrom).toBe(plus(START, days(7)));
    expect(contactAlarm(waiting)).toBe(plus(START, days(6)));
    const early = wakeContact(waiting, factsOf(account, plus(START, days(6) - 1)));
    expect(early).toMatchObject({ events: [], rows: [], effects: [] });
    const soon = wakeContact(waiting, factsOf(account, plus(START, days(6))));
    expect(news(soon)).toHaveLength(3);
    const told = next(soon);
    expect(contactAlarm(told)).toBe(waiting.countsFrom);
    expect(types(wakeContact(told, factsOf(account, plus(START, days(7) - 1))))).toEqual([]);
    const over = wakeContact(told, factsOf(account, plus(START, days(7))));
    expect(types(over)).toEqual(['contact-active']);
    expect(mails(over)).toEqual([]);
    expect(next(over).activeAt).toBe(plus(START, days(7)));
  });

  it('a wait of one day is told at its start alone', () => {
    const facts = factsOf(withContacts(MIRJAM), START, { recoveryContactWait: days(1) });
    const waiting = next(acceptInvitation(MIRJAM, facts));
    expect(contactAlarm(waiting)).toBe(plus(START, days(1)));
  });

  it('R41 no policy makes the wait shorter than a day or longer than a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: -days(9), max: days(40) }), (recoveryContactWait) => {
        const wait = contactWait({ ...defaultPolicy(), recoveryContactWait });
        expect(wait).toBeGreaterThanOrEqual(days(1));
        expect(wait).toBeLessThanOrEqual(days(7));
      }),
    );
  });

  it('both sides are reminded every year', () => {
    const year = plus(active.activeAt ?? START, days(365));
    expect(contactAlarm(active)).toBe(year);
    const facts = factsOf(withContacts(active), year);
    const decided = wakeContact(active, facts);
    expect([mails(decided), news(decided).length]).toEqual([['reminder'], 3]);
    expect(contactAlarm(next(decided))).toBe(plus(year, days(365)));
  });

  it.each<[string, RecoveryContact, 'contact' | 'holder' | 'stopped', string]>([
    ['the contact, invited', MIRJAM, 'contact', 'declined'],
    ['the contact, in the wait', accepted, 'contact', 'contact'],
    ['the contact, counting', active, 'contact', 'contact'],
    ['the holder, invited', MIRJAM, 'holder', 'withdrawn'],
    ['the holder, in the wait', accepted, 'holder', 'holder'],
    ['the holder, counting', active, 'holder', 'holder'],
    ['the link in a message, invited', MIRJAM, 'stopped', 'stopped'],
    ['the link in a message, in the wait', accepted, 'stopped', 'stopped'],
  ])('either side ends it at any time: %s', (_name, contact, by, end) => {
    const facts = factsOf(withContacts(contact), plus(START, minutes(1)));
    const done = ok(
      by === 'contact' ? leaveAsContact(contact, facts) : endContact(contact, by, facts),
    );
    const over = next(done);
    expect([over.end, contactStatus(over), contactAlarm(over)]).toEqual([end, 'ended', undefined]);
    expect(news(done)).toHaveLength(3);
    // R40 the end is told once; whoever declined saw it happen.
    expect(mails(done)).toEqual(end === 'declined' ? [] : ['ended']);
    const later = factsOf(withContacts(over), plus(START, days(400)));
    expect(refusedAs(leaveAsContact(over, later))).toBe('contact-over');
    expect(refusedAs(endContact(over, 'holder', later))).toBe('contact-over');
    expect(refusedAs(acceptInvitation(over, later))).toBe('contact-over');
    expect(wakeContact(over, later)).toMatchObject({ events: [], effects: [] });
  });

  it('R40 an address that became the account’s own is not made to count', () => {
    const own = anAccount({
      recoveryContacts: [{ ...accepted, toldSoonAt: plus(START, days(6)) }],
      contactPoints: [aMailbox('new', { address: 'mirjam@example.org' })],
    });
    const [contact = MIRJAM] = own.recoveryContacts;
    expect(next(wakeContact(contact, factsOf(own, plus(START, days(7)))))).toMatchObject({
      end: 'own-address',
    });
    expect(refusedAs(acceptInvitation(MIRJAM, factsOf(own)))).toBe('contact-own-address');
  });

  it('a mailbox that takes nothing is shown, and forgotten when it takes something', () => {
    const facts = factsOf(withContacts(MIRJAM));
    const refused = noteContactMail(MIRJAM, false, facts);
    expect(next(refused).refusedAt).toBe(START);
    expect(noteContactMail(next(refused), false, facts).rows).toEqual([]);
    expect(next(noteContactMail(next(refused), true, facts))).toEqual(MIRJAM);
  });

  it('landlines are told nothing', () => {
    const account = anAccount({
      recoveryContacts: [MIRJAM],
      contactPoints: [aMailbox('home'), aNumber('landline', { smsCapable: false })],
    });
    expect(news(ok(acceptInvitation(MIRJAM, factsOf(account))))).toEqual(['accepted → home']);
  });
});
