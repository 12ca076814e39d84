import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../../components/shell/public-shell';
import { ActionForm } from '../../../../../components/ui/action-form';
import { ProseTitle } from '../../../../../components/ui/prose-title';
import { SubmitButton } from '../../../../../components/ui/submit-button';
import { TextField } from '../../../../../components/ui/text-field';
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
      <ActionForm action={sendPasswordAgain}>
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="username" autoComplete="username" value={read.account.signIn} />
        <TextField
          name="password"
          type="password"
          label={t('password')}
          autoComplete="current-password"
          required
        />
        <SubmitButton size="large">{t('submit')}</SubmitButton>
      </ActionForm>
      <p>
        <TextLink href={next}>{t('again.back')}</TextLink>
      </p>
    </PublicShell>
  );
}
