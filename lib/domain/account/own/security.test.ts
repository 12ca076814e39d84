import { describe, expect, test } from 'vitest';
import {
  aFactor,
  ago,
  aKey,
  aMailbox,
  aNumber,
  anAccount,
  backupCodes,
} from '../../testing/accounts';
import { aDevice, aSession, ownFacts } from '../../testing/own';
import { days, minutes } from '../../time';
import type { AccountChange } from './account-change';
import type { OwnCommand } from './command';
import { decideOwn } from './decide-own';
import { passwordProblem } from './password';

const change = (one: AccountChange, facts = ownFacts()) =>
  decideOwn({ type: 'change-account', change: one }, facts);

describe('changing the own account', () => {
  const stale = ownFacts({ session: aSession({ authenticatedAt: ago(minutes(6)) }) });

  test.each([
    { type: 'change-account', change: { kind: 'change-password', passwordHash: 'h' } },
    { type: 'prefer-factor', factorId: 'app' },
  ] satisfies OwnCommand[])('asks a second factor of the last five minutes: $type', (command) => {
    expect(decideOwn(command, stale)).toEqual({ refused: 'reauthenticate' });
  });

  test.each([
    ['the only app', [aFactor('app'), backupCodes()], 'last-factor'],
    ['an app beside a key', [aFactor('app'), aKey('key')], undefined],
    [
      'an app beside a push',
      [aFactor('app'), aFactor('ask', { kind: 'push', deviceId: 'd' })],
      'last-factor',
    ],
    [
      'an app beside SMS',
      [aFactor('app'), aFactor('sms', { kind: 'sms', contactPointId: 'mobile' })],
      undefined,
    ],
  ])('R29 never leaves an account without a way in that lasts: %s', (_, factors, refused) => {
    const facts = ownFacts({ account: anAccount({ factors }), own: { devices: [aDevice('d')] } });
    const done = change({ kind: 'remove-factor', factorId: 'app' }, facts);
    expect('refused' in done ? done.refused : undefined).toBe(refused);
  });

  test('R29 a number under the only factor stays, as does the last contact point', () => {
    const account = anAccount({
      contactPoints: [aMailbox('home'), aNumber('mobile')],
      factors: [aFactor('sms', { kind: 'sms', contactPointId: 'mobile' })],
    });
    const session = aSession({ factorId: 'sms' });
    const drop = (contactPointId: string, of = account) =>
      change({ kind: 'remove-contact-point', contactPointId }, ownFacts({ account: of, session }));
    expect(drop('mobile')).toEqual({ refused: 'last-factor' });
    expect(drop('home')).toMatchObject({ rows: [{ kind: 'contact-point-removed' }] });
    expect(drop('home', anAccount({ contactPoints: [aMailbox('home')] }))).toEqual({
      refused: 'last-contact-point',
    });
  });

  test('what was removed in the last 90 days is told, what is older not, and a landline never', () => {
    const account = anAccount({
      contactPoints: [
        aMailbox('home'),
        aMailbox('lately', { removedAt: ago(days(89)) }),
        aMailbox('long-ago', { removedAt: ago(days(91)) }),
        aNumber('landline', { smsCapable: false }),
      ],
    });
    const done = change({ kind: 'change-password', passwordHash: 'h' }, ownFacts({ account }));
    expect(
      'effects' in done && done.effects.map((e) => 'contactPointId' in e && e.contactPointId),
    ).toEqual(['home', 'lately']);
  });

  test('a new password ends the other sessions; signing out everywhere ends all', () => {
    const own = {
      sessions: [aSession(), aSession({ id: 'other' })],
      devices: [aDevice('d')],
    };
    const facts = ownFacts({ own });
    expect(change({ kind: 'change-password', passwordHash: 'h' }, facts)).toMatchObject({
      rows: [
        { kind: 'password-changed' },
        { kind: 'tickets-ended' },
        { kind: 'sessions-ended', ids: ['other'] },
      ],
    });
    expect(decideOwn({ type: 'sign-out-everywhere' }, facts)).toMatchObject({
      rows: [
        { kind: 'sessions-ended', ids: ['session-1', 'other'] },
        { kind: 'tickets-ended' },
        { kind: 'devices-revoked', ids: ['d'] },
      ],
    });
  });

  test('a question is set up only on a device that is trusted now, and goes with it', () => {
    const push = (deviceId: string) =>
      ({
        kind: 'add-factor',
        factor: { id: 'new', kind: 'push', label: 'Tablet', deviceId },
      }) as const;
    const facts = ownFacts({ own: { devices: [aDevice('d')] } });
    expect(change(push('d'), facts)).toMatchObject({ rows: [{ kind: 'factor-added' }] });
    expect(change(push('gone'), facts)).toEqual({ refused: 'not-found' });
    const account = anAccount({
      factors: [aFactor('app'), aFactor('ask', { kind: 'push', deviceId: 'd' })],
    });
    const with2 = ownFacts({ account, own: { devices: [aDevice('d')] } });
    const done = decideOwn({ type: 'revoke-own-device', deviceId: 'd' }, with2);
    expect('rows' in done && done.rows).toContainEqual({ kind: 'factor-removed', factorId: 'ask' });
  });
});

describe('a code that confirms', () => {
  const wished: AccountChange = {
    kind: 'add-factor',
    factor: { id: 'new', kind: 'sms', label: 'SMS', contactPointId: 'mobile' },
  };
  const send = (facts = ownFacts(), one = wished) =>
    decideOwn({ type: 'send-confirming-code', change: one, via: 'sms' }, facts);
  const sent = () => {
    const done = send();
    const row = 'rows' in done ? done.rows.find(({ kind }) => kind === 'confirming') : undefined;
    if (row?.kind !== 'confirming' || !row.confirming) throw new Error('nothing was sent');
    return row.confirming;
  };
  const enter = (matches: boolean, more: object = {}, number = 1) =>
    decideOwn(
      { type: 'enter-confirming-code', verdict: { id: sent().id, number, matches } },
      ownFacts({ session: aSession({ confirming: { ...sent(), ...more } }) }),
    );

  test('a landline is offered no SMS', () => {
    const account = anAccount({ contactPoints: [aNumber('mobile', { smsCapable: false })] });
    expect(send(ownFacts({ account }))).toEqual({ refused: 'contact-point-unknown' });
  });
  test('R11 the newest adds the factor, once', () => {
    expect(enter(true)).toMatchObject({
      rows: [{ kind: 'factor-added' }, { kind: 'confirming', sessionId: 'session-1' }],
      answer: { matched: true },
    });
    expect(
      decideOwn(
        { type: 'enter-confirming-code', verdict: { id: 'x', number: 1, matches: true } },
        ownFacts(),
      ),
    ).toEqual({
      refused: 'no-code-sent',
    });
  });
  test('R11 an older one, a wrong one and one too many', () => {
    expect(enter(true, { number: 2 })).toMatchObject({
      answer: { matched: false, entriesLeft: 4 },
    });
    expect(enter(false)).toMatchObject({ answer: { matched: false } });
    expect(enter(true, { wrongEntries: 5 })).toEqual({ refused: 'code-used-up' });
    expect(enter(true, { expiresAt: ago(0) })).toEqual({ refused: 'code-expired' });
  });
  test('R12 wrong ones count on what the code was sent to, also on what is not on file', () => {
    const done = enter(false);
    expect('guard' in done && done.guard?.failures).toHaveProperty('mobile.inARow', 1);
  });
});

describe('a password', () => {
  const judge = (password: string, secondFactor = true) =>
    passwordProblem(password, {
      secondFactor,
      about: ['anna.dewit@work.example', 'Anna de Wit', 'Gemeente Voorbeeld'],
    });
  test.each([
    ['short', 'a7Kp2x', true, 'too-short'],
    ['eight beside a second factor', 'brug zes', true, undefined],
    ['eight by itself', 'brug zes', false, 'too-short'],
    ['fifteen by itself', 'brug zes fietsen', false, undefined],
    ['the first of every list', 'Welkom2026!', true, 'obvious'],
    ['with signs for letters', 'W@chtw00rd1', true, 'obvious'],
    ['a row', '123456789', true, 'obvious'],
    ['the same again', 'abababab', true, 'obvious'],
    ['the organisation', 'voorbeeld99', true, 'about-you'],
    ['a sentence with such a word', 'in de zomer fietst de kat', true, undefined],
    ['too long', 'x7'.repeat(600), true, 'too-long'],
  ])('NIST SP 800-63B-4 §3.1.1.2: %s', (_, password, secondFactor, problem) => {
    expect(judge(password, secondFactor)).toBe(problem);
  });
});
