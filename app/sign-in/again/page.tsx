import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../components/shell/public-shell';
import { ActionForm } from '../../../components/ui/action-form';
import { ProseTitle } from '../../../components/ui/prose-title';
import { SubmitButton } from '../../../components/ui/submit-button';
import { TextField } from '../../../components/ui/text-field';
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
  const [t, words] = await Promise.all([
    getTranslations('signIn.again'),
    getTranslations('signIn'),
  ]);
  return (
    <PublicShell help={false}>
      <ProseTitle title={t('title')}>
        <p>{t('text')}</p>
        <p>{t('who', { name: staff.displayName, signIn: staff.signIn })}</p>
      </ProseTitle>
      <ActionForm action={sendPasswordAgain}>
        {next && <input type="hidden" name="next" value={next} />}
        {/* For a password manager, which otherwise cannot tell whose password is asked. */}
        <input
          type="text"
          name="username"
          autoComplete="username"
          defaultValue={staff.signIn}
          hidden
          readOnly
        />
        <TextField
          name="password"
          type="password"
          label={words('password')}
          autoComplete="current-password"
          required
        />
        <SubmitButton size="large">{words('submit')}</SubmitButton>
      </ActionForm>
      <p>
        <TextLink href={next ?? HOME}>{t('back')}</TextLink>
      </p>
    </PublicShell>
  );
}
