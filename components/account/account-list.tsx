import { useTranslations } from 'next-intl';
import { Chip } from '../ui/chip';
import { type Column, DataTable } from '../ui/data-table';
import { TextLink } from '../ui/text-link';

type Found = {
  id: string;
  displayName: string;
  organisation: string;
  signInMasked: string;
  disabled: boolean;
  privileged: boolean;
};

/** Accounts that were found; a name leads to the account's page. */
export function AccountList({ accounts }: { accounts: readonly Found[] }) {
  const t = useTranslations('account');
  const columns: Column<Found>[] = [
    {
      key: 'name',
      header: t('columns.name'),
      cell: ({ id, displayName }) => (
        <TextLink strong href={`/accounts/${id}`}>
          {displayName}
        </TextLink>
      ),
    },
    { key: 'signIn', header: t('columns.signIn'), cell: ({ signInMasked }) => signInMasked },
    {
      key: 'organisation',
      header: t('columns.organisation'),
      cell: ({ organisation }) => organisation,
    },
    {
      key: 'state',
      header: t('columns.state'),
      cell: ({ disabled, privileged }) => (
        <span className="flex flex-wrap gap-1.5">
          {disabled && <Chip>{t('states.disabled')}</Chip>}
          {privileged && <Chip tone="wait">{t('states.privileged')}</Chip>}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('search.caption')}
      columns={columns}
      rows={accounts}
      rowKey={({ id }) => id}
    />
  );
}
