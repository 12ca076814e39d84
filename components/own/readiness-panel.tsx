import { useTranslations } from 'next-intl';
import type { Readiness, ReadinessItem } from '../../lib/domain/account/own/readiness';
import { Card } from '../ui/card';
import { LinkButton } from '../ui/link-button';
import { Meter } from '../ui/meter';
import { TextLink } from '../ui/text-link';

const STEP_AT: Record<ReadinessItem, string> = {
  'two-ways': '/account/factors/new',
  'contact-points': '/account/readiness',
  'backup-codes': '/account/backup-codes',
  'recovery-contacts': '/account/contacts',
  'authenticator-app': '/account/readiness',
  devices: '/account#devices',
};

/** How well prepared, and the one best next step. */
export function ReadinessPanel({ readiness }: { readiness: Readiness }) {
  const t = useTranslations('ownPages.readiness');
  const { score, next } = readiness;
  return (
    <Card title={t('title')} aside={t('score', { score: String(score) })}>
      <div className="grid gap-3">
        <p className="text-small text-ink-2">{t('text')}</p>
        <Meter value={score} of={100} label={t('score', { score: String(score) })} />
        {next ? (
          <div className="grid justify-items-start gap-1.5">
            <p className="text-small">{t('next')}</p>
            <LinkButton href={STEP_AT[next]} look="primary">
              {t(`steps.${next}`)}
            </LinkButton>
          </div>
        ) : (
          <p>{t('allGood')}</p>
        )}
        <p>
          <TextLink href="/account/readiness">{t('more')}</TextLink>
        </p>
      </div>
    </Card>
  );
}
