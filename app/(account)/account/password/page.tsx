import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnFrame } from '../../../../components/own/own-frame';
import { ActionForm } from '../../../../components/ui/action-form';
import { SubmitButton } from '../../../../components/ui/submit-button';
import { TextField } from '../../../../components/ui/text-field';
import { hasSecondFactor, leastPassword } from '../../../../lib/domain/account/own/password';
import { freshHolder } from '../acting';
import { changePassword } from '../actions/password';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.password'))('changeTitle') };
}

export default async function PasswordPage() {
  const { read } = await freshHolder('/account/password');
  const t = await getTranslations('ownPages.password');
  const { account } = read;
  return (
    <OwnFrame
      organisation={read.organisation.name}
      title={t('changeTitle')}
      text={t('text', { least: String(leastPassword(hasSecondFactor(account))) })}
    >
      <ActionForm action={changePassword}>
        <input type="hidden" name="username" autoComplete="username" value={account.signIn} />
        <TextField
          name="password"
          type="password"
          label={t('new')}
          autoComplete="new-password"
          required
        />
        <TextField
          name="repeat"
          type="password"
          label={t('repeat')}
          autoComplete="new-password"
          required
        />
        <p className="text-small text-ink-2">{t('consequence')}</p>
        <SubmitButton size="large">{t('submit')}</SubmitButton>
      </ActionForm>
    </OwnFrame>
  );
}
