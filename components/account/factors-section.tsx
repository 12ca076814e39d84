import { useTranslations } from 'next-intl';
import type { AccountPage, FactorDetails } from '../../lib/domain/account/account-view';
import { capital } from '../case/case-words';
import { useWhen } from '../case/when';
import { Chip } from '../ui/chip';
import { CellNote, type Column, DataTable } from '../ui/data-table';
import { Instant } from '../ui/instant';
import { Nothing, Section } from './section';

/** The second factors that are and were: of none more than its kind, its name and how it stands. */
export function FactorsSection({ page }: { page: AccountPage }) {
  const t = useTranslations('account.factors');
  const words = useTranslations('caseFile.factors');
  const { factors, importedAt } = page.account;
  const columns: Column<FactorDetails>[] = [
    {
      key: 'factor',
      header: t('factor'),
      // A factor that a case gave carries no name of its owner's; where it came from stands beside it.
      cell: ({ kind, label, to, synced, givenByCase }) => (
        <>
          <span className="font-semibold">{capital(words(kind))}</span>
          <CellNote>
            {[!givenByCase && label, to, synced && t('synced')].filter(Boolean).join(' · ')}
          </CellNote>
        </>
      ),
    },
    {
      key: 'since',
      header: t('since'),
      labelled: true,
      cell: ({ addedAt, givenByCase }) => (
        <>
          <Instant at={addedAt} clock={page} style="date" />
          {givenByCase && <CellNote>{t('fromCase')}</CellNote>}
        </>
      ),
    },
    { key: 'state', header: t('state'), cell: (factor) => <FactorState {...{ factor, page }} /> },
  ];
  return (
    <Section title={t('title')}>
      {factors.length === 0 ? (
        <Nothing>{t(importedAt ? 'noneImported' : 'none')}</Nothing>
      ) : (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={factors}
          rowKey={(factor) => factor.id}
        />
      )}
    </Section>
  );
}

function FactorState({ factor, page }: { factor: FactorDetails; page: AccountPage }) {
  const t = useTranslations('account.factors');
  const { when } = useWhen(page);
  if (factor.removedAt)
    return <Chip>{t('removed', { when: when(factor.removedAt, 'date') })}</Chip>;
  if (factor.reported) return <Chip tone="stop">{t('reported')}</Chip>;
  return factor.usable ? (
    <Chip tone="done">{t('inUse')}</Chip>
  ) : (
    <Chip tone="wait">{t('disabled')}</Chip>
  );
}
