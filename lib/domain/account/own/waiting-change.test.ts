import { describe, expect, test } from 'vitest';
import { aFactor, ago, aKey, aMailbox, aNumber, anAccount, START } from '../../testing/accounts';
import { aSession, ownFacts } from '../../testing/own';
import { days, hours, plus, seconds } from '../../time';
import type { AccountChange, WaitingChange } from './account-change';
import { decideOwn } from './decide-own';
import { CHANGE_WAITS, RESTS_ON_CASE_FOR, wakeWaitingChange } from './waiting-change';

const CASE = 'case-1';
const point = {
  id: 'point-new',
  kind: 'email',
  address: 'new@example.net',
  smsCapable: false,
  opensWithAccount: false,
  words: [],
} as const;

const CHANGES: AccountChange[] = [
  { kind: 'add-factor', factor: { id: 'new', kind: 'authenticator-app', label: 'New' } },
  { kind: 'remove-factor', factorId: 'key' },
  { kind: 'rename-factor', factorId: 'key', label: 'Hidden' },
  { kind: 'new-backup-codes', factorId: 'codes-2' },
  { kind: 'change-password', passwordHash: 'hash' },
  { kind: 'add-contact-point', point: { ...point, words: [] } },
  { kind: 'remove-contact-point', contactPointId: 'home' },
];

/** Anna's app came from a case this long ago; her key is older than the case. */
const given = (age: number) =>
  anAccount({
    factors: [aFactor('app', { givenByCase: CASE, addedAt: ago(age) }), aKey('key')],
  });

const change = (one: AccountChange, facts: ReturnType<typeof ownFacts>) =>
  decideOwn({ type: 'change-account', change: one }, facts);

describe('R32 what a case gave changes nothing at once', () => {
  test.each(CHANGES)('R32 $kind waits 72 hours and is told everywhere', (one) => {
    const facts = ownFacts({ account: given(hours(1)) });
    const done = change(one, facts);
    expect(done).toMatchObject({ answer: { waitsUntil: plus(START, hours(72)) } });
    if ('refused' in done) throw new Error(done.refused);
    expect(done.rows.map(({ kind }) => kind)).toEqual(['change-waits']);
    expect(done.effects.map((e) => 'contactPointId' in e && e.contactPointId)).toEqual([
      'home',
      'club',
      'mobile',
    ]);
  });

  test.each(CHANGES)('R32 $kind is made at once with a factor that is older', (one) => {
    const facts = ownFacts({ account: given(hours(1)), session: aSession({ factorId: 'key' }) });
    // The very factor that the sign-in rests on may go: then it is the other one that is looked at.
    const mine = one.kind === 'remove-factor' ? { ...one, factorId: 'app' } : one;
    const done = change(mine, facts);
    if ('refused' in done) throw new Error(done.refused);
    expect(done.answer.waitsUntil).toBeUndefined();
    expect(done.rows.length).toBeGreaterThan(0);
  });

  test.each([
    ['one second before seven days', RESTS_ON_CASE_FOR - seconds(1), true],
    ['at seven days', RESTS_ON_CASE_FOR, false],
    ['just now', 0, true],
  ])('R32 %s', (_, age, waits) => {
    const done = change(
      { kind: 'change-password', passwordHash: 'hash' },
      ownFacts({ account: given(age) }),
    );
    if ('refused' in done) throw new Error(done.refused);
    expect(done.answer.waitsUntil !== undefined).toBe(waits);
  });

  test('R32 a code to a contact point that the case gave rests on it too', () => {
    const account = anAccount({
      contactPoints: [
        aMailbox('home'),
        aNumber('mobile', { givenByCase: CASE, addedAt: ago(days(1)) }),
      ],
      factors: [aFactor('app', { kind: 'sms', contactPointId: 'mobile' }), aKey('key')],
    });
    expect(
      change({ kind: 'new-backup-codes', factorId: 'x' }, ownFacts({ account })),
    ).toHaveProperty('answer.waitsUntil');
  });

  test('R32 a pass that is gone again still binds the session that it began', () => {
    const session = aSession({ factorId: 'gone', givenByCase: CASE });
    expect(
      change({ kind: 'new-backup-codes', factorId: 'x' }, ownFacts({ session })),
    ).toHaveProperty('answer.waitsUntil');
  });

  test('R32 the factor that it gave may itself be renamed', () => {
    const done = change(
      { kind: 'rename-factor', factorId: 'app', label: 'Phone' },
      ownFacts({ account: given(0) }),
    );
    expect(done).toMatchObject({ rows: [{ kind: 'factor-renamed' }] });
  });

  test.each([
    { type: 'invite-contact', contactId: 'c-1', name: 'Mo', address: 'mo@example.org' },
    { type: 'end-contact', contactId: 'c-0' },
  ] as const)('R32 who may vouch changes as slowly: $type', (command) => {
    const contact = {
      id: 'c-0',
      name: 'Eva',
      address: 'eva@example.org',
      invitedBy: 'holder',
      invitedAt: ago(days(60)),
      expiresAt: ago(days(53)),
    } as const;
    const asked = (session: ReturnType<typeof aSession>) => {
      const account = { ...given(hours(1)), recoveryContacts: [contact] };
      return decideOwn(command, { ...ownFacts({ account, session }), accountsOfMailbox: 0 });
    };
    expect(asked(aSession())).toMatchObject({
      rows: [{ kind: 'change-waits', waiting: { change: { kind: command.type } } }],
    });
    expect(asked(aSession({ factorId: 'key' }))).toMatchObject({
      rows: [{ kind: 'recovery-contact' }],
    });
  });

  test('R32 the same wish is not asked twice', () => {
    const one: AccountChange = { kind: 'remove-factor', factorId: 'key' };
    const facts = ownFacts({ account: given(0), own: { waitingChanges: [waiting(one)] } });
    expect(change(one, facts)).toEqual({ refused: 'change-waits' });
  });
});

const waiting = (one: AccountChange): WaitingChange => ({
  id: 'w-1',
  change: one,
  caseId: CASE,
  askedAt: START,
  dueAt: plus(START, CHANGE_WAITS),
});

describe('R32 the end of the wait', () => {
  const one: AccountChange = { kind: 'remove-factor', factorId: 'key' };
  const at = (now: string, more: Parameters<typeof ownFacts>[0] = {}) =>
    ownFacts({ now, account: given(0), own: { waitingChanges: [waiting(one)] }, ...more });

  test('R32 nothing is due a second before', () => {
    expect(wakeWaitingChange('w-1', at(plus(START, CHANGE_WAITS - 1)))).toBeUndefined();
  });

  test('R32 it is made when it is over, and told', () => {
    const done = wakeWaitingChange('w-1', at(plus(START, CHANGE_WAITS)));
    expect(done?.rows.map(({ kind }) => kind)).toEqual(['factor-removed', 'change-ended']);
    expect(done?.effects).toHaveLength(3);
  });

  test.each(['contestedUntil', 'suspension'])('R32 “this was not me” stops it (%s)', (how) => {
    const { guard } = anAccount();
    const until = plus(START, days(30));
    const account = {
      ...given(0),
      guard: {
        ...guard,
        ...(how === 'suspension'
          ? { suspension: { until, caseId: CASE } }
          : { contestedUntil: until }),
      },
    };
    const done = wakeWaitingChange('w-1', at(plus(START, CHANGE_WAITS), { account }));
    expect(done?.rows).toEqual([{ kind: 'change-ended', changeId: 'w-1', outcome: 'dropped' }]);
  });

  test('R32 what would leave no way in any more is dropped', () => {
    const account = anAccount({ factors: [aKey('key')] });
    const done = wakeWaitingChange('w-1', at(plus(START, CHANGE_WAITS), { account }));
    expect(done?.rows).toEqual([{ kind: 'change-ended', changeId: 'w-1', outcome: 'dropped' }]);
  });

  test('R32 any session may stop it, and everybody hears', () => {
    const facts = at(plus(START, hours(1)));
    const done = decideOwn({ type: 'cancel-waiting-change', changeId: 'w-1' }, facts);
    expect(done).toMatchObject({ rows: [{ kind: 'change-ended', outcome: 'dropped' }] });
    expect('effects' in done && done.effects).toHaveLength(3);
  });
});
