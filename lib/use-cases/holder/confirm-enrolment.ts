import {
  hasSecondFactor,
  type PasswordProblem,
  passwordProblem,
} from '../../domain/account/own/password';
import { type CommandOf, isRefusal, type Refusal } from '../../domain/case/command';
import { kindsToSetUp } from '../../domain/case/measure';
import { backupCodeNumber } from '../backup-codes';
import { commitCase, type Ports } from '../gate';
import { denyEntered, type Entered, enter, type HolderDoor } from './door';
import { enrolKeyOf } from './enrol';
import { sealPlaceOf } from './prove';

/** What shows that it works: a code that was sent or made, the answer of a key, the cookie of this browser. */
export type ShownEnrolment = {
  factorId: string;
  code?: string;
  response?: unknown;
  deviceToken?: string;
};

type Shown = Omit<CommandOf<'confirm-enrolment'>, 'type'>;

/** What `Secrets` says of it; undefined where there is nothing that was begun to compare it with. */
const judged = async (
  { store, secrets }: Ports,
  { caller, read }: Entered,
  { factorId, code = '', response, deviceToken }: ShownEnrolment,
): Promise<Shown | undefined> => {
  const sent = read.case.enrolment?.code;
  if (sent) {
    const { id, number, digits } = sent;
    const matches = secrets.codeMatches({ purpose: 'enrolment', id, number, digits }, code);
    return { verdict: { factorId, matches, code: { id, number } } };
  }
  const pending = await store.factorSecret(caller, factorId);
  if (!pending || pending.accountId !== read.account.id) return undefined;
  switch (pending.kind) {
    case 'authenticator-app': {
      if (!pending.sealed) return undefined;
      const place = sealPlaceOf(factorId, read.organisation.id);
      return {
        verdict: {
          factorId,
          ...secrets.authenticatorVerdict(pending.sealed, place, code, read.now),
        },
      };
    }
    case 'backup-codes': {
      const matches = backupCodeNumber(secrets, factorId, code) !== undefined;
      return { verdict: { factorId, matches } };
    }
    case 'temporary-pass':
      return { verdict: { factorId, matches: secrets.temporaryPassMatches(factorId, code) } };
    case 'push': {
      const tokenHash = await store.caseSetting(caller, factorId);
      const matches = deviceToken !== undefined && secrets.hash(deviceToken) === tokenHash;
      return { verdict: { factorId, matches } };
    }
    case 'security-key': {
      const registered = await secrets.passkeyRegistered(enrolKeyOf(factorId), response);
      return { verdict: { factorId, matches: registered !== undefined }, ...registered };
    }
    default:
      return undefined;
  }
};

/** It works: only now is the enrolment used up (R17). */
export const confirmEnrolment = async (
  ports: Ports,
  door: HolderDoor,
  shown: ShownEnrolment,
): Promise<{ matched: boolean } | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const verdict = await judged(ports, entered, shown);
  if (!verdict) return denyEntered(ports, entered, 'confirm-enrolment', 'enrolment-closed');
  const { caller, caseId } = entered;
  const command = { type: 'confirm-enrolment' as const, ...verdict };
  const done = await commitCase(ports, caller, { caseId }, command);
  return isRefusal(done) ? done : { matched: done.answer.matched ?? false };
};

/**
 * The password that the holder chooses in a case. Judged and hashed before the account is locked: argon2 takes its
 * time, and whoever does not hold the case secret costs none of it.
 */
export const chooseCasePassword = async (
  ports: Ports,
  door: HolderDoor,
  { password }: { password: string },
): Promise<Record<string, never> | { problem: PasswordProblem } | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const { caller, caseId, read } = entered;
  const { account, organisation } = read;
  if (read.case.enrolment?.kind !== 'password')
    return denyEntered(ports, entered, 'confirm-enrolment', 'enrolment-closed');
  if (caller.actor.secretGeneration === undefined)
    return denyEntered(ports, entered, 'confirm-enrolment', 'secret-needed');
  const problem = passwordProblem(password, {
    secondFactor: hasSecondFactor(account) || kindsToSetUp(read.case.measures).length > 1,
    about: [account.signIn, account.displayName, organisation.name],
  });
  if (problem) return { problem };
  const passwordHash = await ports.secrets.hashPassword(password);
  const done = await commitCase(
    ports,
    caller,
    { caseId },
    {
      type: 'confirm-enrolment',
      verdict: { factorId: ports.secrets.newId(), matches: true },
      passwordHash,
    },
  );
  return isRefusal(done) ? done : {};
};
