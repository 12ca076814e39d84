import { describe, expect, it } from 'vitest';
import { aFactor, ago, aKey, START } from '../../testing/accounts';
import type { Row } from '../../testing/row';
import {
  anOwnAccount,
  anOwner,
  aTicket,
  cameOf,
  decidedOn,
  show,
  someFacts,
} from '../../testing/signing-in';
import { days, minutes, plus, seconds } from '../../time';
import type { Account } from '../account';
import { emptyGuard } from '../guard';
import type { OwnCommand, OwnFacts } from './command';
import type { SentCode } from './own';
import { signInFactors } from './signing-in';

const aCode = (more: Partial<SentCode> = {}): SentCode => ({
  id: 'code-1',
  number: 1,
  factorId: 'sms',
  contactPointId: 'mobile',
  sentAt: START,
  expiresAt: plus(START, minutes(10)),
  ...more,
});
const failed = (id: string, inARow: number, lastAt = START): Account =>
  anOwner({ guard: { ...emptyGuard(), failures: { [id]: { inARow, lastAt } } } });

const typed = show({ factorId: 'sms', matches: true, code: { id: 'code-1', number: 1 } });
const withCode = (code: Partial<SentCode> = {}, more: Partial<OwnFacts> = {}) =>
  someFacts({ ticket: aTicket({ code: aCode(code) }), ...more });
const app = (step: number) => show({ factorId: 'app', matches: true, step });
const wrongApp = show({ factorId: 'app', matches: false });
const backup = (number: number, factorId = 'codes') => show({ factorId, matches: true, number });
const send = (factorId: string): OwnCommand => ({ type: 'send-sign-in-code', factorId });
const kinds = (account: Account, own = anOwnAccount()) =>
  signInFactors({ ...someFacts(), account, own }).map(({ kind }) => kind);

describe('what an account can sign in with', () => {
  it.each<Row>([
    [
      'exactly what is set up, strongest first',
      () => kinds(anOwner()),
      ['security-key', 'authenticator-app', 'push', 'sms', 'voice', 'email-code', 'backup-codes'],
    ],
    [
      'the preferred one before all',
      () => kinds(anOwner(), anOwnAccount({ preferredFactorId: 'mail' }))[0],
      'email-code',
    ],
    [
      'nothing that was removed or switched off',
      () =>
        kinds(
          anOwner({
            factors: [
              aFactor('gone', { removedAt: ago(days(1)) }),
              aFactor('off', { disabledAt: ago(days(1)) }),
            ],
          }),
        ),
      [],
    ],
    [
      'no code to a number that was taken off file',
      () => {
        const { contactPoints } = anOwner();
        return kinds(
          anOwner({
            contactPoints: contactPoints.map((p) =>
              p.id === 'mobile' ? { ...p, removedAt: ago(days(1)) } : p,
            ),
          }),
        ).filter((kind) => kind === 'sms' || kind === 'voice');
      },
      [],
    ],
    [
      'no SMS to a landline, but a call',
      () => {
        const { contactPoints } = anOwner();
        return kinds(
          anOwner({ contactPoints: contactPoints.map((p) => ({ ...p, smsCapable: false })) }),
        ).filter((kind) => kind === 'sms' || kind === 'voice');
      },
      ['voice'],
    ],
    [
      'no question to a device that is no longer trusted',
      () => kinds(anOwner(), anOwnAccount({ devices: [] })).includes('push'),
      false,
    ],
    [
      'no backup code when all of the set were used',
      () =>
        kinds(
          anOwner(),
          anOwnAccount({ backupCodesUsed: { codes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] } }),
        ).includes('backup-codes'),
      false,
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('a second factor on a ticket', () => {
  it.each<Row>([
    ['a code that was sent lets in', () => cameOf(typed, withCode()), true],
    ['R11 not once a newer one was sent', () => cameOf(typed, withCode({ number: 2 })), false],
    ['R11 not the code of another request', () => cameOf(typed, withCode({ id: 'code-9' })), false],
    [
      'R11 not after its time, and that is no wrong entry',
      () => cameOf(typed, withCode({ expiresAt: START })),
      'code-expired',
    ],
    [
      'R11 a code for one factor is none for another',
      () => cameOf(typed, withCode({ factorId: 'mail', contactPointId: 'home' })),
      'no-code-sent',
    ],
    ['an app’s newer step lets in', () => cameOf(app(101), someFacts()), true],
    ['each step once', () => cameOf(app(100), someFacts()), false],
    ['no step before one that was taken', () => cameOf(app(99), someFacts()), false],
    [
      'a key whose counter went back is a copy',
      () => cameOf(show({ factorId: 'key', matches: true, step: 6 }), someFacts()),
      false,
    ],
    [
      'a synced passkey never counts and lets in each time',
      () =>
        cameOf(
          show({ factorId: 'passkey', matches: true }),
          someFacts({ account: anOwner({ factors: [aKey('passkey', { synced: true })] }) }),
        ),
      true,
    ],
    ['a backup code lets in', () => cameOf(backup(3), someFacts()), true],
    [
      'a backup code lets in once',
      () =>
        cameOf(backup(3), someFacts({ own: anOwnAccount({ backupCodesUsed: { codes: [3] } }) })),
      false,
    ],
    [
      'a backup code of a set that was replaced opens nothing',
      () => cameOf(backup(3, 'old-codes'), someFacts()),
      'factor-unavailable',
    ],
    [
      'a push without an answer is not judged',
      () => cameOf(show({ factorId: 'push', matches: true }), someFacts()),
      'push-over',
    ],
    ['what does not match does not let in', () => cameOf(wrongApp, someFacts()), false],
    [
      'a ticket lets in once',
      () => cameOf(app(101), someFacts({ ticket: aTicket({ used: true }) })),
      'ticket-over',
    ],
    [
      'a ticket ends at its very limit',
      () => cameOf(app(101), someFacts({ ticket: aTicket({ expiresAt: START }) })),
      'ticket-over',
    ],
    [
      'R12 five wrong entries end a ticket',
      () => cameOf(app(101), someFacts({ ticket: aTicket({ wrongEntries: 5 }) })),
      'ticket-over',
    ],
    [
      'a ticket that an older password gave opens nothing',
      () =>
        cameOf(
          app(101),
          someFacts({ own: anOwnAccount({ passwordChangedAt: plus(START, seconds(1)) }) }),
        ),
      'ticket-over',
    ],
    [
      'a ticket that the new password gave does',
      () => cameOf(app(101), someFacts({ own: anOwnAccount({ passwordChangedAt: ago(1) }) })),
      true,
    ],
    [
      'an account that stands still lets nobody in',
      () =>
        cameOf(
          app(101),
          someFacts({
            account: anOwner({
              guard: {
                ...emptyGuard(),
                suspension: { until: plus(START, days(1)), caseId: 'case' },
              },
            }),
          }),
        ),
      'account-suspended',
    ],
    [
      'a disabled account lets nobody in',
      () => cameOf(app(101), someFacts({ account: anOwner({ disabled: true }) })),
      'signed-out',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));

  it.each<Row>([
    [
      'R12 two wrong in a row ask no wait',
      () => cameOf(app(101), someFacts({ account: failed('app', 2) })),
      true,
    ],
    [
      'R12 the third asks thirty seconds',
      () => [
        cameOf(app(101), someFacts({ account: failed('app', 3, ago(seconds(29))) })),
        cameOf(app(101), someFacts({ account: failed('app', 3, ago(seconds(30))) })),
      ],
      ['sign-in-wait', true],
    ],
    [
      'R12 the wait grows to a day and no further',
      () => [
        cameOf(app(101), someFacts({ account: failed('app', 99, ago(days(1) - 1)) })),
        cameOf(app(101), someFacts({ account: failed('app', 99, ago(days(1))) })),
      ],
      ['sign-in-wait', true],
    ],
    [
      'R12 at a hundred it must be confirmed anew, however long ago',
      () => cameOf(app(101), someFacts({ account: failed('app', 100, ago(days(60))) })),
      'confirm-anew',
    ],
    [
      'R12 what waits does not keep another factor out',
      () => cameOf(app(101), someFacts({ account: failed('mobile', 100) })),
      true,
    ],
    [
      'R12 SMS and a call to one number count together',
      () =>
        cameOf(
          show({ factorId: 'voice', matches: true, code: { id: 'code-1', number: 1 } }),
          withCode({ factorId: 'voice' }, { account: failed('mobile', 3) }),
        ),
      'sign-in-wait',
    ],
    [
      'R12 a wrong entry counts on the account and on the ticket',
      () => {
        const outcome = decidedOn(wrongApp, someFacts({ account: failed('app', 2, ago(days(1))) }));
        return typeof outcome === 'string'
          ? outcome
          : [outcome.guard?.failures.app?.inARow, outcome.rows.map(({ kind }) => kind)];
      },
      [3, ['ticket-wrong', 'sign-in']],
    ],
    [
      'R11 R12 a new code does not reset the count',
      () => {
        const outcome = decidedOn(send('sms'), someFacts({ account: failed('mobile', 2) }));
        return typeof outcome === 'string' ? outcome : outcome.guard?.failures.mobile?.inARow;
      },
      2,
    ],
    [
      'R12 no code is sent that could not be entered in its time',
      () => cameOf(send('sms'), someFacts({ account: failed('mobile', 12) })),
      'sign-in-wait',
    ],
    [
      'R12 a right one begins the count anew',
      () => {
        const outcome = decidedOn(app(101), someFacts({ account: failed('app', 2) }));
        return typeof outcome === 'string' ? outcome : outcome.guard?.failures;
      },
      {},
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('codes that are sent', () => {
  it.each<Row>([
    [
      'three an hour for a contact point',
      () => {
        const sends = [1, 2, 3].map((n) => ago(minutes(n)));
        const guard = {
          ...emptyGuard(),
          sends: { mobile: { staff: [], holder: [], signIn: sends } },
        };
        return cameOf(send('voice'), someFacts({ account: anOwner({ guard }) }));
      },
      'too-many-codes',
    ],
    [
      'R13 what a stranger asked for elsewhere uses up nothing of it',
      () => {
        const sends = [1, 2, 3].map((n) => ago(minutes(n)));
        const guard = { ...emptyGuard(), sends: { mobile: { staff: [], holder: sends } } };
        const outcome = decidedOn(send('sms'), someFacts({ account: anOwner({ guard }) }));
        return typeof outcome === 'string' ? outcome : outcome.answer.sent?.number;
      },
      1,
    ],
    [
      'R11 asked again it has the next number',
      () => {
        const outcome = decidedOn(send('sms'), withCode({ number: 1 }));
        return typeof outcome === 'string' ? outcome : outcome.answer.sent?.number;
      },
      2,
    ],
    ['R8 none for an app', () => cameOf(send('app'), someFacts()), 'factor-unavailable'],
    [
      'R8 none for a factor of somebody else',
      () => cameOf(send('foreign'), someFacts()),
      'factor-unavailable',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
