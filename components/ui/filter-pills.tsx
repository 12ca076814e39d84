import { useTranslations } from 'next-intl';
import { CrossIcon } from './icons';

/** The filters that are on, each a link to the same list without it. */
export function FilterPills({
  filters,
}: {
  filters: readonly { label: string; hrefWithout: string }[];
}) {
  const t = useTranslations('common.filters');
  if (filters.length === 0) return null;
  return (
    <ul aria-label={t('label')} className="flex flex-wrap gap-2.5">
      {filters.map(({ label, hrefWithout }) => (
        <li key={label}>
          <a
            href={hrefWithout}
            aria-label={t('remove', { name: label })}
            className="inline-flex min-h-8 items-center gap-2 rounded-full border border-line bg-card px-3 py-1 text-small text-ink-2 hover:border-line-strong hover:text-ink"
          >
            {label}
            <CrossIcon />
          </a>
        </li>
      ))}
    </ul>
  );
}
