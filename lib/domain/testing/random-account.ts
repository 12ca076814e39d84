import type { Account, ContactPoint } from '../account/account';
import type { Factor } from '../account/factor';
import { FACTOR_KINDS } from '../account/factor';
import type { RecoveryContact } from '../account/recovery-contact';
import { BOUNDS, defaultPolicy, type Policy } from '../policy/policy';
import { days } from '../time';
import { aContact, aFactor, ago, aMailbox, aNumber, anAccount } from './accounts';
import type { Dice } from './dice';

const AGES = [days(1), days(6), days(8), days(29), days(31), days(89), days(91), days(400)];
const age = (dice: Dice) => ago(dice.pick(AGES) ?? 0);

const point = (dice: Dice, i: number): ContactPoint => ({
  ...(dice.once(2) ? aMailbox(`point-${i}`) : aNumber(`point-${i}`, { smsCapable: !dice.once(9) })),
  source: dice.once(3) ? 'holder' : 'import-new-account',
  addedAt: age(dice),
  accountsWithIt: dice.once(9) ? 3 : 1,
  opensWithAccount: dice.once(9),
  ...(dice.once(9) ? { removedAt: age(dice) } : {}),
  ...(dice.once(9) ? { refusedAt: age(dice) } : {}),
  ...(dice.once(2) ? { deviceId: `device-${dice.roll(3)}` } : {}),
});

const factor = (dice: Dice, i: number): Factor => ({
  ...aFactor(`factor-${i}`, {
    kind: dice.once(2) ? 'authenticator-app' : (dice.pick(FACTOR_KINDS) ?? 'sms'),
  }),
  addedAt: age(dice),
  ...(dice.once(5) ? { givenByCase: 'an-earlier-one' } : {}),
  ...(dice.once(5) ? { removedAt: age(dice) } : {}),
  ...(dice.once(9) ? { disabledAt: age(dice) } : {}),
  ...(dice.once(2) ? { deviceId: `device-${dice.roll(3)}` } : {}),
  ...(dice.once(2) ? { synced: dice.once(2) } : {}),
});

const several = <T>(dice: Dice, most: number, one: (dice: Dice, i: number) => T): T[] =>
  Array.from({ length: dice.roll(most + 1) }, (_, i) => one(dice, i));

const contact = (dice: Dice, i: number): RecoveryContact => {
  const since = age(dice);
  return {
    ...aContact(`contact-${i}`),
    ...(dice.once(4) ? {} : { acceptedAt: since, countsFrom: since, activeAt: since }),
    ...(dice.once(9) ? { endedAt: age(dice), end: 'holder' as const } : {}),
  };
};

/** An account of any kind: with many, few or no ways to prove anything. Half of them are Anna's, who can. */
export const randomAccount = (dice: Dice): Account => {
  const anna = anAccount();
  if (dice.once(2)) return { ...anna, recoveryContacts: several(dice, 2, contact) };
  const { importedAt, ...account } = anna;
  return {
    ...account,
    contactPoints: several(dice, 4, point),
    factors: several(dice, 4, factor),
    recoveryContacts: several(dice, 2, contact),
    trustedDevices: dice.roll(3),
    openSessions: dice.roll(3),
    ...(importedAt && dice.once(2) ? { importedAt } : {}),
  };
};

/** A policy anywhere within its limits. */
export const randomPolicy = (dice: Dice, version = 1): Policy => ({
  ...defaultPolicy(),
  ...Object.fromEntries(
    Object.entries(BOUNDS).map(([key, { min, max }]) => [
      key,
      dice.once(2) ? min : min + dice.roll(Math.min(max - min + 1, days(4))),
    ]),
  ),
  version,
  readingOutAllowed: dice.once(3),
});
