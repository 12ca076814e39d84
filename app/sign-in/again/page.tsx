import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '../../../components/own/sign-in-form';
import { PublicShell } from '../../../components/shell/public-shell';
import { ProseTitle } from '../../../components/ui/prose-title';
import { TextLink } from '../../../components/ui/text-link';
import { HOME } from '../../home';
import { nextPath, staffSession } from '../../session';
import { sendPasswordAgain } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.again'))('title') };
}

/** Before what asks a sign-in of at most five minutes ago: password and second factor once more. */
export default async function SignInAgainPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string }>;
}) {
  const { staff } = await staffSession();
  const next = nextPath((await searchParams).next);
  const t = await getTranslations('signIn.again');
  return (
    <PublicShell help={false}>
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
        <p>{t('who', { name: staff.displayName, signIn: staff.signIn })}</p>
      </ProseTitle>
      <SignInForm words="signIn" action={sendPasswordAgain} next={next} signedIn={staff.signIn} />
      <p>
        <TextLink href={next ?? HOME}>{t('back')}</TextLink>
      </p>
    </PublicShell>
  );
}
