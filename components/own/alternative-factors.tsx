import { useTranslations } from 'next-intl';
import type { SignInFactor } from '../../lib/domain/account/own/pages';
import { Card } from '../ui/card';
import { type DeskClock, Instant } from '../ui/instant';
import { LinkButton } from '../ui/link-button';

/** What else this account has set up, each with what it is, behind a fold: nobody reads it who needs it not. */
export function AlternativeFactors({
  factors,
  clock,
}: {
  factors: readonly (SignInFactor & { href: string })[];
  clock: DeskClock;
}) {
  const t = useTranslations('ownSignIn');
  return (
    <Card title={t('second.alternatives')}>
      <ul className="grid gap-3">
        {factors.map(({ id, kind, label, to, left, addedAt, href }) => (
          <li key={id} className="grid gap-1.5 border-line not-first:border-t not-first:pt-3">
            <LinkButton href={href}>{t(`kinds.${kind}`)}</LinkButton>
            <p className="text-small text-ink-2">
              {to ?? label}
              {kind === 'backup-codes' && `, ${t('second.left', { left: left ?? 0 })}`}
              {(kind === 'authenticator-app' || kind === 'security-key') && (
                <>
                  {', '}
                  {t.rich('second.added', {
                    when: () => <Instant at={addedAt} clock={clock} style="date" />,
                  })}
                </>
              )}
            </p>
            <details className="text-small">
              <summary className="cursor-pointer text-brand">{t('second.explanation')}</summary>
              <p className="mt-1 text-ink-2">{t(`explanations.${kind}`)}</p>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
