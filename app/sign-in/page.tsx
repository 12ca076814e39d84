import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../components/shell/public-shell';
import { ActionForm } from '../../components/ui/action-form';
import { Notice } from '../../components/ui/notice';
import { ProseTitle } from '../../components/ui/prose-title';
import { SubmitButton } from '../../components/ui/submit-button';
import { TextField } from '../../components/ui/text-field';
import { HOME } from '../home';
import { nextPath, staffSessionIfAny } from '../session';
import { sendPassword } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

/** The first of two steps into the desk. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string; over?: string; left?: string }>;
}) {
  const { next, over, left } = await searchParams;
  const path = nextPath(next);
  if (await staffSessionIfAny()) redirect(path ?? HOME);
  const t = await getTranslations('signIn');
  return (
    <PublicShell help={false}>
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
      </ProseTitle>
      {over && <Notice tone="warn">{t('over')}</Notice>}
      {left && <Notice tone="done">{t('signedOut')}</Notice>}
      <ActionForm action={sendPassword}>
        {path && <input type="hidden" name="next" value={path} />}
        <TextField
          name="signIn"
          type="email"
          label={t('signIn')}
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          required
        />
        <TextField
          name="password"
          type="password"
          label={t('password')}
          autoComplete="current-password"
          required
        />
        <SubmitButton size="large">{t('submit')}</SubmitButton>
      </ActionForm>
    </PublicShell>
  );
}
