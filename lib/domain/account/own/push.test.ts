import { describe, expect, it } from 'vitest';
import { ago, START } from '../../testing/accounts';
import type { Row } from '../../testing/row';
import {
  anOwnAccount,
  anOwner,
  aSession,
  aTicket,
  cameOf,
  decidedOn,
  show,
  someFacts,
} from '../../testing/signing-in';
import { days, minutes, plus, seconds } from '../../time';
import { emptyGuard } from '../guard';
import type { OwnCommand, OwnFacts } from './command';
import type { AskedQuestion } from './own';

const ask = (browserDeviceId?: string): OwnCommand => ({
  type: 'ask-push',
  factorId: 'push',
  question: { id: 'question', number: 37, address: '192.0.2.1', device: 'Firefox, Linux' },
  ...(browserDeviceId ? { browserDeviceId } : {}),
});
const asked = (more: Partial<AskedQuestion> = {}): AskedQuestion => ({
  id: 'question',
  factorId: 'push',
  number: 37,
  askedAt: START,
  expiresAt: plus(START, minutes(2)),
  address: '198.51.100.9',
  device: 'Chrome, Windows',
  ticketHash: 'ticket',
  ...more,
});
const answer = (
  said: 'no' | { number: number },
  device = { id: 'phone', agentHash: 'agent-phone' },
): OwnCommand => ({ type: 'answer-push', questionId: 'question', device, answer: said });
const open = (more: Partial<AskedQuestion> = {}, facts: Partial<OwnFacts> = {}): OwnFacts => {
  // The other device holds no ticket.
  const { ticket: _, ...rest } = someFacts({ own: anOwnAccount({ asked: asked(more) }), ...facts });
  return rest;
};
const right = answer({ number: 37 });

describe('a question to another device', () => {
  it.each<Row>([
    [
      'lives two minutes',
      () => {
        const outcome = decidedOn(ask(), someFacts());
        return typeof outcome === 'string' ? outcome : outcome.answer.push?.expiresAt;
      },
      plus(START, minutes(2)),
    ],
    [
      'one at a time, from whichever ticket',
      () =>
        cameOf(ask(), someFacts({ own: anOwnAccount({ asked: asked({ ticketHash: 'other' }) }) })),
      'push-open',
    ],
    [
      'another once that one was answered, or is past',
      () => [
        cameOf(
          ask(),
          someFacts({ own: anOwnAccount({ asked: asked({ answer: 'wrong-number' }) }) }),
        ),
        cameOf(ask(), someFacts({ own: anOwnAccount({ asked: asked({ expiresAt: START }) }) })),
      ],
      [undefined, undefined],
    ],
    [
      'five an hour, so that nobody says yes to be left in peace',
      () => {
        const signIn = [1, 2, 3, 4, 5].map((n) => ago(minutes(n)));
        const guard = { ...emptyGuard(), sends: { push: { staff: [], holder: [], signIn } } };
        return cameOf(ask(), someFacts({ account: anOwner({ guard }) }));
      },
      'push-too-often',
    ],
    [
      'R12 none while wrong answers ask a wait',
      () => {
        const failures = { push: { inARow: 3, lastAt: ago(seconds(5)) } };
        return cameOf(
          ask(),
          someFacts({ account: anOwner({ guard: { ...emptyGuard(), failures } }) }),
        );
      },
      'sign-in-wait',
    ],
    [
      'not of the browser that signs in',
      () => cameOf(ask('phone'), someFacts()),
      'factor-unavailable',
    ],
    [
      'not to renew what that very device let in, whatever cookie is sent',
      () =>
        cameOf(
          ask(),
          someFacts({
            ticket: aTicket({ sessionId: 'session' }),
            own: anOwnAccount({ sessions: [aSession({ trustedDeviceId: 'phone' })] }),
          }),
        ),
      'factor-unavailable',
    ],
    [
      'not to a device that is no longer trusted',
      () => cameOf(ask(), someFacts({ own: anOwnAccount({ devices: [] }) })),
      'factor-unavailable',
    ],
    [
      'not for a ticket that is over',
      () => cameOf(ask(), someFacts({ ticket: aTicket({ used: true }) })),
      'ticket-over',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('its answer', () => {
  const rowsOf = (command: OwnCommand) => {
    const outcome = decidedOn(command, open());
    return typeof outcome === 'string' ? outcome : outcome.rows;
  };
  it.each<Row>([
    ['the right number is a yes', () => cameOf(right, open()), true],
    ['any other is none', () => cameOf(answer({ number: 38 }), open()), false],
    [
      'R12 a wrong number ends the question and counts',
      () => {
        const outcome = decidedOn(answer({ number: 38 }), open());
        if (typeof outcome === 'string') return outcome;
        const [row] = outcome.rows;
        return [
          row?.kind === 'push-answered' && row.question.answer,
          outcome.guard?.failures.push?.inARow,
        ];
      },
      ['wrong-number', 1],
    ],
    [
      'no is a report, from where the sign-in came',
      () => rowsOf(answer('no')),
      [
        { kind: 'push-answered', question: asked({ answer: 'no' }) },
        {
          kind: 'sign-in',
          id: 'id-1',
          device: 'Chrome, Windows',
          address: '198.51.100.9',
          outcome: 'reported',
          factorId: 'push',
        },
      ],
    ],
    ['once', () => cameOf(right, open({ answer: 'yes' })), 'push-over'],
    ['not after a wrong one', () => cameOf(right, open({ answer: 'wrong-number' })), 'push-over'],
    ['not past its time', () => cameOf(right, open({ expiresAt: START })), 'push-over'],
    ['not to another question', () => cameOf(right, open({ id: 'newer' })), 'push-over'],
    [
      'not from another trusted device of the account',
      () => cameOf(answer({ number: 37 }, { id: 'laptop', agentHash: 'agent-laptop' }), open()),
      'push-over',
    ],
    [
      'not from a stolen cookie in another browser',
      () => cameOf(answer({ number: 37 }, { id: 'phone', agentHash: 'other' }), open()),
      'push-over',
    ],
    [
      'not once the factor was removed',
      () => {
        const factors = anOwner().factors.map((f) => ({ ...f, removedAt: ago(days(1)) }));
        return cameOf(right, open({}, { account: anOwner({ factors }) }));
      },
      'push-over',
    ],
    [
      'a yes lets in where it was asked, and nowhere else',
      () => {
        const shown = show({ factorId: 'push', matches: true });
        const { ticketHash: _, ...push } = asked({ answer: 'yes' });
        return [
          cameOf(shown, someFacts({ ticket: aTicket({ push }) })),
          cameOf(shown, someFacts({ ticket: aTicket() })),
        ];
      },
      [true, 'push-over'],
    ],
    [
      'R12 neither a no nor silence lets in, and neither is a guess',
      () => {
        const shown = show({ factorId: 'push', matches: true });
        const { ticketHash: _, ...push } = asked();
        return [
          cameOf(shown, someFacts({ ticket: aTicket({ push }) })),
          cameOf(shown, someFacts({ ticket: aTicket({ push: { ...push, answer: 'no' } }) })),
        ];
      },
      ['push-over', 'push-over'],
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
