import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AppSetUp } from '../../../../components/own/app-set-up';
import { addApp, offerApp } from '../actions';
import { freshSession } from '../fresh';
import { NewFactor } from '../new-factor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.newApp'))('title') };
}

export default async function NewAppPage() {
  await freshSession('/security/new-app');
  const t = await getTranslations('signIn.newApp');
  return (
    <NewFactor title={t('title')}>
      <AppSetUp offer={offerApp} add={addApp} />
    </NewFactor>
  );
}
