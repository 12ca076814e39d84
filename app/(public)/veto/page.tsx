import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { VetoToken } from '../../../components/holder/veto-token';
import { PublicShell } from '../../../components/shell/public-shell';
import { ActionForm } from '../../../components/ui/action-form';
import { CodeField } from '../../../components/ui/code-field';
import { ProseTitle } from '../../../components/ui/prose-title';
import { SubmitButton } from '../../../components/ui/submit-button';
import { vetoByLink } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holder.veto');
  return { title: t('action') };
}

/** Where the link of every notice leads. Opening it does nothing: mail scanners open every link (R18). */
export default function VetoPage() {
  const t = useTranslations('holder.veto');
  return (
    <PublicShell>
      <ProseTitle title={t('title')}>
        <p>{t('linkText')}</p>
      </ProseTitle>
      <ActionForm action={vetoByLink}>
        <VetoToken>
          <CodeField name="code" kind="characters" label={t('field')} hint={t('hint')} />
        </VetoToken>
        <SubmitButton look="danger" size="large">
          {t('action')}
        </SubmitButton>
      </ActionForm>
    </PublicShell>
  );
}
