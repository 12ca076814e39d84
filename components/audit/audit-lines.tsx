import { useLocale, useTranslations } from 'next-intl';
import type { AuditLine, AuditPage } from '../../lib/domain/audit/audit-view';
import { eventText } from '../../lib/messages/event-text';
import { shownHandle } from '../case/case-words';
import { Chip } from '../ui/chip';
import { CellNote, type Column, DataTable } from '../ui/data-table';
import { Instant } from '../ui/instant';
import { TextLink } from '../ui/text-link';
import { LineDetails } from './line-details';

/** Lines of the log: when, who and from where, what, on what, with what result (BIO2 8.15.01). */
export function AuditLines({
  page,
  hrefOfAccount,
}: {
  page: AuditPage;
  /** The same search, for one account only. */
  hrefOfAccount: (accountId: string) => string;
}) {
  const t = useTranslations('audit');
  const factors = useTranslations('caseFile.factors');
  const language = useLocale();
  const names = {
    staff: page.staff,
    things: Object.fromEntries(
      Object.entries(page.things).map(([id, thing]) => [
        id,
        'masked' in thing ? thing.masked : factors(thing.factor),
      ]),
    ),
  };
  const told = ({ event, timeZone }: AuditLine) =>
    eventText(event, { language, now: page.now, timeZone, names });
  const columns: Column<AuditLine>[] = [
    {
      key: 'when',
      header: t('columns.when'),
      cell: ({ event, timeZone }) => (
        <Instant at={event.at} clock={{ now: page.now, timeZone }} style="short" />
      ),
    },
    {
      key: 'who',
      header: t('columns.who'),
      cell: (line) => (
        <>
          {told(line).who}
          <CellNote>
            <span className="font-mono [overflow-wrap:anywhere]">{line.origin.address}</span>
          </CellNote>
        </>
      ),
    },
    {
      key: 'what',
      header: t('columns.what'),
      cell: (line) => {
        const { what, detail } = told(line);
        return (
          <>
            <span className="font-semibold">{what}</span>
            {detail && <CellNote>{detail}</CellNote>}
            <LineDetails line={line} />
          </>
        );
      },
    },
    {
      key: 'object',
      header: t('columns.object'),
      cell: (line) => (
        <>
          {/* Far enough apart to be hit one at a time (WCAG 2.5.8). */}
          {line.account && (
            <span className="block leading-7">
              <TextLink href={hrefOfAccount(line.account.id)}>
                {line.account.name}
                <span className="sr-only"> ({t('onlyThis')})</span>
              </TextLink>
            </span>
          )}
          {line.case && (
            <span className="block leading-7">
              <TextLink href={`/cases/${line.case.id}`}>
                <span className="font-mono text-small">{shownHandle(line.case.handle)}</span>
              </TextLink>
            </span>
          )}
          <CellNote>{line.organisation}</CellNote>
        </>
      ),
    },
    {
      key: 'result',
      header: t('columns.result'),
      cell: ({ result }) => (
        <Chip tone={result === 'refused' ? 'stop' : 'quiet'}>{t(`results.${result}`)}</Chip>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={page.lines}
      rowKey={({ event }) => event.id}
    />
  );
}
