import { decideRequest, type RequestCommand } from '../../domain/asking/decide-request';
import type { AskedOver } from '../../domain/asking/request';
import type { Refusal } from '../../domain/case/command';
import type { Symptom } from '../../domain/runbook/symptom';
import type { Owner } from '../../ports/holders';
import type { RequestTarget } from '../../ports/requests';
import type { Origin } from '../../ports/world';
import type { Ports } from '../gate';
import { type AskedDoor, CODES, codesKey, denyAsked, STEP, WISHES, workNothing } from './door';

/** A name may stand in two organisations; no more are looked up, and as many are always worked on (R14). */
const AT_MOST = 2;

/** Each of these, and as much work where there are fewer. */
export const forEachOf = async <T>(
  ports: Ports,
  origin: Origin,
  found: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> => {
  for (const one of Array.from({ length: AT_MOST }, (_, i) => found[i]))
    await (one ? work(one) : workNothing(ports, origin));
};

/** A wish, a wrong entry or a no, on one request; nobody's name stands in any event for it (R42). */
export const commitRequest = async (
  ports: Ports,
  origin: Origin,
  { accountId, organisationId, ...target }: Owner & Omit<RequestTarget, 'accountId'>,
  command: RequestCommand,
): Promise<void> => {
  const decision = await ports.requests.commit(
    { organisations: [organisationId], actor: { kind: 'nobody' }, origin },
    { accountId, ...target },
    (loaded) => decideRequest(command, { ...loaded, newId: ports.secrets.newId }),
  );
  const effects = decision?.effects ?? [];
  if (effects.length > 0)
    await ports.bell.ring(
      [],
      effects.map(({ id }) => id),
    );
};

/**
 * Somebody says that they cannot sign in, and as whom. Whether the name is anybody's, whether a code went anywhere:
 * the answer is the same, at the same moment, and the screen gets a token in any case (R14).
 */
export const askRecovery = (
  ports: Ports,
  asked: { signIn: string; symptom: Symptom; over: AskedOver; origin: Origin },
): Promise<{ token: string } | Refusal> => {
  const { store, secrets, requests } = ports;
  const { signIn, symptom, over, origin } = asked;
  return ports.pace.inSteps(STEP, async () => {
    if (!(await store.takeTry(`request ${origin.address}`, WISHES.most, WISHES.per)))
      return denyAsked(ports, origin, 'ask-recovery', 'too-fast');
    const token = secrets.newToken();
    const tokenHash = secrets.hash(token);
    await store.takeTry(codesKey(tokenHash), CODES.most, CODES.per);
    const found = await requests.findNamed(signIn);
    await forEachOf(ports, origin, found, (owner) => {
      const requestId = secrets.newId();
      const command = { type: 'ask', requestId, symptom, over } as const;
      return commitRequest(ports, origin, { ...owner, requestId, tokenHash }, command);
    });
    return { token };
  });
};

/** Another code for what this screen asked; the one before it is dead (R11). So many for a screen, known or not. */
export const askRecoveryAgain = (
  ports: Ports,
  { token, origin }: AskedDoor,
): Promise<Record<string, never> | Refusal> => {
  const { store, secrets, requests } = ports;
  return ports.pace.inSteps(STEP, async () => {
    if (!(await store.takeTry(`request ${origin.address}`, WISHES.most, WISHES.per)))
      return denyAsked(ports, origin, 'ask-recovery', 'too-fast');
    const hash = secrets.hash(token);
    if (!(await store.takeTry(codesKey(hash), CODES.most, CODES.per)))
      return denyAsked(ports, origin, 'ask-recovery', 'too-many-codes');
    const found = await requests.find(hash);
    await forEachOf(ports, origin, found, (one) =>
      commitRequest(ports, origin, one, { type: 'ask-again' }),
    );
    return {};
  });
};
