import { describe, expect, it } from 'vitest';
import { aFactor, ago, aMailbox, aPlainAccount, START } from '../../testing/accounts';
import { ownFacts } from '../../testing/own';
import type { Row } from '../../testing/row';
import { anOwner, aSession, someFacts } from '../../testing/signing-in';
import { stories } from '../../testing/stories';
import { type Duration, days, minutes, plus } from '../../time';
import type { Account } from '../account';
import { emptyGuard } from '../guard';
import type { AccountChange } from './account-change';
import { isOwnRefusal, type OwnCommand } from './command';
import { decideOwn } from './decide-own';
import { signInWays } from './signing-in';
import { wakeWaitingChange } from './waiting-change';

const ADD_APP: OwnCommand = {
  type: 'change-account',
  change: {
    kind: 'add-factor',
    factor: { id: 'new', kind: 'authenticator-app', label: '', sealed: 's' },
  },
};

/** Somebody with a mailbox and nothing else gets a new password by a case, over that mailbox. */
const passwordGiven = () => {
  const s = stories(aPlainAccount({ contactPoints: [aMailbox('home')] }));
  s.chosen({ kind: 'new-password' });
  s.prove('home');
  s.askApproval();
  s.approve();
  s.live(days(7));
  s.setUp();
  s.desk.work();
  return s;
};
const byCase = (): Account => {
  const account = passwordGiven().desk.account();
  const { passwordGiven: gift } = account.guard;
  return {
    ...account,
    guard: {
      ...account.guard,
      ...(gift ? { passwordGiven: { ...gift, at: START } } : {}),
    },
  };
};

/** What comes of a wish in a session that began so long after the case. */
const wishes = (account: Account, after: Duration, factorId?: string) => {
  const now = plus(START, after);
  const { factorId: _, ...bare } = aSession({ authenticatedAt: now, startedAt: now });
  const session = factorId ? { ...bare, factorId } : bare;
  const outcome = decideOwn(ADD_APP, ownFacts({ account, session, now }));
  if (isOwnRefusal(outcome)) return outcome.refused;
  return outcome.answer.waitsUntil ? 'waits' : 'at once';
};

describe('a sign-in with a password that a case gave', () => {
  it.each<Row>([
    [
      'R32 R16 with a contact point in place of a factor changes nothing at once, for 7 days',
      () => [
        wishes(byCase(), minutes(1)),
        wishes(byCase(), days(7) - 1),
        wishes(byCase(), days(7)),
      ],
      ['waits', 'waits', 'at once'],
    ],
    [
      'R32 a factor older than the case is free, a younger one is not',
      () =>
        [ago(days(1)), plus(START, 1)].map((addedAt) =>
          wishes({ ...byCase(), factors: [aFactor('app', { addedAt })] }, days(1), 'app'),
        ),
      ['at once', 'waits'],
    ],
    [
      'R32 not after a late no set it back',
      () => {
        const s = passwordGiven();
        const given = s.desk.account().guard.passwordGiven?.caseId;
        s.veto(s.link('home'));
        s.desk.work();
        return [given, s.desk.account().guard.passwordGiven];
      },
      ['case-1', undefined],
    ],
    [
      'R32 R3 what was wished in it is as much the gift of its case',
      () => {
        const changes: AccountChange[] = [
          { kind: 'add-factor', factor: { id: 'new', kind: 'security-key', label: '' } },
          { kind: 'new-backup-codes', factorId: 'codes' },
          {
            kind: 'add-contact-point',
            point: {
              id: 'point',
              kind: 'email',
              address: 'new@example.org',
              smsCapable: false,
              opensWithAccount: false,
              words: [],
            },
          },
        ];
        return changes.map((change) => {
          const waiting = { id: 'w', change, caseId: 'case-1', askedAt: START, dueAt: START };
          const made = wakeWaitingChange('w', ownFacts({ own: { waitingChanges: [waiting] } }));
          return made?.rows.flatMap((row) => ('givenByCase' in row ? [row.givenByCase] : []));
        });
      },
      [['case-1'], ['case-1'], ['case-1']],
    ],
    [
      'R22 nothing stands in for a factor of privileged accounts, and of those of staff',
      () =>
        [{}, { privileged: true }, { ofStaff: true }].map(
          (more) =>
            signInWays(
              someFacts({ account: anOwner({ factors: [], guard: emptyGuard(), ...more }) }),
            ).length > 0,
        ),
      [true, false, false],
    ],
  ])('%s', (_, told, expected) => expect(told()).toEqual(expected));
});
