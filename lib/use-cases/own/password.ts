import { type Counter, TICKET_LIFE } from '../../domain/access/sign-in';
import type { Owner } from '../../ports/holders';
import type { Origin } from '../../ports/world';
import type { Ports } from '../gate';
import { denied, isSignInRefusal, type SignInRefusal } from '../staff/refusal';
import { type OwnCaller, ownCaller } from './commit-own';

type Attempt = {
  signIn: string;
  password: string;
  origin: Origin;
  /** The token of a trusted device, if this browser is one. */
  device?: string | undefined;
};
type Found = Awaited<ReturnType<Ports['holders']['findHolders']>>;
type Counters = { key: string; counter: Counter }[];

/**
 * A name may stand in two organisations. As many passwords are always compared, so that the time tells neither whether
 * a name is somebody's nor how often (R14).
 */
const COMPARED = 2;

const rightOf = async (
  { secrets }: Ports,
  found: Found,
  password: string,
): Promise<Owner | undefined> => {
  const candidates = Array.from({ length: COMPARED }, (_, i) => found[i]);
  const matches = await Promise.all(
    candidates.map((candidate) => secrets.passwordMatches(candidate?.passwordHash, password)),
  );
  return candidates.find((candidate, i) => candidate && matches[i]);
};

/**
 * What a try counts on. A device that this very holder trusted has a counter of its own, so that no stranger who knows
 * the name can keep the holder out; where two accounts share the name it has not, or each could guess at the other's.
 */
const countersOf = async (
  { holders, secrets }: Ports,
  { signIn, origin, device }: Attempt,
  found: Found,
): Promise<Counters> => {
  // Asked for a name that is nobody's too: the time must not tell (R14).
  const known = device ? await holders.findDevice(secrets.hash(device)) : undefined;
  if (known && found.length === 1 && found[0]?.accountId === known.accountId)
    return [{ key: `holder-device:${known.deviceId}`, counter: 'person' }];
  return [
    { key: `holder-address:${origin.address}`, counter: 'address' },
    { key: `holder-name:${secrets.hash(signIn)}`, counter: 'person' },
  ];
};

const judge = async (
  ports: Ports,
  { password, origin }: Attempt,
  found: Found,
  counters: Counters,
): Promise<Owner | SignInRefusal> => {
  const { staff, holders } = ports;
  const retryAt = await staff.countTry(counters);
  if (retryAt) {
    const nobody = { actor: { kind: 'nobody' }, origin, organisations: [] } as const;
    return denied(ports, nobody, 'holder-sign-in', { refused: 'sign-in-wait', retryAt });
  }
  const right = await rightOf(ports, found, password);
  if (!right) {
    await holders.recordWrongPassword(found[0], origin);
    return { refused: 'sign-in-wrong' };
  }
  const keys = (wanted: Counter) =>
    counters.filter(({ counter }) => counter === wanted).map(({ key }) => key);
  // Where two accounts share the name, the holder of one must not wipe out the guesses made at the other.
  const shared = found.length > 1;
  await staff.forgetTries({
    anew: shared ? [] : keys('person'),
    oneLess: shared ? counters.map(({ key }) => key) : keys('address'),
  });
  return right;
};

/**
 * A right password gives a ticket to the second factor, once and for ten minutes, and nothing else. A name that is
 * nobody's gets the same words, the same waits and the same time (R14).
 */
export const checkHolderPassword = async (
  ports: Ports,
  attempt: Attempt,
): Promise<{ ticket: string } | SignInRefusal> => {
  const found = await ports.holders.findHolders(attempt.signIn);
  const counters = await countersOf(ports, attempt, found);
  const owner = await judge(ports, attempt, found, counters);
  if (isSignInRefusal(owner)) return owner;
  return openTicket(ports, ownCaller(owner, attempt.origin));
};

/**
 * The same for whoever is signed in, before something that asks it anew: the ticket only renews this session. Only the
 * password of this very account is compared, and the tries count on the session: a stranger's do not.
 */
export const checkHolderPasswordAgain = async (
  ports: Ports,
  caller: OwnCaller,
  attempt: { signIn: string; password: string },
): Promise<{ ticket: string } | SignInRefusal> => {
  const { accountId, sessionId } = caller.actor;
  const found = await ports.holders.findHolders(attempt.signIn);
  const own = found.filter((one) => one.accountId === accountId);
  const counters: Counters = [{ key: `holder-session:${sessionId}`, counter: 'person' }];
  const owner = await judge(ports, { ...attempt, origin: caller.origin }, own, counters);
  return isSignInRefusal(owner) ? owner : openTicket(ports, caller);
};

const openTicket = async (
  { holders, secrets }: Ports,
  caller: OwnCaller,
): Promise<{ ticket: string }> => {
  const ticket = secrets.newToken();
  const { accountId, sessionId } = caller.actor;
  await holders.openTicket(caller, accountId, {
    hash: secrets.hash(ticket),
    life: TICKET_LIFE,
    ...(sessionId ? { sessionId } : {}),
  });
  return { ticket };
};
