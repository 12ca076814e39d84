import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '../../components/own/sign-in-form';
import { PublicShell } from '../../components/shell/public-shell';
import { Notice } from '../../components/ui/notice';
import { ProseTitle } from '../../components/ui/prose-title';
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
      <SignInForm words="signIn" action={sendPassword} next={path} signInType="email" />
    </PublicShell>
  );
}
