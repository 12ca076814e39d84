import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AppSetUp } from '../../../../../../components/own/app-set-up';
import { OwnFrame } from '../../../../../../components/own/own-frame';
import { freshHolder } from '../../../acting';
import { addApp, offerApp } from '../../../actions/factors';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.app'))('title') };
}

export default async function NewAppPage() {
  const { read } = await freshHolder('/account/factors/new/app');
  const t = await getTranslations('ownPages.app');
  return (
    <OwnFrame organisation={read.organisation.name} title={t('title')}>
      <AppSetUp offer={offerApp} add={addApp} />
    </OwnFrame>
  );
}
