import { between, type Duration, days, hours, type Instant, plus } from '../../time';
import type { Account } from '../account';
import type { AccountChange, ChangeInWords, WaitingChange } from './account-change';
import { changeMade, changeRefused, inWords } from './changes';
import {
  type OwnCommandOf,
  type OwnDecision,
  type OwnFacts,
  type OwnRefusal,
  type OwnRow,
  ownDecided,
  refuseOwn,
} from './command';
import type { OwnSession } from './own';
import { pointOf } from './signing-in';
import { tellEverywhere } from './telling';

/** R32: for so long what a case gave changes nothing at once, and so long a wish of it waits. */
export const RESTS_ON_CASE_FOR: Duration = days(7);
export const CHANGE_WAITS: Duration = hours(72);

/**
 * A late no is heard until 30 days after a case (R26), and a case may hang for days before its end. Whatever a sign-in
 * that rests on the case's gifts changes until then goes with them.
 */
const GOES_WITH_CASE_FOR: Duration = days(37);

type Given = { caseId: string; at: Instant };

/**
 * What a case gave, of all that this session rests on: the factor, the contact point that its codes go to, or the
 * password where nothing older than that case was shown beside it. Where a contact point stood in for a factor, the
 * password is half of what let the holder in: free, a case would give password and second factor at once (R16).
 */
const givenTo = (session: OwnSession, account: Account): Given[] => {
  const factor = account.factors.find(({ id }) => id === session.factorId);
  const point = factor && pointOf(account, factor);
  const { passwordGiven } = account.guard;
  const older = factor && passwordGiven && factor.addedAt < passwordGiven.at;
  const things = [
    ...[factor, point].flatMap((thing) =>
      thing?.givenByCase ? [{ caseId: thing.givenByCase, at: thing.addedAt }] : [],
    ),
    ...(passwordGiven && !older ? [passwordGiven] : []),
  ];
  // What it rested on is gone, or was never a factor of the account: then from when it began.
  return !factor && session.givenByCase
    ? [{ caseId: session.givenByCase, at: session.startedAt }, ...things]
    : things;
};

/** The case that this session rests on, within seven days; a factor older than the case is free (R32). */
export const restsOnCase = (
  session: OwnSession | undefined,
  account: Account,
  now: Instant,
): { caseId: string; until: Instant } | undefined => {
  const given =
    session && givenTo(session, account).find(({ at }) => between(at, now) < RESTS_ON_CASE_FOR);
  return given && { caseId: given.caseId, until: plus(given.at, RESTS_ON_CASE_FOR) };
};

/** When the case gave: what was added with its gifts since makes that no younger. */
const gaveAt = (caseId: string, { factors, contactPoints }: Account): Instant[] =>
  [...factors, ...contactPoints].flatMap((thing) =>
    thing.givenByCase === caseId ? [thing.addedAt] : [],
  );

/** The case whose late no takes back what this session changes now, if it does (R26). */
const goesWithCase = ({ session, account, now }: OwnFacts): string | undefined =>
  session &&
  givenTo(session, account).find(({ caseId, at }) =>
    [...gaveAt(caseId, account), at].every((given) => between(given, now) < GOES_WITH_CASE_FOR),
  )?.caseId;

/** The very factor that the sign-in rests on may be renamed or taken away: it keeps nobody out. */
const touchesOthers = (change: AccountChange, session: OwnSession | undefined): boolean =>
  !('factorId' in change) ||
  change.kind === 'new-backup-codes' ||
  change.factorId !== session?.factorId;

const sameWish = (a: ChangeInWords & { of?: string }, b: ChangeInWords & { of?: string }) =>
  a.change === b.change && a.of === b.of;

const objectOf = (change: AccountChange): string | undefined => {
  if (change.kind === 'add-contact-point') return change.point.address;
  if (change.kind === 'invite-contact') return change.address;
  if (change.kind === 'end-contact') return change.contactId;
  if (change.kind === 'remove-contact-point') return change.contactPointId;
  if (change.kind === 'add-factor')
    return change.factor.contactPointId ?? change.factor.deviceId ?? change.factor.id;
  return change.kind === 'remove-factor' || change.kind === 'rename-factor'
    ? change.factorId
    : undefined;
};

const wish = (change: AccountChange, caseId: string, facts: OwnFacts): OwnDecision | OwnRefusal => {
  const { own, now } = facts;
  const asked = { ...inWords(change, facts), of: objectOf(change) };
  const twice = own.waitingChanges.some((waiting) =>
    sameWish({ ...inWords(waiting.change, facts), of: objectOf(waiting.change) }, asked),
  );
  if (twice) return refuseOwn('change-waits');
  const words = inWords(change, facts);
  const waiting = {
    id: facts.newId(),
    change,
    caseId,
    askedAt: now,
    dueAt: plus(now, CHANGE_WAITS),
  };
  return ownDecided(
    [{ type: 'change-waits', changeId: waiting.id, ...words, until: waiting.dueAt }],
    {
      rows: [{ kind: 'change-waits', waiting }],
      effects: tellEverywhere(facts, {
        about: 'change-waits',
        ...words,
        until: waiting.dueAt,
        caseId,
      }),
      answer: { waitsUntil: waiting.dueAt },
    },
  );
};

/** Made at once and told everywhere; or, where the sign-in rests on what a case gave, kept waiting (R32). */
export const changeAccount = (
  { change }: OwnCommandOf<'change-account'>,
  facts: OwnFacts,
): OwnDecision | OwnRefusal => {
  const refused = changeRefused(change, facts);
  if (refused) return refused;
  const { session, account, now } = facts;
  const rests = restsOnCase(session, account, now);
  if (rests && touchesOthers(change, session)) return wish(change, rests.caseId, facts);
  const { letter, effects = [], ...made } = changeMade(change, facts);
  const { events, ...more } = asGift(made, goesWithCase(facts), facts);
  return ownDecided(events, {
    ...more,
    effects: [...effects, ...(letter ? tellEverywhere(facts, letter) : [])],
  });
};

/** Any session may: all that it does is that nothing changes. */
export const cancelWaitingChange = (
  { changeId }: OwnCommandOf<'cancel-waiting-change'>,
  facts: OwnFacts,
): OwnDecision | OwnRefusal => {
  const waiting = facts.own.waitingChanges.find(({ id }) => id === changeId);
  return waiting ? dropped(waiting, 'holder', facts) : refuseOwn('not-found');
};

const dropped = (
  waiting: WaitingChange,
  reason: 'holder' | 'not-me' | 'impossible',
  facts: OwnFacts,
): OwnDecision => {
  const words = inWords(waiting.change, facts);
  return ownDecided([{ type: 'change-dropped', changeId: waiting.id, ...words, reason }], {
    rows: [{ kind: 'change-ended', changeId: waiting.id, outcome: 'dropped' }],
    effects: tellEverywhere(facts, { about: 'change-dropped', ...words }),
  });
};

type Made = Pick<OwnDecision, 'events' | 'rows' | 'guard'>;

/**
 * A password of the holder's own is no case's gift. One that was chosen by means of a gift is, and the one before it is
 * kept: once, for that is the owner's.
 */
const passwordAsGift = (made: Made, caseId: string | undefined, facts: OwnFacts): Made => {
  const { guard } = facts.account;
  const { passwordGiven, ...others } = guard;
  if (!caseId) return passwordGiven ? { ...made, guard: others } : made;
  if (passwordGiven?.caseId === caseId) return made;
  const settingId = facts.newId();
  return {
    ...made,
    rows: [{ kind: 'password-kept', settingId, caseId }, ...made.rows],
    guard: { ...guard, passwordGiven: { caseId, at: facts.now, settingId } },
  };
};

/**
 * As much the case's gift as what it rests on: else a sign-in with it would be free after three days (R32), it would
 * prove in the next case (R3), and a late no would leave it (R26).
 */
const asGift = (made: Made, caseId: string | undefined, facts: OwnFacts): Made => {
  if (made.rows.some(({ kind }) => kind === 'password-changed'))
    return passwordAsGift(made, caseId, facts);
  if (!caseId) return made;
  const rows = made.rows.map((row): OwnRow => {
    switch (row.kind) {
      case 'factor-added':
      case 'backup-codes-added':
      case 'contact-point-added':
        return { ...row, givenByCase: caseId };
      case 'recovery-contact':
        return { ...row, contact: { ...row.contact, givenByCase: caseId } };
      default:
        return row;
    }
  });
  return { ...made, rows };
};

/**
 * What time does to a change that waits: too early, twice or late is harmless. A "this was not me" about the case in
 * the meantime contests the account (R26), and then nothing that rests on that case is made.
 */
export const wakeWaitingChange = (changeId: string, facts: OwnFacts): OwnDecision | undefined => {
  const { account, own, now } = facts;
  const waiting = own.waitingChanges.find(({ id }) => id === changeId);
  if (!waiting || waiting.dueAt > now) return undefined;
  const { suspension, contestedUntil } = account.guard;
  if (suspension || (contestedUntil && contestedUntil > now))
    return dropped(waiting, 'not-me', facts);
  if (account.disabled || changeRefused(waiting.change, facts))
    return dropped(waiting, 'impossible', facts);
  const words = inWords(waiting.change, facts);
  const { letter: _, effects = [], ...made } = changeMade(waiting.change, facts);
  const { events, rows, ...more } = asGift(made, waiting.caseId, facts);
  return ownDecided([...events, { type: 'change-made', changeId, ...words }], {
    ...more,
    rows: [...rows, { kind: 'change-ended', changeId, outcome: 'made' }],
    effects: [...effects, ...tellEverywhere(facts, { about: 'change-made', ...words })],
  });
};
