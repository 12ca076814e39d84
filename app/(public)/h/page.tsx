import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../components/shell/public-shell';
import { ActionForm } from '../../../components/ui/action-form';
import { CodeField } from '../../../components/ui/code-field';
import { ProseTitle } from '../../../components/ui/prose-title';
import { SubmitButton } from '../../../components/ui/submit-button';
import { openHandle } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holder.enter');
  return { title: t('title') };
}

/** Where a caller types the handle that the helpdesk reads out. */
export default function HandlePage() {
  const t = useTranslations('holder.enter');
  const common = useTranslations('common.actions');
  return (
    <PublicShell>
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
      </ProseTitle>
      <ActionForm action={openHandle}>
        <CodeField name="handle" kind="characters" label={t('field')} hint={t('hint')} autoFocus />
        <SubmitButton size="large">{common('next')}</SubmitButton>
      </ActionForm>
    </PublicShell>
  );
}
