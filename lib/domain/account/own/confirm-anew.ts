import { retryAtOf, throttleOf } from '../../challenge/challenge';
import { hours, type Instant, plus } from '../../time';
import { type Account, type ContactPoint, onFile } from '../account';
import { type Factor, isNewStep, isUsable } from '../factor';
import { sentLastHour, withFailure, withoutFailures, withSend } from '../guard';
import {
  type OwnCommandOf,
  type OwnDecision,
  type OwnFacts,
  type OwnRefusal,
  ownDecided,
  refuseOwn,
} from './command';
import { ENTRIES_PER_CODE } from './confirming';
import { restsOn } from './signing-in';
import { restsOnCase } from './waiting-change';

type Outcome = OwnDecision | OwnRefusal;
type Looked = Pick<OwnFacts, 'account' | 'session' | 'now'>;

/** What R12 switched off after a hundred wrong entries, and its holder can show to be theirs still. */
export type AnewThing = { point: ContactPoint } | { factor: Factor };

/**
 * Wrong entries while confirming anew count here, with the same growing wait and no end: counted on the thing itself
 * they would be judged although it is switched off.
 */
const counterOf = (id: string): string => `anew ${id}`;

export const anewTries = ({ guard }: Account, id: string): number =>
  guard.failures[counterOf(id)]?.inARow ?? 0;

export const mustConfirmAnew = (account: Account, id: string, now: Instant): boolean =>
  throttleOf(account.guard, id, now) === 'confirm-anew';

/** A question on a device, and codes on paper, are made anew instead: nothing but the thing itself could show them. */
export const anewThing = (account: Account, id: string): AnewThing | undefined => {
  const point = onFile(account).find((one) => one.id === id);
  if (point) return { point };
  const factor = account.factors.find((one) => one.id === id && isUsable(one));
  return factor?.kind === 'authenticator-app' || factor?.kind === 'security-key'
    ? { factor }
    : undefined;
};

export type AnewBar = 'rests-on-case' | 'without-factor' | 'same-thing';

/**
 * Why this session may not say so: it has to rest on another factor of the account than what is confirmed. What a case
 * gave cannot vouch for the rest (R32). Confirming gives nothing new, so that it needs no wait and is told nowhere.
 */
export const anewBar = (id: string, { account, session, now }: Looked): AnewBar | undefined => {
  if (restsOnCase(session, account, now)) return 'rests-on-case';
  const factor = account.factors.find((one) => one.id === session?.factorId && isUsable(one));
  if (!factor) return 'without-factor';
  return restsOn(factor) === id ? 'same-thing' : undefined;
};

/** Why nothing can be confirmed anew by this session now, and else what it is. */
const looked = (id: string, facts: OwnFacts): AnewThing | OwnRefusal => {
  const { account, now } = facts;
  const thing = anewThing(account, id);
  if (!thing) return refuseOwn('not-found');
  if (!mustConfirmAnew(account, id, now)) return refuseOwn('nothing-to-do');
  if (anewBar(id, facts)) return refuseOwn('reauthenticate');
  const retryAt = retryAtOf(account.guard, counterOf(id), now);
  return retryAt ? refuseOwn('sign-in-wait', retryAt) : thing;
};

const carries = ({ kind, smsCapable }: ContactPoint, via: string): boolean =>
  kind === 'email' ? via === 'email-code' : via === 'voice' || (via === 'sms' && smsCapable);

/** Sends a code to a contact point that is to be confirmed anew. The one before it is dead (R11). */
export const sendAnewCode = (
  { contactPointId, via }: OwnCommandOf<'send-anew-code'>,
  facts: OwnFacts,
): Outcome => {
  const { account, now, policy, session } = facts;
  const thing = looked(contactPointId, facts);
  if ('refused' in thing) return thing;
  if (!session || !('point' in thing) || !carries(thing.point, via))
    return refuseOwn('contact-point-unknown');
  const sent = sentLastHour(account.guard, contactPointId, 'signIn', now);
  if (sent.length >= policy.codesPerHour)
    return refuseOwn('too-many-codes', plus(sent[0] ?? now, hours(1)));
  const confirming = {
    id: facts.newId(),
    number: (session.confirming?.number ?? 0) + 1,
    anew: contactPointId,
    via,
    sentAt: now,
    expiresAt: plus(now, via === 'email-code' ? policy.emailCodeLife : policy.phoneCodeLife),
    wrongEntries: 0,
  };
  const { id: codeId, number } = confirming;
  return ownDecided([{ type: 'confirming-code-sent', restsOn: contactPointId, via, number }], {
    rows: [{ kind: 'confirming', sessionId: session.id, confirming }],
    guard: withSend(account.guard, contactPointId, 'signIn', now),
    effects: [
      {
        kind: 'send-confirming-code',
        id: facts.newId(),
        sessionId: session.id,
        codeId,
        number,
        contactPointId,
        anew: true,
      },
    ],
  });
};

type Verdict = OwnCommandOf<'confirm-anew'>['verdict'];

/** There is nothing to compare a code with: no guess was judged, so none counts. */
const nothingSent = (id: string, { session, now }: OwnFacts): OwnRefusal | undefined => {
  const { confirming } = session ?? {};
  if (confirming?.anew !== id) return refuseOwn('no-code-sent');
  if (confirming.wrongEntries >= ENTRIES_PER_CODE) return refuseOwn('code-used-up');
  return confirming.expiresAt > now ? undefined : refuseOwn('code-expired');
};

const isRight = (thing: AnewThing, { matches, code, step }: Verdict, facts: OwnFacts): boolean => {
  if (!matches) return false;
  if ('factor' in thing) return isNewStep(thing.factor, step);
  const newest = facts.session?.confirming;
  return newest !== undefined && code?.id === newest.id && code.number === newest.number;
};

/** A wrong one counts, on a counter of its own; right, the thing works again as if nothing had been entered (R12). */
export const confirmAnew = (
  { verdict }: OwnCommandOf<'confirm-anew'>,
  facts: OwnFacts,
): Outcome => {
  const { account, now, session } = facts;
  const { id, step, credential } = verdict;
  const thing = looked(id, facts);
  if ('refused' in thing) return thing;
  const none = 'point' in thing ? nothingSent(id, facts) : undefined;
  if (none || !session) return none ?? refuseOwn('signed-out');
  const { confirming } = session;
  if (!isRight(thing, verdict, facts)) {
    const counted = 'point' in thing &&
      confirming && { ...confirming, wrongEntries: confirming.wrongEntries + 1 };
    return ownDecided([{ type: 'confirm-anew-refused', restsOn: id }], {
      rows: counted ? [{ kind: 'confirming', sessionId: session.id, confirming: counted }] : [],
      guard: withFailure(account.guard, counterOf(id), now),
      answer: {
        matched: false,
        ...(counted ? { entriesLeft: ENTRIES_PER_CODE - counted.wrongEntries } : {}),
      },
    });
  }
  return ownDecided([{ type: 'confirmed-anew', restsOn: id }], {
    rows: [
      ...('point' in thing ? [{ kind: 'confirming' as const, sessionId: session.id }] : []),
      ...(step === undefined ? [] : [{ kind: 'factor-step' as const, factorId: id, step }]),
      ...(credential ? [{ kind: 'factor-credential' as const, factorId: id, credential }] : []),
    ],
    guard: withoutFailures(withoutFailures(account.guard, id), counterOf(id)),
    answer: { matched: true },
  });
};
