import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AppSetUp } from '../../../../components/own/app-set-up';
import { PageBody } from '../../../../components/ui/page-body';
import { PageHeader } from '../../../../components/ui/page-header';
import { addApp, offerApp } from '../actions';
import { freshSession } from '../fresh';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.newApp'))('title') };
}

export default async function NewAppPage() {
  await freshSession('/security/new-app');
  const [t, own, form, second] = await Promise.all([
    getTranslations('signIn.newApp'),
    getTranslations('signIn.security'),
    getTranslations('common.form'),
    getTranslations('signIn.second'),
  ]);
  return (
    <PageBody>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: own('title'), href: '/security' }, { label: own('factorsTab') }]}
      />
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
    </PageBody>
  );
}
