import { retryAtOf, throttleOf } from '../../challenge/challenge';
import { hours, plus } from '../../time';
import { sentLastHour, withFailure, withoutFailures, withSend } from '../guard';
import type { AccountChange } from './account-change';
import { changeRefused } from './changes';
import {
  type OwnCommandOf,
  type OwnDecision,
  type OwnFacts,
  type OwnRefusal,
  ownDecided,
  refuseOwn,
} from './command';
import type { Confirming } from './own';
import { changeAccount } from './waiting-change';

type Outcome = OwnDecision | OwnRefusal;

export const ENTRIES_PER_CODE = 5;

/**
 * What failures and sends of a code are counted on (R12, R13). An address that is not on file yet has no name of its
 * own there: all of them count together, so that trying many is no way around the limits. Those of a case count apart:
 * whoever took a session over must not keep the owner waiting there.
 */
const NEW_ADDRESS = 'own-new-address';
const restsOn = (change: AccountChange): string =>
  change.kind === 'add-factor' ? (change.factor.contactPointId ?? NEW_ADDRESS) : NEW_ADDRESS;

/** Sends a code to what is to be added: it must be the holder's before it counts. The code before it is dead (R11). */
export const sendConfirmingCode = (
  { change, via }: OwnCommandOf<'send-confirming-code'>,
  facts: OwnFacts,
): Outcome => {
  const { account, now, policy, session } = facts;
  if (!session) return refuseOwn('signed-out');
  const refused = changeRefused(change, facts);
  if (refused) return refused;
  const on = restsOn(change);
  const sent = sentLastHour(account.guard, on, 'signIn', now);
  if (sent.length >= policy.codesPerHour)
    return refuseOwn('too-many-codes', plus(sent[0] ?? now, hours(1)));
  const life = via === 'email-code' ? policy.emailCodeLife : policy.phoneCodeLife;
  const confirming: Confirming = {
    id: facts.newId(),
    number: (session.confirming?.number ?? 0) + 1,
    change,
    via,
    sentAt: now,
    expiresAt: plus(now, life),
    wrongEntries: 0,
  };
  const { id, number } = confirming;
  return ownDecided([{ type: 'confirming-code-sent', restsOn: on, via, number }], {
    rows: [{ kind: 'confirming', sessionId: session.id, confirming }],
    guard: withSend(account.guard, on, 'signIn', now),
    effects: [
      {
        kind: 'send-confirming-code',
        id: facts.newId(),
        sessionId: session.id,
        codeId: id,
        number,
        ...(on === NEW_ADDRESS ? {} : { contactPointId: on }),
      },
    ],
  });
};

/** The newest code, once, in its time: then the change is made, or waits as R32 says. A wrong one counts. */
export const enterConfirmingCode = (
  { verdict }: OwnCommandOf<'enter-confirming-code'>,
  facts: OwnFacts,
): Outcome => {
  const { account, now, session } = facts;
  const confirming = session?.confirming;
  if (!session || !confirming?.change) return refuseOwn('no-code-sent');
  const on = restsOn(confirming.change);
  // There is nothing that a new address could be confirmed anew by: it only waits longer and longer.
  if (on !== NEW_ADDRESS && throttleOf(account.guard, on, now) === 'confirm-anew')
    return refuseOwn('confirm-anew');
  const retryAt = retryAtOf(account.guard, on, now);
  if (retryAt) return refuseOwn('sign-in-wait', retryAt);
  if (confirming.wrongEntries >= ENTRIES_PER_CODE) return refuseOwn('code-used-up');
  if (confirming.expiresAt <= now) return refuseOwn('code-expired');
  const newest = verdict.id === confirming.id && verdict.number === confirming.number;
  if (!newest || !verdict.matches) {
    const counted = { ...confirming, wrongEntries: confirming.wrongEntries + 1 };
    return ownDecided([{ type: 'confirming-code-refused', restsOn: on }], {
      rows: [{ kind: 'confirming', sessionId: session.id, confirming: counted }],
      guard: withFailure(account.guard, on, now),
      answer: { matched: false, entriesLeft: ENTRIES_PER_CODE - counted.wrongEntries },
    });
  }
  const made = changeAccount({ type: 'change-account', change: confirming.change }, facts);
  if ('refused' in made) return made;
  return {
    ...made,
    rows: [...made.rows, { kind: 'confirming', sessionId: session.id }],
    guard: withoutFailures(account.guard, on),
    answer: { ...made.answer, matched: true },
  };
};
