import type { AccountChange } from '../../domain/account/own/account-change';
import { isOwnRefusal, type OwnRefusal, refuseOwn } from '../../domain/account/own/command';
import type { ReadinessQuestion } from '../../domain/account/own/own';
import type { Instant } from '../../domain/time';
import { backupCodes } from '../backup-codes';
import { commitCase, type Ports } from '../gate';
import { commitOwn, denyOwn, type OwnCaller } from './commit-own';

/** What came of a wish: done, or kept waiting until then (R32). */
export type Changed = { waitsUntil?: Instant };

export const wish = async (
  ports: Ports,
  caller: OwnCaller,
  change: AccountChange,
): Promise<Changed | OwnRefusal> => {
  const done = await commitOwn(ports, caller, { type: 'change-account', change });
  if (isOwnRefusal(done)) return done;
  const { waitsUntil } = done.answer;
  return waitsUntil ? { waitsUntil } : {};
};

export const renameOwnFactor = (
  ports: Ports,
  caller: OwnCaller,
  { factorId, label }: { factorId: string; label: string },
): Promise<Changed | OwnRefusal> => wish(ports, caller, { kind: 'rename-factor', factorId, label });

export const removeOwnFactor = (
  ports: Ports,
  caller: OwnCaller,
  { factorId }: { factorId: string },
): Promise<Changed | OwnRefusal> => wish(ports, caller, { kind: 'remove-factor', factorId });

export const removeContactPoint = (
  ports: Ports,
  caller: OwnCaller,
  { contactPointId }: { contactPointId: string },
): Promise<Changed | OwnRefusal> =>
  wish(ports, caller, { kind: 'remove-contact-point', contactPointId });

/** A trusted browser asks from now on whether it is you. */
export const addPush = (
  ports: Ports,
  caller: OwnCaller,
  { deviceId, label }: { deviceId: string; label: string },
): Promise<Changed | OwnRefusal> =>
  wish(ports, caller, {
    kind: 'add-factor',
    factor: { id: ports.secrets.newId(), kind: 'push', label, deviceId },
  });

/** Told once, in this answer; the old set is dead, or dies when the wait is over. */
export const newBackupCodes = async (
  ports: Ports,
  caller: OwnCaller,
): Promise<(Changed & { codes: string[]; factorId: string }) | OwnRefusal> => {
  const factorId = ports.secrets.newId();
  const changed = await wish(ports, caller, { kind: 'new-backup-codes', factorId });
  return isOwnRefusal(changed)
    ? changed
    : { ...changed, codes: backupCodes(ports.secrets, factorId), factorId };
};

/** Acts that give nothing: they only say who is in, what is asked first, what is right. */
const act = async (
  ports: Ports,
  caller: OwnCaller,
  command: Parameters<typeof commitOwn>[2],
): Promise<Record<string, never> | OwnRefusal> => {
  const done = await commitOwn(ports, caller, command);
  return isOwnRefusal(done) ? done : {};
};

/** Sends the set that was just made to a number on file, where the organisation allows that. */
export const sendBackupCodes = (
  ports: Ports,
  caller: OwnCaller,
  { factorId, contactPointId }: { factorId: string; contactPointId: string },
) => act(ports, caller, { type: 'send-backup-codes', factorId, contactPointId });

export const endOwnSession = (
  ports: Ports,
  caller: OwnCaller,
  { sessionId }: { sessionId: string },
) => act(ports, caller, { type: 'end-own-session', sessionId });

/** Ends this session too. All of them are out at their next request, because each asks its row. */
export const signOutEverywhere = (ports: Ports, caller: OwnCaller) =>
  act(ports, caller, { type: 'sign-out-everywhere' });

export const revokeOwnDevice = (
  ports: Ports,
  caller: OwnCaller,
  { deviceId }: { deviceId: string },
) => act(ports, caller, { type: 'revoke-own-device', deviceId });

export const preferFactor = (ports: Ports, caller: OwnCaller, { factorId }: { factorId: string }) =>
  act(ports, caller, { type: 'prefer-factor', factorId });

export const confirmReadiness = (
  ports: Ports,
  caller: OwnCaller,
  { what }: { what: ReadinessQuestion },
) => act(ports, caller, { type: 'confirm-readiness', what });

export const cancelWaitingChange = (
  ports: Ports,
  caller: OwnCaller,
  { changeId }: { changeId: string },
) => act(ports, caller, { type: 'cancel-waiting-change', changeId });

/** "This was not me" to a case of the own account, from a normal sign-in (R26). */
export const vetoOwnCase = async (
  ports: Ports,
  caller: OwnCaller,
  { caseId }: { caseId: string },
): Promise<Record<string, never> | OwnRefusal> => {
  const read = await ports.store.read(caller, { caseId });
  // A case of somebody else in the same organisation looks like none.
  if (!read?.case || read.account.id !== caller.actor.accountId)
    return denyOwn(ports, caller, 'veto', refuseOwn('not-found'));
  const done = await commitCase(
    ports,
    { ...caller, actor: { kind: 'holder', caseId, via: 'sign-in' } },
    { caseId },
    { type: 'veto' },
  );
  return 'refused' in done ? done : {};
};
