import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../policy/policy';
import { aFactor, ago, aMailbox, aNumber, START } from '../../testing/accounts';
import type { Row } from '../../testing/row';
import {
  aNewSession,
  anOwnAccount,
  anOwner,
  aSession,
  aTicket,
  cameOf,
  decidedOn,
  show,
  someFacts,
} from '../../testing/signing-in';
import { days, minutes, plus } from '../../time';
import type { Account, ContactPoint } from '../account';
import { emptyGuard } from '../guard';
import { changeRefused } from './changes';
import { isOwnRefusal, type OwnCommand, type OwnFacts } from './command';
import { decideOwn } from './decide-own';
import { signInFactors, signInWays } from './signing-in';

const points = [aMailbox('home'), aNumber('mobile')];
/** Somebody who has a password, and nothing else. */
const bare = (more: Partial<Account> = {}, given: Partial<OwnFacts> = {}): OwnFacts =>
  someFacts({
    account: anOwner({ factors: [], contactPoints: points, ...more }),
    ...given,
  });
const ways = (given: OwnFacts) => signInWays(given).map(({ id, kind }) => `${kind} ${id}`);
const noMailCodes = { ...defaultPolicy(), emailCodesAllowed: false };

const withPoint = (more: Partial<ContactPoint>, guard: Partial<Account['guard']> = {}) =>
  ways(bare({ contactPoints: [aNumber('mobile', more)], guard: { ...emptyGuard(), ...guard } }));

describe('what stands in for a second factor', () => {
  it.each<Row>([
    [
      'codes to what is on file, numbers first',
      () => ways(bare()),
      ['sms mobile', 'email-code home'],
    ],
    [
      'R2 nothing where there is a factor, even one that is asked for seldom',
      () => ways(bare({ factors: [aFactor('codes', { kind: 'backup-codes' })] })),
      ['backup-codes codes'],
    ],
    [
      'R2 nothing within 90 days after a factor was taken away, whatever took it',
      () =>
        [days(1), days(90), days(90) + 1].map(
          (age) => ways(bare({ factors: [aFactor('app', { removedAt: ago(age) })] })).length,
        ),
      [0, 0, 2],
    ],
    [
      'R2 nor after the number that it rested on was taken off file',
      () =>
        [days(90), days(90) + 1].map(
          (age) =>
            ways(
              bare({
                factors: [aFactor('sms', { kind: 'sms', contactPointId: 'old' })],
                contactPoints: [...points, aNumber('old', { removedAt: ago(age) })],
              }),
            ).length,
        ),
      [0, 2],
    ],
    [
      'R26 nothing where what there was is switched off',
      () => ways(bare({ factors: [aFactor('app', { disabledAt: ago(days(200)) })] })),
      [],
    ],
    [
      'R4 codes on paper that are gone were no second factor',
      () =>
        ways(bare({ factors: [aFactor('c', { kind: 'backup-codes', removedAt: ago(days(1)) })] })),
      ['sms mobile', 'email-code home'],
    ],
    [
      'R3 nothing that is young, reported, or given by a case',
      () => [
        withPoint({ source: 'holder', addedAt: ago(days(7) - 1) }),
        withPoint({ source: 'holder', addedAt: ago(days(7)) }),
        withPoint({}, { reported: { mobile: START } }),
        withPoint({ givenByCase: 'case', addedAt: ago(days(29)) }),
        withPoint({ givenByCase: 'case', addedAt: ago(days(30)) }),
      ],
      [[], ['sms mobile'], [], [], ['sms mobile']],
    ],
    [
      'R7 no mailbox that opens with this account; R1 none that many share; none that refused; no landline',
      () => [
        ways(bare({ contactPoints: [aMailbox('home', { opensWithAccount: true })] })),
        withPoint({ accountsWithIt: 3 }),
        withPoint({ refusedAt: ago(days(1)) }),
        withPoint({ smsCapable: false }),
        withPoint({ removedAt: ago(days(1)) }),
      ],
      [[], [], [], [], []],
    ],
    [
      'R12 nothing that a hundred wrong entries switched off',
      () => withPoint({}, { failures: { mobile: { inARow: 100, lastAt: ago(days(9)) } } }),
      [],
    ],
    [
      'the policy: who had only e-mail codes gets an SMS when these are switched off, and no mail',
      () => {
        const factors = [aFactor('mail', { kind: 'email-code', contactPointId: 'home' })];
        return [
          ways(bare({ factors })),
          ways(bare({ factors }, { policy: noMailCodes })),
          ways(bare({ factors, contactPoints: [aMailbox('home')] }, { policy: noMailCodes })),
        ];
      },
      [['email-code mail'], ['sms mobile'], []],
    ],
    [
      'a question to a device that is trusted no longer does not lock out',
      () =>
        ways(
          bare(
            { factors: [aFactor('push', { kind: 'push', deviceId: 'gone' })] },
            { own: anOwnAccount({ devices: [] }) },
          ),
        ),
      ['sms mobile', 'email-code home'],
    ],
    ['it is no factor', () => signInFactors(bare()), []],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('signing in without any second factor', () => {
  const send = (factorId: string): OwnCommand => ({ type: 'send-sign-in-code', factorId });
  const code = {
    id: 'code-1',
    number: 1,
    factorId: 'mobile',
    contactPointId: 'mobile',
    sentAt: START,
    expiresAt: plus(START, minutes(10)),
  };
  const sent = (more: Partial<OwnFacts> = {}) => bare({}, { ticket: aTicket({ code }), ...more });
  const entered = show({ factorId: 'mobile', matches: true, code: { id: 'code-1', number: 1 } });

  it('R11 R13 the code goes to the contact point, within its budget, and no event names a factor', () => {
    const done = decidedOn(send('mobile'), bare());
    if (typeof done === 'string') throw new Error(done);
    expect(done.events).toEqual([
      { type: 'sign-in-code-sent', contactPointId: 'mobile', number: 1 },
    ]);
    expect(done.effects).toMatchObject([
      { kind: 'send-sign-in-code', contactPointId: 'mobile', via: 'sms' },
    ]);
    expect(done.guard?.sends.mobile?.signIn).toEqual([START]);
    const guard = done.guard ?? emptyGuard();
    const full = {
      ...guard,
      sends: { mobile: { staff: [], holder: [], signIn: [START, START, START] } },
    };
    expect(decidedOn(send('mobile'), bare({ guard: full }))).toBe('too-many-codes');
  });

  it('the session counts as one in which a second factor was shown, and rests on none', () => {
    const done = decidedOn(entered, sent());
    if (typeof done === 'string') throw new Error(done);
    const begun = done.rows.find(({ kind }) => kind === 'session-begun');
    expect(begun).toEqual({
      kind: 'session-begun',
      session: aNewSession,
      contactPointId: 'mobile',
    });
    const row = done.rows.find(({ kind }) => kind === 'sign-in');
    expect(row).not.toHaveProperty('factorId');
    expect(done.events).toEqual([
      { type: 'holder-signed-in', signInId: 'new-sign-in', outcome: 'ok' },
      { type: 'holder-session-started' },
    ]);
  });

  it('it renews a session too', () => {
    const session = aSession();
    const done = decidedOn(
      entered,
      sent({
        own: anOwnAccount({ sessions: [session] }),
        ticket: aTicket({ code, sessionId: 'session' }),
      }),
    );
    if (typeof done === 'string') throw new Error(done);
    const renewed = done.rows.find(({ kind }) => kind === 'session-renewed');
    expect(renewed).toEqual({
      kind: 'session-renewed',
      sessionId: 'session',
      tokenHash: 'token-hash',
    });
  });

  it('no device is trusted by it: there is nothing yet that it could skip', () => {
    const trust = { id: 'd', tokenHash: 't', agentHash: 'a', label: 'Firefox' };
    if (entered.type !== 'enter-second-factor') throw new Error('another command');
    const done = decideOwn({ ...entered, trust }, sent());
    if (isOwnRefusal(done)) throw new Error(done.refused);
    expect(done.rows.map(({ kind }) => kind)).not.toContain('device-trusted');
    expect(done.events.map(({ type }) => type)).not.toContain('device-trusted');
  });

  it.each<Row>([
    [
      'R12 a wrong code counts on the contact point, over all cases',
      () => {
        const done = decidedOn(
          show({ factorId: 'mobile', matches: false, code: { id: 'code-1', number: 1 } }),
          sent(),
        );
        return typeof done === 'string' ? done : done.guard?.failures.mobile?.inARow;
      },
      1,
    ],
    [
      'R12 and waits from the third on',
      () => {
        const failures = { mobile: { inARow: 3, lastAt: START } };
        return cameOf(entered, {
          ...sent(),
          account: bare({ guard: { ...emptyGuard(), failures } }).account,
        });
      },
      'sign-in-wait',
    ],
    [
      'R11 only the newest code, in its time, for this very contact point',
      () => [
        cameOf(entered, bare()),
        cameOf(entered, sent({ ticket: aTicket({ code: { ...code, number: 2 } }) })),
        cameOf(entered, sent({ ticket: aTicket({ code: { ...code, expiresAt: START } }) })),
        cameOf(entered, sent({ ticket: aTicket({ code: { ...code, factorId: 'home' } }) })),
      ],
      ['no-code-sent', false, 'code-expired', 'no-code-sent'],
    ],
    [
      'a code that went out stands in no more once a factor was set up',
      () => cameOf(entered, { ...sent(), account: anOwner() }),
      'factor-unavailable',
    ],
    [
      'R14 nothing without a ticket',
      () => {
        const { ticket: _, ...without } = bare();
        return cameOf(send('mobile'), without);
      },
      'ticket-over',
    ],
    [
      'R29 it is no way in that lets a factor go',
      () =>
        changeRefused(
          { kind: 'remove-factor', factorId: 'app' },
          bare({ factors: [aFactor('app')] }),
        )?.refused,
      'last-factor',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('an organisation without e-mail codes', () => {
  const factors = [aFactor('app'), aFactor('mail', { kind: 'email-code', contactPointId: 'home' })];
  const add = {
    kind: 'add-factor' as const,
    factor: { id: 'new', kind: 'email-code' as const, label: '', contactPointId: 'club' },
  };
  const given = (policy = noMailCodes) => someFacts({ account: anOwner({ factors }), policy });
  it.each<Row>([
    ['offers none at sign-in', () => ways(given()), ['authenticator-app app']],
    [
      'takes none',
      () => cameOf({ type: 'send-sign-in-code', factorId: 'mail' }, given()),
      'factor-unavailable',
    ],
    ['adds none', () => changeRefused(add, given())?.refused, 'email-codes-not-allowed'],
    ['and one that allows them does', () => changeRefused(add, given(defaultPolicy())), undefined],
    [
      'R29 counts none as a way in that stays',
      () =>
        [noMailCodes, defaultPolicy()].map(
          (policy) =>
            changeRefused({ kind: 'remove-factor', factorId: 'app' }, given(policy))?.refused,
        ),
      ['last-factor', undefined],
    ],
    [
      'lets one be taken away',
      () => changeRefused({ kind: 'remove-factor', factorId: 'mail' }, given()),
      undefined,
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
