import type { Instant } from '../domain/time';

/** The moment at which a thing must be looked at again. */
export type Alarm = {
  subject: 'case' | 'recovery-contact' | 'waiting-change';
  id: string;
  organisationId: string;
  at: Instant;
};

/** Makes the worker look sooner. Truth stays in the alarm and effect rows; losing a ring loses nothing. */
export interface Bell {
  ring(alarms: readonly Alarm[], effectIds: readonly string[]): Promise<void>;
}
