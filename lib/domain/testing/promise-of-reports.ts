import { between, hours } from '../time';
import type { Commit } from './desk';

const DAY = hours(24);

/**
 * R43, written a second time from the history alone: a report contests nothing and ends nothing; a case stands still for
 * it at most a day, and as long as that is awake before the next time.
 */
export const reportsSleepShort = ({ command, events, history, account, accountBefore }: Commit) => {
  if (command.type === 'note-not-asked') {
    const other = events.find((e) => e.type !== 'code-not-asked' && e.type !== 'case-paused');
    if (other) throw new Error(`a report led to ${other.type}`);
    if (account.guard.contestedUntil !== accountBefore.guard.contestedUntil)
      throw new Error('a report contested the account');
  }
  const paused = events.find((e) => e.type === 'case-paused' && e.pause.reason === 'not-asked');
  if (paused?.type !== 'case-paused') return;
  if (between(paused.at, paused.pause.until) > DAY) throw new Error('asleep for more than a day');
  const before = history.slice(0, -events.length);
  const last = before.findLastIndex(
    (e) => e.type === 'case-paused' && e.pause.reason === 'not-asked',
  );
  if (last < 0) return;
  const woke = before
    .slice(last + 1)
    .find((e) => e.type === 'case-resumed' || e.type === 'case-paused');
  if (!woke || between(woke.at, paused.at) < DAY) throw new Error('asleep again before a day');
};
