import { useLocale, useTranslations } from 'next-intl';
import { otherLanguage } from '../../lib/messages/language';

/** The other language, by a form: no script, and no address per language. */
export function LanguageSwitch({ back }: { back?: string | undefined }) {
  const t = useTranslations('shell');
  const other = otherLanguage(useLocale());
  return (
    <form action="/api/language" method="post">
      <input type="hidden" name="lang" value={other} />
      {back && <input type="hidden" name="back" value={back} />}
      <button
        type="submit"
        lang={other}
        aria-label={t('switchLanguageLabel')}
        className="min-h-6 text-ink-2 underline decoration-1 underline-offset-3 hover:text-ink hover:decoration-2"
      >
        {t('switchLanguage')}
      </button>
    </form>
  );
}
