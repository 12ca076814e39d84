import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewPasswordFields } from '../../../../components/own/new-password-fields';
import { OwnFrame } from '../../../../components/own/own-frame';
import { ActionForm } from '../../../../components/ui/action-form';
import { SubmitButton } from '../../../../components/ui/submit-button';
import { hasSecondFactor } from '../../../../lib/domain/account/own/password';
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
    <OwnFrame organisation={read.organisation.name} title={t('changeTitle')}>
      <ActionForm action={changePassword}>
        <NewPasswordFields secondFactor={hasSecondFactor(account)} signIn={account.signIn} />
        <p className="text-small text-ink-2">{t('consequence')}</p>
        <SubmitButton size="large">{t('submit')}</SubmitButton>
      </ActionForm>
    </OwnFrame>
  );
}
