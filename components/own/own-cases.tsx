import { useTranslations } from 'next-intl';
import type { OwnCase } from '../../lib/domain/account/own/own-view';
import { capital } from '../holder/measure-words';
import type { DeskClock } from '../ui/instant';
import { LinkButton } from '../ui/link-button';
import { OwnRow, OwnRows, OwnSection } from './own-section';
import { useWhen } from './when';

/** Recoveries of this account, and the way to say no to each. The handle is not shown: it is read out (R15). */
export function OwnCases({ cases, clock }: { cases: readonly OwnCase[]; clock: DeskClock }) {
  const t = useTranslations('ownPages.cases');
  const when = useWhen(clock);
  if (cases.length === 0) return null;
  return (
    <OwnSection title={t('title')}>
      <OwnRows label={t('title')}>
        {cases.map(({ id, status, openedAt, endedAt, veto }) => (
          <OwnRow
            key={id}
            name={t('opened', { when: when(openedAt, 'near') })}
            notes={
              <>
                {capital(t(`statuses.${status}`))}
                {endedAt && ` · ${t('ended', { when: when(endedAt, 'near') })}`}
              </>
            }
            action={
              veto !== 'none' && (
                <LinkButton href={`/account/cases/${id}/veto`} look="danger-outline">
                  {t('veto')}
                </LinkButton>
              )
            }
          />
        ))}
      </OwnRows>
    </OwnSection>
  );
}
