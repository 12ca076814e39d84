import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../policy/policy';
import { ago, aMailbox, aNumber, anAccount, backupCodes, START } from '../../testing/accounts';
import { aSession, ownFacts } from '../../testing/own';
import type { Row } from '../../testing/row';
import { days, minutes } from '../../time';
import type { Account, ContactPoint } from '../account';
import { emptyGuard } from '../guard';
import { numbersForCodes } from './codes-by-sms';
import { isOwnRefusal, type OwnCommand, type OwnFacts } from './command';
import { decideOwn } from './decide-own';

const policy = { ...defaultPolicy(), backupCodesBySms: true };
const set = (age: number) => ({ ...backupCodes('set'), addedAt: ago(age) });
const anOwner = (more: Partial<Account> = {}): Account =>
  anAccount({ factors: [set(minutes(1))], ...more });
const facts = (more: Parameters<typeof ownFacts>[0] = {}): OwnFacts =>
  ownFacts({ account: anOwner(), policy, ...more });
const send = (contactPointId = 'mobile', factorId = 'set'): OwnCommand => ({
  type: 'send-backup-codes',
  factorId,
  contactPointId,
});
const came = (command: OwnCommand, given: OwnFacts) => {
  const outcome = decideOwn(command, given);
  return isOwnRefusal(outcome) ? outcome.refused : outcome.events.map(({ type }) => type);
};
const number = (more: Partial<ContactPoint>, guard: Partial<Account['guard']> = {}) =>
  numbersForCodes(
    facts({
      account: anOwner({
        contactPoints: [aNumber('mobile', more)],
        guard: { ...emptyGuard(), ...guard },
      }),
    }),
  ).length;

describe('backup codes by SMS', () => {
  it('R13 R45 the effect carries ids only; it is told everywhere', () => {
    const outcome = decideOwn(send(), facts());
    if (isOwnRefusal(outcome)) throw new Error(outcome.refused);
    const [first, ...told] = outcome.effects;
    expect(first).toEqual({
      kind: 'send-backup-codes',
      id: 'new-1',
      factorId: 'set',
      contactPointId: 'mobile',
    });
    expect(told.map((effect) => effect.kind === 'tell-account' && effect.contactPointId)).toEqual([
      'home',
      'club',
      'mobile',
    ]);
    expect(outcome.rows).toEqual([{ kind: 'backup-codes-sent', factorId: 'set' }]);
    expect(outcome.guard?.sends.mobile?.signIn).toEqual([START]);
  });

  it.each<Row>([
    [
      'not where the organisation does not allow it',
      () => {
        const given = facts({ policy: defaultPolicy() });
        return [came(send(), given), numbersForCodes(given)];
      },
      ['not-allowed', []],
    ],
    ['once per set', () => came(send(), facts({ own: { codesSent: ['set'] } })), 'nothing-to-do'],
    [
      'only just after they were made',
      () =>
        [minutes(10), minutes(10) + 1].map((age) =>
          came(send(), facts({ account: anOwner({ factors: [set(age)] }) })),
        ),
      [['backup-codes-sent'], 'nothing-to-do'],
    ],
    [
      'no set that is another thing, gone, or somebody else’s',
      () => [
        came(send('mobile', 'elsewhere'), facts()),
        came(send(), facts({ account: anOwner({ factors: [{ ...set(1), removedAt: START }] }) })),
        came(send('mobile', 'app'), facts({ account: anAccount() })),
      ],
      ['not-found', 'not-found', 'not-found'],
    ],
    [
      'R3 only to a number that is older than 7 days, even of a new account; not reported, not given by a case lately',
      () => [
        number({ addedAt: ago(days(7)) }),
        number({ addedAt: ago(days(7) - 1) }),
        number({}, { reported: { mobile: START } }),
        number({ givenByCase: 'case', addedAt: ago(days(29)) }),
        number({ givenByCase: 'case', addedAt: ago(days(31)) }),
        number({ smsCapable: false }),
        number({ removedAt: ago(days(1)) }),
        number({ refusedAt: ago(days(1)) }),
      ],
      [1, 0, 0, 0, 1, 0, 0, 0],
    ],
    [
      'never to a mailbox, nor to what is not on file (R8)',
      () => {
        const account = anOwner({ contactPoints: [aMailbox('home'), aNumber('mobile')] });
        return ['home', 'elsewhere'].map((id) => came(send(id), facts({ account })));
      },
      ['contact-point-unknown', 'contact-point-unknown'],
    ],
    [
      'R13 within the budget of the number',
      () => {
        const sends = { mobile: { staff: [], holder: [], signIn: [START, START, START] } };
        return came(send(), facts({ account: anOwner({ guard: { ...emptyGuard(), sends } }) }));
      },
      'too-many-codes',
    ],
    [
      'only with a fresh second factor',
      () => came(send(), facts({ session: aSession({ authenticatedAt: ago(minutes(6)) }) })),
      'reauthenticate',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
