import { useTranslations } from 'next-intl';
import { PublicShell } from '../../../../components/shell/public-shell';
import { LinkButton } from '../../../../components/ui/link-button';
import { ProseTitle } from '../../../../components/ui/prose-title';

/** One page for a handle that never was, one that is over, another organisation's, and one tried too often (R14). */
export default function HandleNotFound() {
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
