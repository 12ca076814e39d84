import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '../../../../components/shell/public-shell';
import { ConfirmPage } from '../../../../components/ui/confirm-page';
import { signOutEverywhere } from '../actions/acts';
import { holderSession } from '../session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.sessions'))('everywhereTitle') };
}

export default async function SignOutEverywherePage() {
  const { read } = await holderSession();
  const t = await getTranslations('ownPages');
  return (
    <PublicShell area="account" organisation={read.organisation.name}>
      <ConfirmPage
        title={t('sessions.everywhereTitle')}
        consequence={t('sessions.everywhereText')}
        facts={[
          { name: t('sessions.everywhereSessions'), value: read.own.sessions.length },
          { name: t('sessions.everywhereDevices'), value: read.own.devices.length },
        ]}
        action={signOutEverywhere}
        submit={t('sessions.everywhere')}
        danger
        reason="none"
        back={{ href: '/account', label: t('backWithout') }}
      />
    </PublicShell>
  );
}
