import type { NewPoint } from '../../domain/account/own/account-change';
import { type CommandOf, isRefusal, type Refusal } from '../../domain/case/command';
import type { SetUpKind } from '../../domain/case/measure';
import { backupCodes } from '../backup-codes';
import { commitCase, type Ports } from '../gate';
import { agentHash, deviceName } from '../own/browser';
import { type AddressProblem, readNewPoint } from '../read-new-point';
import { denyEntered, type Entered, enter, type HolderDoor } from './door';
import { sealPlaceOf } from './prove';

export type EnrolmentStart =
  | { kind: 'authenticator-app'; factorId: string; uri: string; secret: string }
  | { kind: 'security-key'; factorId: string; options: unknown }
  /** Shown in this one answer, to be kept. */
  | { kind: 'backup-codes' | 'temporary-pass'; factorId: string; kept: string[] }
  /** For a cookie of this browser, which is trusted once everything is confirmed. */
  | { kind: 'push'; factorId: string; deviceToken: string };

export const enrolKeyOf = (factorId: string) => ({
  purpose: 'enrol' as const,
  id: factorId,
  number: 0,
});

/** What lists of factors show; never the sign-in, which staff see masked (R38). */
const LABEL = { nl: 'uit een herstelzaak', en: 'from a recovery case' } as const;

type Prepared = Partial<Pick<CommandOf<'start-enrolment'>, 'sealed' | 'device'>> & {
  shows(): Promise<EnrolmentStart> | EnrolmentStart;
};

/** What has to be made before the account is locked, and what is shown when it was taken. */
const prepare = (
  ports: Ports,
  { caller, read }: Entered,
  kind: SetUpKind,
  factorId: string,
): Prepared | undefined => {
  const { secrets } = ports;
  const { account, organisation } = read;
  switch (kind) {
    case 'authenticator-app': {
      const place = sealPlaceOf(factorId, organisation.id);
      const names = [account.signIn, organisation.name] as const;
      const { sealed } = secrets.newAuthenticator(place, ...names);
      const shown = () => secrets.authenticatorUri(sealed, place, ...names);
      return { sealed, shows: () => ({ kind, factorId, ...shown() }) };
    }
    case 'backup-codes':
      return { shows: () => ({ kind, factorId, kept: backupCodes(secrets, factorId) }) };
    case 'temporary-pass':
      return { shows: () => ({ kind, factorId, kept: [secrets.temporaryPass(factorId)] }) };
    case 'push': {
      const deviceToken = secrets.newToken();
      const device = {
        id: factorId,
        tokenHash: secrets.hash(deviceToken),
        agentHash: agentHash(ports, caller.origin),
        label: deviceName(caller.origin.userAgent),
      };
      return { device, shows: () => ({ kind, factorId, deviceToken }) };
    }
    case 'security-key':
      return {
        shows: async () => ({
          kind,
          factorId,
          options: await keyOptions(ports, caller, read, factorId),
        }),
      };
    default:
      return undefined;
  }
};

const keyOptions = async (
  { store, secrets }: Ports,
  caller: Entered['caller'],
  { account }: Entered['read'],
  factorId: string,
): Promise<unknown> => {
  const exclude: string[] = [];
  for (const factor of account.factors.filter((f) => f.kind === 'security-key' && !f.removedAt)) {
    const known = await store.factorSecret(caller, factor.id);
    if (known?.credential) exclude.push(known.credential);
  }
  return secrets.passkeyRegistration({
    ...enrolKeyOf(factorId),
    userName: account.signIn,
    userId: account.id,
    exclude,
  });
};

/**
 * Begins to set up what the case gives and shows what the holder needs, on the screen with the case secret only (R15).
 * Beginning again replaces what was begun; only confirming uses the enrolment up (R17).
 */
export const startEnrolment = async (
  ports: Ports,
  door: HolderDoor,
): Promise<EnrolmentStart | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const { caller, caseId, read } = entered;
  const factorId = ports.secrets.newId();
  const kind = read.case.enrolment?.kind;
  const prepared = kind && prepare(ports, entered, kind, factorId);
  if (!prepared) return denyEntered(ports, entered, 'start-enrolment', 'enrolment-closed');
  const { sealed = '', device, shows } = prepared;
  const label = device?.label || LABEL[read.account.locale];
  const done = await commitCase(
    ports,
    caller,
    { caseId },
    { type: 'start-enrolment', kind, factorId, sealed, label, ...(device ? { device } : {}) },
  );
  return isRefusal(done) ? done : shows();
};

/** Where the codes of what is set up go: a contact point on file, or what the holder types. */
export type EnrolmentTo = { contactPointId: string } | { text: string; byVoice?: boolean };
export type EnrolmentProblem = AddressProblem | 'phone-no-sms';

/** Sends a code to the number or mailbox that is to be set up: it must be the holder's before it counts. */
export const startEnrolmentOver = async (
  ports: Ports,
  door: HolderDoor,
  typed: EnrolmentTo,
): Promise<Record<string, never> | { problem: EnrolmentProblem } | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const { caller, caseId, read } = entered;
  const kind = read.case.enrolment?.kind;
  // Who does not hold the case secret learns nothing of what is typed.
  if (!kind || caller.actor.secretGeneration === undefined)
    return denyEntered(ports, entered, 'start-enrolment', 'enrolment-closed');
  const to = 'contactPointId' in typed ? typed : await newPoint(ports, entered, kind, typed);
  if ('problem' in to) return to;
  const done = await commitCase(
    ports,
    caller,
    { caseId },
    {
      type: 'start-enrolment',
      kind,
      factorId: ports.secrets.newId(),
      sealed: '',
      label: LABEL[read.account.locale],
      to,
    },
  );
  return isRefusal(done) ? done : {};
};

const newPoint = async (
  ports: Ports,
  { caller, read }: Entered,
  kind: SetUpKind,
  { text, byVoice = false }: { text: string; byVoice?: boolean },
): Promise<{ point: NewPoint; byVoice: boolean } | { problem: EnrolmentProblem }> => {
  const asPoint = kind === 'email' || kind === 'email-code' ? 'email' : 'phone';
  const point = await readNewPoint(ports, caller, read, { kind: asPoint, text });
  if ('problem' in point) return point;
  return kind === 'sms' && !point.smsCapable ? { problem: 'phone-no-sms' } : { point, byVoice };
};

/** Another code to the same number or mailbox; a number may be called instead. */
export const sendEnrolmentCode = async (
  ports: Ports,
  door: HolderDoor,
  { byVoice }: { byVoice: boolean },
): Promise<Record<string, never> | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const { caller, caseId } = entered;
  const command = { type: 'send-enrolment-code', byVoice } as const;
  const done = await commitCase(ports, caller, { caseId }, command);
  return isRefusal(done) ? done : {};
};
