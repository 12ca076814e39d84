import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { VetoToken } from '../../../components/holder/veto-token';
import { PublicShell } from '../../../components/shell/public-shell';
import { ActionForm } from '../../../components/ui/action-form';
import { CodeField } from '../../../components/ui/code-field';
import { ProseTitle } from '../../../components/ui/prose-title';
import { SubmitButton } from '../../../components/ui/submit-button';
import { reportNotAsked } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notAsked');
  return { title: t('action') };
}

/** Where the link of every message with a code leads. Opening it does nothing: mail scanners open every link (R18). */
export default function NotAskedPage() {
  const t = useTranslations('notAsked');
  return (
    <PublicShell>
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
        <p>{t('means')}</p>
      </ProseTitle>
      <ActionForm action={reportNotAsked}>
        <VetoToken>
          <CodeField name="code" kind="characters" label={t('field')} hint={t('hint')} />
        </VetoToken>
        <SubmitButton size="large">{t('action')}</SubmitButton>
      </ActionForm>
    </PublicShell>
  );
}
