import type { AlarmDue } from '../door';
import type { QueueJob, Tools } from '../job';

/** What happens when a waiting period ends, or anything else that time does: the domain looks what is due. */
export const ringAlarms: QueueJob<'alarm'> = (tools) => (alarm) => ring(tools, alarm);

export const alarmKey = ({ subject, id }: Pick<AlarmDue, 'subject' | 'id'>) => `${subject} ${id}`;

export function ring(
  { door, attempts }: Pick<Tools, 'door' | 'attempts'>,
  { subject, id, organisationId }: Omit<AlarmDue, 'at'>,
): Promise<void> {
  const alarm = { subject, id, organisationId };
  return attempts.run(alarmKey(alarm), 'alarm-failed', alarm, () => door.ringAlarm(alarm));
}
