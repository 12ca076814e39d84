import { type FactorVerdict, isRefusal, type Refusal, refuse } from '../../domain/case/command';
import { isChallenge, type Proof } from '../../domain/case/proof';
import type { Instant } from '../../domain/time';
import { typedCode } from '../../inputs/forms';
import type { CodeOf, PasskeyOf, SealPlace } from '../../ports/secrets';
import type { FactorSecret } from '../../ports/store';
import { backupCodeNumber } from '../backup-codes';
import { contactCodeOf } from '../contact/vouch';
import { commitCase, type Done, type Ports } from '../gate';
import { denyEntered, type Entered, enter, type HolderDoor } from './door';

/** What the screen may show: `newSecret` once, to be written down and kept in a cookie (R15). */
export type Proven = {
  matched: boolean;
  entriesLeft?: number;
  newSecret?: string;
  screenToken: string;
};

const shown = (ports: Ports, { caseId, screenToken }: Entered, done: Done): Proven => {
  const { matched = false, entriesLeft, secretGeneration } = done.answer;
  return {
    matched,
    screenToken,
    ...(entriesLeft === undefined ? {} : { entriesLeft }),
    ...(secretGeneration === undefined
      ? {}
      : { newSecret: ports.secrets.caseSecret(caseId, secretGeneration) }),
  };
};

/** The derivation of the newest code of a proof; the same at sending and at checking (R13). */
const codeOf = (proof: Proof): CodeOf | undefined =>
  proof.challenge && isChallenge(proof.kind)
    ? {
        purpose: proof.kind,
        id: proof.challenge.id,
        number: proof.challenge.number,
        digits: proof.challenge.digits,
      }
    : undefined;

export const enterCode = async (
  ports: Ports,
  door: HolderDoor,
  input: { proofId: string; code: string },
): Promise<Proven | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const code = typedCode.safeParse(input.code);
  if (!code.success) return refuse('invalid-input');
  const proof = entered.read.case.proofs.find((p) => p.id === input.proofId);
  const of = proof && codeOf(proof);
  // Without a code to compare with, the gate says why, and that it was tried stands in the log.
  const done = await commitCase(
    ports,
    entered.caller,
    { caseId: entered.caseId },
    {
      type: 'enter-code',
      verdict: {
        proofId: input.proofId,
        challengeId: proof?.challenge?.id ?? '',
        number: proof?.challenge?.number ?? 0,
        matches: of !== undefined && ports.secrets.codeMatches(of, code.data),
      },
      screenId: entered.screenId,
    },
  );
  return isRefusal(done) ? done : shown(ports, entered, done);
};

/** The code that the holder tells a recovery contact, for this screen alone (R40). */
export const showContactCode = async (
  ports: Ports,
  door: HolderDoor,
  { proofId }: { proofId: string },
): Promise<{ code: string; expiresAt: Instant; screenToken: string } | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const { caller, caseId, screenId, screenToken } = entered;
  const done = await commitCase(
    ports,
    caller,
    { caseId },
    { type: 'show-contact-code', proofId, screenId },
  );
  if (isRefusal(done)) return done;
  const { question } = done.answer;
  return question
    ? {
        code: ports.secrets.code(contactCodeOf(question)),
        expiresAt: question.expiresAt,
        screenToken,
      }
    : refuse('no-code-sent');
};

/** Asks for a code again; the desk began the proof, and the holder has a budget of its own (R13). */
export const resendCode = async (
  ports: Ports,
  door: HolderDoor,
  { proofId }: { proofId: string },
): Promise<Record<string, never> | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const proof = entered.read.case.proofs.find((p) => p.id === proofId);
  if (!proof?.restsOn || !isChallenge(proof.kind))
    return denyEntered(ports, entered, 'send-challenge', 'no-code-sent');
  const done = await commitCase(
    ports,
    entered.caller,
    { caseId: entered.caseId },
    {
      type: 'send-challenge',
      kind: proof.kind,
      contactPointId: proof.restsOn,
    },
  );
  return isRefusal(done) ? done : {};
};

export const sealPlaceOf = (factorId: string, organisationId: string): SealPlace => ({
  table: 'factor',
  column: 'sealed',
  row: factorId,
  organisation: organisationId,
});

/** Each state of a case asks another challenge, so that an answer is never taken twice. */
const challengeOf = ({ read }: Entered): Pick<PasskeyOf, 'id' | 'number'> => ({
  id: read.case.id,
  number: read.case.number,
});

const factorOf = async (
  ports: Ports,
  { caller, read }: Entered,
  factorId: string,
): Promise<FactorSecret | undefined> => {
  const secret = await ports.store.factorSecret(caller, factorId);
  return secret?.accountId === read.account.id ? secret : undefined;
};

const prove = async (
  ports: Ports,
  entered: Entered,
  verdict: FactorVerdict,
): Promise<Proven | Refusal> => {
  const done = await commitCase(
    ports,
    entered.caller,
    { caseId: entered.caseId },
    {
      type: 'prove-with-factor',
      verdict,
      screenId: entered.screenId,
    },
  );
  return isRefusal(done) ? done : shown(ports, entered, done);
};

export const proveWithAuthenticator = async (
  ports: Ports,
  door: HolderDoor,
  { factorId, code }: { factorId: string; code: string },
): Promise<Proven | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const factor = await factorOf(ports, entered, factorId);
  if (!factor?.sealed) return denyEntered(ports, entered, 'prove-with-factor', 'unknown-factor');
  const place = sealPlaceOf(factorId, factor.organisationId);
  const verdict = ports.secrets.authenticatorVerdict(factor.sealed, place, code, entered.read.now);
  return prove(ports, entered, { factorId, ...verdict });
};

/** A backup code, used up with the proof; one that was used before is a wrong one. */
export const proveWithBackupCode = async (
  ports: Ports,
  door: HolderDoor,
  { factorId, code }: { factorId: string; code: string },
): Promise<Proven | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const factor = await factorOf(ports, entered, factorId);
  if (factor?.kind !== 'backup-codes')
    return denyEntered(ports, entered, 'prove-with-factor', 'unknown-factor');
  const number = backupCodeNumber(ports.secrets, factorId, code);
  return prove(ports, entered, {
    factorId,
    matches: number !== undefined,
    ...(number === undefined ? {} : { number }),
  });
};

export const passkeyChallenge = async (
  ports: Ports,
  door: HolderDoor,
  { factorId }: { factorId: string },
): Promise<{ options: unknown } | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const factor = await factorOf(ports, entered, factorId);
  if (!factor?.credential)
    return denyEntered(ports, entered, 'prove-with-factor', 'unknown-factor');
  const of = { purpose: 'prove' as const, ...challengeOf(entered) };
  return { options: await ports.secrets.passkeyChallenge(of, [factor.credential]) };
};

export const proveWithPasskey = async (
  ports: Ports,
  door: HolderDoor,
  { factorId, response }: { factorId: string; response: unknown },
): Promise<Proven | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const factor = await factorOf(ports, entered, factorId);
  if (!factor?.credential)
    return denyEntered(ports, entered, 'prove-with-factor', 'unknown-factor');
  const of = { purpose: 'prove' as const, ...challengeOf(entered) };
  const { matches, counter } = await ports.secrets.passkeyVerdict(of, factor.credential, response);
  const counts = counter !== undefined && counter > 0;
  return prove(ports, entered, { factorId, matches, ...(counts ? { step: counter } : {}) });
};
