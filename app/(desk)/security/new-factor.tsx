import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageBody } from '../../../components/ui/page-body';
import { PageHeader } from '../../../components/ui/page-header';

/** A page on which a second factor of one's own is added. */
export function NewFactor({ title, children }: { title: string; children: ReactNode }) {
  const t = useTranslations('signIn.security');
  return (
    <PageBody>
      <PageHeader
        title={title}
        crumbs={[{ label: t('title'), href: '/security' }, { label: t('factorsTab') }]}
      />
      {children}
    </PageBody>
  );
}
