import type { NewFactor } from '../../domain/account/own/account-change';
import { type OwnRefusal, refuseOwn } from '../../domain/account/own/command';
import { isFreshSession } from '../../domain/account/own/decide-own';
import type { PasskeyOf, SealPlace } from '../../ports/secrets';
import type { Ports } from '../gate';
import { sealPlaceOf } from '../holder/prove';
import { denyOwn } from './commit-own';
import { type Changed, wish } from './security';
import type { HolderSession } from './session';

type Signed = Pick<HolderSession, 'caller' | 'read' | 'session'>;

/**
 * A seed that is not confirmed yet travels sealed through its owner's page: bound to this account and this factor, so
 * that it is of no use anywhere else, and nothing is stored that may never be used.
 */
const pendingPlace = (factorId: string, accountId: string): SealPlace => ({
  table: 'factor',
  column: 'pending',
  row: factorId,
  organisation: accountId,
});

/** The challenge lives as long as this session, and for this factor. */
const challengeOf = ({ session }: Signed, factorId: string): PasskeyOf => ({
  purpose: 'own-enrol',
  id: `${session.id} ${factorId}`,
  number: 0,
});

const notFresh = async (
  ports: Ports,
  { caller, read, session }: Signed,
): Promise<OwnRefusal | undefined> =>
  isFreshSession({ session, now: read.now })
    ? undefined
    : denyOwn(ports, caller, 'change-account', refuseOwn('reauthenticate'));

export type OwnAppOffer = { factorId: string; pending: string; uri: string; secret: string };

/** What the page for a new authenticator app shows. Changes nothing. */
export const offerOwnApp = async (
  ports: Ports,
  signed: Signed,
): Promise<OwnAppOffer | OwnRefusal> => {
  const stale = await notFresh(ports, signed);
  if (stale) return stale;
  const { secrets } = ports;
  const { account, organisation } = signed.read;
  const factorId = secrets.newId();
  const place = pendingPlace(factorId, account.id);
  const { sealed } = secrets.newAuthenticator(place, account.signIn, organisation.name);
  const told = secrets.authenticatorUri(sealed, place, account.signIn, organisation.name);
  return { factorId, pending: sealed, ...told };
};

/** What a browser sends may be anything: what does not open was not sealed for this account. */
const opened = (unseal: () => string): string | undefined => {
  try {
    return unseal();
  } catch {
    return undefined;
  }
};

/** An app is added once it has shown a code; that step is taken. */
export const addOwnApp = async (
  ports: Ports,
  signed: Signed,
  shown: { factorId: string; pending: string; code: string; label: string },
): Promise<Changed | OwnRefusal> => {
  const stale = await notFresh(ports, signed);
  if (stale) return stale;
  const { caller, read } = signed;
  const { secrets } = ports;
  const { factorId, label } = shown;
  const place = pendingPlace(factorId, read.account.id);
  const seed = opened(() => secrets.unseal(shown.pending, place));
  const verdict =
    seed === undefined
      ? undefined
      : secrets.authenticatorVerdict(shown.pending, place, shown.code, read.now);
  if (seed === undefined || !verdict?.matches || verdict.step === undefined)
    return denyOwn(ports, caller, 'change-account', refuseOwn('factor-not-confirmed'));
  const sealed = secrets.seal(seed, sealPlaceOf(factorId, read.account.organisationId));
  const factor: NewFactor = {
    id: factorId,
    kind: 'authenticator-app',
    label,
    sealed,
    step: verdict.step,
  };
  return wish(ports, caller, { kind: 'add-factor', factor });
};

export type OwnKeyOffer = { factorId: string; options: unknown };

export const offerOwnKey = async (
  ports: Ports,
  signed: Signed,
): Promise<OwnKeyOffer | OwnRefusal> => {
  const stale = await notFresh(ports, signed);
  if (stale) return stale;
  const { secrets, holders } = ports;
  const { caller, read } = signed;
  const factorId = secrets.newId();
  const known = await holders.secrets(caller, read.account.id);
  const options = await secrets.passkeyRegistration({
    ...challengeOf(signed, factorId),
    userName: read.account.signIn,
    userId: read.account.id,
    exclude: known.flatMap(({ kind, credential }) =>
      kind === 'security-key' && credential ? [credential] : [],
    ),
  });
  return { factorId, options };
};

export const addOwnKey = async (
  ports: Ports,
  signed: Signed,
  shown: { factorId: string; response: unknown; label: string },
): Promise<Changed | OwnRefusal> => {
  const stale = await notFresh(ports, signed);
  if (stale) return stale;
  const { caller } = signed;
  const { factorId, response, label } = shown;
  const registered = await ports.secrets.passkeyRegistered(challengeOf(signed, factorId), response);
  if (!registered)
    return denyOwn(ports, caller, 'change-account', refuseOwn('factor-not-confirmed'));
  const { credential, synced } = registered;
  return wish(ports, caller, {
    kind: 'add-factor',
    factor: { id: factorId, kind: 'security-key', label, credential, synced },
  });
};
