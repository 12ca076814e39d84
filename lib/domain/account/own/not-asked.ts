import { notAskedBefore, withNotAsked } from '../guard';
import { removing } from './changes';
import {
  type OwnCommandOf,
  type OwnDecision,
  type OwnFacts,
  type OwnRow,
  ownDecided,
} from './command';
import { tellEverywhere } from './telling';

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

type Over = Pick<OwnDecision, 'events' | 'rows' | 'effects'>;

/**
 * Whoever has the message has every code of the set: it is dead for good, also where a case only switched it off, and
 * that is told like every change. No way in that lasts goes with it: backup codes never are one.
 */
const endBackupCodes = (factorId: string, facts: OwnFacts): Over => {
  const set = facts.account.factors.filter(
    ({ id, kind, removedAt }) => id === factorId && kind === 'backup-codes' && !removedAt,
  );
  const told = set.length > 0 ? tellEverywhere(facts, { about: 'backup-codes-disowned' }) : [];
  return { ...removing(set), effects: told };
};

const overBy = ({ about }: OwnCommandOf<'report-not-asked'>, facts: OwnFacts): Over => {
  if (about.kind === 'backup-codes') return endBackupCodes(about.factorId, facts);
  const rows: OwnRow[] =
    about.kind === 'sign-in'
      ? endSignIn(facts)
      : about.kind === 'confirming'
        ? endConfirming(about.sessionId, facts)
        : [];
  return { events: [], rows, effects: [] };
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
  const { events, rows, effects } = overBy(command, facts);
  return ownDecided(
    [
      {
        type: 'not-asked-reported',
        over: about.kind,
        ...(contactPointId ? { contactPointId } : {}),
      },
      ...events,
    ],
    { rows, effects, guard: withNotAsked(account.guard, command, now) },
  );
};
