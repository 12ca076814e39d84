import { describe, expect, it } from 'vitest';
import { aFactor, START } from '../../testing/accounts';
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
  withOpenCase,
} from '../../testing/signing-in';
import type { OwnCommand, OwnFacts } from './command';

const app = (step: number) => show({ factorId: 'app', matches: true, step });

describe('a session that is renewed', () => {
  const renewing = (more: Partial<Parameters<typeof aSession>[0]> = {}, account = anOwner()) =>
    someFacts({
      account,
      ticket: aTicket({ sessionId: 'session' }),
      own: anOwnAccount({ sessions: [aSession(more)] }),
    });
  const renewed = (facts: OwnFacts) => {
    const outcome = decidedOn(app(101), facts);
    return typeof outcome === 'string'
      ? outcome
      : outcome.rows.find(({ kind }) => kind === 'session-renewed');
  };
  it.each<Row>([
    [
      'gets a new token',
      () => renewed(renewing()),
      { kind: 'session-renewed', sessionId: 'session', tokenHash: 'token-hash', factorId: 'app' },
    ],
    [
      'R32 rests on what the case gave, if that was shown',
      () =>
        renewed(renewing({}, anOwner({ factors: [aFactor('app', { givenByCase: 'case-1' })] }))),
      {
        kind: 'session-renewed',
        sessionId: 'session',
        tokenHash: 'token-hash',
        factorId: 'app',
        givenByCase: 'case-1',
      },
    ],
    [
      'R28 stays the same sign-in, so that it can answer for a case',
      () => {
        const outcome = decidedOn(app(101), renewing({}, withOpenCase()));
        return typeof outcome === 'string' ? outcome : outcome.effects;
      },
      [
        {
          kind: 'note-sign-in',
          id: 'id-1',
          caseId: 'case-1',
          signInId: 'first-sign-in',
          factorId: 'app',
          at: START,
        },
      ],
    ],
    [
      'R36 is not brought back once it was ended',
      () => cameOf(app(101), someFacts({ ticket: aTicket({ sessionId: 'ended' }) })),
      'ticket-over',
    ],
    [
      'is not skipped by a trusted device',
      () =>
        cameOf(
          {
            type: 'skip-second-factor',
            device: { id: 'laptop', agentHash: 'agent-laptop', newTokenHash: 'new' },
            session: aNewSession,
          },
          renewing(),
        ),
      'factor-unavailable',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});

describe('a trusted device', () => {
  const skip = (id: string, agentHash = `agent-${id}`): OwnCommand => ({
    type: 'skip-second-factor',
    device: { id, agentHash, newTokenHash: 'new' },
    session: aNewSession,
  });
  const rows = (command: OwnCommand) => {
    const outcome = decidedOn(command, someFacts());
    return typeof outcome === 'string' ? outcome : outcome.rows;
  };
  it.each<Row>([
    ['lets in, and rests on no factor', () => cameOf(skip('laptop'), someFacts()), true],
    [
      'gets a new token each time',
      () => rows(skip('laptop')),
      expect.arrayContaining([{ kind: 'device-used', deviceId: 'laptop', tokenHash: 'new' }]),
    ],
    [
      'in another browser it lets nobody in, and is trusted no longer',
      () => [cameOf(skip('laptop', 'other'), someFacts()), rows(skip('laptop', 'other'))],
      [false, [{ kind: 'devices-revoked', ids: ['laptop'] }]],
    ],
    [
      'that was revoked, has run out or is of another account lets nobody in',
      () => cameOf(skip('elsewhere'), someFacts()),
      'factor-unavailable',
    ],
  ])('%s', (_, run, then) => expect(run()).toEqual(then));
});
