import fc from 'fast-check';
import type { FactorKind } from '../../lib/domain/account/factor';

/** What may stand in the history of a case before it moves on. `who` and `which` pick from what is there. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('give' as const),
      proof: fc.constantFrom(
        { kind: 'email-challenge', means: 'mailbox:a' },
        { kind: 'email-challenge', means: 'mailbox:b' },
        { kind: 'sms-challenge', means: 'phone:?' },
        { kind: 'sms-challenge', means: 'phone:x' },
        { kind: 'remaining-factor', means: 'phone:y' },
        { kind: 'remaining-factor', means: 'phone:?' },
        { kind: 'remaining-factor', means: 'key:k' },
        { kind: 'identity-check', means: 'identity-check', mode: 'remote' },
        { kind: 'identity-check', means: 'identity-check', mode: 'in-person' },
      ),
      readOut: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom('void', 'lose', 'choose', 'heavier'),
      which: fc.nat(5),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('approve' as const),
      who: fc.constantFrom('other', 'another', 'opener', 'same-person'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('lapse' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('act' as const),
      who: fc.constantFrom('other', 'another', 'opener', 'same-person', 'holder'),
      act: fc.constantFrom(
        'take',
        'check-failed',
        'start-clock',
        'clock',
        'wait',
        'drop',
        'refuse',
      ),
    }),
  },
);
type Steps = (typeof step extends fc.Arbitrary<infer S> ? S : never)[];

const factor = fc.record({
  kind: fc.constantFrom<FactorKind>(
    'authenticator-app',
    'sms',
    'security-key',
    'backup-codes',
    'temporary-pass',
  ),
  removedDaysAgo: fc.constantFrom(undefined, 1, 89, 91, 400),
  disabled: fc.boolean(),
  by: fc.constantFrom('nobody', 'this case', 'another case'),
  pending: fc.boolean(),
});

/** One case as it stands before its state moves on: whose, with which factors, what happened, from where to where. */
export const situation = fc.record({
  /** The holder asked for it, without calling: the first of the staff to act counts as the opener (R20). */
  asked: fc.boolean(),
  imported: fc.boolean(),
  factors: fc.array(factor, { maxLength: 2 }),
  contested: fc.constantFrom(undefined, -1, 1),
  // Half of the histories end as they should, so that enough of them pass.
  steps: fc.oneof(
    fc.array(step, { maxLength: 7 }),
    fc
      .array(step, { maxLength: 5 })
      .map((steps): Steps => [...steps, { what: 'approve', who: 'other' }]),
  ),
  from: fc.constantFrom('collecting', 'awaiting-approval', 'paused', 'stuck'),
  to: fc.constantFrom('waiting', 'executing'),
});
export type Situation = typeof situation extends fc.Arbitrary<infer S> ? S : never;
