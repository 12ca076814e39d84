import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OwnConfirm } from '../../../../components/own/own-confirm';
import { signOutEverywhere } from '../actions/acts';
import { holderSession } from '../session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.sessions'))('everywhereTitle') };
}

export default async function SignOutEverywherePage() {
  const { read } = await holderSession();
  const t = await getTranslations('ownPages');
  return (
    <OwnConfirm
      organisation={read.organisation.name}
      title={t('sessions.everywhereTitle')}
      consequence={t('sessions.everywhereText')}
      facts={[
        { name: t('sessions.everywhereSessions'), value: read.own.sessions.length },
        { name: t('sessions.everywhereDevices'), value: read.own.devices.length },
      ]}
      action={signOutEverywhere}
      submit={t('sessions.everywhere')}
    />
  );
}
