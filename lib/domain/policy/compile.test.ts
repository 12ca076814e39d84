import { describe, expect, it } from 'vitest';
import type { Account } from '../account/account';
import {
  aFactor,
  ago,
  aKey,
  aMailbox,
  aNumber,
  anAccount,
  aPlainAccount,
  START,
} from '../testing/accounts';
import { type Asked, aPlan } from '../testing/plans';
import type { Row } from '../testing/row';
import { REPLACE_APP } from '../testing/story';
import { days, hours, plus } from '../time';

/** Why a proof over this does not count; `counts` when it does. */
const offer = (restsOn: string, asked: Asked) => {
  const found = aPlan(asked).offers.find((o) => o.restsOn === restsOn);
  return found ? (found.refused ?? 'counts') : 'not offered';
};
const withPoint = (more: Parameters<typeof aMailbox>[1]) => ({
  account: anAccount({ contactPoints: [aMailbox('home', more)] }),
});
const withFactor = (factor: Account['factors'][number]) => ({
  account: anAccount({ factors: [factor] }),
});
const removed = (length: number) =>
  aPlainAccount({ factors: [aFactor('old', { removedAt: ago(length) })] });
describe('what a plan asks', () => {
  it.each<Row>([
    ['R2 an account with a second factor needs two means', () => aPlan().meansNeeded, 2],
    [
      'R2 one that never had one needs one',
      () => aPlan({ account: aPlainAccount() }).meansNeeded,
      1,
    ],
    [
      'R2 an imported account counts as having one',
      () => aPlan({ account: anAccount({ factors: [] }) }).meansNeeded,
      2,
    ],
    [
      'R2 a factor that was removed 90 days ago still counts',
      () => aPlan({ account: removed(days(90)) }).meansNeeded,
      2,
    ],
    [
      'R2 one that was removed longer ago does not',
      () => aPlan({ account: removed(days(90) + 1) }).meansNeeded,
      1,
    ],
    [
      'R2 a factor that was switched off counts',
      () =>
        aPlan({
          account: aPlainAccount({ factors: [aFactor('off', { disabledAt: ago(days(100)) })] }),
        }).meansNeeded,
      2,
    ],
    [
      'R2 SMS is a second factor too',
      () =>
        aPlan({ account: aPlainAccount({ factors: [aFactor('s', { kind: 'sms' })] }) }).meansNeeded,
      2,
    ],
    [
      'R2 backup codes alone are none',
      () =>
        aPlan({ account: aPlainAccount({ factors: [aFactor('b', { kind: 'backup-codes' })] }) })
          .meansNeeded,
      1,
    ],
    [
      'R26 a contested account needs an identity check in person',
      () =>
        aPlan({
          account: {
            ...anAccount(),
            guard: { ...anAccount().guard, contestedUntil: plus(START, 1) },
          },
        }).inPersonOnly,
      true,
    ],
    [
      'R26 a contest ends',
      () =>
        aPlan({
          account: { ...anAccount(), guard: { ...anAccount().guard, contestedUntil: START } },
        }).inPersonOnly,
      false,
    ],
    [
      'R31 replacing lists the old factor and the backup codes',
      () => aPlan({ measures: [REPLACE_APP] }).going,
      { factorIds: ['app'], backupCodes: true, devices: true, sessions: true },
    ],
    [
      'R31 removing does too',
      () => aPlan({ measures: [{ kind: 'remove-factor', factorId: 'app' }] }).going,
      { factorIds: ['app'], backupCodes: true, devices: true, sessions: true },
    ],
    [
      'R31 adding lists trusted devices and sessions',
      () => aPlan().going,
      { factorIds: [], backupCodes: false, devices: true, sessions: true },
    ],
    [
      'R20 a policy row below the limits cannot lower the floor',
      () =>
        aPlan({
          policy: { waitFactor: 0, waitInPerson: 0, waitNoChannel: 0, waitNoChannelTwoPoints: 0 },
        }).waits,
      { independent: hours(24), inPerson: hours(1), daily: hours(72), dailyTwoPoints: hours(72) },
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('which proofs count', () => {
  it.each<Row>([
    [
      'R1 a mailbox on two accounts counts',
      () => offer('home', withPoint({ accountsWithIt: 2 })),
      'counts',
    ],
    [
      'R1 one on three accounts is no means',
      () => offer('home', withPoint({ accountsWithIt: 3 })),
      'on-many-accounts',
    ],
    [
      'R3 a contact point of 7 days old counts',
      () => offer('home', withPoint({ source: 'holder', addedAt: ago(days(7)) })),
      'counts',
    ],
    [
      'R3 a younger one does not',
      () => offer('home', withPoint({ source: 'holder', addedAt: ago(days(7) - 1) })),
      'too-young',
    ],
    [
      'R3 one that a later import brought must be as old',
      () => offer('home', withPoint({ source: 'import', addedAt: ago(days(1)) })),
      'too-young',
    ],
    [
      'R3 one that was imported with a new account counts at once',
      () => offer('home', withPoint({ addedAt: START })),
      'counts',
    ],
    [
      'R3 a policy may ask more days',
      () =>
        offer('home', {
          ...withPoint({ source: 'holder', addedAt: ago(days(20)) }),
          policy: { contactPointAge: days(30) },
        }),
      'too-young',
    ],
    [
      'R3 a policy cannot ask fewer',
      () =>
        offer('home', {
          ...withPoint({ source: 'holder', addedAt: ago(days(2)) }),
          policy: { contactPointAge: 0 },
        }),
      'too-young',
    ],
    [
      'R3 a factor of a case of 30 days ago counts',
      () => offer('k', withFactor(aKey('k', { addedAt: ago(days(30)), givenByCase: 'x' }))),
      'counts',
    ],
    [
      'R3 of a later case it does not',
      () => offer('k', withFactor(aKey('k', { addedAt: ago(days(30) - 1), givenByCase: 'x' }))),
      'given-by-case',
    ],
    [
      'R3 what is being replaced does not',
      () => offer('app', { measures: [REPLACE_APP] }),
      'being-replaced',
    ],
    [
      'R3 a replaced factor takes only itself: the number still counts',
      () => offer('mobile', { measures: [REPLACE_APP] }),
      'counts',
    ],
    [
      'R3 what was reported in this case does not',
      () => offer('home', { reported: ['home'] }),
      'reported',
    ],
    [
      'R3 nor what was reported in an earlier one',
      () =>
        offer('home', {
          account: {
            ...anAccount(),
            guard: { ...anAccount().guard, reported: { home: ago(days(400)) } },
          },
        }),
      'reported',
    ],
    [
      'R3 a contact point that refused its last message does not',
      () => offer('home', withPoint({ refusedAt: START })),
      'refused-last-message',
    ],
    [
      'R3 one that was taken off file is not offered',
      () => offer('home', withPoint({ removedAt: ago(1) })),
      'not offered',
    ],
    [
      'R4 an authenticator app counts as remaining factor',
      () => offer('f', withFactor(aFactor('f'))),
      'counts',
    ],
    ['R4 a security key does', () => offer('f', withFactor(aKey('f'))), 'counts'],
    [
      'R4 an e-mail code does not',
      () => offer('f', withFactor(aFactor('f', { kind: 'email-code' }))),
      'not-a-remaining-factor',
    ],
    [
      'R4 a temporary pass is not even offered',
      () => offer('f', withFactor(aFactor('f', { kind: 'temporary-pass' }))),
      'not offered',
    ],
    [
      'R4 a backup code is a proof of its own kind, and a means of its own',
      () =>
        aPlan(withFactor(aFactor('f', { kind: 'backup-codes' }))).offers.filter(
          (o) => o.restsOn === 'f',
        ),
      [{ kind: 'backup-code', restsOn: 'f', means: 'factor:f' }],
    ],
    [
      'R3 codes that a case gave lately are none',
      () =>
        offer(
          'f',
          withFactor(
            aFactor('f', { kind: 'backup-codes', givenByCase: 'old', addedAt: ago(days(20)) }),
          ),
        ),
      'given-by-case',
    ],
    [
      'R1 a number is one means, whether it gets an SMS or is called',
      () =>
        new Set(
          aPlan({ account: anAccount({ contactPoints: [aNumber('n')] }) })
            .offers.filter((o) => o.restsOn === 'n')
            .map((o) => o.means),
        ).size,
      1,
    ],
    [
      'R4 a factor that was switched off is not offered',
      () => offer('f', withFactor(aKey('f', { disabledAt: START }))),
      'not offered',
    ],
    [
      'R7 a mailbox that opens with this very account is told, never a proof',
      () => offer('home', withPoint({ opensWithAccount: true })),
      'opens-with-account',
    ],
    [
      'R12 after 100 failures it must be confirmed anew',
      () =>
        offer('home', {
          account: {
            ...anAccount(),
            guard: {
              ...anAccount().guard,
              failures: { home: { inARow: 100, lastAt: ago(days(300)) } },
            },
          },
        }),
      'confirm-anew',
    ],
    [
      'a landline gets no SMS, and can be called',
      () =>
        aPlan({ account: anAccount({ contactPoints: [aNumber('n', { smsCapable: false })] }) })
          .offers.filter((o) => o.restsOn === 'n')
          .map((o) => o.refused ?? o.kind),
      ['no-sms', 'voice-challenge'],
    ],
    [
      'a policy may refuse a kind of proof',
      () => offer('home', { policy: { refusedProofs: ['email-challenge'] } }),
      'policy-refuses',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
