import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SignInForm } from '../../../../../components/own/sign-in-form';
import { PublicShell } from '../../../../../components/shell/public-shell';
import { ProseTitle } from '../../../../../components/ui/prose-title';
import { TextLink } from '../../../../../components/ui/text-link';
import { holderSession, nextPath } from '../../session';
import { sendPasswordAgain } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownSignIn.again'))('title') };
}

/** Asks password and second factor once more before something that changes the account. */
export default async function ConfirmAgainPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string }>;
}) {
  const next = nextPath((await searchParams).next);
  const { read } = await holderSession();
  const t = await getTranslations('ownSignIn');
  return (
    <PublicShell area="account" organisation={read.organisation.name}>
      <ProseTitle title={t('again.title')}>
        <p>{t('again.text')}</p>
      </ProseTitle>
      <SignInForm
        words="ownSignIn"
        action={sendPasswordAgain}
        next={next}
        signedIn={read.account.signIn}
      />
      <p>
        <TextLink href={next}>{t('again.back')}</TextLink>
      </p>
    </PublicShell>
  );
}
