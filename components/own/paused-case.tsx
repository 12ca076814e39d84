import { useTranslations } from 'next-intl';
import type { PausedCase as Paused } from '../../lib/domain/account/own/pages';
import type { NamedMeasure } from '../../lib/domain/case/named-measure';
import { capital, useMeasureWords } from '../holder/measure-words';
import { ActionForm } from '../ui/action-form';
import { Card } from '../ui/card';
import { Facts } from '../ui/facts';
import type { FormAction } from '../ui/form-state';
import { type DeskClock, Instant } from '../ui/instant';
import { LinkButton } from '../ui/link-button';
import { SubmitButton } from '../ui/submit-button';

/** A recovery that waits for the holder, who has just shown to have the second factor still (R28). */
export function PausedCase({
  paused: { openedAt, until, answerable },
  measures,
  clock,
  answer,
  confirmHref,
}: {
  paused: Paused;
  measures: readonly NamedMeasure[];
  clock: DeskClock;
  answer: FormAction;
  /** Where another session than the one that paused it shows a second factor. */
  confirmHref: string;
}) {
  const t = useTranslations('ownSignIn.paused');
  const words = useMeasureWords();
  return (
    <Card title={t('title')} tone="stop">
      <div className="grid gap-4">
        <p>{t('text')}</p>
        <Facts
          facts={[
            { name: t('opened'), value: <Instant at={openedAt} clock={clock} /> },
            { name: t('what'), value: capital(words.measures(measures)) },
            { name: t('until'), value: <Instant at={until} clock={clock} /> },
          ]}
        />
        <p>{t('untilText')}</p>
        {answerable ? (
          <ActionForm action={answer} label={t('title')}>
            <p className="text-small">{t('goOnText')}</p>
            <p className="text-small">{t('notMeText')}</p>
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="answer" value="go-on" look="default">
                {t('goOn')}
              </SubmitButton>
              <SubmitButton name="answer" value="not-me" look="danger">
                {t('notMe')}
              </SubmitButton>
            </div>
          </ActionForm>
        ) : (
          <>
            <p>{t('confirm')}</p>
            <div>
              <LinkButton href={confirmHref}>{t('confirmLink')}</LinkButton>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
