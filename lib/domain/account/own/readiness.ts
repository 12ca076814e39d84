import { between, type Duration, days } from '../../time';
import { type ContactPoint, onFile } from '../account';
import type { Factor } from '../factor';
import { countMeans, meansOfContactPoint, meansOfFactor } from '../means';
import type { ReadinessQuestion } from './own';
import { backupCodesLeft, type SignInLooked, signInFactors } from './signing-in';

/** Asked once a year (the sources' "De basis op orde"). */
const CONFIRMED_FOR: Duration = days(365);
/** A browser that was not used for so long is perhaps no longer there. */
const UNUSED: Duration = days(21);
/** Fewer and the holder is warned. */
export const FEW_BACKUP_CODES = 4;

/** In the order of the one best next step: first what locks out for good, last what is tidy. */
export const READINESS = [
  'two-ways',
  'contact-points',
  'backup-codes',
  'recovery-contacts',
  'authenticator-app',
  'devices',
] as const;
export type ReadinessItem = (typeof READINESS)[number];

const WORTH: Record<ReadinessItem, number> = {
  'two-ways': 30,
  'contact-points': 20,
  'backup-codes': 20,
  'recovery-contacts': 15,
  'authenticator-app': 10,
  devices: 5,
};

export type Readiness = {
  /** Of a hundred. */
  score: number;
  items: { item: ReadinessItem; ok: boolean }[];
  next?: ReadinessItem;
};

type Looked = SignInLooked & { recoveryContacts: number };

/** Sign-in codes that run out by themselves are no way of their own. */
const lasting = (looked: Looked): Factor[] =>
  signInFactors(looked).filter(({ kind }) => kind !== 'backup-codes' && kind !== 'temporary-pass');

const live = ({ account }: Looked): ContactPoint[] =>
  onFile(account).filter(({ id, refusedAt }) => !refusedAt && !account.guard.reported[id]);

const confirmed = ({ own, now }: Looked, what: ReadinessQuestion): boolean => {
  const at = own.confirmedAt[what];
  return at !== undefined && between(at, now) < CONFIRMED_FOR;
};

/** What was added within the year was right then. */
const freshPoints = (looked: Looked): boolean => {
  const { account, now } = looked;
  const points = live(looked);
  const { contactPoints } = account;
  if (countMeans(points.map((point) => meansOfContactPoint(point, contactPoints))) < 2)
    return false;
  if (points.length < onFile(account).length) return false;
  return (
    confirmed(looked, 'contact-points') ||
    points.every(({ addedAt }) => between(addedAt, now) < CONFIRMED_FOR)
  );
};

const isOk = (item: ReadinessItem, looked: Looked): boolean => {
  const { account, own, recoveryContacts, now } = looked;
  switch (item) {
    case 'two-ways':
      return (
        countMeans(lasting(looked).map((one) => meansOfFactor(one, account.contactPoints))) >= 2
      );
    case 'contact-points':
      return freshPoints(looked);
    case 'backup-codes':
      return signInFactors(looked).some(
        ({ id, kind }) => kind === 'backup-codes' && backupCodesLeft(own, id) >= FEW_BACKUP_CODES,
      );
    case 'recovery-contacts':
      return recoveryContacts > 0;
    case 'authenticator-app':
      return confirmed(looked, 'authenticator-app');
    case 'devices':
      return own.devices.every(
        ({ lastUsedAt, trustedAt }) => between(lastUsedAt ?? trustedAt, now) < UNUSED,
      );
  }
};

/** Whoever has no app is not asked about it. */
const asked = (looked: Looked): ReadinessItem[] =>
  READINESS.filter(
    (item) =>
      item !== 'authenticator-app' ||
      lasting(looked).some(({ kind }) => kind === 'authenticator-app'),
  );

/** How well this account would stand a loss, and the one thing to do next. Pure: screens only draw it. */
export const readiness = (looked: Looked): Readiness => {
  const items = asked(looked).map((item) => ({ item, ok: isOk(item, looked) }));
  const worth = (of: typeof items) => of.reduce((sum, { item }) => sum + WORTH[item], 0);
  const next = items.find(({ ok }) => !ok)?.item;
  return {
    score: Math.round((100 * worth(items.filter(({ ok }) => ok))) / worth(items)),
    items,
    ...(next ? { next } : {}),
  };
};
