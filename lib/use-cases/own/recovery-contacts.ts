import {
  isOwnRefusal,
  type OwnDecision,
  type OwnRefusal,
  refuseOwn,
} from '../../domain/account/own/command';
import type { Instant } from '../../domain/time';
import { contactInvitation } from '../../inputs/recovery-contact';
import type { Ports } from '../gate';
import { commitOwn, type OwnCaller } from './commit-own';

/** `waitsUntil`: the sign-in rests on what a case gave, so the wish waits (R32). */
type Wished = { waitsUntil?: Instant };

const wished = ({ answer: { waitsUntil } }: OwnDecision): Wished =>
  waitsUntil ? { waitsUntil } : {};

/** The account holder asks somebody to be a recovery contact. */
export const inviteRecoveryContact = async (
  ports: Ports,
  caller: OwnCaller,
  input: { name: string; address: string },
): Promise<({ contactId: string } & Wished) | OwnRefusal> => {
  const typed = contactInvitation.safeParse(input);
  if (!typed.success) return refuseOwn('invalid-input');
  const contactId = ports.secrets.newId();
  const done = await commitOwn(ports, caller, { type: 'invite-contact', contactId, ...typed.data });
  return isOwnRefusal(done) ? done : { contactId, ...wished(done) };
};

/** Takes back an invitation, says no in the waiting period, or ends one that counts. */
export const endRecoveryContact = async (
  ports: Ports,
  caller: OwnCaller,
  { contactId }: { contactId: string },
): Promise<Wished | OwnRefusal> => {
  const done = await commitOwn(ports, caller, { type: 'end-contact', contactId });
  return isOwnRefusal(done) ? done : wished(done);
};
