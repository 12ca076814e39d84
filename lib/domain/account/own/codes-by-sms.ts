import { pointRefusal } from '../../policy/compile';
import { between, type Duration, hours, minutes, plus } from '../../time';
import { type Account, type ContactPoint, onFile } from '../account';
import { isUsable } from '../factor';
import { sentLastHour, withSend } from '../guard';
import {
  type OwnCommandOf,
  type OwnDecision,
  type OwnFacts,
  type OwnRefusal,
  ownDecided,
  refuseOwn,
} from './command';
import { tellEverywhere } from './telling';

/** So long after they were made they may be sent: later it would be a second way to see what is shown once. */
const SENT_WITHIN: Duration = minutes(10);
/** A message that could not go out for so long is not sent any more. */
export const CODES_GO_OUT_WITHIN: Duration = hours(1);

/**
 * Where backup codes may go, if the organisation allows it: a number that could prove in a case (R3), and never a young
 * one, not even of an account that is new itself. Codes are worth as much as a factor.
 */
export const numbersForCodes = ({
  account,
  policy,
  now,
}: Pick<OwnFacts, 'account' | 'policy' | 'now'>): ContactPoint[] => {
  if (!policy.backupCodesBySms) return [];
  const subject = { account, policy, now, measures: [], reported: [] };
  return onFile(account).filter(
    (point) =>
      point.kind === 'phone' &&
      between(point.addedAt, now) >= policy.contactPointAge &&
      !pointRefusal(point, 'sms-challenge', subject),
  );
};

/** The set of codes, if it was not replaced meanwhile. */
export const setOfCodes = ({ factors }: Account, factorId: string) =>
  factors.find((one) => one.id === factorId && one.kind === 'backup-codes' && isUsable(one));

/** Sends a set that was just made to a number on file, once; told everywhere. The codes are made when it is sent (R13). */
export const sendBackupCodes = (
  { factorId, contactPointId }: OwnCommandOf<'send-backup-codes'>,
  facts: OwnFacts,
): OwnDecision | OwnRefusal => {
  const { account, own, policy, now } = facts;
  if (!policy.backupCodesBySms) return refuseOwn('not-allowed');
  const set = setOfCodes(account, factorId);
  if (!set) return refuseOwn('not-found');
  if (own.codesSent?.includes(factorId) || between(set.addedAt, now) > SENT_WITHIN)
    return refuseOwn('nothing-to-do');
  if (!numbersForCodes(facts).some(({ id }) => id === contactPointId))
    return refuseOwn('contact-point-unknown');
  const sent = sentLastHour(account.guard, contactPointId, 'signIn', now);
  if (sent.length >= policy.codesPerHour)
    return refuseOwn('too-many-codes', plus(sent[0] ?? now, hours(1)));
  return ownDecided([{ type: 'backup-codes-sent', factorId, contactPointId }], {
    rows: [{ kind: 'backup-codes-sent', factorId }],
    guard: withSend(account.guard, contactPointId, 'signIn', now),
    effects: [
      { kind: 'send-backup-codes', id: facts.newId(), factorId, contactPointId },
      ...tellEverywhere(facts, { about: 'backup-codes-sent' }),
    ],
  });
};
