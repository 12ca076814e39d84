import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { staffSession } from '@/app/session';
import { AccountsFound } from '@/components/case/accounts-found';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { SearchForm } from '@/components/ui/search-form';
import { searchAccounts } from '@/lib/queries/account-search';

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('opening'))('title'),
});

/** Opening a case begins with whoever calls: find the account. */
export default async function NewCaseScreen({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[]; after?: string | string[] }>;
}) {
  const { caller } = await staffSession();
  const t = await getTranslations('opening');
  const { q, after } = await searchParams;
  const text = typeof q === 'string' ? q.trim() : '';
  const found = text
    ? await searchAccounts(caller, text, typeof after === 'string' ? { after } : {})
    : undefined;
  return (
    <PageBody>
      <PageHeader
        title={t('find.title')}
        crumbs={[{ label: t('title') }]}
        meta={<span>{t('find.intro')}</span>}
      />
      <SearchForm
        action="/cases/new"
        value={text}
        label={t('find.label')}
        submit={t('find.submit')}
      />
      {!found && <p className="text-ink-2">{t('find.start')}</p>}
      {found && found.accounts.length === 0 && (
        <EmptyState title={t('find.none')}>{t('find.noneWhy')}</EmptyState>
      )}
      {found && found.accounts.length > 0 && <AccountsFound accounts={found.accounts} />}
      {found?.next && (
        <Pager next={`/cases/new?${new URLSearchParams({ q: text, after: found.next })}`} />
      )}
    </PageBody>
  );
}
