import { type Account, type ContactPoint, onFile } from '../account/account';
import { requestKey } from '../account/guard';
import { throttleOf } from '../challenge/challenge';
import { offersOf } from '../policy/compile';
import type { Policy } from '../policy/policy';
import { measuresAsked } from '../runbook/measures';
import type { Symptom } from '../runbook/symptom';
import { type Duration, hours, type Instant, minutes, plus } from '../time';

/** Where whoever asks wants the code: no address of the account is shown, or typed (R8, R14). */
export const ASKED_OVER = ['email', 'sms'] as const;
export type AskedOver = (typeof ASKED_OVER)[number];

/** R42: unanswered it is gone by then. */
export const REQUEST_LIFE: Duration = hours(1);
const CODE_LIFE: Duration = minutes(10);
/** R13: an hour and contact point, for everybody who did not sign in, together. */
const CODES_PER_HOUR = 3;
/** R13: of those a day, so that a name alone does not fill a mailbox. */
export const CODES_PER_DAY = 6;

/**
 * A wish to recover an account, before anybody showed that it is the holder's. It stands beside the account, blocks
 * nothing and is no signal: anybody may ask (R42).
 */
export type RecoveryRequest = {
  id: string;
  symptom: Symptom;
  over: AskedOver;
  contactPointId: string;
  /** The newest code; it goes into the derivation, and older ones are dead (R11, R13). */
  number: number;
  digits: number;
  sentAt: Instant;
  expiresAt: Instant;
  wrongEntries: number;
  createdAt: Instant;
  answeredAt?: Instant;
  /** Somebody who got the code said that they did not ask for it (R43). */
  endedAt?: Instant;
};

/** What `Secrets` says of a code that was typed. */
export type RequestVerdict = { requestId: string; number: number; matches: boolean };

type Subject = { account: Account; policy: Policy; now: Instant };

export const CHALLENGE_OVER = { email: 'email-challenge', sms: 'sms-challenge' } as const;

/** Whether outsiders have guessed so often that nothing is asked over this contact point any more (R12). */
const isOff = (account: Account, contactPointId: string, now: Instant): boolean =>
  throttleOf(account.guard, requestKey(contactPointId), now) === 'confirm-anew';

/**
 * The contact point that the code goes to: one that would count as a proof now, and of those the one that has stood
 * longest, because whoever takes over an account adds their own last.
 */
export const pointAsked = (
  { account, policy, now }: Subject,
  { symptom, over }: { symptom: Symptom; over: AskedOver },
): ContactPoint | undefined => {
  const measures = measuresAsked(symptom, account.factors);
  const counting = offersOf({ measures, reported: [], account, policy, now, openedAt: now })
    .filter((offer) => offer.kind === CHALLENGE_OVER[over] && !offer.refused)
    .map((offer) => offer.restsOn);
  return onFile(account)
    .filter(({ id }) => counting.includes(id) && !isOff(account, id, now))
    .sort((a, b) => (a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : 0))[0];
};

/** Never longer than ten minutes, whatever a policy gives to a code that the desk asked for. */
export const codeLife = (over: AskedOver, policy: Policy): Duration =>
  Math.min(CODE_LIFE, over === 'email' ? policy.emailCodeLife : policy.phoneCodeLife);

export const codesPerHour = (policy: Policy): number =>
  Math.min(CODES_PER_HOUR, policy.codesPerHour);

/** Whether it may still be answered, by whichever code. */
export const isStanding = (request: RecoveryRequest, now: Instant): boolean =>
  !request.answeredAt && !request.endedAt && plus(request.createdAt, REQUEST_LIFE) > now;

/**
 * Whether an entry is judged at all: the newest code, in its time, not tried too often, and nobody has to wait (R11,
 * R12). To whoever types, an entry that is not judged looks like a wrong one (R14).
 */
export const isJudged = (
  request: RecoveryRequest,
  { requestId, number }: RequestVerdict,
  { account, policy, now }: Subject,
): boolean =>
  request.id === requestId &&
  request.number === number &&
  isStanding(request, now) &&
  request.expiresAt > now &&
  request.wrongEntries < policy.entriesPerCode &&
  onFile(account).some(({ id }) => id === request.contactPointId) &&
  throttleOf(account.guard, requestKey(request.contactPointId), now) === undefined;
