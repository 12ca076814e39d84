import { useTranslations } from 'next-intl';
import type { AuditLine } from '../../lib/domain/audit/audit-view';
import { Facts } from '../ui/facts';

/** A line as it is stored: ids, codes and masked values only (R45), so all of it can be shown. */
export function LineDetails({ line }: { line: AuditLine }) {
  const t = useTranslations('audit.details');
  const { id, at, type, actor: _, ...data } = line.event;
  const filled = Object.keys(data).length > 0;
  return (
    <details className="mt-1 text-small">
      <summary className="min-h-6 cursor-pointer text-tiny text-ink-2">{t('summary')}</summary>
      <div className="mt-1.5 rounded-md bg-sunk p-3">
        <Facts
          facts={[
            { name: t('at'), value: at, code: true },
            { name: t('type'), value: type, code: true },
            ...(line.objectId ? [{ name: t('object'), value: line.objectId, code: true }] : []),
            { name: t('id'), value: id, code: true },
            { name: t('agent'), value: line.origin.agent },
            ...(filled
              ? [
                  {
                    name: t('data'),
                    value: (
                      <span className="whitespace-pre-wrap">{JSON.stringify(data, null, 1)}</span>
                    ),
                    code: true,
                  },
                ]
              : []),
          ]}
        />
      </div>
    </details>
  );
}
