import type { Measure } from '../../case/measure';
import type { ProofKind } from '../../case/proof';
import { compilePlan } from '../../policy/compile';
import type { Duration } from '../../time';
import { onFile } from '../account';
import type { Factor, FactorKind } from '../factor';
import { countMeans, type Means, mayBeSame, meansOfContactPoint, meansOfFactor } from '../means';
import { type SignInLooked, signInFactors } from './signing-in';

/** What may be lost: everything on one phone, one mailbox, one key. `thing`: which, where there are more. */
export type Loss = { kind: 'phone' | 'mailbox' | 'key'; means: Means; thing?: string };

/** How the owner gets in again after a loss. */
export type WayBack =
  /** What is left signs in at once. */
  | { way: 'sign-in'; with: FactorKind[] }
  /** The helpdesk opens a case: so many different proofs of these, then this wait. */
  | { way: 'case'; means: number; proofs: ProofKind[]; wait: Duration }
  /** Only an identity check before an administrator helps. */
  | { way: 'in-person'; wait: Duration };

export type Rehearsed = { loss: Loss; back: WayBack };

type Looked = SignInLooked;

/** What can be lost, each once: a phone carries the number, the app and the passkeys that are on it. */
const lossesOf = (looked: Looked): Loss[] => {
  const { account } = looked;
  const { contactPoints } = account;
  const means = [
    ...onFile(account).map((point) => ({
      means: meansOfContactPoint(point, contactPoints),
      thing: point.kind === 'email' ? point.address : undefined,
    })),
    ...signInFactors(looked).map((factor) => ({
      means: meansOfFactor(factor, contactPoints),
      thing: factor.label,
    })),
  ];
  const losses = new Map<Means, Loss>();
  for (const { means: of, thing } of means) {
    const [kind] = of.split(':');
    if (losses.has(of)) continue;
    if (kind === 'phone') losses.set(of, { kind, means: of });
    if (kind === 'mailbox' || kind === 'key')
      losses.set(of, { kind, means: of, ...(thing ? { thing } : {}) });
  }
  return [...losses.values()];
};

const lostFactors = (looked: Looked, lost: Means): Factor[] =>
  signInFactors(looked).filter((factor) =>
    mayBeSame(meansOfFactor(factor, looked.account.contactPoints), lost),
  );

/** The case that the helpdesk would open: what is gone is replaced by an app, and proves nothing (R3). */
const byCase = (looked: Looked, lost: Means): WayBack => {
  const { account, policy, now } = looked;
  const going = lostFactors(looked, lost).find(({ kind }) => kind !== 'backup-codes');
  const measure: Measure = going
    ? { kind: 'replace-factor', factorId: going.id, enrol: 'authenticator-app' }
    : { kind: 'add-factor', enrol: 'authenticator-app' };
  const plan = compilePlan({ account, measures: [measure], reported: [], policy, now });
  const offers = plan.offers.filter(
    ({ kind, means, refused }) => kind !== 'identity-check' && !refused && !mayBeSame(means, lost),
  );
  if (plan.inPersonOnly || countMeans(offers.map(({ means }) => means)) < plan.meansNeeded)
    return { way: 'in-person', wait: plan.waits.inPerson };
  return {
    way: 'case',
    means: plan.meansNeeded,
    proofs: [...new Set(offers.map(({ kind }) => kind))],
    wait: plan.waits.independent,
  };
};

/** "You lose your phone: these ways back remain, this long." With the numbers of the organisation's own policy. */
export const rehearse = (looked: Looked): Rehearsed[] =>
  lossesOf(looked).map((loss) => {
    const gone = lostFactors(looked, loss.means).map(({ id }) => id);
    const left = signInFactors(looked).filter(({ id }) => !gone.includes(id));
    return {
      loss,
      back:
        left.length > 0
          ? { way: 'sign-in', with: [...new Set(left.map(({ kind }) => kind))] }
          : byCase(looked, loss.means),
    };
  });
