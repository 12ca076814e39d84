import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../../components/shell/public-shell';
import { ActionForm } from '../../../../../components/ui/action-form';
import { CodeField } from '../../../../../components/ui/code-field';
import { ProseTitle } from '../../../../../components/ui/prose-title';
import { SubmitButton } from '../../../../../components/ui/submit-button';
import { TextLink } from '../../../../../components/ui/text-link';
import { typeSecret } from '../actions/screen';
import { type HandleParams, viewOf } from '../view';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('holder.key');
  return { title: t('title') };
}

/** Where a written-down case secret makes another screen the holder's (R15). */
export default async function KeyPage(at: HandleParams) {
  const { handle, organisation, secret } = await viewOf(at);
  if (!secret.given || secret.held) redirect(`/h/${handle}`);
  const t = await getTranslations('holder');
  const common = await getTranslations('common.actions');
  return (
    <PublicShell organisation={organisation.name}>
      <ProseTitle title={t('key.title')}>
        <p>{t('key.text')}</p>
      </ProseTitle>
      <ActionForm action={typeSecret}>
        <input type="hidden" name="handle" value={handle} />
        <CodeField
          name="secret"
          kind="characters"
          label={t('key.field')}
          hint={t('key.hint')}
          autoFocus
        />
        <SubmitButton size="large">{common('next')}</SubmitButton>
      </ActionForm>
      <p className="text-small text-ink-2">{t('elsewhere.lost')}</p>
      <p>
        <TextLink href={`/h/${handle}`}>{t('check.back')}</TextLink>
      </p>
    </PublicShell>
  );
}
