import { isRefusal, type Refusal } from '../../domain/case/command';
import { backupCodeNumber, backupCodes } from '../backup-codes';
import { commitCase, type Ports } from '../gate';
import { denyEntered, type Entered, enter, type HolderDoor } from './door';
import { sealPlaceOf } from './prove';

export type EnrolmentStart =
  | { kind: 'authenticator-app'; factorId: string; uri: string; secret: string }
  | { kind: 'security-key'; factorId: string; options: unknown }
  /** Shown in this one answer, to be kept. */
  | { kind: 'backup-codes' | 'temporary-pass'; factorId: string; kept: string[] };

const passkeyOf = (factorId: string) => ({ purpose: 'enrol' as const, id: factorId, number: 0 });

/** What lists of factors show; never the sign-in, which staff see masked (R38). */
const LABEL = { nl: 'uit een herstelzaak', en: 'from a recovery case' } as const;

/** What the holder's app or key list will show beside the account. */
const labelOf = ({ read }: Entered): string => read.account.signIn;

/**
 * Begins to set up the new factor and shows what the holder needs, on the screen with the case secret only (R15).
 * Beginning again replaces what was begun; only confirming uses the enrolment up (R17).
 */
export const startEnrolment = async (
  ports: Ports,
  door: HolderDoor,
): Promise<EnrolmentStart | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const { caller, caseId, read } = entered;
  const kind = read.case.enrolment?.kind;
  if (!kind) return denyEntered(ports, entered, 'start-enrolment', 'enrolment-closed');
  const factorId = ports.secrets.newId();
  const place = sealPlaceOf(factorId, read.organisation.id);
  const label = labelOf(entered);
  const seed =
    kind === 'authenticator-app'
      ? ports.secrets.newAuthenticator(place, label, read.organisation.name)
      : undefined;
  const done = await commitCase(
    ports,
    caller,
    { caseId },
    {
      type: 'start-enrolment',
      kind,
      factorId,
      sealed: seed?.sealed ?? '',
      label: LABEL[read.account.locale],
    },
  );
  if (isRefusal(done)) return done;
  if (seed) {
    const shown = ports.secrets.authenticatorUri(seed.sealed, place, label, read.organisation.name);
    return { kind: 'authenticator-app', factorId, ...shown };
  }
  if (kind === 'backup-codes')
    return { kind, factorId, kept: backupCodes(ports.secrets, factorId) };
  if (kind === 'temporary-pass')
    return { kind, factorId, kept: [ports.secrets.temporaryPass(factorId)] };
  const exclude: string[] = [];
  for (const factor of read.account.factors.filter(
    (f) => f.kind === 'security-key' && !f.removedAt,
  )) {
    const known = await ports.store.factorSecret(caller, factor.id);
    if (known?.credential) exclude.push(known.credential);
  }
  const options = await ports.secrets.passkeyRegistration({
    ...passkeyOf(factorId),
    userName: read.account.signIn,
    userId: read.account.id,
    exclude,
  });
  return { kind: 'security-key', factorId, options };
};

export const confirmEnrolment = async (
  ports: Ports,
  door: HolderDoor,
  input: { factorId: string; code?: string; response?: unknown },
): Promise<{ matched: boolean } | Refusal> => {
  const entered = await enter(ports, door);
  if (isRefusal(entered)) return entered;
  const { caller, caseId, read } = entered;
  const { factorId } = input;
  const pending = await ports.store.factorSecret(caller, factorId);
  if (!pending || pending.accountId !== read.account.id)
    return denyEntered(ports, entered, 'confirm-enrolment', 'enrolment-closed');
  const target = { caseId };
  if (pending.sealed) {
    const place = sealPlaceOf(factorId, read.organisation.id);
    const verdict = ports.secrets.authenticatorVerdict(
      pending.sealed,
      place,
      input.code ?? '',
      read.now,
    );
    const done = await commitCase(ports, caller, target, {
      type: 'confirm-enrolment',
      verdict: { factorId, ...verdict },
    });
    return isRefusal(done) ? done : { matched: done.answer.matched ?? false };
  }
  if (pending.kind === 'backup-codes' || pending.kind === 'temporary-pass') {
    const typed = input.code ?? '';
    const matches =
      pending.kind === 'backup-codes'
        ? backupCodeNumber(ports.secrets, factorId, typed) !== undefined
        : ports.secrets.temporaryPassMatches(factorId, typed);
    const kept = await commitCase(ports, caller, target, {
      type: 'confirm-enrolment',
      verdict: { factorId, matches },
    });
    return isRefusal(kept) ? kept : { matched: kept.answer.matched ?? false };
  }
  const registered = await ports.secrets.passkeyRegistered(passkeyOf(factorId), input.response);
  const done = await commitCase(ports, caller, target, {
    type: 'confirm-enrolment',
    verdict: { factorId, matches: registered !== undefined },
    ...registered,
  });
  return isRefusal(done) ? done : { matched: done.answer.matched ?? false };
};
