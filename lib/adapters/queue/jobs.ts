import type { Alarm } from '../../ports/bell';

/**
 * What a job carries: ids and nothing else (R45). Whatever it is about is read again from its row
 * when the job runs, so a job that is old, doubled or lost does no harm.
 */
export type JobData = {
  alarm: Pick<Alarm, 'subject' | 'id' | 'organisationId'>;
  effect: { effectId: string };
};

export type JobName = keyof JobData;

/** Two queues, so that a mail server that hangs cannot hold up the alarms. */
export const JOB_NAMES = ['alarm', 'effect'] as const satisfies readonly JobName[];

/** An effect that waits to be carried out, and how often that was tried before. */
export type EffectDue = { effectId: string; attempt: number };

export type Entry = {
  [N in JobName]: { name: N; jobId: string; data: JobData[N]; at?: number };
}[JobName];

/** Databases count in microseconds: a moment that was cut to milliseconds lies a little too early. */
const ROUNDED_UP = 1;

/**
 * The moment is part of the id: a changed alarm gets a second job instead of a moved one, because
 * adding an id again keeps its old delay without a word. No `:`, which BullMQ refuses.
 */
export function alarmEntry({ subject, id, organisationId, at }: Alarm): Entry {
  const moment = Date.parse(at) + ROUNDED_UP;
  return {
    name: 'alarm',
    jobId: `a-${subject}-${id}-${moment}`,
    data: { subject, id, organisationId },
    at: moment,
  };
}

/** The attempt is part of the id, so that a next try is never taken for the one before. */
export function effectEntry({ effectId, attempt }: EffectDue): Entry {
  return { name: 'effect', jobId: `e-${effectId}-${attempt}`, data: { effectId } };
}

/** The moment in an alarm's job id, in milliseconds; undefined for any other id. */
export function momentOf(jobId: string | undefined): number | undefined {
  const found = /^a-.+-(\d+)$/.exec(jobId ?? '');
  return found ? Number(found[1]) : undefined;
}
