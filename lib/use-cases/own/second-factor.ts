import { maskedContactPoint } from '../../domain/account/masked';
import { isOwnRefusal, type OwnRefusal, refuseOwn } from '../../domain/account/own/command';
import type { NewDevice, SentCode } from '../../domain/account/own/own';
import type { SecondFactorPage, SignInFactor } from '../../domain/account/own/pages';
import { asksItself } from '../../domain/account/own/push';
import { backupCodesLeft, pointOf, signInWays } from '../../domain/account/own/signing-in';
import type { SignInWay } from '../../domain/account/own/standing-in';
import type { OwnRead } from '../../ports/holders';
import type { Origin } from '../../ports/world';
import type { Ports } from '../gate';
import { agentHash, deviceName } from './browser';
import { commitOwn, denyOwn } from './commit-own';
import { noteSignIn } from './note-sign-in';
import {
  challengeOf,
  denyTicket,
  deviceOfBrowser,
  findTicket,
  openTicket,
  type TicketDoor,
} from './ticket';
import { type ShownFactor, verdictOf } from './verdict';

const shownAs = (factor: SignInWay, { account, own }: OwnRead): SignInFactor => {
  const point = pointOf(account, factor);
  const { id, kind, label, addedAt } = factor;
  return {
    id,
    kind,
    label,
    addedAt,
    ...(point ? { to: maskedContactPoint(point) } : {}),
    ...(kind === 'backup-codes' ? { left: backupCodesLeft(own, id) } : {}),
    ...(factor.standsIn ? { standsIn: true } : {}),
  };
};

/** Whether another device said of this sign-in that it was not the holder. It is over then. */
export const isRefusedElsewhere = async (ports: Ports, door: TicketDoor): Promise<boolean> =>
  (await findTicket(ports, door))?.ticket.push?.answer === 'no';

/** Undefined when the ticket is unknown, used or past. */
export const readHolderFactors = async (
  ports: Ports,
  door: TicketDoor,
): Promise<SecondFactorPage | undefined> => {
  const opened = await openTicket(ports, door);
  if (!opened) return undefined;
  const { caller, read, ticket } = opened;
  const browser = await deviceOfBrowser(ports, door, caller.actor.accountId);
  const factors = signInWays(read)
    .filter((factor) => !asksItself(factor, { own: read.own, ticket }, browser))
    .map((factor) => shownAs(factor, read));
  const keys = (await ports.holders.secrets(caller, caller.actor.accountId)).flatMap(
    ({ kind, credential }) => (kind === 'security-key' && credential ? [credential] : []),
  );
  return {
    now: read.now,
    expiresAt: ticket.expiresAt,
    organisation: read.organisation.name,
    timeZone: read.organisation.timeZone,
    renews: ticket.sessionId !== undefined,
    factors,
    ...(ticket.code ? { sent: ticket.code } : {}),
    ...(ticket.push ? { push: ticket.push } : {}),
    ...(keys.length > 0
      ? { passkeyOptions: await ports.secrets.passkeyChallenge(challengeOf(ticket), keys) }
      : {}),
  };
};

/** Sends a code to the contact point of this factor; asked again, a new one over another route, and the old one dead. */
export const sendSignInCode = async (
  ports: Ports,
  door: TicketDoor,
  { factorId }: { factorId: string },
): Promise<{ sent: SentCode } | OwnRefusal> => {
  const opened = await openTicket(ports, door);
  if (!opened) return denyTicket(ports, door, 'send-sign-in-code');
  const { address, userAgent } = door.origin;
  const done = await commitOwn(ports, opened.caller, {
    type: 'send-sign-in-code',
    factorId,
    from: { address, device: deviceName(userAgent) },
  });
  if (isOwnRefusal(done)) return done;
  return done.answer.sent ? { sent: done.answer.sent } : refuseOwn('factor-unavailable');
};

const newSession = ({ secrets }: Ports, origin: Origin, token: string) => ({
  id: secrets.newId(),
  signInId: secrets.newId(),
  tokenHash: secrets.hash(token),
  device: deviceName(origin.userAgent),
  address: origin.address,
});

export type SignedIn = {
  token: string;
  /** The token of a device that is trusted from now on, or its new one. */
  deviceToken?: string;
  /** The open case that stands still for this very sign-in, which may let it go on (R28). */
  pausedCaseId?: string;
};

/**
 * A right second factor begins the session, or renews the one that the ticket is for. The token is told once, and
 * kept only as its hash (R45).
 */
export const enterHolderFactor = async (
  ports: Ports,
  door: TicketDoor,
  { shown, trust }: { shown: ShownFactor; trust: boolean },
): Promise<SignedIn | { entriesLeft: number } | OwnRefusal> => {
  const { secrets } = ports;
  const opened = await openTicket(ports, door);
  if (!opened) return denyTicket(ports, door, 'enter-second-factor');
  const verdict = await verdictOf(ports, opened, shown);
  if (!verdict)
    return denyOwn(ports, opened.caller, 'enter-second-factor', refuseOwn('factor-unavailable'));
  const [token, deviceToken] = [secrets.newToken(), secrets.newToken()];
  const session = newSession(ports, door.origin, token);
  const device: NewDevice = {
    id: secrets.newId(),
    tokenHash: secrets.hash(deviceToken),
    agentHash: agentHash(ports, door.origin),
    label: session.device,
  };
  const done = await commitOwn(ports, opened.caller, {
    type: 'enter-second-factor',
    verdict,
    session,
    ...(trust ? { trust: device } : {}),
  });
  if (isOwnRefusal(done)) return done;
  if (!done.answer.matched) return { entriesLeft: done.answer.entriesLeft ?? 0 };
  const trusted = done.rows.some(({ kind }) => kind === 'device-trusted');
  const note = done.effects.find((effect) => effect.kind === 'note-sign-in');
  // At once, so that the page can ask at once; the worker does it if this process dies here.
  const asked = note && (await noteSignIn(ports, opened.caller, note)).asked;
  return {
    token,
    ...(trusted ? { deviceToken } : {}),
    ...(asked ? { pausedCaseId: asked } : {}),
  };
};

/** A trusted device lets in after the password alone. Undefined where the second factor has to be asked. */
export const skipSecondFactor = async (
  ports: Ports,
  door: TicketDoor,
  deviceToken: string,
): Promise<SignedIn | undefined> => {
  const { secrets, holders } = ports;
  const [opened, found] = [
    await openTicket(ports, door),
    await holders.findDevice(secrets.hash(deviceToken)),
  ];
  if (!opened || opened.caller.actor.accountId !== found?.accountId) return undefined;
  const [token, newDeviceToken] = [secrets.newToken(), secrets.newToken()];
  const done = await commitOwn(ports, opened.caller, {
    type: 'skip-second-factor',
    device: {
      id: found.deviceId,
      agentHash: agentHash(ports, door.origin),
      newTokenHash: secrets.hash(newDeviceToken),
    },
    session: newSession(ports, door.origin, token),
  });
  return isOwnRefusal(done) || !done.answer.matched
    ? undefined
    : { token, deviceToken: newDeviceToken };
};
