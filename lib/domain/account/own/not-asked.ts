import { notAskedBefore, withNotAsked } from '../guard';
import {
  type OwnCommandOf,
  type OwnDecision,
  type OwnFacts,
  type OwnRow,
  ownDecided,
} from './command';

/** The sign-in is over, and stands in the history with where it came from. One that was let in is no longer under way. */
const endSignIn = ({ ticket, account, newId }: OwnFacts): OwnRow[] => {
  if (!ticket || ticket.used) return [];
  const { factorId, from } = ticket.code ?? {};
  return [
    { kind: 'ticket-used' },
    {
      kind: 'sign-in',
      id: newId(),
      outcome: 'reported',
      // Never that of whoever reports: the history says who tried.
      device: from?.device ?? '',
      address: from?.address ?? '',
      ...(account.factors.some(({ id }) => id === factorId) ? { factorId } : {}),
    },
  ];
};

/** The wish is over, also when the code was sent again meanwhile; the session in which it was uttered stays. */
const endConfirming = (sessionId: string, { own }: OwnFacts): OwnRow[] =>
  own.sessions.some(({ id, confirming }) => id === sessionId && confirming)
    ? [{ kind: 'confirming', sessionId }]
    : [];

const rowsOf = ({ about }: OwnCommandOf<'report-not-asked'>, facts: OwnFacts): OwnRow[] => {
  if (about.kind === 'sign-in') return endSignIn(facts);
  return about.kind === 'confirming' ? endConfirming(about.sessionId, facts) : [];
};

/**
 * "I did not ask for this", of a code that belongs to no case (R43): kept once for each code, and what it was for is
 * over. It opens nothing, changes nothing else about the account, and asks for no sign-in.
 */
export const reportNotAsked = (
  command: OwnCommandOf<'report-not-asked'>,
  facts: OwnFacts,
): OwnDecision => {
  const { account, now } = facts;
  const { about, contactPointId } = command;
  if (notAskedBefore(account.guard, about)) return ownDecided([]);
  return ownDecided(
    [
      {
        type: 'not-asked-reported',
        over: about.kind,
        ...(contactPointId ? { contactPointId } : {}),
      },
    ],
    { rows: rowsOf(command, facts), guard: withNotAsked(account.guard, command, now) },
  );
};
