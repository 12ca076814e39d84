import type { Account } from '../account/account';
import type { Measure } from '../case/measure';
import type { Plan } from '../case/plan';
import { compilePlan } from '../policy/compile';
import { defaultPolicy, type Policy } from '../policy/policy';
import type { Instant } from '../time';
import { anAccount, START } from './accounts';
import { ADD_APP } from './story';

export type Asked = {
  account?: Account;
  measures?: Measure[];
  reported?: string[];
  policy?: Partial<Policy>;
  now?: Instant;
};

/** What adding an app to Anna's account asks, except where it is told otherwise. */
export const aPlan = ({
  account = anAccount(),
  measures = [ADD_APP],
  reported = [],
  policy = {},
  now = START,
}: Asked = {}): Plan =>
  compilePlan({ account, measures, reported, policy: { ...defaultPolicy(), ...policy }, now });
