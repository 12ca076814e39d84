import { isFresh } from '../../domain/access/can';
import { MOST_FACTORS, type StaffFactorKind } from '../../domain/access/sign-in';
import type { PasskeyOf, SealPlace } from '../../ports/secrets';
import type { Ports } from '../gate';
import { staffFactorPlace } from './factor-place';
import { denied, type SignInRefusal } from './refusal';
import { ownScope, type StaffCaller } from './session';

/**
 * A seed that is not confirmed yet travels sealed through its owner's page: bound to this person and this factor, so
 * that it is of no use anywhere else, and nothing is stored that may never be used.
 */
const pendingPlace = (factorId: string, staffId: string): SealPlace => ({
  table: 'staff_factor',
  column: 'pending',
  row: factorId,
  organisation: staffId,
});

/** The challenge lives as long as this session, and for this factor. */
const challengeOf = ({ actor }: StaffCaller, factorId: string): PasskeyOf => ({
  purpose: 'staff-enrol',
  id: `${actor.sessionId} ${factorId}`,
  number: 0,
});

const notFresh = async (
  ports: Ports,
  caller: StaffCaller,
  action: string,
): Promise<SignInRefusal | undefined> =>
  isFresh(caller.actor, await ports.store.now())
    ? undefined
    : denied(ports, caller, action, { refused: 'reauthenticate' });

export type FactorOffer =
  | { kind: 'authenticator-app'; factorId: string; pending: string; uri: string; secret: string }
  | { kind: 'security-key'; factorId: string; options: unknown };

/** What the page for a new second factor shows. Changes nothing; under a fresh sign-in only. */
export const offerFactor = async (
  ports: Ports,
  caller: StaffCaller,
  { kind, signIn }: { kind: StaffFactorKind; signIn: string },
): Promise<FactorOffer | SignInRefusal> => {
  const stale = await notFresh(ports, caller, 'add-factor');
  if (stale) return stale;
  const { secrets, staff } = ports;
  const factors = await staff.factors(ownScope(caller));
  if (factors.length >= MOST_FACTORS)
    return denied(ports, caller, 'add-factor', { refused: 'too-many-factors' });
  const factorId = secrets.newId();
  if (kind === 'authenticator-app') {
    const place = pendingPlace(factorId, caller.actor.staffId);
    const { sealed } = secrets.newAuthenticator(place, signIn, 'Regain');
    const { uri, secret } = secrets.authenticatorUri(sealed, place, signIn, 'Regain');
    return { kind, factorId, pending: sealed, uri, secret };
  }
  const options = await secrets.passkeyRegistration({
    ...challengeOf(caller, factorId),
    userName: signIn,
    userId: caller.actor.staffId,
    exclude: factors.flatMap(({ credential }) => (credential === null ? [] : [credential])),
  });
  return { kind, factorId, options };
};

export type ShownFactor =
  | { kind: 'authenticator-app'; factorId: string; pending: string; code: string }
  | { kind: 'security-key'; factorId: string; response: unknown };

/** Adds a second factor once it has shown to work. */
export const addFactor = async (
  ports: Ports,
  caller: StaffCaller,
  { shown, label }: { shown: ShownFactor; label: string },
): Promise<Record<string, never> | SignInRefusal> => {
  const stale = await notFresh(ports, caller, 'add-factor');
  if (stale) return stale;
  const proven = await provenBy(ports, caller, shown);
  if (!proven) return denied(ports, caller, 'add-factor', { refused: 'factor-not-confirmed' });
  const added = await ports.staff.addFactor(
    ownScope(caller),
    { id: shown.factorId, kind: shown.kind, label, ...proven },
    MOST_FACTORS,
  );
  return added ? {} : denied(ports, caller, 'add-factor', { refused: 'too-many-factors' });
};

const provenBy = async (
  { secrets, store }: Ports,
  caller: StaffCaller,
  shown: ShownFactor,
): Promise<{ sealed: string | null; credential: string | null; step?: number } | undefined> => {
  if (shown.kind === 'security-key') {
    const of = challengeOf(caller, shown.factorId);
    const registered = await secrets.passkeyRegistered(of, shown.response);
    return registered && { sealed: null, credential: registered.credential };
  }
  const place = pendingPlace(shown.factorId, caller.actor.staffId);
  const seed = opened(() => secrets.unseal(shown.pending, place));
  if (seed === undefined) return undefined;
  const now = await store.now();
  const { matches, step } = secrets.authenticatorVerdict(shown.pending, place, shown.code, now);
  if (!matches || step === undefined) return undefined;
  const sealed = secrets.seal(seed, staffFactorPlace(shown.factorId));
  return { sealed, credential: null, step };
};

/** What a browser sends may be anything: what does not open was not sealed for this person. */
const opened = (unseal: () => string): string | undefined => {
  try {
    return unseal();
  } catch {
    return undefined;
  }
};

/** Takes a second factor away, never the last one; every other session ends with it. */
export const removeFactor = async (
  ports: Ports,
  caller: StaffCaller,
  { factorId }: { factorId: string },
): Promise<Record<string, never> | SignInRefusal> => {
  const stale = await notFresh(ports, caller, 'remove-factor');
  if (stale) return stale;
  const outcome = await ports.staff.removeFactor(
    ownScope(caller),
    factorId,
    caller.actor.sessionId,
  );
  if (outcome === 'removed') return {};
  const refused = outcome === 'last' ? 'last-factor' : 'not-found';
  return denied(ports, caller, 'remove-factor', { refused }, factorId);
};
