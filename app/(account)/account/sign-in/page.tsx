import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '../../../../components/own/sign-in-form';
import { PublicShell } from '../../../../components/shell/public-shell';
import { Notice } from '../../../../components/ui/notice';
import { ProseTitle } from '../../../../components/ui/prose-title';
import { TextLink } from '../../../../components/ui/text-link';
import { holderSessionIfAny, nextPath, trustedDevice } from '../session';
import { sendPassword } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownSignIn'))('title') };
}

/** The first of two steps to the own pages. It says nothing of an account before the password was right (R14). */
export default async function AccountSignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string; over?: string; left?: string; refused?: string }>;
}) {
  const { next, over, left, refused } = await searchParams;
  if (await holderSessionIfAny()) redirect(nextPath(next));
  const [t, asking] = await Promise.all([getTranslations('ownSignIn'), getTranslations('asking')]);
  return (
    <PublicShell>
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
      </ProseTitle>
      {refused && (
        <Notice tone="stop" title={t('refusedElsewhere.title')}>
          <p>{t('refusedElsewhere.text')}</p>
        </Notice>
      )}
      {over && <Notice tone="warn">{t('over')}</Notice>}
      {left && <Notice tone="done">{t('signedOut')}</Notice>}
      <SignInForm words="ownSignIn" action={sendPassword} next={nextPath(next)} />
      <p>
        <TextLink href="/recover">{asking('link')}</TextLink>
      </p>
      {(await trustedDevice()) && (
        <p>
          <TextLink href="/account/push">{t('push.answerLink')}</TextLink>
        </p>
      )}
    </PublicShell>
  );
}
