import { describe, expect, test } from 'vitest';
import { aFactor, ago, aKey, anAccount } from '../../testing/accounts';
import { aSession, ownFacts } from '../../testing/own';
import { days, hours } from '../../time';
import type { Account } from '../account';
import type { AccountChange } from './account-change';
import { isOwnRefusal, type OwnCommand, type OwnDecision, type OwnFacts } from './command';
import { decideOwn } from './decide-own';
import { wakeWaitingChange } from './waiting-change';

/** What a sign-in changes that rests on what a case gave, when it may change things again (R32). */

const CASE = 'case-1';
const PASSWORD: OwnCommand = {
  type: 'change-account',
  change: { kind: 'change-password', passwordHash: 'new' },
};

/** Anna's app came from a case this long ago; her key is older. */
const given = (age: number, more: Partial<Account> = {}) =>
  anAccount({
    factors: [aFactor('app', { givenByCase: CASE, addedAt: ago(age) }), aKey('key')],
    ...more,
  });

const decides = (command: OwnCommand, facts: OwnFacts): OwnDecision => {
  const outcome = decideOwn(command, { ...facts, accountsOfMailbox: 0 });
  if (isOwnRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
};

/** By which case the decision says that something came, for each thing that it adds. */
const origins = ({ rows }: OwnDecision): (string | undefined)[] =>
  rows.flatMap((row) => {
    if (row.kind === 'recovery-contact') return [row.contact.givenByCase];
    if (row.kind === 'password-kept') return [row.caseId];
    return 'givenByCase' in row || row.kind.endsWith('-added') ? [originOf(row)] : [];
  });
const originOf = (row: object) =>
  'givenByCase' in row ? (row.givenByCase as string | undefined) : undefined;

const ADDING: OwnCommand[] = [
  {
    type: 'change-account',
    change: { kind: 'add-factor', factor: { id: 'n', kind: 'security-key', label: '' } },
  },
  { type: 'change-account', change: { kind: 'new-backup-codes', factorId: 'codes' } },
  {
    type: 'change-account',
    change: {
      kind: 'add-contact-point',
      point: {
        id: 'point',
        kind: 'email',
        address: 'new@example.org',
        smsCapable: false,
        opensWithAccount: false,
        words: [],
      },
    },
  },
  { type: 'invite-contact', contactId: 'c-1', name: 'Mo', address: 'mo@example.org' },
  PASSWORD,
];

describe('R26 what is changed by means of a gift goes with it', () => {
  test.each(ADDING)('R26 $type $change.kind', (command) => {
    const by = (age: number, factorId = 'app') => {
      const facts = ownFacts({ account: given(age), session: aSession({ factorId }) });
      return origins(decides(command, facts));
    };
    const none = command === PASSWORD ? [] : [undefined];
    expect(by(days(7))).toEqual([CASE]);
    expect(by(days(37) - 1)).toEqual([CASE]);
    expect(by(days(37)), 'no late no can come any more').toEqual(none);
    expect(by(days(7), 'key'), 'the key is older than the case').toEqual(none);
  });

  test('R26 a gift of a gift is no younger than the first', () => {
    const later = aFactor('later', { givenByCase: CASE, addedAt: ago(days(10)) });
    const { factors } = given(days(30));
    const at = (age: number) =>
      origins(
        decides(
          { type: 'change-account', change: { kind: 'new-backup-codes', factorId: 'codes' } },
          ownFacts({
            account: given(age, {
              factors: [
                ...factors.map((f) => ({ ...f, ...(f.id === 'app' ? { addedAt: ago(age) } : {}) })),
                later,
              ],
            }),
            session: aSession({ factorId: 'later' }),
          }),
        ),
      );
    expect([at(days(30)), at(days(37))]).toEqual([[CASE], [undefined]]);
  });

  test('R26 R32 a wish that waited goes with it too', () => {
    const wished = (change: AccountChange) => {
      const waiting = { id: 'w', change, caseId: CASE, askedAt: ago(hours(72)), dueAt: ago(0) };
      const facts = ownFacts({ account: given(days(4)), own: { waitingChanges: [waiting] } });
      const made = wakeWaitingChange('w', { ...facts, accountsOfMailbox: 0 });
      return made && origins(made);
    };
    expect(
      wished({ kind: 'invite-contact', contactId: 'c', name: 'Mo', address: 'mo@example.org' }),
    ).toEqual([CASE]);
    expect(wished({ kind: 'change-password', passwordHash: 'new' })).toEqual([CASE]);
  });
});

describe('R26 the password before one that was chosen by means of a gift', () => {
  const facts = (more: Partial<Account> = {}, factorId = 'app') =>
    ownFacts({ account: given(days(8), more), session: aSession({ factorId }) });
  const { guard } = anAccount();

  test('is kept, before the new one is written', () => {
    const { rows, guard: after } = decides(PASSWORD, facts());
    expect(rows.map(({ kind }) => kind).slice(0, 2)).toEqual(['password-kept', 'password-changed']);
    expect(after?.passwordGiven).toMatchObject({ caseId: CASE, settingId: 'new-1' });
  });

  test('is kept once: what is put aside is the owner’s', () => {
    const passwordGiven = { caseId: CASE, at: ago(days(1)), settingId: 'first' };
    const { rows, guard: after } = decides(PASSWORD, facts({ guard: { ...guard, passwordGiven } }));
    expect(rows.map(({ kind }) => kind)).not.toContain('password-kept');
    expect(after, 'as it stood').toBeUndefined();
  });

  test('is not wanted any more when the owner chose one with an older factor', () => {
    const passwordGiven = { caseId: CASE, at: ago(days(1)), settingId: 'first' };
    const { rows, guard: after } = decides(
      PASSWORD,
      facts({ guard: { ...guard, passwordGiven } }, 'key'),
    );
    expect(rows.map(({ kind }) => kind)).not.toContain('password-kept');
    expect(after).toEqual(guard);
  });
});
