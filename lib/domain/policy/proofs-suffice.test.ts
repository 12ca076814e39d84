import { describe, expect, it } from 'vitest';
import type { Account } from '../account/account';
import type { Plan } from '../case/plan';
import type { Proof } from '../case/proof';
import { anAccount, aPlainAccount, START } from '../testing/accounts';
import { aPlan } from '../testing/plans';
import type { Row } from '../testing/row';
import { days, plus } from '../time';
import { isHeavier, proofsSuffice } from './compile';

const given = (restsOn: string, means: string, more: Partial<Proof> = {}): Proof => ({
  id: `proof-${restsOn}`,
  kind: 'email-challenge',
  status: 'given',
  restsOn,
  means,
  wrongEntries: 0,
  weight: 2,
  ...more,
});
const check = (mode: 'in-person' | 'remote') =>
  given('check', 'identity-check', {
    kind: 'identity-check',
    identityCheck: { mode, documentKind: 'passport', place: 'x', recordedBy: 'admin' },
  });
const enough = (account: Account, ...proofs: Proof[]) => proofsSuffice(aPlan({ account }), proofs);

describe('when proofs are enough', () => {
  const home = given('home', 'mailbox:home');
  it.each<Row>([
    [
      'R2 two different means are',
      () => enough(anAccount(), home, given('mobile', 'phone:?')),
      true,
    ],
    ['R2 one is not', () => enough(anAccount(), home), false],
    [
      'R1 two proofs over the same means count once',
      () => enough(anAccount(), home, { ...home, id: 'again' }),
      false,
    ],
    [
      'R1 a number and the app on the same phone count once',
      () => enough(anAccount(), given('mobile', 'phone:?'), given('app', 'phone:d1')),
      false,
    ],
    [
      'R2 one is enough where there never was a second factor',
      () => enough(aPlainAccount(), home),
      true,
    ],
    [
      'R5 a proof that was voided does not count',
      () => enough(aPlainAccount(), { ...home, status: 'void' }),
      false,
    ],
    [
      'R5 nor one for something lighter',
      () => enough(aPlainAccount(), { ...home, weight: 1 }),
      false,
    ],
    [
      'R6 an identity check in person stands alone',
      () => enough(anAccount(), check('in-person')),
      true,
    ],
    [
      'R6 at a distance it is one means of two',
      () => enough(anAccount(), check('remote'), home),
      true,
    ],
    ['R6 at a distance it never stands alone', () => enough(anAccount(), check('remote')), false],
    [
      'R6 not even where one means is enough',
      () => enough(aPlainAccount(), check('remote')),
      false,
    ],
    [
      'R9 a code that was read out to the agent counts beside another proof',
      () => enough(anAccount(), { ...home, throughStaff: true }, given('mobile', 'phone:?')),
      true,
    ],
    [
      'R9 alone it does not, also where one means is enough',
      () => enough(aPlainAccount(), { ...home, throughStaff: true }),
      false,
    ],
    [
      'R9 nor beside what staff alone vouch for',
      () => enough(anAccount(), { ...home, throughStaff: true }, check('remote')),
      false,
    ],
    [
      'R26 on a contested account only the check in person does',
      () => {
        const contested = {
          ...anAccount(),
          guard: { ...anAccount().guard, contestedUntil: plus(START, days(1)) },
        };
        return [
          enough(contested, home, given('k', 'key:k'), check('remote')),
          enough(contested, check('in-person')),
        ];
      },
      [false, true],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('a heavier plan', () => {
  const than = aPlan();
  const heavier = (change: Partial<Plan>) => isHeavier({ ...than, ...change }, than);
  it.each<Row>([
    ['R5 the same plan is not heavier', () => heavier({}), false],
    ['R5 one that asks more means is', () => heavier({ meansNeeded: 3 }), true],
    ['R5 one that asks another approver is', () => heavier({ approvers: 2 }), true],
    ['R5 one with a heavier change is', () => heavier({ weight: 3 }), true],
    ['R5 one with a check in person is', () => heavier({ inPersonOnly: true }), true],
    [
      'R5 one with any longer wait is',
      () =>
        (['independent', 'inPerson', 'daily', 'dailyTwoPoints'] as const).map((wait) =>
          heavier({ waits: { ...than.waits, [wait]: than.waits[wait] + 1 } }),
        ),
      [true, true, true, true],
    ],
    [
      'R5 one with a shorter wait is not',
      () => heavier({ waits: { ...than.waits, daily: than.waits.daily - 1 } }),
      false,
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
