import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../policy/policy';
import {
  aFactor,
  ago,
  aKey,
  aMailbox,
  aNumber,
  anAccount,
  backupCodes,
  START,
} from '../../testing/accounts';
import { aDevice, ownOf } from '../../testing/own';
import { days, hours } from '../../time';
import type { Account } from '../account';
import type { OwnAccount } from './own';
import { type ReadinessItem, readiness } from './readiness';
import { rehearse } from './rehearsal';

const app = aFactor('app', { deviceId: 'mobile' });
const sms = aFactor('sms', { kind: 'sms', contactPointId: 'mobile', deviceId: 'mobile' });
const mail = aFactor('mail', { kind: 'email-code', contactPointId: 'home' });
const points = [aMailbox('home'), aNumber('mobile', { deviceId: 'mobile' })];
const confirmed = { 'contact-points': ago(days(10)), 'authenticator-app': ago(days(10)) };

type Row = [
  who: string,
  account: Partial<Account>,
  own: Partial<OwnAccount>,
  recoveryContacts: number,
  score: number,
  next: ReadinessItem | undefined,
];

const ROWS: Row[] = [
  [
    'all in order',
    { contactPoints: points, factors: [app, mail, backupCodes()] },
    { confirmedAt: confirmed },
    1,
    100,
    undefined,
  ],
  [
    'app and SMS on one phone',
    { contactPoints: points, factors: [app, sms, backupCodes()] },
    { confirmedAt: confirmed },
    1,
    70,
    'two-ways',
  ],
  ['nothing but SMS', { contactPoints: points, factors: [sms] }, {}, 0, 28, 'two-ways'],
  [
    'three backup codes left',
    { contactPoints: points, factors: [app, mail, backupCodes()] },
    { confirmedAt: confirmed, backupCodesUsed: { codes: [1, 2, 3, 4, 5, 6, 7] } },
    1,
    80,
    'backup-codes',
  ],
  [
    'four backup codes left',
    { contactPoints: points, factors: [app, mail, backupCodes()] },
    { confirmedAt: confirmed, backupCodesUsed: { codes: [1, 2, 3, 4, 5, 6] } },
    1,
    100,
    undefined,
  ],
  [
    'nobody to vouch',
    { contactPoints: points, factors: [app, mail, backupCodes()] },
    { confirmedAt: confirmed },
    0,
    85,
    'recovery-contacts',
  ],
  [
    'an app that was not looked at for a year',
    { contactPoints: points, factors: [app, mail, backupCodes()] },
    { confirmedAt: { ...confirmed, 'authenticator-app': ago(days(365)) } },
    1,
    90,
    'authenticator-app',
  ],
  [
    'a mailbox that refuses',
    {
      contactPoints: [aMailbox('home', { refusedAt: ago(1) }), aMailbox('club'), aNumber('mobile')],
      factors: [aKey('key'), mail, backupCodes()],
    },
    { confirmedAt: confirmed },
    1,
    78,
    'contact-points',
  ],
  [
    'contact data of years ago',
    {
      contactPoints: points.map((p) => ({ ...p, addedAt: ago(days(900)) })),
      factors: [app, mail, backupCodes()],
    },
    { confirmedAt: { 'authenticator-app': ago(1) } },
    1,
    80,
    'contact-points',
  ],
  [
    'a browser unused for three weeks',
    { contactPoints: points, factors: [app, mail, backupCodes()] },
    {
      confirmedAt: confirmed,
      devices: [aDevice('d', { trustedAt: ago(days(25)), lastUsedAt: ago(days(21)) })],
    },
    1,
    95,
    'devices',
  ],
];

describe('readiness', () => {
  test.each(ROWS)('%s', (_, account, own, recoveryContacts, score, next) => {
    const answer = readiness({
      account: anAccount(account),
      own: ownOf(own),
      policy: defaultPolicy(),
      recoveryContacts,
      now: START,
    });
    expect({ score: answer.score, next: answer.next }).toEqual({ score, next });
  });
});

describe('the rehearsal', () => {
  const lose = (account: Partial<Account>) =>
    Object.fromEntries(
      rehearse({
        account: anAccount(account),
        own: ownOf(),
        policy: defaultPolicy(),
        now: START,
      }).map(({ loss, back }) => [loss.kind, back]),
    );

  test('what is on the phone goes with it; the mailbox still signs in', () => {
    const back = lose({ contactPoints: points, factors: [app, sms, mail] });
    expect(back.phone).toEqual({ way: 'sign-in', with: ['email-code'] });
    expect(back.mailbox).toEqual({ way: 'sign-in', with: ['authenticator-app', 'sms'] });
  });

  test('a phone with everything: two mailboxes and the helpdesk, 48 hours', () => {
    const contactPoints = [aMailbox('home'), aMailbox('club'), aNumber('mobile')];
    expect(lose({ contactPoints, factors: [app, sms] }).phone).toEqual({
      way: 'case',
      means: 2,
      proofs: ['email-challenge'],
      wait: hours(48),
    });
  });

  test('one mailbox is not enough for a second factor: in person', () => {
    expect(lose({ contactPoints: points, factors: [app, sms] }).phone).toEqual({
      way: 'in-person',
      wait: hours(4),
    });
  });

  test('a key that is bound to itself is lost by itself', () => {
    expect(lose({ contactPoints: points, factors: [aKey('key'), sms] }).key).toEqual({
      way: 'sign-in',
      with: ['sms'],
    });
  });
});
