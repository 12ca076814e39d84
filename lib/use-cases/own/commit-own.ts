import type { AccountHolderActor } from '../../domain/access/roles';
import {
  isOwnRefusal,
  type OwnCommand,
  type OwnDecision,
  type OwnRefusal,
} from '../../domain/account/own/command';
import { decideOwn } from '../../domain/account/own/decide-own';
import { contactMailbox } from '../../domain/account/recovery-contact';
import type { Owner } from '../../ports/holders';
import type { Origin } from '../../ports/world';
import type { Caller, Ports } from '../gate';

/** The holder of this account: signed in, or with a ticket that says that the password was right. */
export type OwnCaller = Caller & { actor: AccountHolderActor; ticketHash?: string };

export const ownCaller = (
  { accountId, organisationId }: Owner,
  origin: Origin,
  more: { sessionId?: string; ticketHash?: string } = {},
): OwnCaller => ({
  actor: {
    kind: 'account-holder',
    accountId,
    ...(more.sessionId ? { sessionId: more.sessionId } : {}),
  },
  origin,
  organisations: [organisationId],
  ...(more.ticketHash ? { ticketHash: more.ticketHash } : {}),
});

/** A refusal on the own pages stands in the log as the gate's own do (R39); without a record there is no answer (R47). */
export const denyOwn = async (
  { store }: Ports,
  { actor, origin, organisations }: OwnCaller,
  action: string,
  refusal: OwnRefusal,
): Promise<OwnRefusal> => {
  const [organisationId] = organisations;
  await store.deny({
    actor,
    origin,
    action,
    code: refusal.refused,
    objectId: actor.accountId,
    ...(organisationId ? { organisationId } : {}),
  });
  return refusal;
};

/**
 * The one way for an account holder to change the own account: lock → load → decide → write, in one transaction, then
 * ring. A refusal changes nothing and is recorded.
 */
export const commitOwn = async (
  ports: Ports,
  caller: OwnCaller,
  command: OwnCommand,
): Promise<OwnDecision | OwnRefusal> => {
  const { actor, ticketHash } = caller;
  const target = {
    accountId: actor.accountId,
    ...(ticketHash ? { ticketHash } : {}),
    ...(command.type === 'invite-contact' ? { mailbox: contactMailbox(command.address) } : {}),
  };
  const outcome = await ports.holders.commit(caller, target, (loaded) => {
    const { now, account, own, policy, ticket, accountsOfMailbox } = loaded;
    const session = own.sessions.find(({ id }) => id === actor.sessionId);
    return decideOwn(command, {
      now,
      account,
      own,
      policy,
      newId: ports.secrets.newId,
      ...(ticket ? { ticket } : {}),
      ...(session ? { session } : {}),
      ...(accountsOfMailbox === undefined ? {} : { accountsOfMailbox }),
    });
  });
  if (isOwnRefusal(outcome)) return denyOwn(ports, caller, command.type, outcome);
  const [organisationId = ''] = caller.organisations;
  await ports.bell.ring(
    outcome.rows.flatMap((row) =>
      row.kind === 'change-waits'
        ? [
            {
              subject: 'waiting-change' as const,
              id: row.waiting.id,
              organisationId,
              at: row.waiting.dueAt,
            },
          ]
        : [],
    ),
    outcome.effects.map(({ id }) => id),
  );
  return outcome;
};
