import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { KeyButton } from '../../../../../../components/holder/key-button';
import { OwnFrame } from '../../../../../../components/own/own-frame';
import { freshHolder } from '../../../acting';
import { addKey, askNewKey } from '../../../actions/factors';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownPages.key'))('title') };
}

export default async function NewKeyPage() {
  const { read } = await freshHolder('/account/factors/new/key');
  const [t, own, form] = await Promise.all([
    getTranslations('signIn.newKey'),
    getTranslations('ownPages.key'),
    getTranslations('common.form'),
  ]);
  return (
    <OwnFrame organisation={read.organisation.name} title={own('title')} text={t('text')}>
      <KeyButton
        kind="enrol"
        handle=""
        ask={askNewKey}
        answer={addKey}
        words={{
          action: t('submit'),
          failed: t('failed'),
          known: t('known'),
          unable: t('unable'),
          pending: form('pending'),
          scriptNeeded: t('script'),
        }}
      />
    </OwnFrame>
  );
}
