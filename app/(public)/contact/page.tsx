import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VetoToken } from '../../../components/holder/veto-token';
import { PublicShell } from '../../../components/shell/public-shell';
import { ActionForm } from '../../../components/ui/action-form';
import { CodeField } from '../../../components/ui/code-field';
import { Notice } from '../../../components/ui/notice';
import { ProseTitle } from '../../../components/ui/prose-title';
import { SubmitButton } from '../../../components/ui/submit-button';
import { openLink } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recoveryContacts.door'))('title') };
}

/** Where every link about a recovery contact leads. Opening it does nothing: mail scanners open every link (R18). */
export default async function ContactDoorPage({
  searchParams,
}: {
  searchParams: Promise<{ over?: string }>;
}) {
  const { over } = await searchParams;
  const t = await getTranslations('recoveryContacts.door');
  return (
    <PublicShell back="/contact" help={false}>
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
      </ProseTitle>
      {over && <Notice tone="stop" title={t('unknown')} />}
      <ActionForm action={openLink}>
        <VetoToken>
          <CodeField name="code" kind="characters" label={t('field')} hint={t('hint')} />
        </VetoToken>
        <SubmitButton size="large">{t('submit')}</SubmitButton>
      </ActionForm>
    </PublicShell>
  );
}
