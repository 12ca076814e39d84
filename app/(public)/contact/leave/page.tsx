import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../components/shell/public-shell';
import { ConfirmPage } from '../../../../components/ui/confirm-page';
import { leave } from '../actions';
import { contactPage } from '../kept';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recoveryContacts.leave'))('title') };
}

/** Before the contact stops: coming back takes a new invitation and a new wait. */
export default async function LeavePage() {
  const { holder, organisation } = await contactPage('/contact/about');
  const t = await getTranslations('recoveryContacts.leave');
  return (
    <PublicShell organisation={organisation} help={false}>
      <ConfirmPage
        title={t('title')}
        consequence={t('text', { holder })}
        action={leave}
        submit={t('submit')}
        danger
        reason="none"
        back={{ href: '/contact/about', label: t('back') }}
      />
    </PublicShell>
  );
}
