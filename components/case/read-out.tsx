import { useTranslations } from 'next-intl';
import { Card } from '../ui/card';
import { shownHandle } from './case-words';

/** What the agent reads to the caller: where to go and what to type there. Never a code or a link (R9). */
export function ReadOut({ handle, address }: { handle: string; address: string }) {
  const t = useTranslations('caseFile.read');
  return (
    <Card title={t('title')}>
      <p className="text-ink-2">{t('text')}</p>
      <div className="mt-2 grid gap-1">
        <p className="font-mono text-lead [overflow-wrap:anywhere]">{address}</p>
        <p className="font-mono text-code font-semibold tracking-[0.06em]">{shownHandle(handle)}</p>
      </div>
      <p className="mt-2 text-small text-ink-2">
        {t('spell')} {t('hint')}
      </p>
    </Card>
  );
}
