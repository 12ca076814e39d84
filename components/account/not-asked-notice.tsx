import { useTranslations } from 'next-intl';
import type { AccountView } from '../../lib/domain/case/case-view';
import type { Instant } from '../../lib/domain/time';
import { useWhen } from '../case/when';
import { Notice } from '../ui/notice';

/** Codes that nobody asked for, on the page of the account and of its open case (R43). */
export function NotAskedNotice({
  account,
  clock,
}: {
  account: Pick<AccountView, 'notAsked' | 'points'>;
  clock: { now: Instant; timeZone: string };
}) {
  const t = useTranslations('account.notices');
  const over = useTranslations('events.detail.notAsked');
  const { when } = useWhen(clock);
  const { notAsked = [], points } = account;
  if (notAsked.length === 0) return null;
  const to = (id: string | undefined) =>
    points.find((point) => point.id === id)?.masked ?? t('notAskedElsewhere');
  return (
    <Notice tone="warn" title={t('notAskedTitle')}>
      <p>{t('notAskedText')}</p>
      <ul className="mt-2 list-disc pl-5">
        {notAsked.map((report) => (
          <li key={report.code}>
            {t('notAskedLine', {
              when: when(report.at),
              over: over(report.over),
              to: to(report.contactPointId),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
