import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { staffSession } from '@/app/session';
import { ApprovalsTable } from '@/components/queue/approvals-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { approvalsPage } from '@/lib/queries/approvals';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('approvals'))('title'),
});

/** What waits for a second person; where that cannot be this one, the row says why. */
export default async function ApprovalsScreen() {
  const { caller, memberships } = await staffSession();
  const t = await getTranslations('approvals');
  const { rows, now } = await approvalsPage(caller);
  const zoneOf = (id: string) =>
    memberships.find((m) => m.organisationId === id)?.timeZone ?? 'UTC';
  return (
    <PageBody>
      <PageHeader title={t('title')} meta={<span>{t('intro')}</span>} />
      {rows.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>
      ) : (
        <ApprovalsTable rows={rows} clock={(id) => ({ now, timeZone: zoneOf(id) })} />
      )}
    </PageBody>
  );
}
