import { BROWSER_KNOWN, type Counter, TICKET_LIFE } from '../../domain/access/sign-in';
import type { MemberScope } from '../../ports/staff';
import type { Origin } from '../../ports/world';
import type { Ports } from '../gate';
import { denied, isSignInRefusal, type SignInRefusal } from './refusal';
import { ownScope, type StaffCaller } from './session';

type Attempt = {
  signIn: string;
  password: string;
  /** Token of the last session in this browser, if there was one. */
  browser?: string | undefined;
  origin: Origin;
};
type Found = NonNullable<Awaited<ReturnType<Ports['staff']['findStaff']>>>;

const NOBODY = { kind: 'nobody' } as const;
const NO_ONE = '00000000-0000-0000-0000-000000000000';

const memberOf = (found: Found, origin: Origin): MemberScope => ({
  staffId: found.staffId,
  organisations: found.organisations,
  origin,
  actor: {
    kind: 'staff',
    staffId: found.staffId,
    personId: found.personId,
    sessionId: '',
    addresses: [],
    memberships: [],
  },
});

/** The counters that a try is counted on. A browser of this very person has one of its own, which no stranger can fill. */
const countersOf = async (
  { staff, secrets }: Ports,
  { signIn, browser, origin }: Attempt,
  found: Found | undefined,
): Promise<{ key: string; counter: Counter }[]> => {
  const token = browser && secrets.hash(browser);
  // Asked for a name that is nobody's too: the time must not tell (R14).
  const known = token && (await staff.knowsBrowser(found?.staffId ?? NO_ONE, token, BROWSER_KNOWN));
  if (found && known)
    return [{ key: `staff-browser:${found.staffId}:${token}`, counter: 'person' }];
  return [
    { key: `staff-address:${origin.address}`, counter: 'address' },
    { key: `staff-name:${secrets.hash(signIn)}`, counter: 'person' },
  ];
};

const judge = async (ports: Ports, attempt: Attempt): Promise<{ found: Found } | SignInRefusal> => {
  const { staff, secrets } = ports;
  const { signIn, password, origin } = attempt;
  const nobody = { actor: NOBODY, origin, organisations: [] };
  const found = await staff.findStaff(signIn);
  const counters = await countersOf(ports, attempt, found);
  const retryAt = await staff.countTry(counters);
  if (retryAt) return denied(ports, nobody, 'sign-in', { refused: 'sign-in-wait', retryAt });
  if (!(await secrets.passwordMatches(found?.passwordHash, password)) || !found) {
    await staff.recordWrongPassword(found && memberOf(found, origin), origin);
    return { refused: 'sign-in-wrong' };
  }
  const keys = (wanted: Counter) =>
    counters.filter(({ counter }) => counter === wanted).map(({ key }) => key);
  await staff.forgetTries({ anew: keys('person'), oneLess: keys('address') });
  return { found };
};

/**
 * A right password gives a ticket to the second factor, once and for ten minutes, and nothing else. A name that is
 * nobody's gets the same words, the same waits and the same time (R14).
 */
export const checkPassword = async (
  ports: Ports,
  attempt: Attempt,
): Promise<{ ticket: string } | SignInRefusal> => {
  const judged = await judge(ports, attempt);
  if (isSignInRefusal(judged)) return judged;
  const ticket = ports.secrets.newToken();
  await ports.staff.openTicket(memberOf(judged.found, attempt.origin), {
    hash: ports.secrets.hash(ticket),
    life: TICKET_LIFE,
  });
  return { ticket };
};

/** The same for whoever is signed in, before something that asks it anew: the ticket only renews this session. */
export const checkPasswordAgain = async (
  ports: Ports,
  caller: StaffCaller,
  attempt: { signIn: string; password: string; browser?: string | undefined },
): Promise<{ ticket: string } | SignInRefusal> => {
  const judged = await judge(ports, { ...attempt, origin: caller.origin });
  if (isSignInRefusal(judged)) return judged;
  // Somebody else's password renews nobody's session.
  if (judged.found.staffId !== caller.actor.staffId) return { refused: 'sign-in-wrong' };
  const ticket = ports.secrets.newToken();
  await ports.staff.openTicket(ownScope(caller), {
    hash: ports.secrets.hash(ticket),
    life: TICKET_LIFE,
    sessionId: caller.actor.sessionId,
  });
  return { ticket };
};
