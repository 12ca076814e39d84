import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageBody } from '../../../components/ui/page-body';
import { PageHeader } from '../../../components/ui/page-header';
import { Tabs } from '../../../components/ui/tabs';

/** The two pages about one's own sign-in. */
export async function OwnSignIn({
  tab,
  children,
}: {
  tab: 'factors' | 'sessions';
  children: ReactNode;
}) {
  const t = await getTranslations('signIn.security');
  return (
    <PageBody>
      <PageHeader title={t('title')} />
      <Tabs
        label={t('tabs')}
        tabs={[
          { href: '/security', label: t('factorsTab'), current: tab === 'factors' },
          { href: '/sessions', label: t('sessionsTab'), current: tab === 'sessions' },
        ]}
      />
      <div className="grid gap-5">{children}</div>
    </PageBody>
  );
}
