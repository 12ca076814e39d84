import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../components/shell/public-shell';
import { LinkButton } from '../../../../components/ui/link-button';
import { ProseTitle } from '../../../../components/ui/prose-title';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('holder.unknown'))('title') };
}

/**
 * One page for a handle that never was, one that is over, another organisation's, and one tried too often (R14). A page
 * of its own: what is answered as "not found" while a page is made, is drawn by script alone.
 */
export default function UnknownHandlePage() {
  const t = useTranslations('holder.unknown');
  return (
    <PublicShell>
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
        <p>{t('help')}</p>
      </ProseTitle>
      <p>
        <LinkButton href="/h" look="primary">
          {t('again')}
        </LinkButton>
      </p>
    </PublicShell>
  );
}
