import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPolicy, type Policy } from '../policy/policy';
import { anAccount, START } from '../testing/accounts';
import { days, type Instant, plus } from '../time';
import type { Account } from './account';
import { countingContacts, isOwnAddress, liveContacts } from './contact-counting';
import {
  acceptInvitation,
  type ContactFacts,
  endContact,
  inviteContact,
  leaveAsContact,
  wakeContact,
} from './contact-life';
import { isOwnRefusal, type OwnDecision, type OwnRefusal } from './own/command';
import { contactMailbox } from './recovery-contact';

/** vitest.config.ts says how many: few at every change, thousands in the longer run. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);
const TIME = 20_000 + RUNS * 20;

let made = 0;

/** At every step of every story: a matcher of the test runner would cost more than the story. */
const holds = (what: string, so: boolean): void => {
  if (!so) throw new Error(`does not hold: ${what}`);
};

/** What anybody may try at a recovery contact; staff can only invite (R41). */
type Try =
  | { do: 'invite' | 'desk-invites' | 'accept' | 'leave' | 'end' | 'stop' | 'wake'; who: number }
  /** `rung`: the job looks at each of them then, as it does unless the worker is away. */
  | { do: 'pass'; by: number; rung: boolean };

const EDGES = [1, days(1), days(4), days(6), days(7), days(365)];
const ACTS = ['invite', 'desk-invites', 'accept', 'leave', 'end', 'stop', 'wake'] as const;
const act = fc.record({ do: fc.constantFrom(...ACTS), who: fc.nat(4) });
/** What every contact that counts has behind it; anything may come in between. */
const yes = fc.nat(4).map((who): Try[] => [
  { do: 'invite', who },
  { do: 'accept', who },
]);
const pass = fc.record({
  do: fc.constant('pass' as const),
  rung: fc.boolean(),
  by: fc.oneof(
    fc.constantFrom(...EDGES.flatMap((edge) => [edge, edge - 1])),
    fc.integer({ min: 1, max: days(9) }),
  ),
});
const tries: fc.Arbitrary<Try[]> = fc
  .array(
    fc.oneof(
      { arbitrary: act, weight: 3 },
      { arbitrary: pass, weight: 3 },
      { arbitrary: yes, weight: 2 },
    ),
    { minLength: 5, maxLength: 50 },
  )
  .map((steps) => steps.flat() as Try[]);

const mailboxOfNumber = (who: number): string =>
  who === 4 ? 'home@example.net' : `person-${who}@example.org`;

/** Plays a story; `looked` sees the account after every step. */
const play = (
  story: readonly Try[],
  policy: Policy,
  looked: (account: Account, now: Instant) => void,
): void => {
  let now = START;
  let account = anAccount();
  const put = (outcome: OwnDecision | OwnRefusal) => {
    if (isOwnRefusal(outcome)) return;
    for (const row of outcome.rows)
      if (row.kind === 'recovery-contact') {
        const rest = account.recoveryContacts.filter(({ id }) => id !== row.contact.id);
        account = { ...account, recoveryContacts: [...rest, row.contact] };
      }
  };
  const factsAt = (): ContactFacts => ({ now, account, policy, newId: () => `id-${++made}` });
  for (const step of story) {
    if (step.do === 'pass') {
      now = plus(now, step.by);
      if (step.rung)
        for (const contact of account.recoveryContacts) put(wakeContact(contact, factsAt()));
    } else {
      const facts = factsAt();
      const address = mailboxOfNumber(step.who);
      const contact = account.recoveryContacts.findLast((one) => one.address === address);
      if (step.do === 'invite' || step.do === 'desk-invites') {
        const by = step.do === 'invite' ? 'holder' : 'staff';
        put(inviteContact({ contactId: `c-${++made}`, name: 'N', address }, by, 0, facts));
      } else if (contact) {
        if (step.do === 'accept') put(acceptInvitation(contact, facts));
        if (step.do === 'leave') put(leaveAsContact(contact, facts));
        if (step.do === 'end') put(endContact(contact, 'holder', facts));
        if (step.do === 'stop') put(endContact(contact, 'stopped', facts));
        if (step.do === 'wake') put(wakeContact(contact, facts));
      }
    }
    looked(account, now);
  }
};

const policies = fc.record({
  recoveryContactWait: fc.constantFrom(days(1), days(3), days(7), 0),
  recoveryContactsPerAccount: fc.constantFrom(1, 2, 5, 10, 99),
});

describe('R40 R41 whatever anybody does, in any order, at any moment', () => {
  it(
    'none counts before its time, after removal, over the limits, or in a case that was open before',
    () => {
      let counted = 0;
      fc.assert(
        fc.property(
          tries,
          policies,
          fc.constantFrom(0, 1, days(1), days(8)),
          (story, more, before) => {
            const policy = { ...defaultPolicy(), ...more };
            play(story, policy, (account, now) => {
              const openedAt = plus(now, -before);
              const list = countingContacts({ account, policy, now, openedAt, acted: [] });
              holds('limit', list.length <= Math.min(more.recoveryContactsPerAccount, 10));
              holds('most', liveContacts(account).length <= 10);
              counted += list.length;
              for (const contact of list) {
                const { acceptedAt = '', activeAt = '' } = contact;
                const wait = Math.max(more.recoveryContactWait, days(1));
                holds('wait', plus(acceptedAt, wait) <= now);
                holds('before the case', activeAt < openedAt);
                holds('not ended', contact.endedAt === undefined);
                holds('of another', !isOwnAddress(account, contact.address));
              }
            });
          },
        ),
        { numRuns: RUNS },
      );
      // A story in which nobody ever counts would prove nothing.
      expect(counted).toBeGreaterThan(RUNS / 2);
    },
    TIME,
  );

  it(
    'R41 a wait that has begun stays as it is',
    () => {
      fc.assert(
        fc.property(tries, policies, (story, more) => {
          const begun = new Map<string, string>();
          play(story, { ...defaultPolicy(), ...more }, (account) => {
            for (const { id, countsFrom } of account.recoveryContacts) {
              if (!countsFrom) continue;
              holds('begun once', (begun.get(id) ?? countsFrom) === countsFrom);
              begun.set(id, countsFrom);
            }
          });
        }),
        { numRuns: RUNS },
      );
    },
    TIME,
  );

  it(
    'one mailbox is never asked twice at a time, and nothing that ended comes back',
    () => {
      fc.assert(
        fc.property(tries, policies, (story, more) => {
          const over = new Set<string>();
          play(story, { ...defaultPolicy(), ...more }, (account) => {
            const live = liveContacts(account);
            const mailboxes = new Set(live.map(({ address }) => contactMailbox(address)));
            holds('asked once', mailboxes.size === live.length);
            for (const { id } of live) holds('stays ended', !over.has(id));
            for (const { id, endedAt } of account.recoveryContacts) if (endedAt) over.add(id);
          });
        }),
        { numRuns: RUNS },
      );
    },
    TIME,
  );
});
