import { useTranslations } from 'next-intl';
import { ActionForm } from '../ui/action-form';
import { Card } from '../ui/card';
import type { FormAction } from '../ui/form-state';
import { type DeskClock, Instant } from '../ui/instant';
import { SubmitButton } from '../ui/submit-button';

/** What the field `by` of the clock's form says: seconds, or the next alarm. */
export const CLOCK_MOVES = { hour: '3600', day: '86400', alarm: 'alarm' } as const;

/** The clock that everything at the desk uses, and the buttons that move it. */
export function ClockCard({
  clock,
  nextAlarm,
  move,
}: {
  clock: DeskClock;
  nextAlarm?: string | undefined;
  move: FormAction;
}) {
  const t = useTranslations('inbox.clock');
  const instant = (at: string) => <Instant at={at} clock={clock} style="short" />;
  return (
    <Card title={t('title')}>
      <p className="font-semibold">{t.rich('now', { when: () => instant(clock.now) })}</p>
      <p className="mb-3 text-ink-2">
        {nextAlarm ? t.rich('alarm', { when: () => instant(nextAlarm) }) : t('noAlarm')}{' '}
        {t('forward')}
      </p>
      <ActionForm action={move} label={t('title')}>
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="by" value={CLOCK_MOVES.hour} look="default">
            {t('hour')}
          </SubmitButton>
          <SubmitButton name="by" value={CLOCK_MOVES.day} look="default">
            {t('day')}
          </SubmitButton>
          {nextAlarm && (
            <SubmitButton name="by" value={CLOCK_MOVES.alarm} look="primary">
              {t('toAlarm')}
            </SubmitButton>
          )}
        </div>
      </ActionForm>
    </Card>
  );
}
