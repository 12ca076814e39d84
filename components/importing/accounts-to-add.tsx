import { useTranslations } from 'next-intl';
import { maskedContactPoint } from '../../lib/domain/account/masked';
import type { ImportedAccount } from '../../lib/inputs/accounts-csv/imported-account';
import { unbroken } from '../case/case-words';
import { Chip } from '../ui/chip';
import { type Column, DataTable } from '../ui/data-table';

const MOST = 20;

/** The first accounts of a file as they were understood, so that a shifted column is seen before it is too late. */
export function AccountsToAdd({ accounts }: { accounts: readonly ImportedAccount[] }) {
  const t = useTranslations('importing.accounts');
  const factorWords = useTranslations('caseFile.factors');
  if (accounts.length === 0) return null;
  const columns: Column<ImportedAccount>[] = [
    {
      key: 'row',
      header: t('row'),
      labelled: true,
      cell: ({ row }) => <span className="tabular-nums">{row}</span>,
    },
    {
      key: 'name',
      header: t('name'),
      cell: ({ displayName, disabled }) => (
        <>
          <span className="mr-2 font-semibold">{displayName}</span>
          {disabled && <Chip>{t('disabled')}</Chip>}
        </>
      ),
    },
    {
      key: 'signIn',
      header: t('signIn'),
      cell: ({ signIn }) => <span className="[overflow-wrap:anywhere]">{signIn}</span>,
    },
    {
      key: 'points',
      header: t('points'),
      labelled: true,
      cell: ({ contactPoints }) =>
        unbroken(contactPoints.map(maskedContactPoint).join(', ')) || t('none'),
    },
    {
      key: 'factors',
      header: t('factors'),
      labelled: true,
      cell: ({ factors, hasSecondFactor }) =>
        factors.map((kind) => factorWords(kind)).join(', ') ||
        t(hasSecondFactor ? 'unknownFactor' : 'none'),
    },
  ];
  return (
    <section className="grid gap-2.5">
      <h2 className="text-section font-semibold">{t('title')}</h2>
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={accounts.slice(0, MOST)}
        rowKey={({ row }) => String(row)}
      />
      {accounts.length > MOST && (
        <p className="text-ink-2">{t('more', { count: String(accounts.length - MOST) })}</p>
      )}
    </section>
  );
}
