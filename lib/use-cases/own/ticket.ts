import { ticketOver } from '../../domain/access/sign-in';
import { type OwnCommand, type OwnRefusal, refuseOwn } from '../../domain/account/own/command';
import type { AccountTicket } from '../../domain/account/own/own';
import type { Instant } from '../../domain/time';
import type { OwnRead } from '../../ports/holders';
import type { PasskeyOf } from '../../ports/secrets';
import type { Origin } from '../../ports/world';
import type { Ports } from '../gate';
import { type OwnCaller, ownCaller } from './commit-own';

/** What a browser brings along between the password and the second factor. */
export type TicketDoor = {
  ticket: string;
  origin: Origin;
  /** The token of a trusted device, if this browser is one. */
  device?: string | undefined;
};

export type OpenTicket = { caller: OwnCaller; read: OwnRead; ticket: AccountTicket };

const stillOpen = (ticket: AccountTicket, now: Instant): boolean =>
  !ticketOver({ ...ticket, number: ticket.wrongEntries }, now);

/** The ticket, open or not, and whose it is. */
export const findTicket = async (
  ports: Ports,
  { ticket, origin }: TicketDoor,
): Promise<OpenTicket | undefined> => {
  const hash = ports.secrets.hash(ticket);
  const owner = await ports.holders.findTicket(hash);
  if (!owner) return undefined;
  const caller = ownCaller(owner, origin, { ticketHash: hash });
  const read = await ports.holders.read(caller, { accountId: owner.accountId, ticketHash: hash });
  return read?.ticket && { caller, read, ticket: read.ticket };
};

/** Unknown, used and past look alike. */
export const openTicket = async (
  ports: Ports,
  door: TicketDoor,
): Promise<OpenTicket | undefined> => {
  const found = await findTicket(ports, door);
  return found && stillOpen(found.ticket, found.read.now) ? found : undefined;
};

/** A command on a ticket that opens nothing is a denial too; whose it was stays unsaid (R39). */
export const denyTicket = async (
  { store }: Ports,
  { origin }: TicketDoor,
  action: OwnCommand['type'],
): Promise<OwnRefusal> => {
  const refusal = refuseOwn('ticket-over');
  await store.deny({ actor: { kind: 'nobody' }, origin, action, code: refusal.refused });
  return refusal;
};

/** The trusted device that this browser says it is, of this very account. */
export const deviceOfBrowser = async (
  { holders, secrets }: Ports,
  { device }: TicketDoor,
  accountId: string,
): Promise<string | undefined> => {
  const found = device ? await holders.findDevice(secrets.hash(device)) : undefined;
  return found?.accountId === accountId ? found.deviceId : undefined;
};

/** Every wrong entry asks another challenge, so that an answer is never taken twice. */
export const challengeOf = (ticket: AccountTicket): PasskeyOf => ({
  purpose: 'sign-in',
  id: ticket.hash,
  number: ticket.wrongEntries,
});
