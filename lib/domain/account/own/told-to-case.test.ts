import { describe, expect, it } from 'vitest';
import { START } from '../../testing/accounts';
import type { Row } from '../../testing/row';
import {
  aNewSession,
  anOwner,
  decidedOn,
  show,
  someFacts,
  withOpenCase,
} from '../../testing/signing-in';
import type { OwnCommand, OwnFacts } from './command';

const app = (matches = true) => show({ factorId: 'app', matches, step: 101 });
const effectsOf = (command: OwnCommand, facts: OwnFacts) => {
  const outcome = decidedOn(command, facts);
  return typeof outcome === 'string' ? outcome : outcome.effects;
};
const during = (account = anOwner()) => someFacts({ account: withOpenCase(account) });

describe('a sign-in while a case is open', () => {
  it.each<Row>([
    [
      'tells that case in the transaction of the session: by which sign-in, with what and when',
      () => effectsOf(app(), during()),
      [
        {
          kind: 'note-sign-in',
          id: 'id-1',
          caseId: 'case-1',
          signInId: aNewSession.signInId,
          factorId: 'app',
          at: START,
        },
      ],
    ],
    ['where no case is open there is nothing to tell', () => effectsOf(app(), someFacts()), []],
    ['who was not let in tells nothing', () => effectsOf(app(false), during()), []],
    [
      'a trusted device shows no second factor',
      () =>
        effectsOf(
          {
            type: 'skip-second-factor',
            device: { id: 'laptop', agentHash: 'agent-laptop', newTokenHash: 'new' },
            session: aNewSession,
          },
          during(),
        ),
      [],
    ],
  ])('R28 %s', (_, did, expected) => expect(did()).toEqual(expected));
});
