import { useLocale, useTranslations } from 'next-intl';
import type { AuditEventType } from '../../lib/domain/audit/event';
import type { CasePage } from '../../lib/domain/case/case-view';
import { eventText } from '../../lib/messages/event-text';
import { Card } from '../ui/card';
import { Instant } from '../ui/instant';
import { TextLink } from '../ui/text-link';
import { Timeline } from '../ui/timeline';
import { namesIn, unbroken } from './case-words';

const SHORT = 8;
/** Said by what comes with it: left out of the short history, never of the whole one. */
const IMPLIED: readonly AuditEventType[] = [
  'proof-opened',
  'notice-queued',
  'notice-accepted',
  'challenge-delivered',
  'wait-planned',
  'steps-planned',
  'screen-offered',
  'case-secret-shown',
];

/** What happened, drawn from the events: the newest few, or all. */
export function HistoryCard({ page, all }: { page: CasePage; all: boolean }) {
  const t = useTranslations('caseFile.history');
  const language = useLocale();
  const names = namesIn(useTranslations('caseFile'), page);
  const { now, timeZone, events } = page;
  const shown = all
    ? events
    : events.filter((event) => !IMPLIED.includes(event.type)).slice(0, SHORT);
  const here = `/cases/${page.case.id}`;
  return (
    <Card
      title={t('title')}
      aside={
        all ? (
          <TextLink href={here}>{t('less')}</TextLink>
        ) : (
          shown.length < events.length && (
            <TextLink href={`${here}?history=all#history`}>
              {t('all', { count: String(page.eventCount) })}
            </TextLink>
          )
        )
      }
    >
      <div id="history">
        <Timeline
          label={t('title')}
          entries={shown.map((event) => {
            const told = eventText(event, { language, now, timeZone, names });
            return {
              id: event.id,
              what: told.what,
              who: told.who,
              when: <Instant at={event.at} clock={page} />,
              detail: unbroken(
                [told.detail, reasonOf(page, event.type, event.at)].filter(Boolean).join(' · '),
              ),
            };
          })}
        />
      </div>
    </Card>
  );
}

/** The reason that was written down at this very moment, for the events that have one. */
const reasonOf = (page: CasePage, type: AuditEventType, at: string): string | undefined =>
  type === 'case-cancelled' || type === 'case-declined' ? page.notes[at] : undefined;
