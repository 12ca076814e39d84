import { useTranslations } from 'next-intl';
import { PublicShell } from '../../components/shell/public-shell';
import { Card } from '../../components/ui/card';
import { LinkButton } from '../../components/ui/link-button';
import { ProseTitle } from '../../components/ui/prose-title';
import { Step, Steps } from '../../components/ui/steps';
import { TextLink } from '../../components/ui/text-link';

const path = ['simple', 'proofs', 'approval', 'wait', 'finish'] as const;

/** The front page: what Regain is, where staff sign in, and where a holder enters the case code. */
export default function FrontPage() {
  const t = useTranslations('shell.front');
  return (
    <PublicShell wide>
      <ProseTitle title={t('title')}>
        <p className="max-w-[40em]">{t('intro')}</p>
      </ProseTitle>
      <div className="grid gap-4 desk:grid-cols-2">
        <Card title={t('holderTitle')}>
          <p className="mb-4 text-ink-2">{t('holderText')}</p>
          <LinkButton href="/h" look="primary">
            {t('holderAction')}
          </LinkButton>
          <p className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
            <TextLink href="/recover">{t('holderAsk')}</TextLink>
            <TextLink href="/account/sign-in">{t('holderSignIn')}</TextLink>
          </p>
        </Card>
        <Card title={t('staffTitle')}>
          <p className="mb-4 text-ink-2">{t('staffText')}</p>
          <LinkButton href="/sign-in">{t('staffAction')}</LinkButton>
        </Card>
      </div>
      <section className="mt-3 grid gap-3">
        <h2 className="text-lead font-semibold">{t('howTitle')}</h2>
        <Steps>
          {path.map((step, index) => (
            <Step
              key={step}
              number={index + 1}
              title={t(`how.${step}`)}
              why={t(`how.${step}Why`)}
            />
          ))}
        </Steps>
      </section>
    </PublicShell>
  );
}
