import { describe, expect, it } from 'vitest';
import { aFactor, START } from '../../testing/accounts';
import type { Row } from '../../testing/row';
import {
  anOwnAccount,
  anOwner,
  aSession,
  aTicket,
  decidedOn,
  someFacts,
} from '../../testing/signing-in';
import { minutes, plus } from '../../time';
import { notAskedLately } from '../guard';
import type { OwnCodeAbout, OwnCommand, OwnFacts } from './command';
import type { Confirming, SentCode } from './own';

const signIn: OwnCodeAbout = { kind: 'sign-in', ticketHash: 'ticket', codeId: 'code' };
const confirming: OwnCodeAbout = { kind: 'confirming', sessionId: 'session', codeId: 'code' };
const backupCodes: OwnCodeAbout = { kind: 'backup-codes', factorId: 'codes' };
const report = (about: OwnCodeAbout, contactPointId?: string): OwnCommand => ({
  type: 'report-not-asked',
  about,
  ...(contactPointId ? { contactPointId } : {}),
});

const code: SentCode = {
  id: 'code',
  number: 1,
  factorId: 'sms',
  contactPointId: 'mobile',
  from: { address: '198.51.100.9', device: 'Chrome, Windows' },
  sentAt: START,
  expiresAt: plus(START, minutes(10)),
};
const wish: Confirming = {
  id: 'code',
  number: 1,
  change: {
    kind: 'add-contact-point',
    point: {
      id: 'new',
      kind: 'email',
      address: 'new@example.net',
      smsCapable: false,
      opensWithAccount: false,
      words: [],
    },
  },
  via: 'email-code',
  sentAt: START,
  expiresAt: plus(START, minutes(10)),
  wrongEntries: 0,
};

const rowsOf = (about: OwnCodeAbout, facts: OwnFacts) => {
  const done = decidedOn(report(about, 'mobile'), facts);
  return typeof done === 'string' ? done : done.rows;
};
const withTicket = (more: Parameters<typeof aTicket>[0] = {}) =>
  someFacts({ ticket: aTicket({ code, ...more }) });
const withWish = (more: Partial<Confirming> = {}) =>
  someFacts({
    own: anOwnAccount({
      sessions: [
        aSession({ id: 'other', confirming: wish }),
        aSession({ id: 'session', confirming: { ...wish, ...more } as Confirming }),
      ],
    }),
  });

describe('R43 a code of the own pages that nobody asked for', () => {
  it.each<Row>([
    [
      'ends the sign-in, which stands in the history with where it came from',
      () => rowsOf(signIn, withTicket()),
      [
        { kind: 'ticket-used' },
        expect.objectContaining({
          kind: 'sign-in',
          outcome: 'reported',
          address: '198.51.100.9',
          device: 'Chrome, Windows',
        }),
      ],
    ],
    [
      'also by the message of an older code of that sign-in',
      () => rowsOf({ ...signIn, codeId: 'older' }, withTicket()),
      [{ kind: 'ticket-used' }, expect.objectContaining({ outcome: 'reported' })],
    ],
    [
      'of a sign-in that let in already ends nothing',
      () => rowsOf(signIn, withTicket({ used: true })),
      [],
    ],
    [
      'of a sign-in that is forgotten by now ends nothing',
      () => {
        const { ticket: _, ...facts } = someFacts();
        return rowsOf(signIn, facts);
      },
      [],
    ],
    [
      'ends the wish that was to be confirmed, and no other session’s',
      () => rowsOf(confirming, withWish()),
      [{ kind: 'confirming', sessionId: 'session' }],
    ],
    [
      'also when the code was sent again meanwhile',
      () => rowsOf(confirming, withWish({ id: 'newer', number: 2 })),
      [{ kind: 'confirming', sessionId: 'session' }],
    ],
    ['where no wish is left there is nothing to end', () => rowsOf(confirming, someFacts()), []],
    [
      'another session’s wish is not touched',
      () => rowsOf({ ...confirming, sessionId: 'gone' }, withWish()),
      [],
    ],
    [
      'a request is ended where it stands',
      () => rowsOf({ kind: 'request', requestId: 'request' }, someFacts()),
      [],
    ],
    [
      'of backup codes: the set is dead, and that is told everywhere',
      () => {
        const done = decidedOn(report(backupCodes, 'mobile'), someFacts());
        return typeof done === 'string'
          ? done
          : [
              done.events,
              done.rows,
              done.effects.map(
                (one) => one.kind === 'tell-account' && [one.letter, one.contactPointId],
              ),
              done.guard?.notAsked,
            ];
      },
      [
        [
          { type: 'not-asked-reported', over: 'backup-codes', contactPointId: 'mobile' },
          { type: 'holder-factor-removed', factorId: 'codes', factor: 'backup-codes' },
        ],
        [{ kind: 'factor-removed', factorId: 'codes' }],
        ['home', 'club', 'mobile'].map((id) => [{ about: 'backup-codes-disowned' }, id]),
        [{ at: START, over: 'backup-codes', code: 'codes', contactPointId: 'mobile' }],
      ],
    ],
    [
      'also of a set that a case switched off, of an account with nothing else to sign in with',
      () => {
        const off = aFactor('codes', { kind: 'backup-codes', disabledAt: START });
        return rowsOf(backupCodes, someFacts({ account: anOwner({ factors: [off] }) }));
      },
      [{ kind: 'factor-removed', factorId: 'codes' }],
    ],
    [
      'of a set that is gone or replaced only has it kept, and no other set or factor goes',
      () => {
        const gone = aFactor('codes', { kind: 'backup-codes', removedAt: START });
        const newer = aFactor('newer', { kind: 'backup-codes' });
        const account = anOwner({ factors: [gone, newer, aFactor('app')] });
        return ['codes', 'app', 'elsewhere'].map((factorId) => {
          const done = decidedOn(
            report({ kind: 'backup-codes', factorId }),
            someFacts({ account }),
          );
          return typeof done === 'string'
            ? done
            : [done.events.map(({ type }) => type), done.rows, done.effects];
        });
      },
      [0, 1, 2].map(() => [['not-asked-reported'], [], []]),
    ],
    [
      'needs no session, no ticket, no factor, and is kept of a disabled account too',
      () => {
        const {
          ticket: _,
          session: __,
          ...facts
        } = someFacts({ account: { ...anOwner(), disabled: true } });
        const done = decidedOn(report(confirming), facts);
        return typeof done === 'string' ? done : done.events;
      },
      [{ type: 'not-asked-reported', over: 'confirming' }],
    ],
    [
      'is kept once for each code',
      () => {
        const facts = withTicket();
        const first = decidedOn(report(signIn, 'mobile'), facts);
        if (typeof first === 'string' || !first.guard) return first;
        const account = { ...facts.account, guard: first.guard };
        const second = decidedOn(report(signIn, 'mobile'), { ...facts, account });
        return [notAskedLately(first.guard, START), second];
      },
      [
        [{ at: START, over: 'sign-in', code: 'code', contactPointId: 'mobile' }],
        { events: [], rows: [], effects: [], answer: {} },
      ],
    ],
    [
      'gives nothing: no session, no answer, no message, and nothing is contested',
      () => {
        const done = decidedOn(report(signIn, 'mobile'), withTicket());
        return typeof done === 'string'
          ? done
          : [done.answer, done.effects, done.guard?.contestedUntil, done.guard?.failures];
      },
      [{}, [], undefined, {}],
    ],
  ])('R43 %s', (_, did, expected) => expect(did()).toEqual(expected));
});
