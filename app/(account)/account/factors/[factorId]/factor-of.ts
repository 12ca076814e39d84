import { type Factor, isUsable } from '../../../../../lib/domain/account/factor';
import type { OwnFacts } from '../../../../../lib/domain/account/own/command';

export type FactorParams = { params: Promise<{ factorId: string }> };

/** A factor of this account that can be managed; codes on paper have a page of their own. */
export const factorOf = ({ account }: Pick<OwnFacts, 'account'>, id: string): Factor | undefined =>
  account.factors.find(
    (factor) => factor.id === id && isUsable(factor) && factor.kind !== 'backup-codes',
  );
