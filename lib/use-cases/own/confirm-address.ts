import type { AccountChange } from '../../domain/account/own/account-change';
import { isOwnRefusal, type OwnRefusal, refuseOwn } from '../../domain/account/own/command';
import type { Confirming } from '../../domain/account/own/own';
import type { Ports } from '../gate';
import { type AddressProblem, readNewPoint } from '../read-new-point';
import { commitOwn } from './commit-own';
import type { Changed } from './security';
import type { HolderSession } from './session';

type Signed = Pick<HolderSession, 'caller' | 'read' | 'session'>;

/** The second factors whose codes are sent to a contact point. */
type SentKind = Confirming['via'];

const send = async (
  ports: Ports,
  { caller }: Signed,
  change: AccountChange,
  via: SentKind,
): Promise<Record<string, never> | OwnRefusal> => {
  const done = await commitOwn(ports, caller, { type: 'send-confirming-code', change, via });
  return isOwnRefusal(done) ? done : {};
};

/** Codes by SMS, call or mail to what is on file: one code that arrives shows that they can. */
export const offerSentFactor = (
  ports: Ports,
  signed: Signed,
  { kind, contactPointId, label }: { kind: SentKind; contactPointId: string; label: string },
): Promise<Record<string, never> | OwnRefusal> =>
  send(
    ports,
    signed,
    {
      kind: 'add-factor',
      factor: { id: ports.secrets.newId(), kind, label, contactPointId },
    },
    kind,
  );

/** Sends a code to a new mailbox or number: it must be the holder's before it stands on file. A landline is called. */
export const offerContactPoint = async (
  ports: Ports,
  signed: Signed,
  typed: { kind: 'email' | 'phone'; text: string; byVoice?: boolean },
): Promise<Record<string, never> | { problem: AddressProblem } | OwnRefusal> => {
  const point = await readNewPoint(ports, signed.caller, signed.read, typed);
  if ('problem' in point) return point;
  const phone = typed.byVoice || !point.smsCapable ? 'voice' : 'sms';
  const via = point.kind === 'email' ? 'email-code' : phone;
  return send(ports, signed, { kind: 'add-contact-point', point }, via);
};

/** The same wish, another code: over another network where there is one, or by a call. */
export const sendConfirmingCodeAgain = async (
  ports: Ports,
  signed: Signed,
  { byVoice }: { byVoice: boolean },
): Promise<Record<string, never> | OwnRefusal> => {
  const { confirming } = signed.session;
  if (!confirming?.change) return refuseOwn('no-code-sent');
  const { change, via } = confirming;
  const isNumber = change.kind === 'add-contact-point' && via !== 'email-code';
  return send(ports, signed, change, isNumber && byVoice ? 'voice' : via);
};

/** The code that was sent: then the number, mailbox or factor is added, or waits (R32). */
export const enterConfirmingCode = async (
  ports: Ports,
  { caller, read, session }: Signed,
  { code }: { code: string },
): Promise<Changed | { entriesLeft: number } | OwnRefusal> => {
  const { confirming } = session;
  if (!confirming?.change) return refuseOwn('no-code-sent');
  const { id, number } = confirming;
  const digits = read.policy.codeDigits;
  const matches = ports.secrets.codeMatches({ purpose: 'own-confirm', id, number, digits }, code);
  const done = await commitOwn(ports, caller, {
    type: 'enter-confirming-code',
    verdict: { id, number, matches },
  });
  if (isOwnRefusal(done)) return done;
  const { matched, entriesLeft = 0, waitsUntil } = done.answer;
  if (!matched) return { entriesLeft };
  return waitsUntil ? { waitsUntil } : {};
};
