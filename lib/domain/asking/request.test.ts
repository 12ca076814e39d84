import { describe, expect, it } from 'vitest';
import type { Account } from '../account/account';
import { emptyGuard, withSend } from '../account/guard';
import { defaultPolicy } from '../policy/policy';
import { aFactor, ago, aMailbox, aNumber, anAccount, START } from '../testing/accounts';
import { days, hours, minutes, plus, seconds } from '../time';
import { decideRequest, type RequestCommand } from './decide-request';
import { type AskedOver, codeLife, isJudged, pointAsked, type RecoveryRequest } from './request';

const policy = defaultPolicy();
const anna = (more: Partial<Account> = {}) => anAccount(more);
const guard = (more: Partial<Account['guard']>) => ({ guard: { ...emptyGuard(), ...more } });
const old = (id: string, age: number, more = {}) =>
  aMailbox(id, { addedAt: ago(days(age)), ...more });

describe('R42 where the code of a request goes', () => {
  const young = { addedAt: ago(days(6)), source: 'holder' } as const;
  it.each<[string, Partial<Account>, AskedOver, string | undefined]>([
    ['a mailbox on file', {}, 'email', 'home'],
    ['a number on file', {}, 'sms', 'mobile'],
    [
      'the one that has stood longest',
      { contactPoints: [old('b', 9), old('a', 99)] },
      'email',
      'a',
    ],
    ['none of the wished kind: nowhere', { contactPoints: [aNumber('n')] }, 'email', undefined],
    [
      'a landline takes no SMS',
      { contactPoints: [aNumber('n', { smsCapable: false })] },
      'sms',
      undefined,
    ],
    [
      'not one that came on file this week',
      { contactPoints: [aMailbox('m', young)] },
      'email',
      undefined,
    ],
    [
      'not one that was taken off file',
      { contactPoints: [old('m', 99, { removedAt: START })] },
      'email',
      undefined,
    ],
    [
      'not one that refused its last message',
      { contactPoints: [old('m', 99, { refusedAt: START })] },
      'email',
      undefined,
    ],
    [
      'R7 not a mailbox that opens with this account',
      { contactPoints: [old('m', 99, { opensWithAccount: true })] },
      'email',
      undefined,
    ],
    [
      'R1 not one of many accounts',
      { contactPoints: [old('m', 99, { accountsWithIt: 3 })] },
      'email',
      undefined,
    ],
    [
      'R3 not one that was reported',
      guard({ reported: { home: START, club: START } }),
      'email',
      undefined,
    ],
    [
      'R12 not where outsiders guessed a hundred times in a row; the next one',
      guard({ failures: { 'request:home': { inARow: 100, lastAt: ago(days(300)) } } }),
      'email',
      'club',
    ],
    [
      'R12 not where the holder did either',
      guard({ failures: { home: { inARow: 100, lastAt: ago(days(300)) } } }),
      'email',
      'club',
    ],
  ])('%s', (_, more, over, point) => {
    const subject = { account: anna(more), policy, now: START };
    expect(pointAsked(subject, { symptom: 'app-lost', over })?.id).toBe(point);
  });

  it('not by a way that the policy refuses', () => {
    const refusing = { ...policy, refusedProofs: ['email-challenge'] };
    const subject = { account: anna(), policy: refusing, now: START };
    expect(pointAsked(subject, { symptom: 'other', over: 'email' })).toBeUndefined();
  });

  it('R11 its code lives ten minutes at most, also where the policy gives codes by mail a day', () => {
    expect(codeLife('email', { ...policy, emailCodeLife: hours(24) })).toBe(minutes(10));
    expect(codeLife('email', { ...policy, emailCodeLife: minutes(5) })).toBe(minutes(5));
    expect(codeLife('sms', { ...policy, phoneCodeLife: minutes(2) })).toBe(minutes(2));
  });
});

const request: RecoveryRequest = {
  id: 'r',
  symptom: 'app-lost',
  over: 'email',
  contactPointId: 'home',
  number: 2,
  digits: 6,
  sentAt: START,
  expiresAt: plus(START, minutes(10)),
  wrongEntries: 0,
  createdAt: ago(minutes(20)),
};
const verdict = { requestId: 'r', number: 2, matches: true };
const failed = (inARow: number, before: number) =>
  guard({ failures: { 'request:home': { inARow, lastAt: ago(before) } } });

describe('R11 R12 which entry is judged', () => {
  it.each<[string, Partial<RecoveryRequest>, Partial<Account>, boolean]>([
    ['the newest code in its time', {}, {}, true],
    ['an older code', { number: 3 }, {}, false],
    ['of another request', { id: 'other' }, {}, false],
    ['one that was used', { answeredAt: START }, {}, false],
    ['R43 one that nobody asked for', { endedAt: START }, {}, false],
    ['at the very end of its time', { expiresAt: START }, {}, false],
    ['of a request that is an hour old', { createdAt: ago(hours(1)) }, {}, false],
    ['after four wrong ones', { wrongEntries: 4 }, {}, true],
    ['after five wrong ones', { wrongEntries: 5 }, {}, false],
    ['to a contact point that is off file now', {}, { contactPoints: [aMailbox('club')] }, false],
    ['after two failures in a row', {}, failed(2, 0), true],
    ['right after the third', {}, failed(3, 0), false],
    ['30 seconds after it', {}, failed(3, seconds(30)), true],
    ['a year after the hundredth', {}, failed(100, days(365)), false],
    [
      'whatever the holder did on the own counter',
      {},
      guard({ failures: { home: { inARow: 50, lastAt: START } } }),
      true,
    ],
  ])('%s', (_, more, account, judged) => {
    const subject = { account: anna(account), policy, now: START };
    expect(isJudged({ ...request, ...more }, verdict, subject)).toBe(judged);
  });
});

describe('what a wish, a guess and a no do', () => {
  const decide = (command: RequestCommand, account = anna(), standing?: RecoveryRequest) =>
    decideRequest(command, {
      now: START,
      account,
      policy,
      newId: () => 'effect',
      ...(standing ? { request: standing } : {}),
    });
  const asks = { type: 'ask', requestId: 'r', symptom: 'app-lost', over: 'email' } as const;
  const nothing = { effects: [] };

  it('R42 R13 a wish sends one code, on the budget of outsiders', () => {
    const { request: made, guard: next, effects } = decide(asks);
    expect(made).toMatchObject({ id: 'r', number: 1, contactPointId: 'home', wrongEntries: 0 });
    expect(next?.sends.home).toEqual({ staff: [], holder: [], nobody: [START] });
    expect(effects).toEqual([
      {
        kind: 'send-request-code',
        id: 'effect',
        requestId: 'r',
        number: 1,
        contactPointId: 'home',
        via: 'email-code',
      },
    ]);
  });

  const sends = (nobody: string[]) => guard({ sends: { home: { staff: [], holder: [], nobody } } });
  const sixToday = [23, 6, 5, 4, 3, 2].map((h) => ago(hours(h)));
  it.each<[string, Account, boolean]>([
    ['R13 the third within the hour', anna(sends([START, START])), true],
    ['R13 the fourth', anna(sends([START, START, START])), false],
    ['R13 the fourth, an hour after the first', anna(sends([ago(hours(1)), START, START])), true],
    ['R13 the sixth within a day', anna(sends([2, 3, 4, 5, 23].map((h) => ago(hours(h))))), true],
    ['R13 the seventh within a day', anna(sends(sixToday)), false],
    [
      'R13 the seventh, a day after the first',
      anna(sends([ago(hours(24)), ...sixToday.slice(1)])),
      true,
    ],
    [
      'R13 whatever desk and holder have sent',
      anna(
        guard({ sends: { home: { staff: [START, START, START], holder: [START, START, START] } } }),
      ),
      true,
    ],
    ['R14 a disabled account', anna({ disabled: true }), false],
    ['R14 a privileged account', anna({ privileged: true }), true],
    ['a contested account', anna(guard({ contestedUntil: plus(START, days(9)) })), true],
    ['an account with an open recovery', anna(guard({ accessCaseId: 'c' })), true],
    ['an account without a second factor', anna({ factors: [] }), true],
  ])('a code is sent: %s', (_, account, sent) => {
    expect(decide(asks, account).effects).toHaveLength(sent ? 1 : 0);
  });

  it('R13 a send remembers those of outsiders for a day, and those of the desk for an hour', () => {
    const many = [ago(hours(25)), ago(hours(24)), ago(hours(23)), ago(minutes(59))];
    const next = decide(asks, anna(sends(many))).guard;
    expect(next?.sends.home?.nobody).toEqual([ago(hours(23)), ago(minutes(59)), START]);
    const { sends: staff } = withSend(
      { ...emptyGuard(), sends: { home: { staff: many, holder: [] } } },
      'home',
      'staff',
      START,
    );
    expect(staff.home?.staff).toEqual([ago(minutes(59)), START]);
  });

  it('R13 R14 the seventh code of a day looks like every wish that sends nothing', () => {
    const unknown = decide(asks, anna({ contactPoints: [] }));
    expect(decide(asks, anna(sends(sixToday)))).toEqual(unknown);
    const again = { type: 'ask-again' } as const;
    expect(decide(again, anna(sends(sixToday)), request)).toEqual(nothing);
  });

  it('R11 asking again kills the code before it and gives its entries back, not the failures', () => {
    const tried = { ...request, wrongEntries: 4 };
    const next = decide({ type: 'ask-again' }, anna(failed(2, 0)), tried);
    expect(next.request).toMatchObject({ number: 3, wrongEntries: 0, createdAt: tried.createdAt });
    expect(next.guard?.failures['request:home']?.inARow).toBe(2);
  });

  it('R12 a wrong entry counts on the request and on the counter of outsiders', () => {
    const next = decide({ type: 'enter-wrong-code', verdict }, anna(), request);
    expect(next.request?.wrongEntries).toBe(1);
    expect(next.guard?.failures).toEqual({ 'request:home': { inARow: 1, lastAt: START } });
  });

  it.each<[string, RequestCommand, RecoveryRequest | undefined]>([
    ['a guess at what is gone', { type: 'enter-wrong-code', verdict }, undefined],
    ['a guess at an old code', { type: 'enter-wrong-code', verdict }, { ...request, number: 3 }],
    ['another code for what is answered', { type: 'ask-again' }, { ...request, answeredAt: START }],
    ['another code for what was ended', { type: 'ask-again' }, { ...request, endedAt: START }],
    [
      'another code after the hour',
      { type: 'ask-again' },
      { ...request, createdAt: ago(hours(1)) },
    ],
    ['a no to what is answered', { type: 'end-request' }, { ...request, answeredAt: START }],
  ])('%s does nothing', (_, command, standing) => {
    expect(decide(command, anna(), standing)).toEqual(nothing);
  });

  it('R43 a no ends it', () => {
    expect(decide({ type: 'end-request' }, anna(), request).request?.endedAt).toBe(START);
  });

  it('R42 the symptom decides over no contact point: also a factor over it may go', () => {
    const account = anna({ factors: [aFactor('sms', { kind: 'sms', contactPointId: 'mobile' })] });
    const wish = { ...asks, symptom: 'no-sms', over: 'sms' } as const;
    expect(decide(wish, account).request?.contactPointId).toBe('mobile');
  });
});
