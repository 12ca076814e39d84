import { hadSecondFactor, pointRefusal } from '../../policy/compile';
import { onFile } from '../account';
import type { Factor } from '../factor';
import type { OwnFacts } from './command';

/** What shows, after the password, who is there: a factor, or a contact point that stands in for one (decision 0012). */
export type SignInWay = Factor & { standsIn?: true };

type Looked = Pick<OwnFacts, 'account' | 'policy' | 'now'>;

/**
 * Whoever took the last factor away, or had it switched off, must not come in by something lighter (R2): only what
 * never was there, or has been gone for long, is stood in for.
 */
const lostOneLately = ({ account, now }: Looked): boolean =>
  hadSecondFactor(
    { ...account, factors: account.factors.flatMap((one) => gone(one, account)) },
    now,
  );

/** The factor as one that went: itself, or with the number or mailbox that it rested on. */
const gone = (factor: Factor, { contactPoints }: Looked['account']): Factor[] => {
  const point = contactPoints.find(({ id }) => id === factor.contactPointId);
  const removedAt = factor.removedAt ?? point?.removedAt;
  if (removedAt) return [{ ...factor, removedAt }];
  return factor.disabledAt ? [factor] : [];
};

/**
 * For an account without any factor that could be shown: codes to its contact points, as far as these could prove in a
 * case (R1, R3, R7). Numbers first. A mailbox only where codes by mail are allowed at all.
 */
export const standIns = (looked: Looked): SignInWay[] => {
  const { account, policy, now } = looked;
  // For these accounts codes by SMS or mail never count (R22).
  if (account.privileged || account.ofStaff || lostOneLately(looked)) return [];
  const subject = { account, policy, now, measures: [], reported: [] };
  const counting = onFile(account).filter((point) =>
    point.kind === 'email'
      ? policy.emailCodesAllowed && !pointRefusal(point, 'email-challenge', subject)
      : !pointRefusal(point, 'sms-challenge', subject),
  );
  return [...counting]
    .sort((a, b) => Number(a.kind === 'email') - Number(b.kind === 'email'))
    .map(({ id, kind, addedAt }) => ({
      id,
      kind: kind === 'email' ? 'email-code' : 'sms',
      label: '',
      contactPointId: id,
      addedAt,
      standsIn: true,
    }));
};
