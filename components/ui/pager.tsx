import { useTranslations } from 'next-intl';
import { LinkButton } from './link-button';

/** Earlier and later by key, never by number: a list that grows meanwhile skips and repeats nothing. */
export function Pager({
  previous,
  next,
}: {
  previous?: string | undefined;
  next?: string | undefined;
}) {
  const t = useTranslations('common.pager');
  if (!previous && !next) return null;
  return (
    <nav aria-label={t('label')} className="mt-4 flex justify-between gap-3">
      <span>{previous && <LinkButton href={previous}>‹ {t('previous')}</LinkButton>}</span>
      <span>{next && <LinkButton href={next}>{t('next')} ›</LinkButton>}</span>
    </nav>
  );
}
