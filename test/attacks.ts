import type { FactorKind } from '../lib/domain/account/factor';
import type { ChallengeKind } from '../lib/domain/case/proof';
import type { LinkOf } from '../lib/ports/secrets';
import { accountOf, chosen, fresh } from './case-stages';
import { doorOf as caseDoor, ok } from './case-steps';
import type { TestDesk } from './desk';
import {
  type Door,
  doorOf,
  factorOf,
  granted,
  type OwnHolder,
  ownHolder,
  sentCodeOf,
  showCode,
  wrongFor,
} from './own-steps';
import { look } from './superuser';

/** One code, guessed far more often than anybody may. */

/** All of them together, in less than the shortest wait. */
export const GUESSES = 40;

export type Attack = {
  /** Where it is typed. */
  at: string;
  /** A wrong one, for sure: the n-th of many. */
  guess: (n: number) => Promise<object>;
  /** Where more than that are allowed. */
  guesses?: number;
  /** At most so many are compared with the right one. */
  most: number;
  /** How many were, if the answers alone do not say. */
  judged?: (answers: object[]) => Promise<number>;
  /** The right one, straight after. */
  right: () => Promise<object>;
  /** It is refused too, but where nobody may be kept out by what others tried: there the limit is on who tries. */
  stays: 'shut' | 'open';
};

export const isJudged = (answer: object): boolean =>
  'entriesLeft' in answer || ('matched' in answer && answer.matched === false);
export const isTaken = (answer: object): boolean => !('refused' in answer) && !isJudged(answer);

/** Wrong in its last place alone. */
const unlike = (code: string): string =>
  /^\d+$/.test(code) ? wrongFor(code) : code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));

/** A network of its own for each who guesses without being known. */
let networks = 0;
export const somewhere = () => ({ address: `203.0.113.${++networks}`, userAgent: 'guess' });
type Origin = ReturnType<typeof somewhere>;

/** What was tried from here without being looked at any more. */
export const notLookedAt = async (d: TestDesk, { address }: Origin): Promise<number> => {
  const [row] = await look<{ n: number }>(
    d,
    `SELECT coalesce(sum(count), 0)::int AS n FROM anonymous_denial
     WHERE address = $1 AND code = 'too-fast'`,
    [address],
  );
  return row?.n ?? 0;
};

const addFactor = (d: TestDesk, holder: OwnHolder, kind: FactorKind, point?: 'phone' | 'email') =>
  look(
    d,
    `INSERT INTO factor (id, organisation_id, account_id, kind, label, contact_point_id, started_at, added_at)
     VALUES ($1, $2, $3, $4, 'Another', (SELECT id FROM contact_point WHERE account_id = $3 AND kind = $5 LIMIT 1),
       desk_now(), desk_now())`,
    [d.secrets.newId(), holder.organisationId, holder.accountId, kind, point],
  );

/** At the second factor of an account's own sign-in; `rightOf` tells what would be right. */
export const signingIn = async (
  d: TestDesk,
  kind: FactorKind,
  rightOf: (holder: OwnHolder, door: Door, factorId: string) => Promise<string> | string,
): Promise<Attack> => {
  const holder = await ownHolder(d);
  if (kind === 'temporary-pass') await addFactor(d, holder, kind);
  if (kind === 'voice') await addFactor(d, holder, kind, 'phone');
  if (kind === 'email-code') await addFactor(d, holder, kind, 'email');
  const door = await doorOf(d, holder);
  const factorId = await factorOf(d, door, kind);
  const code = await rightOf(holder, door, factorId);
  return {
    at: `signing in, ${kind}`,
    guess: () => showCode(d, door, factorId, unlike(code)),
    most: 3,
    right: () => showCode(d, door, factorId, code),
    stays: 'shut',
  };
};

/** The code that was sent for this factor. */
export const sent = (d: TestDesk) => async (_: OwnHolder, door: Door, factorId: string) =>
  sentCodeOf(d, granted(await d.desk.sendSignInCode(door, { factorId })).sent);

/** A code that the desk had sent, on the holder's page. */
export const inCase = async (d: TestDesk, kind: ChallengeKind): Promise<Attack> => {
  const c = await chosen(d);
  const { contactPoints } = await accountOf(d, c);
  const point = contactPoints.find((p) => (p.kind === 'email') === (kind === 'email-challenge'));
  const input = { caseId: c.caseId, kind, contactPointId: point?.id ?? '' };
  const done = ok(await d.desk.sendChallenge(await fresh(d, c.by), input));
  const { id: proofId = '', challenge } = done.case.proofs.at(-1) ?? {};
  if (!challenge) throw new Error('no code was sent');
  const { id, number, digits } = challenge;
  const code = d.secrets.code({ purpose: kind, id, number, digits });
  const enter = (typed: string) => d.desk.enterCode(caseDoor(c), { proofId, code: typed });
  return {
    at: `the holder’s page, ${kind}`,
    guess: () => enter(wrongFor(code)),
    most: 3,
    right: () => enter(code),
    stays: 'shut',
  };
};

/** Who guesses codes of links is not looked at any more after thirty; whoever has a right one never is refused. */
export const ofLink = (
  d: TestDesk,
  at: string,
  of: LinkOf,
  present: (door: { presented: string; origin: Origin }) => Promise<object>,
): Attack => {
  const origin = somewhere();
  return {
    at,
    guess: (n) => present({ presented: d.secrets.linkCode({ ...of, number: 1000 + n }), origin }),
    most: 30,
    judged: async (answers) => answers.length - (await notLookedAt(d, origin)),
    right: () => present({ presented: d.secrets.linkCode(of), origin }),
    stays: 'open',
  };
};
