import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../components/shell/public-shell';
import { ActionForm } from '../../../../components/ui/action-form';
import { Notice } from '../../../../components/ui/notice';
import { ProseTitle } from '../../../../components/ui/prose-title';
import { SubmitButton } from '../../../../components/ui/submit-button';
import { TextField } from '../../../../components/ui/text-field';
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
      <ActionForm action={sendPassword}>
        <input type="hidden" name="next" value={nextPath(next)} />
        <TextField
          name="signIn"
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
