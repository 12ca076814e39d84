import { useTranslations } from 'next-intl';
import type { WaitingChange } from '../../lib/domain/account/own/account-change';
import { Card } from '../ui/card';
import type { FormAction } from '../ui/form-state';
import type { DeskClock } from '../ui/instant';
import { ActForm } from './act-form';
import { OwnRow, OwnRows } from './own-section';
import { useWhen } from './when';

/** What R32 keeps waiting, and the button that stops it. */
export function WaitingChanges({
  changes,
  clock,
  cancel,
}: {
  changes: readonly WaitingChange[];
  clock: DeskClock;
  cancel: FormAction;
}) {
  const t = useTranslations('ownPages');
  const when = useWhen(clock);
  if (changes.length === 0) return null;
  return (
    <Card title={t('waiting.title')} tone="stop">
      <p>{t('waiting.text')}</p>
      <OwnRows label={t('waiting.title')}>
        {changes.map(({ id, change, dueAt }) => (
          <OwnRow
            key={id}
            name={t(`changes.${change.kind}`)}
            notes={
              <>
                {change.kind === 'add-contact-point' && `${change.point.address} · `}
                {t('waiting.at', { when: when(dueAt, 'near') })}
              </>
            }
            action={
              <ActForm
                action={cancel}
                name="changeId"
                value={id}
                about={t(`changes.${change.kind}`)}
                look="danger"
              >
                {t('waiting.cancel')}
              </ActForm>
            }
          />
        ))}
      </OwnRows>
    </Card>
  );
}
