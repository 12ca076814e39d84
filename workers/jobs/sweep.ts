import { NEAR } from '../../lib/adapters/queue/sender';
import { between, type Duration, type Instant, seconds } from '../../lib/domain/time';
import { inParallel } from '../attempts';
import type { RecurringJob, Tools } from '../job';
import { effectKey, perform } from './perform-effects';
import { alarmKey, ring } from './ring-alarms';

/** Seen at once; what lies behind it comes in the next sweep. */
const LIMIT = 5_000;
const AT_ONCE = 4;
/** So much time a job has to be punctual before the sweep does its work. */
const ALARM_GRACE = seconds(1);
const EFFECT_GRACE = seconds(2);
const EVERY = seconds(3);

const isOverdue = (now: Instant, at: Instant, grace: Duration) => between(at, now) >= grace;

/** The queue may be away, slow or wrong about itself: the sweep never waits for it. */
function restore(tools: Tools, ...lost: Parameters<Tools['queue']['restore']>): void {
  tools.queue.restore(...lost).catch((error) => tools.log.fault('restore-failed', {}, error));
}

/**
 * The certain half of the alarms: what is near goes into the queue, and what is overdue is rung from
 * here, so that everything happens even when there is no queue at all. Two sweeps do no harm.
 */
export const sweepAlarms: RecurringJob = {
  every: EVERY,
  async run(tools, signal) {
    const { door, attempts } = tools;
    const alarms = await door.dueAlarms(NEAR, LIMIT);
    if (alarms.length === 0) return;
    const now = await door.now();
    const isLate = ({ at }: { at: Instant }) => isOverdue(now, at, ALARM_GRACE);
    restore(
      tools,
      alarms.filter((alarm) => !isLate(alarm)),
      [],
    );
    const late = alarms.filter((alarm) => isLate(alarm) && attempts.isFree(alarmKey(alarm)));
    await inParallel(AT_ONCE, late, signal, (alarm) => ring(tools, alarm));
  },
};

/** The certain half of the effects, apart from the alarms: a mail server that hangs holds up only mail. */
export const sweepEffects: RecurringJob = {
  every: EVERY,
  async run(tools, signal) {
    const { door, attempts } = tools;
    const effects = await door.unfinishedEffects(LIMIT);
    if (effects.length === 0) return;
    const now = await door.now();
    restore(tools, [], effects);
    const left = effects.filter(
      ({ effectId, at }) =>
        isOverdue(now, at, EFFECT_GRACE) && attempts.isFree(effectKey(effectId)),
    );
    await inParallel(AT_ONCE, left, signal, ({ effectId }) => perform(tools, effectId));
  },
};
