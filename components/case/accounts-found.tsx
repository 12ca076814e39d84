import { useTranslations } from 'next-intl';
import { Chip } from '../ui/chip';
import { DataTable } from '../ui/data-table';
import { LinkButton } from '../ui/link-button';
import { TextLink } from '../ui/text-link';

export interface FoundAccount {
  id: string;
  displayName: string;
  organisation: string;
  signInMasked: string;
  disabled: boolean;
  privileged: boolean;
}

/** Accounts among which the caller's is chosen. */
export function AccountsFound({ accounts }: { accounts: readonly FoundAccount[] }) {
  const t = useTranslations('opening.find');
  return (
    <DataTable
      caption={t('caption')}
      rows={accounts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          header: t('who'),
          cell: ({ id, displayName, disabled, privileged }) => (
            <>
              <TextLink href={`/cases/new/${id}`} strong>
                {displayName}
              </TextLink>{' '}
              {disabled && <Chip tone="stop">{t('disabled')}</Chip>}{' '}
              {privileged && <Chip tone="wait">{t('privileged')}</Chip>}
            </>
          ),
        },
        { key: 'organisation', header: t('organisation'), cell: (row) => row.organisation },
        { key: 'sign-in', header: t('signIn'), cell: (row) => row.signInMasked },
        {
          key: 'choose',
          header: <span className="sr-only">{t('choose')}</span>,
          end: true,
          cell: ({ id, displayName }) => (
            <LinkButton href={`/cases/new/${id}`}>
              <span aria-hidden="true">{t('choose')}</span>
              <span className="sr-only">{t('chooseWho', { name: displayName })}</span>
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
