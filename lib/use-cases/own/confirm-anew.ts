import { onFile } from '../../domain/account/account';
import {
  isOwnRefusal,
  type OwnCommandOf,
  type OwnRefusal,
  refuseOwn,
} from '../../domain/account/own/command';
import { anewTries } from '../../domain/account/own/confirm-anew';
import type { PasskeyOf } from '../../ports/secrets';
import type { FactorSecret } from '../../ports/store';
import type { Ports } from '../gate';
import { sealPlaceOf } from '../holder/prove';
import { commitOwn, denyOwn } from './commit-own';
import type { HolderSession } from './session';
import { keyShown } from './verdict';

type Signed = Pick<HolderSession, 'caller' | 'read' | 'session'>;
type Verdict = OwnCommandOf<'confirm-anew'>['verdict'];

/** Every wrong entry asks another challenge, so that an answer is never taken twice. */
const challengeOf = ({ session, read }: Signed, factorId: string): PasskeyOf => ({
  purpose: 'own-anew',
  id: `${session.id} ${factorId}`,
  number: anewTries(read.account, factorId),
});

const secretOf = async (
  { holders }: Ports,
  { caller }: Signed,
  id: string,
): Promise<(FactorSecret & { id: string }) | undefined> =>
  (await holders.secrets(caller, caller.actor.accountId)).find((one) => one.id === id);

/** Sends a code to a contact point that 100 wrong entries switched off (R12). */
export const sendAnewCode = async (
  ports: Ports,
  { caller, read }: Signed,
  { contactPointId, byVoice }: { contactPointId: string; byVoice: boolean },
): Promise<Record<string, never> | OwnRefusal> => {
  const point = onFile(read.account).find(({ id }) => id === contactPointId);
  const phone = byVoice || !point?.smsCapable ? 'voice' : 'sms';
  const via = point?.kind === 'email' ? 'email-code' : phone;
  const done = await commitOwn(ports, caller, { type: 'send-anew-code', contactPointId, via });
  return isOwnRefusal(done) ? done : {};
};

const confirm = async (
  ports: Ports,
  { caller }: Signed,
  verdict: Verdict,
): Promise<Record<string, never> | { entriesLeft?: number; wrong: true } | OwnRefusal> => {
  const done = await commitOwn(ports, caller, { type: 'confirm-anew', verdict });
  if (isOwnRefusal(done)) return done;
  const { matched, entriesLeft } = done.answer;
  if (matched) return {};
  return { wrong: true, ...(entriesLeft === undefined ? {} : { entriesLeft }) };
};

/** The code that was sent to the contact point, or that the app shows. */
export const confirmAnew = async (
  ports: Ports,
  signed: Signed,
  { id, code }: { id: string; code: string },
): Promise<Awaited<ReturnType<typeof confirm>>> => {
  const { secrets } = ports;
  const { confirming } = signed.session;
  if (confirming?.anew === id) {
    const { id: codeId, number } = confirming;
    const of = { purpose: 'own-confirm', id: codeId, number } as const;
    const matches = secrets.codeMatches({ ...of, digits: signed.read.policy.codeDigits }, code);
    return confirm(ports, signed, { id, matches, code: { id: codeId, number } });
  }
  const known = await secretOf(ports, signed, id);
  const verdict =
    known?.kind === 'authenticator-app' && known.sealed
      ? secrets.authenticatorVerdict(
          known.sealed,
          sealPlaceOf(id, known.organisationId),
          code,
          signed.read.now,
        )
      : { matches: false };
  return confirm(ports, signed, { id, ...verdict });
};

/** What the browser asks the security key. */
export const askAnewKey = async (
  ports: Ports,
  signed: Signed,
  { factorId }: { factorId: string },
): Promise<{ options: unknown } | OwnRefusal> => {
  const known = await secretOf(ports, signed, factorId);
  if (!known?.credential)
    return denyOwn(ports, signed.caller, 'confirm-anew', refuseOwn('not-found'));
  const challenge = challengeOf(signed, factorId);
  return { options: await ports.secrets.passkeyChallenge(challenge, [known.credential]) };
};

export const confirmAnewByKey = async (
  ports: Ports,
  signed: Signed,
  { factorId, response }: { factorId: string; response: unknown },
): Promise<Awaited<ReturnType<typeof confirm>>> => {
  const known = await secretOf(ports, signed, factorId);
  const shown = known?.credential
    ? await keyShown(ports.secrets, challengeOf(signed, factorId), known.credential, response)
    : { matches: false };
  return confirm(ports, signed, { id: factorId, ...shown });
};
