import { between, type Duration, days, type Instant } from '../../time';
import type { Account, ContactPoint } from '../account';
import type { OwnEffect, OwnLetter } from './command';

/** R25, R37: what was taken off file lately is still told, so that a thief cannot tell the owner nothing. */
const STILL_TOLD: Duration = days(90);

/** Every contact point that hears of a change of the account. */
export const toldPoints = ({ contactPoints }: Account, now: Instant): ContactPoint[] =>
  contactPoints.filter(
    ({ removedAt, kind, smsCapable }) =>
      (!removedAt || between(removedAt, now) <= STILL_TOLD) && (kind === 'email' || smsCapable),
  );

export const tellEverywhere = (
  { account, now, newId }: { account: Account; now: Instant; newId(): string },
  letter: OwnLetter,
): OwnEffect[] =>
  toldPoints(account, now).map(({ id }) => ({
    kind: 'tell-account',
    id: newId(),
    letter,
    contactPointId: id,
  }));
