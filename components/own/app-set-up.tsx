import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { AppSetUpForm } from './app-set-up-form';

/** A new authenticator app, set up by whoever is signed in. */
export function AppSetUp(acts: Omit<ComponentProps<typeof AppSetUpForm>, 'words'>) {
  const t = useTranslations('signIn.newApp');
  const second = useTranslations('signIn.second');
  const form = useTranslations('common.form');
  return (
    <AppSetUpForm
      {...acts}
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
  );
}
