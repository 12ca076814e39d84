import { between, hours, type Instant, minutes, seconds } from '../time';
import type { Commit } from './desk';
import { promise } from './promises';

/** R11, R12: a memory of its own of every code and failure on this desk, over all cases. */
export const codesAndFailures = () => {
  const failures = new Map<string, { inARow: number; lastAt: Instant }>();
  const sent = new Map<string, { challengeId: string; number: number; at: Instant }>();
  const used = new Set<string>();

  return ({ command, events, now, account }: Commit): void => {
    for (const event of events) {
      if (event.type === 'challenge-sent')
        sent.set(event.proofId, {
          challengeId: event.challenge.id,
          number: event.challenge.number,
          at: now,
        });
      if (event.type === 'enrolment-refused' && event.restsOn)
        failures.set(event.restsOn, {
          inARow: (failures.get(event.restsOn)?.inARow ?? 0) + 1,
          lastAt: now,
        });
      if (event.type === 'enrolment-confirmed' && event.restsOn) failures.delete(event.restsOn);
      const judged =
        event.type === 'code-refused' || (event.type === 'proof-given' && event.restsOn);
      if (judged && event.restsOn) {
        const before = failures.get(event.restsOn);
        const wait =
          !before || before.inARow < 3
            ? 0
            : Math.min(seconds(30 * 2 ** (before.inARow - 3)), hours(24));
        promise(!before || between(before.lastAt, now) >= wait, 'judged before the wait was over');
        promise((before?.inARow ?? 0) < 100, 'judged after 100 failures');
      }
      if (event.type === 'code-refused')
        failures.set(event.restsOn, {
          inARow: (failures.get(event.restsOn)?.inARow ?? 0) + 1,
          lastAt: now,
        });
      if (event.type === 'proof-given' && event.restsOn) failures.delete(event.restsOn);
      if (event.type === 'proof-given' && event.identityCheck?.mode === 'in-person')
        failures.clear();
      if (event.type === 'proof-given' && command.type === 'enter-code') {
        const newest = sent.get(event.proofId);
        const { challengeId, number, matches } = command.verdict;
        promise(matches, 'a wrong code was taken');
        promise(
          newest?.challengeId === challengeId && newest.number === number,
          'an older code was taken',
        );
        promise(
          between(newest?.at ?? '', now) <
            (event.kind === 'sms-challenge' ? minutes(10) : hours(24)),
          'a code was too old',
        );
        promise(!used.has(challengeId), 'a code was taken twice');
        used.add(challengeId);
      }
    }
    promise(
      JSON.stringify([...failures].sort()) ===
        JSON.stringify(Object.entries(account.guard.failures).sort()),
      'failures are not counted across codes and cases',
    );
  };
};
