import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { KeyButton } from '../holder/key-button';

type Acts = Pick<ComponentProps<typeof KeyButton>, 'ask' | 'answer' | 'size'>;

/** A new security key, set up by whoever is signed in. */
export function KeySetUp(acts: Acts) {
  const t = useTranslations('signIn.newKey');
  const form = useTranslations('common.form');
  return (
    <KeyButton
      {...acts}
      kind="enrol"
      handle=""
      words={{
        action: t('submit'),
        failed: t('failed'),
        known: t('known'),
        unable: t('unable'),
        pending: form('pending'),
        scriptNeeded: t('script'),
      }}
    />
  );
}
