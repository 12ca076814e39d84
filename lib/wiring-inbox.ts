import { moveClock } from './adapters/clock/clock';
import { nextAlarm } from './adapters/db/due';
import { pool } from './adapters/db/pool';
import { createInboxReader } from './adapters/inbox/inbox';
import { createLocalPeople } from './adapters/inbox/people';
import type { Instant } from './domain/time';
import { env } from './env';

/** What only a local desk has: its inbox, its invented people, and a clock that can be moved (R48). */
export const localInbox = () => {
  const { mode, inboxUrl, localDir } = env();
  if (mode !== 'local' || !inboxUrl || !localDir) return undefined;
  return {
    ...createInboxReader(inboxUrl),
    ...createLocalPeople(localDir),
    nextAlarm: (): Promise<Instant | undefined> => nextAlarm(pool()),
    /** Whole seconds, forward only; the database refuses unless it is marked local. */
    moveClock: (seconds: number): Promise<Instant> => moveClock(pool(), seconds),
  };
};
