import { useTranslations } from 'next-intl';
import { Notice } from '../ui/notice';

/** Only what a heading can be: an address is written by anyone. */
const HEADINGS = /^[\p{L}\p{N} ,.()_/[\]-]{1,200}$/u;

/** Why a file could not be read, from the codes in the address; nothing for a code that does not exist. */
export function FileProblem({
  problem,
  row,
  columns,
}: {
  problem: string | undefined;
  row: string | undefined;
  columns: string | undefined;
}) {
  const t = useTranslations('importing');
  const key = `fileProblems.${problem}` as 'fileProblems.required';
  if (!problem || !/^[a-z-]+$/.test(problem) || !t.has(key)) return null;
  return (
    <div role="alert">
      <Notice tone="stop" title={t('fileProblem')}>
        <p>
          {t(key)} {row && /^\d{1,6}$/.test(row) && t('atRow', { row })}
        </p>
        {columns && HEADINGS.test(columns) && <p>{t('columns', { columns })}</p>}
      </Notice>
    </div>
  );
}
