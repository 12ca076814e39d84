import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../components/shell/public-shell';
import { LinkButton } from '../../../../components/ui/link-button';
import { ProseTitle } from '../../../../components/ui/prose-title';
import { hasReported } from './kept';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notAsked.result');
  return { title: t('title') };
}

/** What happens now. The same whatever it did (R14), and nothing to do here but to sign in as usual (R43). */
export default async function NotAskedResultPage() {
  if (!(await hasReported())) redirect('/not-asked');
  const t = await getTranslations('notAsked.result');
  return (
    <PublicShell>
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
        <p>{t('more')}</p>
        <p>{t('next')}</p>
      </ProseTitle>
      <div>
        <LinkButton href="/account/sign-in">{t('signIn')}</LinkButton>
      </div>
    </PublicShell>
  );
}
