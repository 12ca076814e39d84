import type { HolderActor } from '../../domain/access/roles';
import { isOpen } from '../../domain/case/case';
import { isRefusal, type Refusal, refuse } from '../../domain/case/command';
import type { Origin } from '../../ports/world';
import type { Caller, Ports } from '../gate';
import { enter, type HolderDoor } from './door';

/**
 * Who may read the holder's page, and how much: whoever has the handle, as long as the case lasts; after its end only
 * the screen that holds the case secret. To everybody else a case that is over looks like one that never was (R14).
 */
export const findHandle = async (
  ports: Ports,
  door: HolderDoor,
): Promise<{ caller: Caller & { actor: HolderActor } } | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) {
    await readNothing(ports, door.origin);
    return entered;
  }
  const { caller, read } = entered;
  if (isOpen(read.case.status) || caller.actor.secretGeneration !== undefined) return { caller };
  await ports.store.deny({
    actor: { kind: 'nobody' },
    origin: door.origin,
    action: 'open-handle',
    code: 'not-found',
  });
  return refuse('not-found');
};

/** The work that an ended case would have cost: without it the time would tell the two apart (R14). */
const readNothing = async ({ store, secrets }: Ports, origin: Origin): Promise<void> => {
  await store.read(
    { organisations: [], actor: { kind: 'nobody' }, origin },
    { caseId: secrets.newId() },
  );
};
