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
  const [t, own, form, second] = await Promise.all([
    getTranslations('signIn.newApp'),
    getTranslations('ownPages.app'),
    getTranslations('common.form'),
    getTranslations('signIn.second'),
  ]);
  return (
    <OwnFrame organisation={read.organisation.name} title={own('title')}>
      <AppSetUp
        offer={offerApp}
        add={addApp}
        words={{
          begin: t('begin'),
          show: t('show'),
          again: t('again'),
          scan: t('scan'),
          alt: t('alt'),
          manual: t('manual'),
          private: t('private'),
          label: t('label'),
          labelHint: t('labelHint'),
          code: t('code'),
          codeHint: second('appHint'),
          submit: t('submit'),
          refused: form('refused'),
          pending: form('pending'),
        }}
      />
    </OwnFrame>
  );
}
