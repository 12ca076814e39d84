import { describe, expect, it } from 'vitest';
import { aFactor, aKey, aMailbox, aNumber, anAccount, START } from '../../testing/accounts';
import { aSession, ownFacts } from '../../testing/own';
import type { Row } from '../../testing/row';
import { between, days, hours, minutes, plus, seconds } from '../../time';
import type { Account } from '../account';
import { emptyGuard, withFailure } from '../guard';
import { isOwnRefusal, type OwnCommand, type OwnDecision, type OwnFacts } from './command';
import { decideOwn } from './decide-own';
import type { Confirming } from './own';

const failed = (...ids: string[]) => ({
  ...emptyGuard(),
  failures: Object.fromEntries(ids.map((id) => [id, { inARow: 100, lastAt: START }])),
});
const anOwner = (more: Partial<Account> = {}): Account =>
  anAccount({
    contactPoints: [aMailbox('home'), aNumber('mobile'), aNumber('desk', { smsCapable: false })],
    factors: [
      aFactor('app', { lastStep: 100 }),
      aFactor('tablet', { lastStep: 100 }),
      aKey('key', { lastStep: 7 }),
      aFactor('sms', { kind: 'sms', contactPointId: 'mobile' }),
      aFactor('codes', { kind: 'backup-codes' }),
    ],
    guard: failed('mobile', 'home', 'desk', 'tablet', 'key', 'codes'),
    ...more,
  });
const facts = (more: Partial<Omit<OwnFacts, 'own'>> = {}) =>
  ownFacts({ account: anOwner(), ...more });

const send = (contactPointId = 'mobile', via: Confirming['via'] = 'sms'): OwnCommand => ({
  type: 'send-anew-code',
  contactPointId,
  via,
});
type Verdict = Extract<OwnCommand, { type: 'confirm-anew' }>['verdict'];
const show = (verdict: Verdict): OwnCommand => ({ type: 'confirm-anew', verdict });
const code = (more: Partial<Verdict> = {}) =>
  show({ id: 'mobile', matches: true, code: { id: 'code', number: 1 }, ...more });
const tablet = (step: number, matches = true) => show({ id: 'tablet', matches, step });

const underWay = (more: Partial<Extract<Confirming, { anew: string }>> = {}) =>
  aSession({
    confirming: {
      id: 'code',
      number: 1,
      anew: 'mobile',
      via: 'sms',
      sentAt: START,
      expiresAt: plus(START, minutes(10)),
      wrongEntries: 0,
      ...more,
    },
  });

const came = (command: OwnCommand, given: OwnFacts) => {
  const outcome = decideOwn(command, given);
  return isOwnRefusal(outcome) ? outcome.refused : outcome.events.map(({ type }) => type);
};
const made = (command: OwnCommand, given: OwnFacts): OwnDecision => {
  const outcome = decideOwn(command, given);
  if (isOwnRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
};

describe('what was switched off after a hundred wrong entries', () => {
  it.each<Row>([
    [
      'R12 a number is confirmed anew by a code that is sent to it and answered',
      () => {
        const sent = made(send(), facts());
        const done = made(code(), facts({ session: underWay() }));
        return [sent.effects, Object.keys(done.guard?.failures ?? {}), done.effects];
      },
      [
        [
          {
            kind: 'send-confirming-code',
            id: 'new-2',
            sessionId: 'session-1',
            codeId: 'new-1',
            number: 1,
            contactPointId: 'mobile',
            anew: true,
          },
        ],
        ['home', 'desk', 'tablet', 'key', 'codes'],
        [],
      ],
    ],
    [
      'R12 an app by a code of it, whose step is taken',
      () => {
        const { rows, guard } = made(tablet(101), facts());
        return [rows, 'tablet' in (guard?.failures ?? {})];
      },
      [[{ kind: 'factor-step', factorId: 'tablet', step: 101 }], false],
    ],
    [
      'R12 a key by using it, with its new counter',
      () =>
        made(show({ id: 'key', matches: true, step: 8, credential: 'next' }), facts()).rows.map(
          ({ kind }) => kind,
        ),
      ['factor-step', 'factor-credential'],
    ],
    ['R11 no step twice', () => came(tablet(100), facts()), ['confirm-anew-refused']],
    [
      'no key that was copied',
      () => came(show({ id: 'key', matches: true, step: 7 }), facts()),
      ['confirm-anew-refused'],
    ],
    [
      'what works is not confirmed',
      () => came(show({ id: 'app', matches: true, step: 101 }), facts()),
      'nothing-to-do',
    ],
    [
      'codes on paper are made anew instead',
      () => came(show({ id: 'codes', matches: true }), facts()),
      'not-found',
    ],
    [
      'nothing of another account',
      () => [came(send('elsewhere'), facts()), came(tablet(101), facts({ account: anAccount() }))],
      ['not-found', 'not-found'],
    ],
    [
      'no SMS to a landline or a mailbox',
      () => [
        came(send('desk'), facts()),
        came(send('desk', 'voice'), facts()),
        came(send('home'), facts()),
        came(send('home', 'email-code'), facts()),
      ],
      [
        'contact-point-unknown',
        ['confirming-code-sent'],
        'contact-point-unknown',
        ['confirming-code-sent'],
      ],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('who may confirm anew', () => {
  const given = (at: number): Account =>
    anOwner({
      factors: [
        aFactor('app', { givenByCase: 'case-1', addedAt: plus(START, -at) }),
        aFactor('tablet'),
      ],
    });
  it.each<Row>([
    [
      'R12 nobody whose second factor is not of the last five minutes',
      () => {
        const session = aSession({ authenticatedAt: plus(START, -minutes(6)) });
        return [came(send(), facts({ session })), came(tablet(101), facts({ session }))];
      },
      ['reauthenticate', 'reauthenticate'],
    ],
    [
      'R12 no sign-in with the very thing',
      () => {
        const session = underWay();
        return [
          came(tablet(101), facts({ session: aSession({ factorId: 'tablet' }) })),
          came(code(), facts({ session: { ...session, factorId: 'sms' } })),
        ];
      },
      ['reauthenticate', 'reauthenticate'],
    ],
    [
      'R12 a contact point that stood in for a second factor vouches for nothing',
      () => {
        const { factorId: _, ...session } = aSession();
        return came(tablet(101), facts({ session }));
      },
      'reauthenticate',
    ],
    [
      'R32 a sign-in that rests on what a case gave does not, for seven days',
      () => [
        came(tablet(101), facts({ account: given(days(7) - 1) })),
        came(send(), facts({ account: given(days(7) - 1) })),
        came(tablet(101), facts({ account: given(days(7)) })),
      ],
      ['reauthenticate', 'reauthenticate', ['confirmed-anew']],
    ],
    [
      'a backup code may: codes on paper are another thing than the phone',
      () => came(tablet(101), facts({ session: aSession({ factorId: 'codes' }) })),
      ['confirmed-anew'],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('guessing while confirming anew', () => {
  const wrongTimes = (times: number, id = 'tablet') => {
    let guard = failed('mobile', 'tablet');
    for (let i = 0; i < times; i++) guard = withFailure(guard, `anew ${id}`, START);
    return facts({ account: anOwner({ guard }) });
  };
  const waits = (given: OwnFacts): number => {
    const outcome = decideOwn(tablet(101), given);
    return isOwnRefusal(outcome) ? between(given.now, outcome.retryAt ?? given.now) : 0;
  };
  it.each<Row>([
    [
      'R12 counts on a counter of its own, and leaves the hundred as they are',
      () => made(tablet(101, false), facts()).guard?.failures,
      {
        ...failed('mobile', 'home', 'desk', 'tablet', 'key', 'codes').failures,
        'anew tablet': { inARow: 1, lastAt: START },
      },
    ],
    [
      'R12 from the third in a row on it waits, ever longer, at most a day, and never for good',
      () => [2, 3, 4, 50, 100, 1000].map((times) => waits(wrongTimes(times))),
      [0, seconds(30), minutes(1), hours(24), hours(24), hours(24)],
    ],
    [
      'R12 each thing has a counter: confirming one takes nothing off another',
      () => {
        const given = wrongTimes(4, 'mobile');
        return made(tablet(101), given).guard?.failures['anew mobile']?.inARow;
      },
      4,
    ],
    [
      'R12 who waits gets no code either',
      () => came(send(), wrongTimes(3, 'mobile')),
      'sign-in-wait',
    ],
    [
      'R11 only the newest code, in its time, five entries',
      () => [
        came(code(), facts()),
        came(code(), facts({ session: underWay({ anew: 'home' }) })),
        came(code(), facts({ session: underWay({ expiresAt: START }) })),
        came(code(), facts({ session: underWay({ wrongEntries: 5 }) })),
        came(code({ code: { id: 'code', number: 2 } }), facts({ session: underWay() })),
        came(code({ code: { id: 'older', number: 1 } }), facts({ session: underWay() })),
      ],
      [
        'no-code-sent',
        'no-code-sent',
        'code-expired',
        'code-used-up',
        ['confirm-anew-refused'],
        ['confirm-anew-refused'],
      ],
    ],
    [
      'a wrong code says how often it may be tried yet',
      () => {
        const { answer, rows } = made(code({ matches: false }), facts({ session: underWay() }));
        const row = rows.find(({ kind }) => kind === 'confirming');
        return [answer.entriesLeft, row?.kind === 'confirming' && row.confirming?.wrongEntries];
      },
      [4, 1],
    ],
    [
      'R11 its code adds nothing, and the code of an addition confirms nothing',
      () => {
        const change = {
          kind: 'add-factor' as const,
          factor: { id: 'new', kind: 'voice' as const, label: '', contactPointId: 'mobile' },
        };
        const { anew: _, ...bare } = underWay().confirming as Extract<Confirming, { anew: string }>;
        const adding = aSession({ confirming: { ...bare, change } });
        const verdict = { id: 'code', number: 1, matches: true };
        return [
          came({ type: 'enter-confirming-code', verdict }, facts({ session: underWay() })),
          came(code(), facts({ session: adding })),
        ];
      },
      ['no-code-sent', 'no-code-sent'],
    ],
    [
      'R13 three codes an hour',
      () => {
        const guard = {
          ...failed('mobile'),
          sends: { mobile: { staff: [], holder: [], signIn: [START, START, START] } },
        };
        return came(send(), facts({ account: anOwner({ guard }) }));
      },
      'too-many-codes',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('a new address', () => {
  it('R12 is never switched off for good: there is nothing to confirm it by', () => {
    const point = {
      id: 'new',
      kind: 'email' as const,
      address: 'new@example.org',
      smsCapable: false,
      opensWithAccount: false,
      words: [],
    };
    const { anew: _, ...bare } = underWay().confirming as Extract<Confirming, { anew: string }>;
    const session = aSession({
      confirming: {
        ...bare,
        expiresAt: plus(START, hours(25)),
        change: { kind: 'add-contact-point', point },
      },
    });
    const account = anOwner({ guard: failed('own-new-address') });
    const enter: OwnCommand = {
      type: 'enter-confirming-code',
      verdict: { id: 'code', number: 1, matches: true },
    };
    expect(came(enter, facts({ account, session }))).toBe('sign-in-wait');
    const now = plus(START, hours(24));
    expect(came(enter, facts({ account, session, now }))).toEqual(['contact-point-added']);
    // Nor does what was guessed in a case, under another secret, make this one wait.
    const ofCase = anOwner({ guard: failed('new-address') });
    expect(came(enter, facts({ account: ofCase, session }))).toEqual(['contact-point-added']);
  });
});
