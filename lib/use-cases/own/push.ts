import { isOwnRefusal, type OwnRefusal, refuseOwn } from '../../domain/account/own/command';
import type { PushQuestion } from '../../domain/account/own/own';
import type { PushPage } from '../../domain/account/own/pages';
import { isThisBrowser, questionFor } from '../../domain/account/own/push';
import type { OwnRead } from '../../ports/holders';
import type { Origin } from '../../ports/world';
import type { Ports } from '../gate';
import { agentHash, deviceName } from './browser';
import { commitOwn, type OwnCaller, ownCaller } from './commit-own';
import { denyTicket, deviceOfBrowser, openTicket, type TicketDoor } from './ticket';

/** Two digits that nobody can foretell: who says yes without seeing the screen is right once in ninety. */
const numberOf = ({ secrets }: Ports, id: string): number =>
  10 + (Number(secrets.code({ purpose: 'sign-in', id, number: 0, digits: 8 })) % 90);

/** Asks the trusted device behind this factor whether it is the holder who signs in here. */
export const askPush = async (
  ports: Ports,
  door: TicketDoor,
  { factorId }: { factorId: string },
): Promise<{ push: PushQuestion } | OwnRefusal> => {
  const opened = await openTicket(ports, door);
  if (!opened) return denyTicket(ports, door, 'ask-push');
  const id = ports.secrets.newId();
  const browserDeviceId = await deviceOfBrowser(ports, door, opened.caller.actor.accountId);
  const { address, userAgent } = door.origin;
  const done = await commitOwn(ports, opened.caller, {
    type: 'ask-push',
    factorId,
    question: { id, number: numberOf(ports, id), address, device: deviceName(userAgent) },
    ...(browserDeviceId ? { browserDeviceId } : {}),
  });
  if (isOwnRefusal(done)) return done;
  return done.answer.push ? { push: done.answer.push } : refuseOwn('factor-unavailable');
};

/** What a browser brings along that was trusted; it needs no session. */
export type DeviceDoor = { device: string; origin: Origin };

type Known = { caller: OwnCaller; read: OwnRead; device: { id: string; agentHash: string } };

/** A device that is unknown, no longer trusted, or another browser than the one that was trusted: all look alike. */
const knownDevice = async (ports: Ports, door: DeviceDoor): Promise<Known | undefined> => {
  const found = await ports.holders.findDevice(ports.secrets.hash(door.device));
  if (!found) return undefined;
  const caller = ownCaller(found, door.origin);
  const read = await ports.holders.read(caller, { accountId: found.accountId });
  const device = { id: found.deviceId, agentHash: agentHash(ports, door.origin) };
  if (!read || read.account.disabled || !isThisBrowser(read.own, device)) return undefined;
  return { caller, read, device };
};

export const readPush = async (ports: Ports, door: DeviceDoor): Promise<PushPage | undefined> => {
  const known = await knownDevice(ports, door);
  if (!known) return undefined;
  const { read, device } = known;
  const question = questionFor(read, device)?.question;
  return {
    now: read.now,
    organisation: read.organisation.name,
    timeZone: read.organisation.timeZone,
    name: read.account.displayName,
    ...(question
      ? {
          question: {
            id: question.id,
            askedAt: question.askedAt,
            expiresAt: question.expiresAt,
            address: question.address,
            device: question.device,
          },
        }
      : {}),
  };
};

/** Yes with the number, or no. `matched` says whether the sign-in may go on. */
export const answerPush = async (
  ports: Ports,
  door: DeviceDoor,
  { questionId, answer }: { questionId: string; answer: 'no' | { number: number } },
): Promise<{ matched: boolean } | OwnRefusal> => {
  const known = await knownDevice(ports, door);
  if (!known) {
    const nobody = { actor: { kind: 'nobody' }, origin: door.origin } as const;
    await ports.store.deny({ ...nobody, action: 'answer-push', code: 'factor-unavailable' });
    return refuseOwn('factor-unavailable');
  }
  const done = await commitOwn(ports, known.caller, {
    type: 'answer-push',
    questionId,
    device: known.device,
    answer,
  });
  return isOwnRefusal(done) ? done : { matched: done.answer.matched === true };
};
