import type { HolderActor } from '../../domain/access/roles';
import type { Case } from '../../domain/case/case';
import { type Refusal, type RefusalCode, refuse } from '../../domain/case/command';
import { readHandle } from '../../domain/case/handle';
import { minutes } from '../../domain/time';
import type { CaseRead } from '../../ports/store';
import type { Origin } from '../../ports/world';
import type { Caller, Ports } from '../gate';

/** What a browser before the holder's page brings along. */
export type HolderDoor = {
  handle: string;
  /** Cookie of this browser; its hash is the screen's id. */
  screenToken?: string;
  /** Cookie with the case secret. */
  secret?: string;
  origin: Origin;
};

export type Entered = {
  caller: Caller & { actor: HolderActor };
  caseId: string;
  read: CaseRead & { case: Case };
  screenToken: string;
  screenId: string;
};

/**
 * design.md §4: tries of handles are limited per address. Only misses count: a whole office may sit behind one address,
 * and 50 bits make guessing hopeless long before.
 */
const TRIES = { most: 60, per: minutes(10) };

/**
 * Finds the case behind a handle and judges what the browser holds: its screen, and whether its case secret is the
 * newest. An unknown handle, an unreadable one and one tried too often look alike (R14).
 */
export const enter = async (ports: Ports, door: HolderDoor): Promise<Entered | Refusal> => {
  const { store, secrets } = ports;
  const { origin } = door;
  const handle = readHandle(door.handle);
  const tries = `handle ${origin.address}`;
  const found = handle ? await store.findHandle(handle) : undefined;
  if (!found) {
    const allowed = await store.takeTry(tries, TRIES.most, TRIES.per);
    return deny(ports, origin, allowed ? 'not-found' : 'too-fast');
  }
  const scope = {
    organisations: [found.organisationId],
    actor: { kind: 'holder', caseId: found.caseId, via: 'handle' } as const,
    origin,
  };
  const read = await store.read(scope, { caseId: found.caseId });
  if (!read?.case) return deny(ports, origin, 'not-found');
  const screenToken = door.screenToken ?? secrets.newToken();
  const screenId = secrets.hash(screenToken);
  const generation = read.case.secret?.generation;
  const holds =
    generation !== undefined &&
    door.secret !== undefined &&
    secrets.caseSecretMatches(found.caseId, generation, door.secret);
  // Whoever guessed too often is stopped also at a right handle; who holds the case secret did not guess.
  if (!holds && (await store.tries(tries, TRIES.per)) > TRIES.most)
    return deny(ports, origin, 'too-fast');
  return {
    caller: {
      ...scope,
      actor: { ...scope.actor, screenId, ...(holds ? { secretGeneration: generation } : {}) },
    },
    caseId: found.caseId,
    read: { ...read, case: read.case },
    screenToken,
    screenId,
  };
};

const deny = async (
  { store }: Ports,
  origin: Origin,
  code: 'not-found' | 'too-fast',
): Promise<Refusal> => {
  await store.deny({ actor: { kind: 'nobody' }, origin, action: 'open-handle', code });
  return refuse('not-found');
};

/** A refusal before the gate was asked stands in the log as the gate's own do (R39). */
export const denyEntered = async (
  { store }: Ports,
  { caller, caseId }: Entered,
  action: string,
  code: RefusalCode,
): Promise<Refusal> => {
  const { actor, origin } = caller;
  const [organisationId] = caller.organisations;
  await store.deny({
    actor,
    origin,
    action,
    code,
    objectId: caseId,
    ...(organisationId ? { organisationId } : {}),
  });
  return refuse(code);
};
