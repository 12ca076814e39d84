import { refuseOwn } from '../../domain/account/own/command';
import { wakeWaitingChange } from '../../domain/account/own/waiting-change';
import { contactMailbox } from '../../domain/account/recovery-contact';
import type { Alarm } from '../../ports/bell';
import { type Ports, systemOf } from '../gate';

/**
 * The end of the wait of a change that rests on a case (R32): it is made, or dropped. Nothing is due for one that was
 * dropped before, so too early, twice or late changes nothing.
 */
export const wakeChange = async (
  { holders, secrets, bell }: Ports,
  { id, organisationId }: Pick<Alarm, 'id' | 'organisationId'>,
): Promise<void> => {
  const caller = systemOf(organisationId);
  const waiting = await holders.waitingChange(caller, id);
  if (!waiting) return;
  const { accountId, change } = waiting;
  const target = {
    accountId,
    ...(change.kind === 'invite-contact' ? { mailbox: contactMailbox(change.address) } : {}),
  };
  const outcome = await holders.commit(caller, target, (loaded) => {
    const { now, account, own, policy, accountsOfMailbox } = loaded;
    const facts = {
      now,
      account,
      own,
      policy,
      newId: secrets.newId,
      ...(accountsOfMailbox === undefined ? {} : { accountsOfMailbox }),
    };
    return wakeWaitingChange(id, facts) ?? refuseOwn('nothing-to-do');
  });
  if ('refused' in outcome) return;
  await bell.ring(
    [],
    outcome.effects.map((effect) => effect.id),
  );
};
