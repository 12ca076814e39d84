import { isRefusal } from '../domain/case/command';
import type { Alarm } from '../ports/bell';
import { wakeRecoveryContact } from './contact/answer';
import { commitCase, type Ports, systemOf } from './gate';
import { wakeChange } from './own/wake-change';

/** More things than this are never due at once; a bound keeps a fault from running for ever. */
const MOST_AT_ONCE = 8;

/** Lets the domain look whether something is due, until nothing is. Too early, twice or late changes nothing. */
export const ringAlarm = async (
  ports: Ports,
  { subject, id, organisationId }: Pick<Alarm, 'subject' | 'id' | 'organisationId'>,
): Promise<void> => {
  if (subject === 'recovery-contact') return wakeRecoveryContact(ports, { id, organisationId });
  if (subject === 'waiting-change') return wakeChange(ports, { id, organisationId });
  for (let i = 0; i < MOST_AT_ONCE; i++) {
    const done = await commitCase(
      ports,
      systemOf(organisationId),
      { caseId: id },
      { type: 'wake' },
    );
    if (isRefusal(done) || done.events.length === 0) return;
  }
};
