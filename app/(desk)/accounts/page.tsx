import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { type Asked, one } from '@/app/(desk)/asked';
import { staffSession } from '@/app/session';
import { AccountList } from '@/components/account/account-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { SearchForm } from '@/components/ui/search-form';
import { may } from '@/lib/domain/access/can';
import { searchText } from '@/lib/inputs/forms';
import { searchAccounts } from '@/lib/queries/account-search';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

/** Finding an account. Nothing is listed before something is asked: a list of everyone is nobody's business. */
export default async function AccountsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const { caller } = await staffSession();
  const asked = await searchParams;
  const allowed = caller.organisations.some((id) => may(caller.actor, 'account.read', id));
  const typed = searchText.safeParse(one(asked.q));
  // Whoever may search nowhere asks in vain too, so that the denial is put on record.
  const found =
    typed.success || !allowed
      ? await searchAccounts(caller, typed.data ?? 'account', { after: one(asked.after) })
      : undefined;
  if (!allowed) notFound();
  const t = await getTranslations('account');
  const common = await getTranslations('common.actions');
  const here = (after?: string) =>
    `/accounts?${new URLSearchParams({ q: typed.data ?? '', ...(after ? { after } : {}) })}`;
  return (
    <PageBody>
      <PageHeader title={t('title')} />
      <SearchForm
        action="/accounts"
        value={one(asked.q)}
        label={t('search.label')}
        submit={common('search')}
      />
      <p className="mb-5 text-small text-ink-2">{t('search.hint')}</p>
      {!found && <EmptyState title={t('search.startTitle')}>{t('search.startText')}</EmptyState>}
      {found?.accounts.length === 0 && (
        <EmptyState title={t('search.noneTitle')}>{t('search.noneText')}</EmptyState>
      )}
      {found && found.accounts.length > 0 && (
        <>
          <AccountList accounts={found.accounts} />
          <Pager
            previous={one(asked.after) ? here() : undefined}
            next={found.next ? here(found.next) : undefined}
          />
        </>
      )}
    </PageBody>
  );
}
