import type { EffectDue, JobData } from '../lib/adapters/queue/jobs';
import type { Instant } from '../lib/domain/time';

export type AlarmDue = JobData['alarm'] & { at: Instant };

/**
 * All that a worker can ask of the desk. It wakes and reports, and decides nothing: what is due is
 * judged by the domain, behind the gate. Each of these may come twice, late, too early, and in two
 * workers at once.
 */
export interface WorkerDoor {
  now(): Promise<Instant>;
  /** Lets the domain look whether something is due. Too early, twice or late changes nothing. */
  ringAlarm(alarm: JobData['alarm']): Promise<unknown>;
  /** Carries one effect out, unless that was done or another worker has it. */
  performEffect(effectId: string): Promise<unknown>;
  /** Alarms that are due or will be within this time, the earliest first. */
  dueAlarms(withinMilliseconds: number, limit: number): Promise<AlarmDue[]>;
  /** Effects that are not done and whose next try (`at`) has come, the earliest first. */
  unfinishedEffects(limit: number): Promise<(EffectDue & { at: Instant })[]>;
  /** Deletes imports that nobody confirmed in time, unseen. */
  forgetDrafts(): Promise<void>;
  /** Deletes tickets that are over and counters by which nothing is decided any more. */
  forgetSignIns(): Promise<void>;
  /** Deletes requests for recovery that nobody answered within the hour, unseen (R42). */
  forgetRequests(): Promise<void>;
  /** Deletes tries of messages and heartbeats that nobody asks for any more. */
  forgetAttempts(): Promise<void>;
  /** Deletes what was set up in cases that have been over for 60 days (R26). */
  forgetSettings(): Promise<void>;
  /** Tells the health page that a worker lives. */
  beat(): Promise<void>;
}
