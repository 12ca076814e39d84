import { useTranslations } from 'next-intl';
import { Card } from '../../../../components/ui/card';
import { LinkButton } from '../../../../components/ui/link-button';

/** Always there, as long as a no still changes something (R26). */
export function VetoCard({ handle, locks }: { handle: string; locks: boolean }) {
  const t = useTranslations('holder.veto');
  return (
    <Card tone="stop" title={t('cardTitle')}>
      <p className="mb-4">{locks ? t('cardTextDone') : t('cardText')}</p>
      <LinkButton href={`/h/${handle}/veto`} look="danger-outline" size="large">
        {t('action')}
      </LinkButton>
    </Card>
  );
}
