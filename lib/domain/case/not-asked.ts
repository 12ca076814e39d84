import { type ContactPoint, onFile } from '../account/account';
import { codeIdOf } from '../challenge/code-about';
import { between, type Duration, hours } from '../time';
import type { Case } from './case';
import { type CommandOf, type Decision, decided } from './command';
import { deadlines } from './deadlines';
import type { Facts } from './facts';
import { isWeak, pausable, pauseFor } from './stopping';

/** R43: the case stands still at most this long, and then goes on by itself. */
export const NOT_ASKED_PAUSE: Duration = hours(24);
/** After such a pause the case has this long to itself. */
const AWAKE: Duration = hours(24);

/**
 * Whether time, or people, may still bring this case on: what is over already, though its clock rings late, is not
 * revived by a report.
 */
const isDue = (c: Case, { now }: Facts): boolean =>
  deadlines(c).some(
    ({ what, at }) => (what === 'case-expires' || what === 'wait-ends') && at <= now,
  );

/** Who speaks for this account: a contact point that is on file now, and not lost, given up or removed before (R27). */
const speaks = (c: Case, contactPointId: string | undefined, { account }: Facts): boolean => {
  const point: ContactPoint | undefined = onFile(account).find(({ id }) => id === contactPointId);
  return point !== undefined && !isWeak(c, point, account);
};

/**
 * "I did not ask for this", of a code of this case or of another code of its account (R43). It is kept, once for each
 * code; the code is dead if it was still the newest (`evolve`); and the account's one case that may give access stands
 * still for at most 24 h. It contests nothing and is no veto.
 *
 * Nobody can keep a case asleep with it, however many mailboxes and codes they have. Whichever contact point speaks, a
 * case that was paused so is not paused so again before it was awake for a day; and the wait goes on with at least a
 * day, which runs out at the latest when the next pause could begin. So each pause costs a day of the wait that is left,
 * and the wait ends after at most twice its length. Where people act instead, they have every second day at least, and a
 * functional administrator who looked into it lets the case go on at once.
 */
export const noteNotAsked = (
  c: Case,
  { about, contactPointId }: CommandOf<'note-not-asked'>,
  facts: Facts,
): Decision => {
  if (c.notAsked?.codes.includes(codeIdOf(about))) return decided([]);
  const noted = {
    type: 'code-not-asked' as const,
    about,
    ...(contactPointId ? { contactPointId } : {}),
  };
  const returnTo = c.status === 'paused' ? undefined : pausable(c);
  const slept = c.notAsked?.endedAt;
  const awake = slept === undefined || between(slept, facts.now) >= AWAKE;
  const pauses =
    returnTo !== undefined &&
    awake &&
    facts.account.guard.accessCaseId === c.id &&
    speaks(c, contactPointId, facts) &&
    !isDue(c, facts);
  if (!pauses) return decided([noted]);
  return decided(
    [
      noted,
      pauseFor(
        c,
        returnTo,
        facts,
        { reason: 'not-asked', ...(contactPointId ? { contactPointId } : {}) },
        NOT_ASKED_PAUSE,
      ),
    ],
    { effects: [{ kind: 'tell-staff', id: facts.newId(), letter: 'code-not-asked' }] },
  );
};
