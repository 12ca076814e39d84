import { useTranslations } from 'next-intl';
import type { AccountPage, ContactLine } from '../../lib/domain/account/account-view';
import { Chip, type Tone } from '../ui/chip';
import { CellNote, type Column, DataTable } from '../ui/data-table';
import { Instant } from '../ui/instant';
import { TextLink } from '../ui/text-link';
import { Nothing, Section } from './section';

const TONES: Record<ContactLine['status'], Tone> = {
  invited: 'todo',
  waiting: 'wait',
  active: 'done',
  ended: 'quiet',
};

/** Who may vouch for the account holder. The desk can ask somebody on their behalf, and can hurry nobody (R41). */
export function ContactsSection({ page }: { page: AccountPage }) {
  const t = useTranslations('recoveryContacts');
  const columns: Column<ContactLine>[] = [
    {
      key: 'contact',
      header: t('desk.contact'),
      cell: ({ name, masked }) => (
        <>
          <span className="font-semibold [overflow-wrap:anywhere]">{name}</span>
          <CellNote>{masked}</CellNote>
        </>
      ),
    },
    {
      key: 'status',
      header: t('desk.status'),
      cell: ({ status }) => <Chip tone={TONES[status]}>{t(`statuses.${status}`)}</Chip>,
    },
    {
      key: 'since',
      header: t('desk.since'),
      labelled: true,
      cell: ({ since }) => <Instant at={since} clock={page} style="date" />,
    },
  ];
  return (
    <Section
      title={t('desk.title')}
      aside={
        page.mayInviteContact && (
          <TextLink href={`/accounts/${page.account.id}/invite-contact`}>
            {t('desk.invite')}
          </TextLink>
        )
      }
    >
      {page.contacts.length === 0 ? (
        <Nothing>{t('desk.none')}</Nothing>
      ) : (
        <DataTable
          caption={t('desk.caption')}
          columns={columns}
          rows={page.contacts}
          rowKey={(contact) => contact.id}
        />
      )}
    </Section>
  );
}
