import { useTranslations } from 'next-intl';
import type { AccountPage, CaseLine } from '../../lib/domain/account/account-view';
import { shownHandle, statusShown } from '../case/case-words';
import { Chip } from '../ui/chip';
import { type Column, DataTable } from '../ui/data-table';
import { Instant } from '../ui/instant';
import { TextLink } from '../ui/text-link';
import { Nothing, Section } from './section';

/** Open cases first, then what was before. */
export function CasesSection({ page }: { page: AccountPage }) {
  const t = useTranslations('account.cases');
  const words = useTranslations('caseFile');
  const columns: Column<CaseLine>[] = [
    {
      key: 'case',
      header: t('case'),
      cell: ({ id, handle }) => (
        <TextLink strong href={`/cases/${id}`}>
          <span className="font-mono">{shownHandle(handle)}</span>
        </TextLink>
      ),
    },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => {
        const { tone, text } = statusShown(words, status, false);
        return <Chip tone={tone}>{text}</Chip>;
      },
    },
    {
      key: 'opened',
      header: t('opened'),
      labelled: true,
      cell: ({ openedAt }) => <Instant at={openedAt} clock={page} />,
    },
    {
      key: 'ended',
      header: t('ended'),
      labelled: true,
      cell: ({ endedAt }) => (endedAt ? <Instant at={endedAt} clock={page} /> : t('open')),
    },
  ];
  return (
    <Section title={t('title')}>
      {page.cases.length === 0 ? (
        <Nothing>{t('none')}</Nothing>
      ) : (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={page.cases}
          rowKey={({ id }) => id}
        />
      )}
    </Section>
  );
}
