import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../components/shell/public-shell';
import { LinkButton } from '../components/ui/link-button';
import { ProseTitle } from '../components/ui/prose-title';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound');
  return { title: t('title') };
}

/** Unknown and foreign look the same here, in words and in status (R14). */
export default function NotFound() {
  const t = useTranslations('common');
  return (
    <PublicShell>
      <ProseTitle title={t('notFound.title')}>
        <p>{t('notFound.text')}</p>
      </ProseTitle>
      <p>
        <LinkButton href="/">{t('actions.home')}</LinkButton>
      </p>
    </PublicShell>
  );
}
